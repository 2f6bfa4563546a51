/* SPDX-License-Identifier: Apache-2.0 */
/* From lines of evidence to what people read. */
#include "seen.h"

#include "dump.h"
#include "render/report.h"
#include "render/screen.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { BLOCK = 1 << 20, OUT = 1 << 16 };

static char block[BLOCK];
static char out[OUT];
static struct judgement judgement;
static struct store *store;

const struct judgement *seen(const char *text)
{
	store = store_init(block, sizeof(block));
	assert(dump_read(store, text, strlen(text)) == 0);
	judge(store, &judgement);
	return &judgement;
}

const struct store *seen_store(void)
{
	return store;
}

const char *seen_row(const char *text, enum stage stage)
{
	static struct row row;
	const struct judgement *k = seen(text);
	const struct verdict *v = &k->runs[0];
	struct stage_state states[N_STAGES];
	struct row_view w = { .k = k, .v = v, .e = v->e, .a = v->a };
	struct buf b;

	judge_stages(k, v, states);
	w.status = states[stage].status;
	row_init(&row);
	row_stage(&w, stage, &row);
	buf_init(&b, out, sizeof(out));
	buf_puts(&b, row.text.text);
	buf_puts(&b, " | ");
	buf_puts(&b, row.note.text);
	for (int i = 0; i < row.n_details; i++) {
		buf_puts(&b, " | ");
		buf_puts(&b, row.details[i].text);
	}
	return out;
}

const char *seen_screen(const char *text, int columns, bool verbose)
{
	const struct screen_options options = { .columns = columns, .verbose = verbose };
	const struct judgement *k = seen(text);
	FILE *file = fmemopen(out, sizeof(out), "w");

	assert(screen_write(store, k, &options, file) == 0);
	(void)fclose(file);
	return out;
}

const char *seen_report(const char *text)
{
	const struct report_options options = { .format = DOC_MARKDOWN, .version = "1.2.3" };
	const struct judgement *k = seen(text);
	FILE *file = fmemopen(out, sizeof(out), "w");

	report_write(k, &options, file);
	(void)fclose(file);
	return out;
}
