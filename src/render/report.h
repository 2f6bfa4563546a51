/* SPDX-License-Identifier: Apache-2.0 */
/* The escalation report: what the person who can fix it needs to know, facts and guesses apart, and
 * blanks for what only the sender knows. */
#pragma once
#include "judge/judge.h"
#include "render/doc.h"

struct report_options {
	enum doc_format format;
	const char *version; /* naze's own */
	const char *json;    /* the run's JSON, folded away at the end; NULL without */
};

/* Writes the report of the main run to out, whose errors stay in it. */
void report_write(const struct judgement *k, const struct report_options *options, FILE *out);
