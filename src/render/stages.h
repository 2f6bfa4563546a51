/* SPDX-License-Identifier: Apache-2.0 */
/* The middle of the screen: a line a stage, in the order of the connection. */
#pragma once
#include "judge/judge.h"
#include "render/page.h"

/* Adds the stages of v's run; verbose adds each reading of theirs, field by field. */
void stages_put(const struct judgement *k, const struct verdict *v, bool verbose,
                struct page *page);

/* The word of a stage's status on the screen: "ok", "FAIL", "warn", "skip", "?". */
const char *stages_word(enum stage_status status);
