/* SPDX-License-Identifier: Apache-2.0 */
/* A text as the words that the phrases know: tools/embed-pages.py reads phrases the same way. */
#pragma once
#include <stddef.h>
#include <stdint.h>

enum { WORDS_MAX = 1024 };

struct word {
	uint16_t term;
	uint16_t place; /* how many blank-separated pieces of text stand before it */
	uint16_t nth;   /* how many words, known or not, stand before it */
};

struct words {
	int n;
	int n_unknown;
	struct word word[WORDS_MAX];
};

/* Reads len bytes of any text. */
void words_read(const char *text, size_t len, struct words *ret);
