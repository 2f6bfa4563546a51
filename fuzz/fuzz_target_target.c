/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the reader of targets: one line is the target, what follows a Location header. What is
 * read must be printable, fit to be written, and read again as the same; a broken password leaves
 * no trace. */
#include "target/target.h"

#include <stdlib.h>
#include <string.h>

static struct target t;
static struct target again;
static struct target to;

static void check(bool good)
{
	if (!good) {
		abort();
	}
}

static void check_printable(const char *text)
{
	for (; *text != '\0'; text++) {
		check((uint8_t)*text >= ' ' && *text != 0x7f);
	}
}

static void check_target(const struct target *x)
{
	check(x->scheme < N_SCHEMES && x->flaw < N_FLAWS);
	check_printable(x->input);
	check_printable(x->host);
	check_printable(x->flaw_text);
	for (const char *p = x->path; *p != '\0'; p++) { /* it goes into a request line */
		check(*p > ' ' && *p < 0x7f);
	}
	check(x->path[0] == '\0' || x->path[0] == '/');
	check(x->flaw != FLAW_NONE || x->host[0] != '\0');
	if (x->flaw == FLAW_CREDENTIALS) {
		check(x->input[0] == '\0' && x->host[0] == '\0' && x->path[0] == '\0' &&
		      x->user[0] == '\0' && x->secret[0] == '\0' && strlen(x->flaw_text) == 1);
	}
}

static void check_round_trip(void)
{
	char url[3 * TARGET_TEXT_MAX];
	struct target_error error;
	struct buf buf;

	buf_init(&buf, url, sizeof(url));
	target_format(&buf, &t);
	if (t.flaw != FLAW_NONE || t.scheme == SCHEME_UNIX || strchr(t.path, '@') != NULL ||
	    buf.len >= TARGET_TEXT_MAX || buf.cut) {
		return;
	}
	check(target_parse(url, buf.len, &again, &error) == 0);
	check(again.flaw == FLAW_NONE && again.scheme == t.scheme && again.port == t.port);
	check(strcmp(again.host, t.host) == 0 && addr_equal(&again.addr, &t.addr));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	const char *line = size > 0 ? memchr(data, '\n', size) : NULL;
	size_t len = line != NULL ? (size_t)(line - text) : size;
	struct target_error error;

	if (target_parse(text, len, &t, &error) < 0) {
		check(error.text[0] != '\0');
		check_printable(error.text);
		check_printable(error.suggestion);
		return 0;
	}
	check_target(&t);
	check_round_trip();
	if (line != NULL && target_redirect(&t, line + 1, size - len - 1, &to) == 0) {
		check_target(&to);
		check(to.scheme == SCHEME_HTTP || to.scheme == SCHEME_HTTPS);
	}
	return 0;
}
