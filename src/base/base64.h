/* SPDX-License-Identifier: Apache-2.0 */
/* Base64 (RFC 4648 section 4), both ways. */
#pragma once
#include "base/buf.h"

/* Appends the len bytes as base64, with padding. */
void base64_put(struct buf *buf, const void *bytes, size_t len);

/* Decodes exactly len characters into ret, which has size bytes. How many bytes they were; -1 for
 * a character that is none, a wrong length or padding, or when it does not fit. */
int base64_take(const char *text, size_t len, uint8_t *ret, size_t size);
