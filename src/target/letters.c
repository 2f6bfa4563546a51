/* SPDX-License-Identifier: Apache-2.0 */
/* The characters of a host's text. */
#include "target/letters.h"
#include "base/clean.h"

struct range {
	uint32_t first;
	uint32_t last;
};

static bool in_ranges(uint32_t code, const struct range *ranges, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (code >= ranges[i].first && code <= ranges[i].last) {
			return true;
		}
	}
	return false;
}

static bool is_blank(uint32_t code)
{
	static const struct range blanks[] = {
		{ 0x00, 0x20 },     { 0x7f, 0xa0 },     { 0x1680, 0x1680 }, { 0x2000, 0x200a },
		{ 0x2028, 0x2029 }, { 0x202f, 0x202f }, { 0x205f, 0x205f }, { 0x3000, 0x3000 },
	};

	return in_ranges(code, blanks, sizeof(blanks) / sizeof(blanks[0]));
}

/* What no name has outside ASCII, though names in other scripts are fine (RFC 5892 derives it from
 * the Unicode categories; here are the blocks that get into names by copying and by input methods):
 * Latin-1 signs, soft hyphen, general punctuation with its dashes and quotes and invisible
 * characters, the dots and brackets of CJK, full-width forms, byte order mark, private use. */
static bool is_foreign(uint32_t code)
{
	static const struct range signs[] = {
		{ 0xa1, 0xa9 },     { 0xab, 0xb6 },     { 0xb8, 0xb9 },     { 0xbb, 0xbf },
		{ 0xd7, 0xd7 },     { 0xf7, 0xf7 },     { 0x034f, 0x034f }, { 0x061c, 0x061c },
		{ 0x180b, 0x180e }, { 0x2000, 0x206f }, { 0x3001, 0x3004 }, { 0x3008, 0x3011 },
		{ 0x3014, 0x301f }, { 0xe000, 0xf8ff }, { 0xfe00, 0xfe19 }, { 0xfe30, 0xfe6f },
		{ 0xfeff, 0xfeff }, { 0xff00, 0xff65 }, { 0xffe0, 0xffff }, { 0xe0000, 0x10ffff },
	};

	return in_ranges(code, signs, sizeof(signs) / sizeof(signs[0]));
}

bool letters_is_name(char c)
{
	return text_is_letter(c) || text_is_digit(c) || c == '-' || c == '.' || c == '_';
}

/* "ｅ" (U+FF45); an invisible character by its number alone. */
static void put_character(struct buf *buf, struct span bytes, uint32_t code)
{
	bool visible = code > 0x20 && !is_blank(code) && !(code >= 0x200b && code <= 0x200f) &&
	               !(code >= 0x2028 && code <= 0x202e) && !(code >= 0x2060 && code <= 0x206f) &&
	               code != 0xad && code != 0xfeff && code < 0xe000;
	static const char *const zeros[] = { "000", "00", "0", "" };
	size_t digits = code < 0x10 ? 0 : code < 0x100 ? 1 : code < 0x1000 ? 2 : 3;

	visible = visible || (code >= 0xff00 && code <= 0xffee);
	if (visible) {
		clean_put(buf, bytes.at, bytes.len, bytes.len);
	}
	if (!visible || code >= 0x80) {
		buf_puts(buf, visible ? " (U+" : "U+");
		buf_puts(buf, zeros[digits]);
		buf_hex(buf, code);
		buf_puts(buf, visible ? ")" : "");
	}
}

void letters_put(struct buf *buf, struct span text)
{
	uint32_t code = 0;

	if (text.len > 0 && text_utf8(text, &code) == text.len) {
		put_character(buf, text, code);
	} else {
		clean_put(buf, text.at, text.len, 40);
	}
}

/* The zero-width joiners belong to names in some scripts (RFC 5892 appendix A): between two
 * characters outside ASCII they may stand. */
static bool joins(struct span text, size_t at, uint32_t code)
{
	return (code == 0x200c || code == 0x200d) && at > 0 && at + 3 < text.len &&
	       (text.at[at - 1] & 0x80) != 0 && (text.at[at + 3] & 0x80) != 0;
}

enum flaw letters_check(struct span text, struct buf *what)
{
	for (size_t i = 0; i < text.len;) {
		struct span here = text_from(text, i);
		uint32_t code = (uint8_t)here.at[0];
		size_t n = text_utf8(here, &code);
		bool bad = n == 0 || (n == 1 && !letters_is_name(here.at[0])) || is_foreign(code) ||
		           (i == 0 && here.at[0] == '-');

		if (n > 0 && is_blank(code)) {
			if (code < 0x80) { /* quoted, the text shows it better than its number */
				clean_put(what, text.at, text.len, 40);
			} else {
				put_character(what, text_head(here, n), code);
			}
			return FLAW_BLANK;
		}
		if (bad && !joins(text, i, code)) {
			if (n == 0) {
				clean_put(what, here.at, 1, 1);
			} else {
				put_character(what, text_head(here, n), code);
			}
			return FLAW_CHARACTER;
		}
		i += n;
	}
	return FLAW_NONE;
}
