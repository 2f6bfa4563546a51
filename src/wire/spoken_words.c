/* SPDX-License-Identifier: Apache-2.0 */
/* The words of the protocols, from spoken.def. */
#include "wire/spoken.h"

#include <string.h>

static const struct {
	const char *word, *title;
	bool unasked;
} spokens[N_WIRE_SPOKEN] = {
#define SPOKEN(id, first, text, words) [WIRE_SPOKEN_##id] = { text, words, first },
#include "wire/spoken.def"
};

const char *spoken_word(enum wire_spoken spoken)
{
	return spoken < N_WIRE_SPOKEN ? spokens[spoken].word : spokens[WIRE_SPOKEN_UNKNOWN].word;
}

const char *spoken_title(enum wire_spoken spoken)
{
	return spoken < N_WIRE_SPOKEN ? spokens[spoken].title : spokens[WIRE_SPOKEN_UNKNOWN].title;
}

int spoken_from_word(const char *word)
{
	for (int i = 0; i < N_WIRE_SPOKEN; i++) {
		if (strcmp(spokens[i].word, word) == 0) {
			return i;
		}
	}
	return -1;
}

bool spoken_unasked(enum wire_spoken spoken)
{
	return spoken < N_WIRE_SPOKEN && spokens[spoken].unasked;
}
