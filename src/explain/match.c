/* SPDX-License-Identifier: Apache-2.0 */
/* A phrase stands in a text when its words stand there in order and close together. How sure a page
 * is of its phrase counts first, how rare the phrase's words are second. */
#include "explain/match.h"

#include <stdbool.h>

enum {
	STRENGTH_WORTH = 1000, /* above every weight, so that a sure phrase always leads */
	AGAIN_WORTH = 40,      /* for each further phrase of the same cause */
	LONE_WORDS = 5,
};

/* Where the term stands after word i, no further than the gap; -1 where it does not. */
static int next_word(const struct words *w, int i, const struct phrase_term *term)
{
	const struct word *from = &w->word[i];

	for (int k = i + 1; k < w->n; k++) {
		const struct word *to = &w->word[k];

		if (to->place - from->place > term->gap ||
		    to->nth - from->nth > 4 * (term->gap + 1)) {
			return -1;
		}
		if (to->term == term->term) {
			return k;
		}
	}
	return -1;
}

static bool stands_at(const struct words *w, int start, const struct phrase *phrase)
{
	const struct phrase_term *term = &tables_terms[phrase->first];
	int at = start;

	for (int i = 1; i < phrase->n_terms && at >= 0; i++) {
		at = next_word(w, at, &term[i]);
	}
	return at >= 0;
}

static bool stands(const struct words *w, const struct phrase *phrase)
{
	uint16_t first = tables_terms[phrase->first].term;

	if (phrase->flags & PHRASE_LONE && (w->n_unknown > 0 || w->n > LONE_WORDS)) {
		return false;
	}
	for (int i = 0; i < w->n; i++) {
		if (phrase->flags && w->word[i].nth > 0) {
			return false;
		}
		if (w->word[i].term == first && stands_at(w, i, phrase)) {
			return true;
		}
	}
	return false;
}

/* Puts a match where its score belongs; the least of too many falls out. */
static int insert(struct match *list, int n, struct match match)
{
	int i = n < MATCH_MAX ? n : MATCH_MAX - 1;

	if (n == MATCH_MAX && list[i].score >= match.score) {
		return n;
	}
	for (; i > 0 && list[i - 1].score < match.score; i--) {
		list[i] = list[i - 1];
	}
	list[i] = match;
	return n < MATCH_MAX ? n + 1 : n;
}

int match_words(const struct words *words, struct match ret[MATCH_MAX])
{
	const struct phrase *phrase = tables_phrases, *end = tables_phrases + tables_n_phrases;
	int n = 0;

	while (phrase < end) { /* the phrases of a cause stand together */
		struct match best = { 0 };
		uint16_t cause = phrase->cause;
		int again = -1;

		for (; phrase < end && phrase->cause == cause; phrase++) {
			int score = phrase->strength * STRENGTH_WORTH + phrase->weight;

			if (!stands(words, phrase)) {
				continue;
			}
			again++;
			if (score > best.score) {
				best = (struct match){ .phrase = phrase, .score = score };
			}
		}
		if (best.phrase) {
			best.score += AGAIN_WORTH * again;
			n = insert(ret, n, best);
		}
	}
	return n;
}
