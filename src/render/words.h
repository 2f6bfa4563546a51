/* SPDX-License-Identifier: Apache-2.0 */
/* Where words are looked up in the reader's language. In English nothing is loaded: without
 * setlocale() gettext() gives back its argument at once. */
#pragma once
#include "judge/judge.h"

#include <libintl.h>

#define _(text)  gettext(text)
#define N_(text) text /* to be translated where it is used */

/* The capital words of a screen's first line. */
const char *words_class(const struct verdict *v);

/* Appends where the run was made, "container web", "process 4711 (java)" or "netns blue";
 * false, and nothing, where that is where naze was started. */
bool words_place(const struct evidence *e, struct buf *buf);

/* Appends the command that opens a shell there; false where there is no such place. */
bool words_enter(const struct evidence *e, struct buf *buf);

/* Appends the i-th command, counted from 0, that shows the same without naze; false where there are
 * no more. */
bool words_by_hand(const struct judgement *k, const struct verdict *v, int i, struct buf *buf);
