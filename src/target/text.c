/* SPDX-License-Identifier: Apache-2.0 */
/* Pieces of text: comparing, finding, decoding. */
#include "target/text.h"
#include "base/str.h"

#include <string.h>

struct span text_from(struct span text, size_t offset)
{
	if (offset > text.len) {
		offset = text.len;
	}
	/* nothing is added to the NULL of a part that is not there */
	return (struct span){ offset > 0 ? text.at + offset : text.at, text.len - offset };
}

struct span text_head(struct span text, size_t len)
{
	return (struct span){ text.at, len < text.len ? len : text.len };
}

bool text_is(struct span text, const char *word)
{
	return strlen(word) == text.len && text_starts(text, word);
}

/* Not strncasecmp(), which follows the locale. */
bool text_starts(struct span text, const char *word)
{
	size_t i = 0;

	while (word[i] != '\0' && i < text.len && str_lower(text.at[i]) == str_lower(word[i])) {
		i++;
	}
	return word[i] == '\0';
}

bool text_ends(struct span text, const char *word)
{
	size_t n = strlen(word);

	return n <= text.len && text_starts(text_from(text, text.len - n), word);
}

bool text_is_any(struct span text, const char *const *words)
{
	for (; *words != NULL; words++) {
		if (text_is(text, *words)) {
			return true;
		}
	}
	return false;
}

static bool one_of(char c, const char *chars)
{
	return c != '\0' && strchr(chars, c) != NULL;
}

size_t text_find(struct span text, const char *chars)
{
	for (size_t i = 0; i < text.len; i++) {
		if (one_of(text.at[i], chars)) {
			return i;
		}
	}
	return text.len;
}

size_t text_find_last(struct span text, const char *chars)
{
	for (size_t i = text.len; i > 0; i--) {
		if (one_of(text.at[i - 1], chars)) {
			return i - 1;
		}
	}
	return text.len;
}

size_t text_find_word(struct span text, const char *word)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text_starts(text_from(text, i), word)) {
			return i;
		}
	}
	return text.len;
}

bool text_is_number(struct span text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (!text_is_digit(text.at[i])) {
			return false;
		}
	}
	return text.len > 0;
}

bool text_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool text_is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int text_hex(char c)
{
	if (text_is_digit(c)) {
		return c - '0';
	}
	c = str_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool text_decode(struct buf *buf, struct span text)
{
	bool good = true;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];

		if (c == '%' && i + 2 < text.len) {
			const int high = text_hex(text.at[i + 1]);
			const int low = text_hex(text.at[i + 2]);

			if (high >= 0 && low >= 0) {
				c = (char)(high << 4 | low);
				i += 2;
			}
		}
		if (c == '\0') {
			good = false;
			continue;
		}
		buf_putc(buf, c);
	}
	return good;
}

size_t text_utf8(struct span text, uint32_t *ret_code)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	uint8_t first = (uint8_t)text.at[0];
	size_t n = first < 0x80       ? 1
	           : first >> 5 == 6  ? 2
	           : first >> 4 == 14 ? 3
	           : first >> 3 == 30 ? 4
	                              : 0;
	uint32_t code = n > 1 ? first & (0x7fU >> n) : first;

	if (n == 0 || n > text.len) {
		return 0;
	}
	for (size_t i = 1; i < n; i++) {
		uint8_t next = (uint8_t)text.at[i];

		if (next >> 6 != 2) {
			return 0;
		}
		code = code << 6 | (next & 0x3fU);
	}
	if (code < least[n] || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
		return 0;
	}
	*ret_code = code;
	return n;
}

void text_trim(struct buf *buf)
{
	size_t start = buf->len;
	uint32_t code = 0;

	if (!buf->cut) {
		return;
	}
	while (start > 0 && buf->len - start < 3 && (buf->text[start - 1] & 0xc0) == 0x80) {
		start--;
	}
	if (start > 0 && (buf->text[start - 1] & 0x80) != 0) {
		start--;
	}
	while (start < buf->len) {
		size_t n = text_utf8((struct span){ buf->text + start, buf->len - start }, &code);

		if (n == 0) {
			buf->len = start;
			buf->text[start] = '\0';
			return;
		}
		start += n;
	}
}
