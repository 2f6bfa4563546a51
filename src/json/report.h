/* SPDX-License-Identifier: Apache-2.0 */
/* What naze says to programs: the report of a run, the matches of explain, and its own failure.
 * The format is naze.report/1: docs/naze.report.schema.json and docs/evidence.md are made from the
 * same tables. */
#pragma once
#include "judge/judge.h"

#include <stdio.h>

struct json_report {
	const char *version; /* naze's own: "0.1.0" */
	const struct store *store;
	const struct judgement *judgement; /* of that store */
	bool one_line;                     /* for streams of reports: one object, one line */
};

/* Writes the report as one object that ends with a newline; whatever the evidence holds, it is
 * valid JSON in UTF-8, and json_report_read() gives the same evidence again. Secrets of the target
 * are not in it. The time and the duration are the evidence's. 0; -EIO where out had an error;
 * -EINVAL, with nothing written, where not even a run fits into the store. */
int json_report_write(FILE *out, const struct json_report *r);

/* Writes why there is no report (exit codes 2 and 4): what is wrong, and where ("--timeout",
 * "/proc/net/route"); where may be NULL. 0, or -EIO. */
int json_error_write(FILE *out, const char *version, const char *text, const char *where);

struct json_match {
	const char *cause;   /* "port.refused" */
	const char *title;   /* in English */
	const char *because; /* what was recognised; NULL when asked for by its id */
};

/* Writes the n causes that an error text may mean, best first (naze.explain/1). 0, or -EIO. */
int json_explain_write(FILE *out, const char *version, const struct json_match *matches, int n);
