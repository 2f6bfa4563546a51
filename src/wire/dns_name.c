/* SPDX-License-Identifier: Apache-2.0 */
/* Names in DNS messages. A pointer must point before the place where the name, or the part of it
 * that led here, began: each jump goes strictly backwards, so the walk ends whatever the bytes say.
 * Real compressors only point backwards (RFC 1035 section 4.1.4: "a prior occurrence"). */
#include "wire/dns_name.h"

#include <errno.h>
#include <stdbool.h>

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Reads one character of a label, which may be escaped. -EINVAL when it cannot be asked. */
static int one_char(const char **text)
{
	const char *p = *text;
	int value = (uint8_t)*p++;

	if (value != '\\') {
		/* Blank, control and non-ASCII bytes are typing errors or IDNs, not names. */
		*text = p;
		return value > 0x20 && value < 0x7f ? value : -EINVAL;
	}
	if (digit(p[0])) {
		if (!digit(p[1]) || !digit(p[2])) {
			return -EINVAL;
		}
		value = (p[0] - '0') * 100 + (p[1] - '0') * 10 + (p[2] - '0');
		*text = p + 3;
		return value <= 255 ? value : -EINVAL;
	}
	value = (uint8_t)*p;
	*text = p + 1;
	return value > 0x20 && value < 0x7f ? value : -EINVAL;
}

int dns_name_build(const char *text, uint8_t bytes[static DNS_NAME_BYTES])
{
	size_t label = 0; /* where the length of the current label stands */
	size_t at = 1;

	if (text[0] == '\0') {
		return -EINVAL;
	}
	if (text[0] == '.' && text[1] == '\0') {
		bytes[0] = 0;
		return 1;
	}
	while (*text != '\0') {
		int c = 0;

		if (*text == '.') {
			if (at == label + 1) {
				return -EINVAL;
			}
			bytes[label] = (uint8_t)(at - label - 1);
			label = at++;
			text++;
			continue;
		}
		c = one_char(&text);
		/* 255 bytes in all: one must stay for the root label. */
		if (c < 0 || at - label > 63 || at >= DNS_NAME_BYTES - 1) {
			return -EINVAL;
		}
		bytes[at++] = (uint8_t)c;
	}
	if (at > label + 1) { /* no final dot */
		bytes[label] = (uint8_t)(at - label - 1);
		label = at;
	}
	bytes[label] = 0;
	return (int)label + 1;
}

/* Appends the bytes of a label; what would be read as something else is escaped. */
static void put_label(struct buf *buf, const uint8_t *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		uint8_t c = bytes[i];

		if (c > 0x20 && c < 0x7f) {
			if (c == '.' || c == '\\') {
				buf_putc(buf, '\\');
			}
			buf_putc(buf, (char)c);
		} else {
			buf_putc(buf, '\\');
			buf_putc(buf, (char)('0' + c / 100));
			buf_putc(buf, (char)('0' + c / 10 % 10));
			buf_putc(buf, (char)('0' + c % 10));
		}
	}
}

int dns_name_parse(struct cursor *c, struct buf *buf)
{
	struct cursor walk = *c;
	size_t lowest = (size_t)(c->at - c->begin); /* a pointer must go before this */
	size_t total = 1;
	bool jumped = false;

	for (;;) {
		uint8_t len = cursor_u8(&walk);
		const uint8_t *label = NULL;

		if (walk.bad) {
			return -EBADMSG;
		}
		if (len >= 0xc0) {
			size_t to = (size_t)(len & 0x3f) << 8 | cursor_u8(&walk);

			if (walk.bad || to >= lowest) {
				return -EBADMSG;
			}
			if (!jumped) {
				*c = walk;
				jumped = true;
			}
			lowest = to;
			cursor_seek(&walk, to);
			continue;
		}
		if (len == 0) {
			break;
		}
		label = cursor_take(&walk, len);
		total += (size_t)len + 1;
		if (len > 63 || label == NULL || total > DNS_NAME_BYTES) {
			return -EBADMSG;
		}
		if (total > (size_t)len + 2) {
			buf_putc(buf, '.');
		}
		put_label(buf, label, len);
	}
	if (total == 1) {
		buf_putc(buf, '.');
	}
	if (!jumped) {
		*c = walk;
	}
	return 0;
}

void dns_name_reverse(const struct addr *addr, char ret[static DNS_NAME_REVERSE_MAX])
{
	static const char digits[] = "0123456789abcdef";
	struct buf buf;

	buf_init(&buf, ret, DNS_NAME_REVERSE_MAX);
	for (int i = 3; addr->family == ADDR_V4 && i >= 0; i--) {
		buf_int(&buf, addr->bytes[i]);
		buf_putc(&buf, '.');
	}
	for (int i = 15; addr->family != ADDR_V4 && i >= 0; i--) {
		buf_putc(&buf, digits[addr->bytes[i] & 15]);
		buf_putc(&buf, '.');
		buf_putc(&buf, digits[addr->bytes[i] >> 4]);
		buf_putc(&buf, '.');
	}
	buf_puts(&buf, addr->family == ADDR_V4 ? "in-addr.arpa" : "ip6.arpa");
}
