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

/* How much of text is a tag or white space, as clean_put() wrote it. */
static size_t skip_markup(const char *text)
{
	if (text[0] == '<' && strchr(text, '>') != NULL) {
		return (size_t)(strchr(text, '>') - text) + 1;
	}
	if (strncmp(text, "\\x0a", 4) == 0 || strncmp(text, "\\x0d", 4) == 0 ||
	    strncmp(text, "\\x09", 4) == 0) {
		return 4;
	}
	return text[0] == ' ' ? 1 : 0;
}

void row_says(struct buf *buf, const char *text, size_t max)
{
	char memory[ROW_TEXT];
	struct buf plain;

	buf_init(&plain, memory, sizeof(memory));
	while (*text != '\0') {
		size_t n = skip_markup(text);

		if (n == 0) {
			buf_putc(&plain, *text++);
		} else if (plain.len > 0 && plain.text[plain.len - 1] != ' ') {
			buf_putc(&plain, ' ');
		}
		text += n;
	}
	while (plain.len > 0 && plain.text[plain.len - 1] == ' ') {
		plain.text[--plain.len] = '\0';
	}
	row_quote(buf, plain.text, max);
}

bool row_said_of_kids(const struct row_view *w)
{
	return w->v->cause != CAUSE_NONE &&
	       strstr(judge_causes[w->v->cause].summary, "{child}") != NULL;
}

static const char *flaw_words(enum flaw flaw, const char *part)
{
	switch (flaw) {
	case FLAW_BLANK:
		return "a blank or control character in the host";
	case FLAW_CHARACTER:
		return "a character that no host name has";
	case FLAW_EMPTY_LABEL:
		return "two dots in a row, or one at the front";
	case FLAW_LONG_LABEL:
		return "too long for a name";
	case FLAW_V6_BRACKETS:
		return part[0] == '[' ? "the bracket around the IPv6 address is not closed"
		                      : "an IPv6 address without brackets";
	case FLAW_BAD_ADDRESS:
		return "it looks like an address and is none";
	case FLAW_BAD_PORT:
		return "no port number";
	case FLAW_NO_HOST:
		return "nothing where the host should be";
	case FLAW_PLACEHOLDER:
		return "a placeholder that was not filled in";
	case FLAW_CREDENTIALS:
		return "an unescaped character in user or password";
	case FLAW_UNSPECIFIED:
		return "this address is for listening, not a destination";
	case FLAW_UNIX_PATH:
		return "the path is empty or too long for a socket";
	case FLAW_NONE:
	case N_FLAWS:
		break;
	}
	return "the target's text is odd";
}

void row_input(const struct row_view *w, struct row *row)
{
	const struct target *t = &w->e->target;
	enum flaw flaw = t->flaw;
	const char *part = ROW_HAS(w->e, input, part) ? w->e->input->part : t->flaw_text;

	if (t->flaw == FLAW_NONE && !ROW_HAS(w->e, input, flaw)) {
		return;
	}
	if (flaw == FLAW_NONE) { /* the evidence has the same words, FLAW_NONE left out */
		flaw = (enum flaw)(w->e->input->flaw + 1);
	}
	buf_puts(&row->text, flaw_words(flaw, part));
	if (part[0] != '\0') {
		buf_puts(&row->text, ": ");
		row_quote(&row->text, part, 60);
	}
	if (w->status == STAGE_FAILED) {
		buf_puts(&row->note, "decided before any packet");
	}
}

static bool says(const struct row *row, const char *text)
{
	bool there = strstr(row->text.text, text) != NULL || strstr(row->note.text, text) != NULL;

	for (int i = 0; i < row->n_details; i++) {
		there |= strstr(row->details[i].text, text) != NULL;
	}
	return there;
}

/* A new detail above the others: where lines have to go, it stays. */
static struct buf *first_detail(struct row *row)
{
	struct buf *last = row_detail(row);
	struct buf first = *last;

	if (first.len > 0) { /* there was no room for a new one */
		return last;
	}
	memmove(&row->details[1], &row->details[0],
	        (size_t)(row->n_details - 1) * sizeof(row->details[0]));
	row->details[0] = first;
	return &row->details[0];
}

/* The error that programs show, word for word. Numbers of libraries help nobody at night. */
static void put_error(const struct row_view *w, struct row *row)
{
	struct judge_error error = { .text = "" };
	struct buf *to = NULL;

	if (!judge_error(w->k, w->v, &error) || says(row, error.text)) {
		return;
	}
	to = row->note.len == 0 ? &row->note : first_detail(row);
	if (ROW_HAS(w->a, tcp, end) && w->a->tcp->end == TCP_UNANSWERED) {
		buf_puts(to, "programs see ");
	}
	row_quote(to, error.text, 120);
	if (error.code[0] == 'E' && strncmp(error.code, "EAI_", 4) != 0) {
		buf_puts(to, " (");
		buf_puts(to, error.code);
		buf_puts(to, ")");
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
	if (w->status == STAGE_WARN || (w->status == STAGE_FAILED && stage == w->v->stage)) {
		row_proof(w, stage, row);
	}
	if (w->status == STAGE_FAILED && stage == w->v->stage) {
		put_error(w, row);
	}
}
