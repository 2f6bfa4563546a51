/* SPDX-License-Identifier: Apache-2.0 */
/* The text buffer and the number conversions. */
#include "base/buf.h"

#include <string.h>

void buf_init(struct buf *buf, char *text, size_t size)
{
	*buf = (struct buf){ .text = text, .size = size };
	text[0] = '\0';
}

void buf_put(struct buf *buf, const char *bytes, size_t n)
{
	size_t room = buf->size - buf->len - 1;

	if (n > room) {
		n = room;
		buf->cut = true;
	}
	memcpy(buf->text + buf->len, bytes, n);
	buf->len += n;
	buf->text[buf->len] = '\0';
}

void buf_puts(struct buf *buf, const char *text)
{
	buf_put(buf, text, strlen(text));
}

void buf_putc(struct buf *buf, char c)
{
	buf_put(buf, &c, 1);
}

static void put_digits(struct buf *buf, uint64_t value, unsigned base)
{
	char digits[24];
	size_t n = sizeof(digits);

	do {
		digits[--n] = "0123456789abcdef"[value % base];
		value /= base;
	} while (value != 0);
	buf_put(buf, digits + n, sizeof(digits) - n);
}

void buf_int(struct buf *buf, int64_t value)
{
	if (value < 0) {
		buf_putc(buf, '-');
	}
	put_digits(buf, value < 0 ? 0 - (uint64_t)value : (uint64_t)value, 10);
}

void buf_hex(struct buf *buf, uint32_t value)
{
	put_digits(buf, value, 16);
}
