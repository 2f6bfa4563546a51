/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the date reader: what it reads is written and read back as the same time. */
#include "wire/http_date.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int64_t seconds = 0;
	int64_t again = 0;
	char text[64];
	struct buf buf;

	if (http_date_parse((const char *)data, size, &seconds) < 0) {
		return 0;
	}
	buf_init(&buf, text, sizeof(text));
	http_date_format(&buf, seconds);
	if (seconds <= 253402300799 &&
	    (http_date_parse(text, buf.len, &again) < 0 || again != seconds)) {
		abort();
	}
	return 0;
}
