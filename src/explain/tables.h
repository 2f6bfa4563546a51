/* SPDX-License-Identifier: Apache-2.0 */
/* The tables that tools/embed-pages.py makes from docs/causes at build time. Texts are offsets into
 * one array, so that the tables need no relocation and cost nothing at start-up. */
#pragma once
#include "explain/explain.h"

#include <stddef.h>
#include <stdint.h>

enum phrase_flag {
	PHRASE_START = 1, /* nothing stands before it */
	PHRASE_LONE = 2,  /* a bare number: counts only at the start of a short text */
	PHRASE_MORE = 4,  /* something follows it */
};

/* One thing that programs say for a cause. */
struct phrase {
	uint32_t said;   /* in tables_text: as the page writes it */
	uint32_t first;  /* in tables_terms */
	uint16_t cause;  /* in tables_pages */
	uint16_t weight; /* how rare its words are among all phrases, 1 to 999 */
	uint8_t n_terms;
	uint8_t strength; /* 3 means just this cause, 2 often this one, 1 it can be */
	uint8_t flags;
};

/* A word of a phrase, and how many words further than the one before it may stand at most. */
struct phrase_term {
	uint16_t term;
	uint16_t gap;
};

/* A word that may stand in a text; words of one meaning share a term, 0 means nothing. */
struct word_entry {
	uint32_t word; /* in tables_text */
	uint16_t term;
};

/* N_EXPLAIN_LANGS times tables_n_causes, sorted by id; id is NULL where a language lacks a page. */
extern const struct explain_page tables_pages[];
extern const size_t tables_n_causes;
extern const struct phrase tables_phrases[];
extern const size_t tables_n_phrases;
extern const struct phrase_term tables_terms[];
extern const struct word_entry tables_words[]; /* sorted by word */
extern const size_t tables_n_words;
extern const char tables_text[];
