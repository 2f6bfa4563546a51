/* SPDX-License-Identifier: Apache-2.0 */
/* A text buffer over memory that somebody else owns; what does not fit is cut and said. Always
 * NUL-terminated. Also the little number reading and writing that pure rooms need. */
#pragma once
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf {
	char *text;
	size_t size;
	size_t len;
	bool cut;
};

/* Starts an empty buffer over size (at least 1) bytes at text. */
void buf_init(struct buf *buf, char *text, size_t size);

/* Appends n bytes, a NUL-terminated text, one character, a decimal number. */
void buf_put(struct buf *buf, const char *bytes, size_t n);
void buf_puts(struct buf *buf, const char *text);
void buf_putc(struct buf *buf, char c);
void buf_int(struct buf *buf, int64_t value);

/* Appends value as lower-case hexadecimal without leading zeros. */
void buf_hex(struct buf *buf, uint32_t value);
