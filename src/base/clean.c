/* SPDX-License-Identifier: Apache-2.0 */
/* Foreign bytes to printable UTF-8. */
#include "base/clean.h"

#include <string.h>

/* The length of the valid UTF-8 sequence at p (RFC 3629 section 4), 0 when there is none. */
static size_t sequence(const uint8_t *p, size_t len, uint32_t *ret)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t n = p[0] < 0x80       ? 1
	           : p[0] >> 5 == 6  ? 2
	           : p[0] >> 4 == 14 ? 3
	           : p[0] >> 3 == 30 ? 4
	                             : 0;
	uint32_t code = n > 1 ? p[0] & (0x7fU >> n) : p[0];

	if (n == 0 || n > len) {
		return 0;
	}
	for (size_t i = 1; i < n; i++) {
		if (p[i] >> 6 != 2) {
			return 0;
		}
		code = code << 6 | (p[i] & 0x3fU);
	}
	if (code < least[n] || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
		return 0;
	}
	*ret = code;
	return n;
}

static bool printable(uint32_t code)
{
	return code >= 0x20 && (code < 0x7f || code > 0x9f) &&
	       !(code >= 0x202a && code <= 0x202e) && !(code >= 0x2066 && code <= 0x2069) &&
	       code != 0x200e && code != 0x200f && code != 0x061c && code != 0x2028 &&
	       code != 0x2029 && code != 0xfeff && (code & 0xfffe) != 0xfffe;
}

void clean_put(struct buf *buf, const void *bytes, size_t len, size_t max)
{
	const uint8_t *p = bytes;
	size_t at = 0;
	size_t limit = len < max ? len : max;

	while (at < limit) {
		uint32_t code = 0;
		size_t n = sequence(p + at, len - at, &code);

		if (n > 0 && printable(code)) {
			buf_put(buf, (const char *)p + at, n);
			at += n;
			continue;
		}
		for (size_t i = 0; i < (n > 0 ? n : 1); i++) {
			buf_puts(buf, "\\x");
			buf_putc(buf, "0123456789abcdef"[p[at + i] >> 4]);
			buf_putc(buf, "0123456789abcdef"[p[at + i] & 15]);
		}
		at += n > 0 ? n : 1;
	}
	if (at < len) {
		buf_puts(buf, "...");
	}
}
