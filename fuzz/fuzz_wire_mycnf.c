/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the reader of MySQL's option files: each line is taken once, and texts end. */
#include "wire/mycnf.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	struct mycnf_line line;
	size_t left = size;
	size_t before = size + 1;

	while (mycnf_next(&text, &left, &line)) {
		if (left >= before || strlen(line.name) >= MYCNF_NAME_MAX ||
		    strlen(line.value) >= MYCNF_VALUE_MAX) {
			abort();
		}
		before = left;
	}
	return 0;
}
