/* SPDX-License-Identifier: Apache-2.0 */
/* The pages of docs/causes, compiled in: by the id of a cause, and by the text of an error. */
#pragma once
#include <stddef.h>

enum explain_lang { EXPLAIN_EN, EXPLAIN_JA, N_EXPLAIN_LANGS };

/* All strings are constant and live for ever. */
struct explain_page {
	const char *id;    /* "port.refused" */
	const char *title; /* "Nothing accepts on that port" */
	const char *who;   /* who can fix it: you, names, network, server or cloud */
	const char *text;  /* the page for a terminal: lines of at most 80 columns */
};

struct explain_match {
	const char *cause;   /* "port.refused" */
	const char *title;   /* in English */
	const char *because; /* what was recognised, as the page writes it: "Connection refused" */
};

/* The page of a cause in that language, in English where it was not translated; NULL where no
 * cause has this id. */
const struct explain_page *explain_find(const char *id, enum explain_lang lang);

/* The i-th page in the order of ids; NULL past the last one. */
const struct explain_page *explain_at(size_t i, enum explain_lang lang);

/* Which causes the len bytes of an error text speak of, best first, at most max of them. Case,
 * numbers, names and addresses in the text do not matter. Any bytes are welcome; what follows the
 * first 1024 known words is ignored. Returns how many there are: 0 where nothing speaks of a
 * connection. */
int explain_search(const char *text, size_t len, struct explain_match *ret, int max);
