/* SPDX-License-Identifier: Apache-2.0 */
/* What was judged, as JSON: members of the object that is open in o. */
#pragma once
#include "judge/judge.h"
#include "json/out.h"

/* "verdict": v is one of k's. */
void verdict_write(struct out *o, const struct judgement *k, const struct verdict *v);

/* "findings": what else was found. */
void verdict_findings(struct out *o, const struct judgement *k, const struct verdict *v);

/* "next": what to do about the verdict's cause. */
void verdict_next(struct out *o, const struct judgement *k, const struct verdict *v);
