/* SPDX-License-Identifier: Apache-2.0 */
/* The report's contents; doc.c knows the formats. */
#include "render/report.h"

#include "base/str.h"
#include "evidence/fields.h"
#include "evidence/read.h"
#include "judge/command.h"
#include "judge/error.h"
#include "judge/words.h"
#include "render/advice.h"
#include "render/format.h"
#include "render/row.h"
#include "render/screen.h"
#include "render/words.h"

#include <string.h>

enum { LINE = 1200 };

struct line {
	struct buf b;
	char memory[LINE];
};

static struct buf *start(struct line *line)
{
	buf_init(&line->b, line->memory, sizeof(line->memory));
	return &line->b;
}

static const char *transport(const struct target *t)
{
	return t->scheme == SCHEME_UDP || t->scheme == SCHEME_DNS || t->scheme == SCHEME_NTP
	               ? "udp"
	               : "tcp";
}

static void put_small(struct buf *b, const char *capitals)
{
	for (; *capitals != '\0'; capitals++) {
		buf_putc(b, str_lower(*capitals));
	}
}

static void put_end(const struct verdict *v, struct buf *b)
{
	const struct target *t = &v->e->target;

	buf_puts(b, t->host[0] != '\0' ? t->host : "(no host)");
	if (!target_is_socket(t)) {
		buf_putc(b, ' ');
		buf_puts(b, transport(t));
		buf_putc(b, '/');
		buf_int(b, t->port);
	}
}

static void put_source_address(const struct verdict *v, struct buf *b)
{
	if (ROW_HAS(v->a, route, src)) {
		addr_format(b, &v->a->route->src);
	} else if (ROW_HAS(v->a, tcp, source)) {
		addr_format(b, &v->a->tcp->source);
	} else {
		buf_puts(b, ROW_HAS(v->e, from, host) ? v->e->from->host : "this host");
	}
}

static void put_title(const struct verdict *v, const struct doc *doc)
{
	struct line line;
	struct buf *b = start(&line);

	buf_puts(b, v->status == STATUS_OK ? _("Connection check: ") : _("Connection problem: "));
	if (ROW_HAS(v->e, from, host)) {
		buf_puts(b, v->e->from->host);
		buf_puts(b, " -> ");
	}
	put_end(v, b);
	buf_puts(b, " - ");
	put_small(b, words_class(v));
	doc_begin(doc, b->text);
}

static void put_source(const struct verdict *v, const struct doc *doc)
{
	struct line line;
	struct buf *b = start(&line);
	char memory[256];
	struct buf place;

	buf_init(&place, memory, sizeof(memory));

	put_source_address(v, b);
	if (ROW_HAS(v->a, tcp, source_port)) { /* with the time it finds the server's log line */
		buf_puts(b, _(", port "));
		buf_int(b, v->a->tcp->source_port);
	}
	if (ROW_HAS(v->e, from, host)) {
		buf_puts(b, _(", host "));
		buf_puts(b, v->e->from->host);
	}
	if (ROW_HAS(v->a, route, dev)) {
		buf_puts(b, _(", interface "));
		buf_puts(b, v->a->route->dev);
	}
	if (ROW_HAS(v->e, from, user)) {
		buf_puts(b, _(", user "));
		buf_puts(b, v->e->from->user);
	}
	if (words_place(v->e, &place)) {
		buf_puts(b, _(", inside "));
		buf_puts(b, place.text);
	}
	doc_row(doc, _("Source"), b->text);
}

static void put_destination(const struct verdict *v, const struct doc *doc)
{
	struct line line;
	struct buf *b = start(&line);
	const struct target *t = &v->e->target;

	buf_puts(b, t->host[0] != '\0' ? t->host : "(no host)");
	if (v->a != NULL && v->a->addr.family != ADDR_NONE && !t->literal) {
		buf_puts(b, " = ");
		addr_format(b, &v->a->addr);
	}
	if (!target_is_socket(t)) {
		buf_puts(b, _(", port "));
		buf_int(b, t->port);
	}
	doc_row(doc, _("Destination"), b->text);
	b = start(&line);
	buf_puts(b, transport(t));
	if (strcmp(target_schemes[t->scheme].name, transport(t)) != 0) {
		buf_puts(b, " (");
		buf_puts(b, target_schemes[t->scheme].name);
		buf_puts(b, ")");
	}
	if (ROW_HAS(v->e, proxy_env, used) && v->e->proxy_env->used) {
		buf_puts(b, _(", through the proxy "));
		buf_puts(b, v->e->proxy_env->has.host ? v->e->proxy_env->host : "");
	}
	doc_row(doc, _("Protocol"), b->text);
}

static void put_measured(const struct verdict *v, const char *version, const struct doc *doc)
{
	struct line line;
	struct buf *b = start(&line);

	if (ROW_HAS(v->e, setting, at)) {
		format_time_s(b, v->e->setting->at);
		if (ROW_HAS(v->e, from, utc_offset)) {
			buf_puts(b, " (");
			format_local(b, v->e->setting->at, v->e->from->utc_offset);
			buf_puts(b, _(" local time)"));
		}
		buf_puts(b, ", ");
	}
	buf_puts(b, "naze ");
	buf_puts(b, version);
	doc_row(doc, _("Measured"), b->text);
}

static void put_table(const struct judgement *k, const struct verdict *v, const char *version,
                      const struct doc *doc)
{
	struct judge_error error = { .text = "" };
	struct line line;
	struct buf *b = NULL;

	doc_table(doc);
	put_source(v, doc);
	put_destination(v, doc);
	put_measured(v, version, doc);
	if (judge_error(k, v, &error)) {
		b = start(&line);
		buf_puts(b, error.text);
		if (error.code[0] != '\0') {
			buf_puts(b, " (");
			buf_puts(b, error.code);
			buf_puts(b, ")");
		}
		doc_row_code(doc, _("Error, verbatim"), b->text);
	}
	b = start(&line);
	buf_puts(b, judge_status_words[v->status]);
	if (v->cause != CAUSE_NONE) {
		buf_puts(b, ": ");
		buf_puts(b, judge_causes[v->cause].id);
		buf_puts(b, " (");
		buf_puts(b, judge_certainty_words[v->certainty]);
		buf_puts(b, ")");
	}
	doc_row(doc, _("Result"), b->text);
	doc_table_end(doc);
}

static void put_last_router(const struct verdict *v, struct buf *b)
{
	const struct ev_hop *last = NULL;

	if (!ROW_HAS(v->a, trace, hops)) {
		return;
	}
	list_each(hop, hop, &v->a->trace->hops) {
		last = hop->has.from && hop->has.end && hop->end == HOP_EXCEEDED ? hop : last;
	}
	if (last != NULL) {
		buf_puts(b, _(", at or behind "));
		addr_format(b, &last->from);
	}
}

static void put_way(const struct verdict *v, struct buf *b)
{
	put_source_address(v, b);
	buf_puts(b, " -> ");
	if (v->a != NULL && v->a->addr.family != ADDR_NONE) {
		addr_format(b, &v->a->addr);
	} else {
		buf_puts(b, v->e->target.host);
	}
	buf_putc(b, ' ');
	buf_puts(b, transport(&v->e->target));
	buf_putc(b, '/');
	buf_int(b, v->e->target.port);
}

/* One sentence for the person who can help. */
static void put_request(const struct judgement *k, const struct verdict *v, const struct doc *doc)
{
	struct line line;
	struct buf *b = start(&line);
	enum who who = v->cause != CAUSE_NONE ? judge_causes[v->cause].who : WHO_YOU;
	bool silent = ROW_HAS(v->a, tcp, end) && v->a->tcp->end == TCP_UNANSWERED;

	if (v->status == STATUS_OK || (v->cause == CAUSE_NONE && v->works == YES)) {
		return;
	}
	doc_heading(doc, _("Request"));
	if (v->cause == CAUSE_NONE) {
		buf_puts(b, _("Please help to find out why this does not work: "));
		put_way(v, b);
		buf_putc(b, '.');
	} else if (who == WHO_NETWORK || who == WHO_CLOUD || (who == WHO_SERVER && silent)) {
		buf_puts(b, who == WHO_CLOUD
		                    ? _("Please check whether the rules admit ")
		                    : _("Please check whether this is allowed and arrives: "));
		put_way(v, b);
		put_last_router(v, b);
		buf_puts(b, ". ");
		judge_words_summary(b, k, v);
	} else {
		static const char *const asks[N_WHOS] = {
			[WHO_YOU] = N_("This can be put right where it was measured: "),
			[WHO_NAMES] = N_("Please look at this name: "),
			[WHO_SERVER] = N_("Please look at the service: "),
		};

		buf_puts(b, _(asks[who]));
		judge_words_summary(b, k, v);
	}
	doc_paragraph(doc, b->text);
}

static void put_fact(const struct row *row, enum stage stage, enum stage_status status,
                     struct buf *b)
{
	buf_puts(b, ev_stage_words[stage]);
	buf_puts(b, " (");
	buf_puts(b, judge_stage_status_words[status]);
	buf_puts(b, "): ");
	buf_puts(b, row->text.text);
	if (row->timed) {
		buf_puts(b, row->text.len > 0 ? ", " : "");
		format_took(b, row->took);
	}
	if (row->note.len > 0) {
		buf_puts(b, "; ");
		buf_puts(b, row->note.text);
	}
	for (int i = 0; i < row->n_details; i++) {
		buf_puts(b, "; ");
		buf_puts(b, row->details[i].text);
	}
}

static void put_facts(const struct judgement *k, const struct verdict *v, const struct doc *doc)
{
	struct stage_state states[N_STAGES];
	struct row row;
	struct line line;
	int n = 0;

	judge_stages(k, v, states);
	doc_heading(doc, _("Facts (measured)"));
	doc_list(doc);
	for (int i = 0; i < N_STAGES; i++) {
		struct row_view w = {
			.k = k, .v = v, .e = v->e, .a = v->a, .status = states[i].status
		};

		row_init(&row);
		if (states[i].shown && states[i].status != STAGE_SKIPPED) {
			row_stage(&w, (enum stage)i, &row);
		}
		if (row.text.len > 0 || row.note.len > 0) {
			put_fact(&row, (enum stage)i, states[i].status, start(&line));
			doc_item(doc, ++n, line.b.text);
		}
	}
	for (int i = 0; i < v->n_findings; i++) {
		struct buf *b = start(&line);

		buf_puts(b, judge_causes[v->findings[i].cause].id);
		buf_puts(b, ": ");
		judge_words_expand(b, judge_finding_words(&v->findings[i]), k, v, v->findings[i].a);
		doc_item(doc, ++n, b->text);
	}
	doc_list_end(doc);
}

static void put_unknown(const struct judgement *k, const struct verdict *v, const struct doc *doc)
{
	struct line line;
	int n = 0;

	if (v->n_also + v->n_blind == 0) {
		return;
	}
	doc_heading(doc, _("Not known"));
	doc_list(doc);
	for (int i = 0; i < v->n_also; i++) {
		struct buf *b = start(&line);

		buf_puts(b, _("Whether it is this instead: "));
		buf_puts(b, judge_causes[v->also[i].cause].title);
		buf_puts(b, " (");
		buf_puts(b, judge_causes[v->also[i].cause].id);
		buf_puts(b, ").");
		if (v->also[i].lookalike >= 0) {
			struct check check;

			judge_check(v->also[i].lookalike, &check);
			buf_putc(b, ' ');
			judge_words_expand(b, check.text, k, v, v->a);
		}
		doc_item(doc, ++n, b->text);
	}
	for (int i = 0; i < v->n_blind; i++) {
		struct buf *b = start(&line);

		buf_puts(b, _("Not looked at: "));
		buf_puts(b, ev_kinds[v->blind[i].kind].meaning);
		if (v->blind[i].skip != SKIP_NONE) {
			buf_puts(b, _(" (needs "));
			buf_puts(b, ev_skip_needs[v->blind[i].skip]);
			buf_puts(b, ")");
		}
		doc_item(doc, ++n, b->text);
	}
	doc_list_end(doc);
}

static void put_reproduce(const struct judgement *k, const struct verdict *v, const struct doc *doc)
{
	struct line line;
	struct buf *b = start(&line);

	doc_heading(doc, _("Reproduce"));
	if (words_by_hand(k, v, 0, b)) {
		doc_command(doc, _("At the source"), b->text);
	}
	b = start(&line);
	if (command_expand(b, "naze {url}", k, v, v->a)) {
		doc_command(doc, _("The same again"), b->text);
	}
}

void report_write(const struct judgement *k, const struct report_options *options, FILE *out)
{
	const struct doc doc = { .out = out, .format = options->format };
	const struct verdict *v = &k->runs[0];
	struct line line;

	put_title(v, &doc);
	screen_sentence(k, v, start(&line));
	doc_paragraph(&doc, line.b.text);
	put_table(k, v, options->version, &doc);
	put_request(k, v, &doc);
	put_facts(k, v, &doc);
	put_unknown(k, v, &doc);
	doc_heading(&doc, _("Please fill in (the sender)"));
	doc_paragraph(&doc, _("Since when: [ ]   Worked before: [ ]   Changed lately: [ ]   "
	                      "Always or sometimes: [ ]   Not affected: [ ]   Impact: [ ]   "
	                      "Needed until: [ ]"));
	put_reproduce(k, v, &doc);
	if (options->json != NULL) {
		doc_folded(&doc, _("Raw evidence (JSON)"), options->json);
	}
	doc_end(&doc);
}
