/* SPDX-License-Identifier: Apache-2.0 */
/* Base64, three bytes for four characters. */
#include "base/base64.h"

#include <string.h>

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";

enum { PADDING = 64 };

void base64_put(struct buf *buf, const void *bytes, size_t len)
{
	const uint8_t *p = bytes;

	for (size_t i = 0; i < len; i += 3) {
		size_t n = len - i < 3 ? len - i : 3;
		uint32_t value = (uint32_t)p[i] << 16;

		value |= n > 1 ? (uint32_t)p[i + 1] << 8 : 0;
		value |= n > 2 ? (uint32_t)p[i + 2] : 0;
		buf_putc(buf, digits[value >> 18]);
		buf_putc(buf, digits[value >> 12 & 63]);
		buf_putc(buf, digits[n > 1 ? value >> 6 & 63 : PADDING]);
		buf_putc(buf, digits[n > 2 ? value & 63 : PADDING]);
	}
}

int base64_take(const char *text, size_t len, uint8_t *ret, size_t size)
{
	size_t n = 0;
	uint32_t value = 0;
	size_t padding = len >= 1 && text[len - 1] == '=' ? 1 : 0;

	padding += padding == 1 && len >= 2 && text[len - 2] == '=' ? 1 : 0;
	if (len % 4 != 0 || len / 4 * 3 - padding > size) {
		return -1;
	}
	for (size_t i = 0; i < len; i++) {
		const char *digit = memchr(digits, text[i], PADDING);

		if (digit == NULL && i < len - padding) {
			return -1;
		}
		value = value << 6 | (digit != NULL ? (uint32_t)(digit - digits) : 0);
		for (int shift = 16; i % 4 == 3 && shift >= 0; shift -= 8) {
			if (n < len / 4 * 3 - padding) {
				ret[n++] = (uint8_t)(value >> shift);
			}
		}
		value = i % 4 == 3 ? 0 : value;
	}
	return (int)n;
}
