/* SPDX-License-Identifier: Apache-2.0 */
/* Columns. */
#include "render/width.h"

#include <stdbool.h>
#include <stdint.h>

/* The next character and its size; bytes that are no UTF-8 count as themselves. */
static size_t next(const char *text, size_t len, uint32_t *ret)
{
	const uint8_t *p = (const uint8_t *)text;
	size_t n = p[0] < 0xc0 ? 1 : p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;

	if (n > len) {
		n = 1;
	}
	*ret = n == 1 ? p[0] : p[0] & (0x7fU >> n);
	for (size_t i = 1; i < n; i++) {
		*ret = *ret << 6 | (p[i] & 0x3fU);
	}
	return n;
}

static bool within(uint32_t c, const uint32_t (*ranges)[2], size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (c >= ranges[i][0] && c <= ranges[i][1]) {
			return true;
		}
	}
	return false;
}

static size_t columns_of(uint32_t c)
{
	static const uint32_t wide[][2] = {
		{ 0x1100, 0x115f },   { 0x231a, 0x231b },   { 0x2329, 0x232a },
		{ 0x23e9, 0x23ec },   { 0x25fd, 0x25fe },   { 0x2614, 0x2615 },
		{ 0x26a1, 0x26a1 },   { 0x2705, 0x2705 },   { 0x274c, 0x274e },
		{ 0x2753, 0x2757 },   { 0x2e80, 0x303e },   { 0x3041, 0x33ff },
		{ 0x3400, 0x4dbf },   { 0x4e00, 0xa4cf },   { 0xa960, 0xa97f },
		{ 0xac00, 0xd7a3 },   { 0xf900, 0xfaff },   { 0xfe30, 0xfe6f },
		{ 0xff00, 0xff60 },   { 0xffe0, 0xffe6 },   { 0x1f300, 0x1f64f },
		{ 0x1f680, 0x1f6ff }, { 0x1f900, 0x1f9ff }, { 0x20000, 0x3fffd },
	};
	static const uint32_t marks[][2] = {
		{ 0x300, 0x36f },   { 0x483, 0x489 },   { 0x591, 0x5bd },
		{ 0x610, 0x61a },   { 0x64b, 0x65f },   { 0x200b, 0x200f },
		{ 0x20d0, 0x20ff }, { 0x3099, 0x309a }, { 0xfe00, 0xfe0f },
	};

	if (within(c, marks, sizeof(marks) / sizeof(marks[0]))) {
		return 0;
	}
	return within(c, wide, sizeof(wide) / sizeof(wide[0])) ? 2 : 1;
}

size_t width_of(const char *text, size_t len)
{
	size_t columns = 0;

	for (size_t at = 0; at < len;) {
		uint32_t c = 0;

		at += next(text + at, len - at, &c);
		columns += columns_of(c);
	}
	return columns;
}

size_t width_fit(const char *text, size_t len, size_t columns)
{
	size_t at = 0;
	size_t used = 0;

	while (at < len) {
		uint32_t c = 0;
		size_t n = next(text + at, len - at, &c);

		used += columns_of(c);
		if (used > columns) {
			break;
		}
		at += n;
	}
	return at;
}
