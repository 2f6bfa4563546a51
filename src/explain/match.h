/* SPDX-License-Identifier: Apache-2.0 */
/* Which phrases stand in a text. */
#pragma once
#include "explain/tables.h"
#include "explain/words.h"

enum { MATCH_MAX = 16 };

struct match {
	const struct phrase *phrase; /* the best one of its cause */
	int score;
};

/* The causes whose phrases stand in the text, best first, one match for each. Returns how many. */
int match_words(const struct words *words, struct match ret[MATCH_MAX]);
