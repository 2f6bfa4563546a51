/* SPDX-License-Identifier: Apache-2.0 */
/* The end of the screen: what else was found, what looks the same, what to do next. */
#pragma once
#include "judge/judge.h"
#include "render/page.h"

enum { ADVICE_STEPS = 3 };

/* Adds it to the page. */
void advice_put(const struct judgement *k, const struct verdict *v, struct page *page);

/* Appends where a step is typed: "On 10.0.3.15", "Here", "The network team". */
void advice_where(const struct verdict *v, enum who where, struct buf *b);
