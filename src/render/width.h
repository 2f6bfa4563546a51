/* SPDX-License-Identifier: Apache-2.0 */
/* How many columns a text takes on a terminal. wcwidth() knows nothing without a locale, so the
 * wide ranges stand here (Unicode 15 EastAsianWidth.txt, W and F). */
#pragma once
#include <stddef.h>

/* Columns of the first len bytes of valid UTF-8; ambiguous characters count 1, marks 0. */
size_t width_of(const char *text, size_t len);

/* How many bytes of text (len of them) fit into columns, without splitting a character. */
size_t width_fit(const char *text, size_t len, size_t columns);
