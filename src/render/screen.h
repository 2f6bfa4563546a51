/* SPDX-License-Identifier: Apache-2.0 */
/* The screen: a verdict, what proves it, and what to do next. */
#pragma once
#include "base/buf.h"
#include "judge/judge.h"

#include <stdio.h>

struct screen_options {
	int columns; /* of the terminal */
	bool color;
	bool verbose; /* all evidence, and the row of the rules; then there is no limit of lines */
};

/* Writes the screen of the main run to out; 24 lines at most, 100 columns at most. Errors of the
 * stream stay in it. 0, or -ENOMEM. */
int screen_write(const struct store *store, const struct judgement *k,
                 const struct screen_options *options, FILE *out);

/* Appends the first line: "REFUSED: 10.0.3.15 is up, ...". */
void screen_sentence(const struct judgement *k, const struct verdict *v, struct buf *b);

/* Who can fix the verdict's cause (which it must have), as the screen says it. */
const char *screen_who(const struct verdict *v);
