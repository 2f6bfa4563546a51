/* SPDX-License-Identifier: Apache-2.0 */
/* Pieces of a text that somebody else owns, and the little that target asks about them. */
#pragma once
#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct span {
	const char *at;
	size_t len;
};

/* The part of text from offset on, and its first len bytes; offsets beyond the end give its end. */
struct span text_from(struct span text, size_t offset);
struct span text_head(struct span text, size_t len);

/* Whether text is word, or begins or ends with it; ASCII letters of either case are equal. */
bool text_is(struct span text, const char *word);
bool text_starts(struct span text, const char *word);
bool text_ends(struct span text, const char *word);

/* Whether text is one of the words of a list that ends with NULL; case as above. */
bool text_is_any(struct span text, const char *const *words);

/* Offset of the first (last) byte of text that is one of chars, and of word in text; text.len when
 * there is none. */
size_t text_find(struct span text, const char *chars);
size_t text_find_last(struct span text, const char *chars);
size_t text_find_word(struct span text, const char *word);

/* Whether text has at least one byte and each byte is a decimal digit. */
bool text_is_number(struct span text);

/* Whether c is 0-9; whether it is an ASCII letter. */
bool text_is_digit(char c);
bool text_is_letter(char c);

/* Value of a hexadecimal digit, -1 for another character. */
int text_hex(char c);

/* Appends text with each %XX as the byte it stands for (RFC 3986 2.1); a % that no two hexadecimal
 * digits follow stays. false when a byte would be NUL, which is then left out. */
bool text_decode(struct buf *buf, struct span text);

/* The code point at the beginning of a text that is not empty and the number of its bytes; 0 bytes
 * where no valid UTF-8 begins (RFC 3629 section 4). */
size_t text_utf8(struct span text, uint32_t *ret_code);

/* Takes an incomplete UTF-8 sequence off the end of a buffer that was cut. */
void text_trim(struct buf *buf);
