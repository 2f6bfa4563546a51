/* SPDX-License-Identifier: Apache-2.0 */
/* The bounded reader. */
#include "base/cursor.h"

#include <string.h>

void cursor_init(struct cursor *c, const void *bytes, size_t size)
{
	*c = (struct cursor){ .at = bytes, .begin = bytes };
	c->end = size > 0 ? c->at + size : c->at;
}

size_t cursor_left(const struct cursor *c)
{
	return c->bad ? 0 : (size_t)(c->end - c->at);
}

const uint8_t *cursor_take(struct cursor *c, size_t size)
{
	const uint8_t *p = c->at;

	if (c->bad || size > cursor_left(c)) {
		c->bad = true;
		return NULL;
	}
	c->at += size;
	return p;
}

static uint32_t number(struct cursor *c, size_t size)
{
	const uint8_t *p = cursor_take(c, size);
	uint32_t value = 0;

	for (size_t i = 0; p != NULL && i < size; i++) {
		value = value << 8 | p[i];
	}
	return value;
}

uint8_t cursor_u8(struct cursor *c)
{
	return (uint8_t)number(c, 1);
}

uint16_t cursor_u16(struct cursor *c)
{
	return (uint16_t)number(c, 2);
}

uint32_t cursor_u24(struct cursor *c)
{
	return number(c, 3);
}

uint32_t cursor_u32(struct cursor *c)
{
	return number(c, 4);
}

struct cursor cursor_sub(struct cursor *c, size_t size)
{
	struct cursor sub = { .bad = true };
	const uint8_t *p = cursor_take(c, size);

	if (p != NULL) {
		cursor_init(&sub, p, size);
	}
	return sub;
}

void cursor_seek(struct cursor *c, size_t offset)
{
	if (c->bad || offset > (size_t)(c->end - c->begin)) {
		c->bad = true;
	} else {
		c->at = c->begin + offset;
	}
}

bool cursor_line(struct cursor *c, const char **ret, size_t *ret_len)
{
	const uint8_t *eol = cursor_left(c) > 0 ? memchr(c->at, '\n', cursor_left(c)) : NULL;
	size_t len = 0;

	if (eol == NULL) {
		return false;
	}
	len = (size_t)(eol - c->at);
	*ret = (const char *)c->at;
	c->at = eol + 1;
	*ret_len = len > 0 && (*ret)[len - 1] == '\r' ? len - 1 : len;
	return true;
}
