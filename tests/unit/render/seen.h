/* SPDX-License-Identifier: Apache-2.0 */
/* Evidence as lines (tests/support/dump.h), judged, and then shown: for the tests of this room. */
#pragma once
#include "judge/judge.h"
#include "render/row.h"

/* The judgement of the evidence in text; the last one is forgotten. */
const struct judgement *seen(const char *text);
const struct store *seen_store(void);

/* The row of a stage of the main run, as "TEXT | NOTE | DETAIL | DETAIL". */
const char *seen_row(const char *text, enum stage stage);

/* The screen, and the report in Markdown. */
const char *seen_screen(const char *text, int columns, bool verbose);
const char *seen_report(const char *text);
