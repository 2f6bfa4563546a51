/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the reader of reports: whatever was read can be judged and written, and what was written
 * is read and written the same. */
#include "base/cleanup.h"
#include "json/read.h"
#include "json/report.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 1 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char *replay(const char *text, size_t len, char *block, size_t *ret_len)
{
	static struct judgement k;
	struct store *s = store_init(block, BLOCK);
	struct json_report r = { .version = "0", .store = s, .judgement = &k };
	char error[160] = "";
	char *written = NULL;
	FILE *f = NULL;

	if (json_report_read(text, len, s, error, sizeof(error)) < 0) {
		if (error[0] == '\0') {
			abort(); /* an error must say what is wrong */
		}
		return NULL;
	}
	judge(s, &k);
	f = open_memstream(&written, ret_len);
	if (f == NULL || json_report_write(f, &r) < 0 || fclose(f) != 0) {
		abort();
	}
	return written;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	auto_free char *block = malloc(BLOCK);
	auto_free char *once = NULL;
	auto_free char *twice = NULL;
	size_t len = 0;
	size_t len_twice = 0;

	once = block != NULL ? replay((const char *)data, size, block, &len) : NULL;
	if (once == NULL) {
		return 0;
	}
	twice = replay(once, len, block, &len_twice);
	if (twice == NULL) {
		abort();
	}
	free(once);
	once = twice;
	len = len_twice;
	twice = replay(once, len, block, &len_twice);
	if (twice == NULL || len_twice != len || memcmp(once, twice, len) != 0) {
		abort();
	}
	return 0;
}
