/* SPDX-License-Identifier: Apache-2.0 */
/* The frame of all rows. */
#include "render/row.h"

#include "evidence/fields.h"
#include "judge/error.h"

#include <string.h>

void row_init(struct row *row)
{
	row->timed = false;
	row->took = 0;
	row->n_details = 0;
	buf_init(&row->text, row->text_memory, sizeof(row->text_memory));
	buf_init(&row->note, row->note_memory, sizeof(row->note_memory));
}

struct buf *row_detail(struct row *row)
{
	int i = row->n_details;

	if (i == ROW_DETAILS) {
		buf_puts(&row->details[i - 1], "; ");
		return &row->details[i - 1];
	}
	row->n_details++;
	buf_init(&row->details[i], row->detail_memory[i], sizeof(row->detail_memory[i]));
	return &row->details[i];
}

void row_took(struct row *row, usec_t took)
{
	row->timed = true;
	row->took = took;
}

void row_count(struct buf *buf, int64_t n, const char *one, const char *many)
{
	buf_int(buf, n);
	buf_putc(buf, ' ');
	buf_puts(buf, n == 1 ? one : many);
}

void row_quote(struct buf *buf, const char *text, size_t max)
{
	size_t len = strlen(text);
	size_t n = len < max ? len : max;

	while (n < len && n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80) {
		n--; /* not in the middle of a character */
	}
	buf_putc(buf, '"');
	buf_put(buf, text, n);
	buf_puts(buf, n < len ? "...\"" : "\"");
}

void row_input(const struct row_view *w, struct row *row)
{
	const struct target *t = &w->e->target;
	const char *part = ROW_HAS(w->e, input, part) ? w->e->input->part : t->flaw_text;

	if (t->flaw == FLAW_NONE && !ROW_HAS(w->e, input, flaw)) {
		return;
	}
	if (part[0] != '\0') {
		row_quote(&row->text, part, 60);
		buf_puts(&row->text, w->status == STAGE_FAILED ? " cannot be looked up or connected to"
		                                               : " is odd");
	} else {
		buf_puts(&row->text, "the target's text cannot work");
	}
	if (w->status == STAGE_FAILED) {
		buf_puts(&row->note, "decided before any packet");
	}
}

/* The error that programs show, word for word. Numbers of libraries help nobody at night. */
static void put_error(const struct row_view *w, struct row *row)
{
	struct judge_error error = { .text = "" };

	if (!judge_error(w->k, w->v, &error)) {
		return;
	}
	if (ROW_HAS(w->a, tcp, end) && w->a->tcp->end == TCP_UNANSWERED) {
		buf_puts(&row->note, "programs see ");
	}
	row_quote(&row->note, error.text, 120);
	if (error.code[0] == 'E' && strncmp(error.code, "EAI_", 4) != 0) {
		buf_puts(&row->note, " (");
		buf_puts(&row->note, error.code);
		buf_puts(&row->note, ")");
	}
}

static void row_app(const struct row_view *w, enum stage stage, struct row *row)
{
	if (w->status == STAGE_SKIPPED || w->status == STAGE_UNKNOWN) {
		if (w->v->works == YES) {
			buf_puts(&row->text, "not asked: this version stops after the server's first words");
		}
	} else if (w->status == STAGE_OK) {
		buf_puts(&row->text, ev_stage_words[stage]);
		buf_puts(&row->text, " answers");
	}
}

void row_stage(const struct row_view *w, enum stage stage, struct row *row)
{
	switch (stage) {
	case STAGE_INPUT:
		row_input(w, row);
		break;
	case STAGE_NAME:
		row_name(w, row);
		break;
	case STAGE_LOCAL:
		row_local(w, row);
		break;
	case STAGE_PATH:
		row_path(w, row);
		break;
	case STAGE_PORT:
		row_port(w, row);
		break;
	case STAGE_TLS:
		row_tls(w, row);
		break;
	case STAGE_HTTP:
	case STAGE_WS:
		row_http(w, row);
		break;
	case STAGE_NONE:
	case STAGE_SSH:
	case STAGE_POSTGRES:
	case STAGE_MYSQL:
	case STAGE_REDIS:
	case STAGE_KAFKA:
	case STAGE_MONGODB:
	case STAGE_AMQP:
	case STAGE_SMTP:
	case STAGE_IMAP:
	case STAGE_LDAP:
	case STAGE_MQTT:
	case STAGE_GRPC:
	case STAGE_DNS:
	case STAGE_NTP:
	case STAGE_UDP:
	case N_STAGES:
		row_app(w, stage, row);
		break;
	}
	if (w->status == STAGE_FAILED && stage == w->v->stage && row->note.len == 0) {
		put_error(w, row);
	}
}
