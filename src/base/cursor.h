/* SPDX-License-Identifier: Apache-2.0 */
/* A bounded reader for foreign bytes. Its error is sticky: read the whole message, then test bad
 * once. Reading past the end gives zeros and sets bad; nothing is ever read outside the bytes. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cursor {
	const uint8_t *at;
	const uint8_t *end;
	const uint8_t *begin;
	bool bad; /* something was read that was not there, or the reader said so */
};

/* Starts reading size bytes at bytes, which must outlive the cursor. */
void cursor_init(struct cursor *c, const void *bytes, size_t size);

/* How many bytes are left; 0 once bad. */
size_t cursor_left(const struct cursor *c);

/* The next number, big-endian (network order) of 1, 2, 3, 4 bytes. 0 when it is not there. */
uint8_t cursor_u8(struct cursor *c);
uint16_t cursor_u16(struct cursor *c);
uint32_t cursor_u24(struct cursor *c);
uint32_t cursor_u32(struct cursor *c);

/* The next size bytes, which stay where they are; NULL (and bad) when they are not all there. */
const uint8_t *cursor_take(struct cursor *c, size_t size);

/* A cursor over the next size bytes; an empty bad one when they are not all there. */
struct cursor cursor_sub(struct cursor *c, size_t size);

/* Goes to the offset (from the beginning); bad when that is outside. */
void cursor_seek(struct cursor *c, size_t offset);

/* Takes up to and including the next '\n'. The line without its end ("\r\n" or "\n") is at *ret,
 * its length in *ret_len. false, without moving, where no whole line is left. */
bool cursor_line(struct cursor *c, const char **ret, size_t *ret_len);
