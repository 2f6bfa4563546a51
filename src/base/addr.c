/* SPDX-License-Identifier: Apache-2.0 */
/* Reading and writing IP addresses. */
#include "base/addr.h"

#include <string.h>

static int parse_v4(const char *text, size_t len, uint8_t *ret)
{
	size_t at = 0;

	for (int part = 0; part < 4; part++) {
		unsigned value = 0;
		size_t start = at;

		while (at < len && text[at] >= '0' && text[at] <= '9' && at - start < 3) {
			value = value * 10 + (unsigned)(text[at++] - '0');
		}
		if (at == start || value > 255 || (part < 3 && (at == len || text[at++] != '.'))) {
			return -1;
		}
		ret[part] = (uint8_t)value;
	}
	return at == len ? 0 : -1;
}

static int hex_digit(char c)
{
	const char *digits = "0123456789abcdef";
	const char *p = c == '\0' ? NULL : strchr(digits, c | ((c >= 'A' && c <= 'F') ? 0x20 : 0));

	return p == NULL ? -1 : (int)(p - digits);
}

/* One group: up to four hexadecimal digits, or, with room for four bytes, an IPv4 address that ends
 * the text (RFC 4291 2.2). The bytes written, 0 for neither. */
static size_t read_group(const char *text, size_t len, size_t room, size_t *at, uint8_t *ret)
{
	size_t start = *at;
	unsigned value = 0;

	while (*at < len && hex_digit(text[*at]) >= 0 && *at - start < 4) {
		value = value * 16 + (unsigned)hex_digit(text[(*at)++]);
	}
	if (*at < len && text[*at] == '.') {
		bool fits = room >= 4 && parse_v4(text + start, len - start, ret) == 0;

		*at = len;
		return fits ? 4 : 0;
	}
	ret[0] = (uint8_t)(value >> 8);
	ret[1] = (uint8_t)value;
	return *at > start ? 2 : 0;
}

static int parse_v6(const char *text, size_t len, uint8_t *ret)
{
	uint8_t out[16] = { 0 };
	size_t n = 0;
	size_t gap = SIZE_MAX;
	size_t at = 0;

	if (len >= 2 && text[0] == ':' && text[1] == ':') {
		gap = 0;
		at = 2;
	}
	while (at < len && n < 16) {
		size_t got = read_group(text, len, 16 - n, &at, out + n);

		n += got;
		if (got == 0) {
			return -1;
		}
		if (at == len) {
			break;
		}
		if (text[at++] != ':' || at == len) {
			return -1;
		}
		if (text[at] == ':') {
			if (gap != SIZE_MAX) {
				return -1;
			}
			gap = n;
			at++;
		}
	}
	if (at != len || (gap == SIZE_MAX) != (n == 16)) {
		return -1;
	}
	if (gap != SIZE_MAX) {
		memmove(out + 16 - (n - gap), out + gap, n - gap);
		memset(out + gap, 0, 16 - n);
	}
	memcpy(ret, out, 16);
	return 0;
}

int addr_parse(const char *text, size_t len, struct addr *ret)
{
	struct addr a = { .family = ADDR_V4 };

	if (parse_v4(text, len, a.bytes) < 0) {
		a = (struct addr){ .family = ADDR_V6 };
		if (parse_v6(text, len, a.bytes) < 0) {
			return -1;
		}
	}
	*ret = a;
	return 0;
}

static void format_v6(struct buf *buf, const uint8_t *bytes)
{
	uint32_t group[8];
	int best = -1;
	int best_n = 1;

	for (size_t i = 0; i < 8; i++) {
		group[i] = (uint32_t)bytes[2 * i] << 8 | bytes[2 * i + 1];
	}
	for (int i = 0; i < 8; i++) { /* RFC 5952 4.2: the longest run of zeros, at least two */
		int n = 0;

		while (i + n < 8 && group[i + n] == 0) {
			n++;
		}
		if (n > best_n) {
			best = i;
			best_n = n;
		}
	}
	for (int i = 0; i < 8; i++) {
		if (i == best) {
			buf_puts(buf, "::");
			i += best_n - 1;
			continue;
		}
		if (i > 0 && i != best + best_n) {
			buf_putc(buf, ':');
		}
		buf_hex(buf, group[i]);
	}
}

void addr_format(struct buf *buf, const struct addr *addr)
{
	switch (addr->family) {
	case ADDR_V4:
		for (int i = 0; i < 4; i++) {
			buf_puts(buf, i > 0 ? "." : "");
			buf_int(buf, addr->bytes[i]);
		}
		break;
	case ADDR_V6:
		format_v6(buf, addr->bytes);
		break;
	case ADDR_NONE:
	case N_ADDR_FAMILIES:
		buf_putc(buf, '-');
		break;
	}
}

bool addr_equal(const struct addr *x, const struct addr *y)
{
	return x->family == y->family && memcmp(x->bytes, y->bytes, sizeof(x->bytes)) == 0;
}

struct addr addr_unmapped(const struct addr *addr)
{
	static const uint8_t prefix[12] = { [10] = 0xff, [11] = 0xff };
	struct addr v4 = { .family = ADDR_V4 };

	if (addr->family != ADDR_V6 || memcmp(addr->bytes, prefix, sizeof(prefix)) != 0) {
		return *addr;
	}
	memcpy(v4.bytes, addr->bytes + sizeof(prefix), 4);
	return v4;
}

bool addr_link_local(const struct addr *addr)
{
	return addr->family == ADDR_V6 && addr->bytes[0] == 0xfe && (addr->bytes[1] & 0xc0) == 0x80;
}
