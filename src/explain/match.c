/* SPDX-License-Identifier: Apache-2.0 */
/* A phrase stands in a text when its words stand there in order and close together. How sure a page
 * is of its phrase counts first, how rare the phrase's words are second. */
#include "explain/match.h"

#include <stdbool.h>

enum {
	STRENGTH_WORTH = 1000, /* above every weight, so that a sure phrase always leads */
	AGAIN_WORTH = 40,      /* for each further phrase of the same cause */
	LONE_WORDS = 12,
	LOOSE_WORDS = 16,  /* a longer text is a log, where words meet by chance */
	LOOSE_WEIGHT = 95, /* common words meet in any order without meaning it */
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
	if (at >= 0 && phrase->flags & PHRASE_MORE) {
		return w->word[at].nth + 1 < w->n + w->n_unknown;
	}
	return at >= 0;
}

static bool stands(const struct words *w, const struct phrase *phrase)
{
	uint16_t first = tables_terms[phrase->first].term;
	bool at_start = phrase->flags & (PHRASE_START | PHRASE_LONE);

	if (phrase->flags & PHRASE_LONE && w->n + w->n_unknown > LONE_WORDS) {
		return false;
	}
	for (int i = 0; i < w->n; i++) {
		if (at_start && w->word[i].nth > 0) {
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

static bool holds(const struct words *w, uint16_t term)
{
	for (int i = 0; i < w->n; i++) {
		if (w->word[i].term == term) {
			return true;
		}
	}
	return false;
}

/* The worth of a phrase all of whose words are in the text, in whatever order. */
static int loosely(const struct words *w, const struct phrase *phrase)
{
	const struct phrase_term *term = &tables_terms[phrase->first];

	if (phrase->n_terms < 2 || phrase->weight < LOOSE_WEIGHT) {
		return 0;
	}
	for (int i = 0; i < phrase->n_terms; i++) {
		if (!holds(w, term[i].term)) {
			return 0;
		}
	}
	return phrase->strength * STRENGTH_WORTH + phrase->weight;
}

static int strictly(const struct words *w, const struct phrase *phrase)
{
	return stands(w, phrase) ? phrase->strength * STRENGTH_WORTH + phrase->weight : 0;
}

/* Fills the list with the best phrase of each cause, by what score() says of one; 0 is none. */
static int rank(const struct words *words, struct match ret[MATCH_MAX],
                int (*score)(const struct words *w, const struct phrase *phrase))
{
	const struct phrase *phrase = tables_phrases;
	const struct phrase *end = tables_phrases + tables_n_phrases;
	int n = 0;

	while (phrase < end) { /* the phrases of a cause stand together */
		struct match best = { 0 };
		uint16_t cause = phrase->cause;
		int again = -1;

		for (; phrase < end && phrase->cause == cause; phrase++) {
			int worth = score(words, phrase);

			again += worth > 0;
			if (worth > best.score) {
				best = (struct match){ .phrase = phrase, .score = worth };
			}
		}
		if (best.phrase) {
			best.score += AGAIN_WORTH * again;
			n = insert(ret, n, best);
		}
	}
	return n;
}

int match_words(const struct words *words, struct match ret[MATCH_MAX])
{
	int n = rank(words, ret, strictly);

	if (n == 0 && words->n + words->n_unknown <= LOOSE_WORDS) {
		n = rank(words, ret, loosely);
	}
	return n;
}
