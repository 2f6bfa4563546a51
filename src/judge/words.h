/* SPDX-License-Identifier: Apache-2.0 */
/* The English words of a verdict: a template of the tables with its arguments filled in. JSON is
 * always English; what a screen says in another language stands in the render room. */
#pragma once
#include "base/buf.h"
#include "judge/judge.h"

/* Appends template with {name} replaced by that argument (args.def) of v at the address a, which
 * is NULL where the run as a whole is meant. A part in [ ] in which an argument was not measured is
 * left out; one that is missing elsewhere is written "?". */
void judge_words_expand(struct buf *buf, const char *template, const struct judgement *k,
                        const struct verdict *v, const struct attempt *a);

/* Whether each {name} of the template, outside of [ ], was measured: a command that would hold a
 * "?" is better not shown. */
bool judge_words_complete(const char *template, const struct judgement *k, const struct verdict *v,
                          const struct attempt *a);

/* Appends the verdict's sentence: its cause's summary, or that it works, or that it is unclear. */
void judge_words_summary(struct buf *buf, const struct judgement *k, const struct verdict *v);

/* Appends words with one blank between as people list them, the first few of many: "a, b and c",
 * "a, b, c and others". */
void judge_words_list(struct buf *buf, const char *words);

/* The template of what is said of a verdict without a cause, where more is known than that it does
 * not work; else NULL. */
const char *judge_words_unclear(const struct judgement *k, const struct verdict *v);

/* Appends a length of time without its sign, in its largest whole unit: "3 days", "1 hour". */
void judge_words_age(struct buf *buf, int64_t seconds);
