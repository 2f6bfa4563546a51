/* SPDX-License-Identifier: Apache-2.0 */
/* What one stage of a run says on the screen: a line, and details that stand under it. One file a
 * stage fills it from the evidence; nothing is said that was not measured. */
#pragma once
#include "base/buf.h"
#include "judge/judge.h"

#include <stdbool.h>

enum { ROW_TEXT = 300, ROW_DETAILS = 8 };

/* Whether a field of a reading is there; s is a run or an address, and may be NULL. */
#define ROW_HAS(s, kind, field) ((s) != NULL && (s)->kind != NULL && (s)->kind->has.field)

struct row {
	struct buf text;
	struct buf note;
	bool timed;
	usec_t took;
	int n_details;
	struct buf details[ROW_DETAILS];
	char text_memory[ROW_TEXT];
	char note_memory[ROW_TEXT];
	char detail_memory[ROW_DETAILS][ROW_TEXT];
};

/* What the functions below look at. */
struct row_view {
	const struct judgement *k;
	const struct verdict *v;
	const struct evidence *e;
	const struct attempt *a; /* the address that the verdict speaks about; may be NULL */
	enum stage_status status;
};

/* Starts an empty row. */
void row_init(struct row *row);

/* A new detail to append to; never NULL: the last one is used again where there are too many. */
struct buf *row_detail(struct row *row);

/* Sets the time at the end of the line. */
void row_took(struct row *row, usec_t took);

/* Appends word words with plural: "1 SYN", "4 SYNs". */
void row_count(struct buf *buf, int64_t n, const char *one, const char *many);

/* Appends text in double quotes, at most max bytes of it. */
void row_quote(struct buf *buf, const char *text, size_t max);

/* Appends what a page says, in double quotes and at most max bytes of it: without HTML tags and
 * line ends, which a screen has no use for. */
void row_says(struct buf *buf, const char *text, size_t max);

/* Whether the verdict's own sentence says already what became of a child run. */
bool row_said_of_kids(const struct row_view *w);

/* The stages. Each leaves text empty where it has nothing to say. */
void row_input(const struct row_view *w, struct row *row);
void row_name(const struct row_view *w, struct row *row);
void row_local(const struct row_view *w, struct row *row);
void row_path(const struct row_view *w, struct row *row);
void row_port(const struct row_view *w, struct row *row);
void row_tls(const struct row_view *w, struct row *row);
void row_http(const struct row_view *w, struct row *row);
void row_app(const struct row_view *w, enum stage stage, struct row *row);

/* Appends what became of the connection to the address, in a few words: "10.0.3.15:80 open". */
void row_port_attempt(const struct row_view *w, struct buf *buf);

/* Says who sent the ICMP error, as a detail. */
void row_port_icmp(const struct row_view *w, struct row *row);

/* Appends, as details, what proves the cause of the stage that failed, or that a
 * warning is about. */
void row_proof(const struct row_view *w, enum stage stage, struct row *row);

/* Any stage: the above, a line for protocols that have none, and the verbatim error as the note of
 * the stage that failed. */
void row_stage(const struct row_view *w, enum stage stage, struct row *row);
