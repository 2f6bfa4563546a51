/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes names: what can be built is read back as the same bytes. */
#include "wire/dns_name.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char text[2048] = { 0 };
	char back[2048];
	uint8_t bytes[DNS_NAME_BYTES];
	uint8_t again[DNS_NAME_BYTES];
	struct cursor c;
	struct buf buf;
	int n = 0;

	memcpy(text, data, size < sizeof(text) - 1 ? size : sizeof(text) - 1);
	n = dns_name_build(text, bytes);
	if (n < 0) {
		return 0;
	}
	cursor_init(&c, bytes, (size_t)n);
	buf_init(&buf, back, sizeof(back));
	if (dns_name_parse(&c, &buf) < 0 || buf.cut || cursor_left(&c) != 0 ||
	    dns_name_build(back, again) != n || memcmp(bytes, again, (size_t)n) != 0) {
		abort();
	}
	return 0;
}
