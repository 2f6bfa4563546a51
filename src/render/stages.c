/* SPDX-License-Identifier: Apache-2.0 */
/* The columns of the stage lines. */
#include "render/stages.h"

#include "evidence/fields.h"
#include "render/format.h"
#include "render/row.h"
#include "render/verbose.h"
#include "render/width.h"

#include <string.h>

enum {
	STATUS_AT = 2, /* columns */
	NAME_AT = 8,
	TEXT_MAX = 38, /* where a longer text does not move the columns behind it */
	TOOK_WIDTH = 7,
};

struct stages {
	struct page *page;
	size_t text_at;
	size_t took_at;
};

const char *stages_word(enum stage_status status)
{
	switch (status) {
	case STAGE_OK:
		return "ok";
	case STAGE_WARN:
		return "warn";
	case STAGE_FAILED:
		return "FAIL";
	case STAGE_SKIPPED:
		return "skip";
	case STAGE_UNKNOWN:
	case N_STAGE_STATUSES:
		break;
	}
	return "?";
}

static size_t columns(const struct buf *b)
{
	return width_of(b->text, b->len);
}

static void pad(struct buf *b, size_t to)
{
	for (size_t n = columns(b); n < to; n++) {
		buf_putc(b, ' ');
	}
}

static void put_took(const struct row *row, struct buf *b)
{
	char memory[32];
	struct buf took;

	if (!row->timed) {
		return;
	}
	buf_init(&took, memory, sizeof(memory));
	format_took(&took, row->took);
	for (size_t n = took.len; n < TOOK_WIDTH; n++) {
		buf_putc(b, ' ');
	}
	buf_puts(b, took.text);
}

static void put_under(const struct stages *s, int rank, const char *text)
{
	char memory[PAGE_BYTES];
	struct buf b;

	buf_init(&b, memory, sizeof(memory));
	pad(&b, s->text_at);
	buf_puts(&b, text);
	page_text(s->page, rank, s->text_at, b.text);
}

static int rank_of(enum stage_status status)
{
	return status == STAGE_FAILED || status == STAGE_WARN ? 0 : status == STAGE_SKIPPED ? 5 : 3;
}

static enum page_look look_of(enum stage_status status)
{
	switch (status) {
	case STAGE_OK:
		return LOOK_OK;
	case STAGE_WARN:
		return LOOK_WARN;
	case STAGE_FAILED:
		return LOOK_FAIL;
	case STAGE_UNKNOWN:
	case STAGE_SKIPPED:
	case N_STAGE_STATUSES:
		break;
	}
	return LOOK_PLAIN;
}

static void look(struct page *page, int line, enum stage_status status)
{
	if (line < page->n) {
		page->lines[line].look = look_of(status);
		page->lines[line].look_from = STATUS_AT;
		page->lines[line].look_to = STATUS_AT + (int)strlen(stages_word(status));
	}
}

static void put_row(const struct stages *s, enum stage stage, enum stage_status status,
                    const struct row *row)
{
	bool narrow = s->page->columns < PAGE_NARROW ||
	              s->took_at + TOOK_WIDTH >= (size_t)s->page->columns;
	int first = s->page->n;
	char memory[2 * PAGE_BYTES];
	struct buf b;
	size_t note_at = 0;

	buf_init(&b, memory, sizeof(memory));
	pad(&b, STATUS_AT);
	buf_puts(&b, stages_word(status));
	pad(&b, NAME_AT);
	buf_puts(&b, ev_stage_words[stage]);
	if (row->text.len > 0) {
		pad(&b, s->text_at);
		buf_puts(&b, row->text.text);
	}
	if (!narrow && (row->timed || row->note.len > 0)) {
		pad(&b, s->took_at);
		buf_puts(&b, columns(&b) > s->took_at ? " " : ""); /* a text that is longer */
		put_took(row, &b);
		note_at = s->took_at + TOOK_WIDTH + 3;
		if (columns(&b) + 2 > note_at) {
			note_at = columns(&b) + 2;
		}
	}
	if (!narrow && row->note.len > 0 && note_at + columns(&row->note) <= s->page->columns) {
		pad(&b, note_at);
		buf_puts(&b, row->note.text);
		page_text(s->page, rank_of(status), s->text_at, b.text);
	} else {
		page_text(s->page, rank_of(status), s->text_at, b.text);
		if (row->note.len > 0) {
			put_under(s, status == STAGE_FAILED ? 0 : 6, row->note.text);
		}
	}
	look(s->page, first, status);
	for (int i = 0; i < row->n_details; i++) {
		put_under(s, status == STAGE_FAILED ? i < 2 ? 1 : 5 : 6 + (i > 0),
		          row->details[i].text);
	}
}

/* A stage that says nothing is not worth a line, unless it is where the reader looks for one. */
static bool worth(const struct verdict *v, enum stage stage, enum stage_status status,
                  const struct row *row)
{
	if (row->text.len > 0 || row->note.len > 0 || status == STAGE_FAILED) {
		return true;
	}
	return stage >= STAGE_TLS && (status == STAGE_SKIPPED || v->works != YES);
}

static void measure(struct stages *s, const struct row *row)
{
	size_t end = s->text_at + (columns(&row->text) < TEXT_MAX ? columns(&row->text) : TEXT_MAX);

	end++;
	s->took_at = s->took_at > end ? s->took_at : end;
}

static void put_all(const struct judgement *k, const struct verdict *v, bool verbose,
                    struct stages *s)
{
	struct stage_state states[N_STAGES];
	struct row row;

	judge_stages(k, v, states);
	for (int i = 0; i < N_STAGES; i++) {
		size_t len = strlen(ev_stage_words[i]);

		if (states[i].shown && s->text_at < NAME_AT + len + 2) {
			s->text_at = NAME_AT + len + 2;
		}
	}
	for (int pass = 0; pass < 2; pass++) { /* first how wide, then the lines */
		for (int i = 0; i < N_STAGES; i++) {
			struct row_view w = {
				.k = k, .v = v, .e = v->e, .a = v->a, .status = states[i].status
			};

			if (!states[i].shown) {
				continue;
			}
			row_init(&row);
			row_stage(&w, (enum stage)i, &row);
			if (!worth(v, (enum stage)i, states[i].status, &row)) {
				continue;
			}
			if (pass == 0) {
				measure(s, &row);
				continue;
			}
			put_row(s, (enum stage)i, states[i].status, &row);
			if (verbose) {
				verbose_stage(v->e, (enum stage)i, s->text_at, s->page);
			}
		}
	}
}

void stages_put(const struct judgement *k, const struct verdict *v, bool verbose, struct page *page)
{
	struct stages s = { .page = page, .text_at = NAME_AT + 7, .took_at = 0 };

	if (verbose) {
		verbose_stage(v->e, STAGE_NONE, 2, page);
	}
	put_all(k, v, verbose, &s);
}
