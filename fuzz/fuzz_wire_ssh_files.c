/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the readers of the user's files: keys, known_hosts, settings. */
#include "base/buf.h"
#include "wire/ssh_key.h"
#include "wire/ssh_known.h"
#include "wire/ssh_settings.h"

#include <stdlib.h>
#include <string.h>

static bool no_hash(const void *user, const uint8_t *salt, size_t n_salt, const char *text,
                    uint8_t *ret)
{
	(void)user;
	(void)salt;
	(void)n_salt;
	(void)text;
	memset(ret, 0, 20);
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static uint8_t bytes[SSH_KEY_FILE_MAX];
	static char text[4096];
	struct ssh_key_file file = { .form = SSH_KEY_NONE };
	struct ssh_known_line line = { .number = 0 };
	struct ssh_span all = { .at = data, .len = size };
	struct ssh_span value = { .len = 0 };
	struct cursor c = { .bad = false };
	struct buf buf;
	int number = 0;
	size_t at = 0;

	(void)ssh_key_public((const char *)data, size, bytes);
	ssh_key_private((const char *)data, size, bytes, &file);
	cursor_init(&c, data, size);
	while (ssh_known_next(&c, &number, &line)) {
		(void)ssh_known_matches(line.hosts, "host.example", no_hash, NULL);
	}
	while (ssh_settings_next(all, &at, "identityfile", &value)) {
		struct ssh_span word = { .len = 0 };

		while (ssh_settings_word(&value, &word)) {
			if (word.len > size) {
				abort();
			}
		}
	}
	buf_init(&buf, text, sizeof(text));
	(void)ssh_settings_file(all, "host.example", &buf);
	return 0;
}
