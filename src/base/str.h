/* SPDX-License-Identifier: Apache-2.0 */
/* The little word and number reading that pure rooms need. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Reads a decimal number, with a sign, from exactly len bytes. 0, or -1 when it is none. */
int str_to_int(const char *text, size_t len, int64_t *ret);

/* The letter in lower case, if it is one of A to Z; any other byte as it is. */
char str_lower(char c);

/* Whether the len bytes at text are exactly word. */
bool str_is(const char *text, size_t len, const char *word);
