/* SPDX-License-Identifier: Apache-2.0 */
/* STUN messages, as RFC 8489 section 5 has them: a header of 20 bytes, then attributes that are
 * padded to four. */
#include "wire/stun.h"

#include "base/cursor.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>

enum {
	BINDING_REQUEST = 0x0001,
	BINDING_SUCCESS = 0x0101,
	BINDING_ERROR = 0x0111,
	MAPPED_ADDRESS = 0x0001,
	XOR_MAPPED_ADDRESS = 0x0020,
	FAMILY_IPV4 = 1,
	FAMILY_IPV6 = 2,
	COOKIE_HIGH = 0x2112,
	ATTRIBUTES_MAX = 64,
	TEXT_MAX = 64,
};

static const uint8_t cookie[4] = { 0x21, 0x12, 0xa4, 0x42 };

void stun_build(const uint8_t id[STUN_ID_SIZE], uint8_t ret[STUN_REQUEST_SIZE])
{
	memset(ret, 0, STUN_REQUEST_SIZE);
	ret[1] = BINDING_REQUEST;
	memcpy(ret + 4, cookie, sizeof(cookie));
	memcpy(ret + 8, id, STUN_ID_SIZE);
}

/* Both forms of the attribute; the newer one is combined with cookie and transaction, so that no
 * box on the way rewrites it (14.2). */
static bool read_address(struct cursor *c, const uint8_t *id, bool combined, struct addr *ret,
                         uint16_t *ret_port)
{
	uint8_t mask[16];
	uint8_t family = 0;
	size_t size = 0;
	const uint8_t *bytes = NULL;

	memcpy(mask, cookie, sizeof(cookie));
	memcpy(mask + sizeof(cookie), id, STUN_ID_SIZE);
	(void)cursor_u8(c);
	family = cursor_u8(c);
	*ret_port = cursor_u16(c);
	size = family == FAMILY_IPV4 ? 4 : family == FAMILY_IPV6 ? 16 : 0;
	bytes = size > 0 ? cursor_take(c, size) : NULL;
	if (bytes == NULL) {
		return false;
	}
	*ret = (struct addr){ .family = size == 4 ? ADDR_V4 : ADDR_V6 };
	memcpy(ret->bytes, bytes, size);
	if (combined) {
		*ret_port ^= COOKIE_HIGH;
		for (size_t i = 0; i < size; i++) {
			ret->bytes[i] ^= mask[i];
		}
	}
	return true;
}

int stun_parse(const void *bytes, size_t size, const uint8_t id[STUN_ID_SIZE],
               struct addr *ret_addr, uint16_t *ret_port)
{
	struct cursor c;
	uint16_t type = 0;
	uint16_t length = 0;
	const uint8_t *their_cookie = NULL;
	const uint8_t *their_id = NULL;
	bool found = false;

	cursor_init(&c, bytes, size);
	type = cursor_u16(&c);
	length = cursor_u16(&c);
	their_cookie = cursor_take(&c, sizeof(cookie));
	their_id = cursor_take(&c, STUN_ID_SIZE);
	if (their_cookie == NULL || their_id == NULL || memcmp(their_id, id, STUN_ID_SIZE) != 0 ||
	    memcmp(their_cookie, cookie, sizeof(cookie)) != 0) {
		return -EAGAIN;
	}
	if (type != BINDING_SUCCESS) {
		return type == BINDING_ERROR ? -EPROTO : -EBADMSG;
	}
	c = cursor_sub(&c, length);
	for (int i = 0; i < ATTRIBUTES_MAX && cursor_left(&c) >= 4; i++) {
		uint16_t name = cursor_u16(&c);
		uint16_t value_size = cursor_u16(&c);
		struct cursor value = cursor_sub(&c, value_size);
		bool combined = name == XOR_MAPPED_ADDRESS;

		if (cursor_left(&c) >= 4) {
			(void)cursor_take(&c, (4U - value_size % 4U) % 4U);
		}
		if ((combined || (name == MAPPED_ADDRESS && !found)) &&
		    read_address(&value, id, combined, ret_addr, ret_port)) {
			found = true;
			if (combined) {
				return 0;
			}
		}
	}
	return found ? 0 : -EBADMSG;
}

int stun_parse_page(const void *bytes, size_t size, struct addr *ret)
{
	const char *text = bytes;

	for (size_t at = 0; at < size;) {
		size_t n = 0;

		while (at + n < size && n <= TEXT_MAX && text[at + n] > ' ' &&
		       text[at + n] < 0x7f) {
			n++;
		}
		if (n > 0 && n <= TEXT_MAX && addr_parse(text + at, n, ret) == 0) {
			return 0;
		}
		at += n > 0 ? n : 1;
	}
	return -EBADMSG;
}
