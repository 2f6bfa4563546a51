/* SPDX-License-Identifier: Apache-2.0 */
/* A verdict to JSON. All words are English, from the tables of the judge. */
#include "json/verdict.h"
#include "evidence/fields.h"
#include "judge/command.h"
#include "judge/error.h"
#include "judge/words.h"

enum { WORDS_MAX = 2048 };

static void put_words(struct out *o, const char *key, const char *template,
                      const struct judgement *k, const struct verdict *v)
{
	char text[WORDS_MAX];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	judge_words_expand(&buf, template, k, v, v->a);
	out_text(o, key, text);
}

/* A command of which a part is not known, or may not be shown, is left out. */
static void put_command(struct out *o, const char *template, const struct judgement *k,
                        const struct verdict *v)
{
	char text[WORDS_MAX];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	if (template != NULL && command_expand(&buf, template, k, v, v->a) && buf.len > 0) {
		out_text(o, "command", text);
	}
}

static void put_error(struct out *o, const struct judgement *k, const struct verdict *v)
{
	struct judge_error error;

	if (!judge_error(k, v, &error)) {
		return;
	}
	out_object(o, "error", OUT_LINE);
	out_text(o, "text", error.text);
	if (error.code[0] != '\0') {
		out_text(o, "code", error.code);
	}
	out_object_end(o);
}

static void put_also(struct out *o, const struct judgement *k, const struct verdict *v)
{
	out_array(o, "could_also_be", OUT_BLOCK);
	for (int i = 0; i < v->n_also; i++) {
		struct check check;

		out_object(o, NULL, OUT_LINE);
		out_text(o, "cause", judge_causes[v->also[i].cause].id);
		if (v->also[i].lookalike >= 0) {
			judge_check(v->also[i].lookalike, &check);
			out_object(o, "check", OUT_LINE);
			out_text(o, "where", judge_who_words[check.where]);
			put_words(o, "text", check.text, k, v);
			put_command(o, check.command, k, v);
			out_object_end(o);
		}
		out_object_end(o);
	}
	out_array_end(o);
}

static void put_ruled_out(struct out *o, const struct verdict *v)
{
	out_array(o, "ruled_out", OUT_BLOCK);
	for (int i = 0; i < v->n_ruled_out; i++) {
		struct check check;

		judge_check(v->ruled_out[i].lookalike, &check);
		out_object(o, NULL, OUT_LINE);
		out_text(o, "cause", judge_causes[v->ruled_out[i].cause].id);
		out_text(o, "because", check.because);
		out_object_end(o);
	}
	out_array_end(o);
}

/* What would make a reading possible, as exactly as it is known. */
static const char *needs_of(const struct blind *b)
{
	if (b->kind == KIND_firewall && b->skip == SKIP_NOT_PERMITTED) {
		return "CAP_NET_ADMIN"; /* nft list ruleset asks the kernel for that right */
	}
	return ev_skip_needs[b->skip];
}

static void put_blind(struct out *o, const struct verdict *v)
{
	out_array(o, "could_not_look", OUT_BLOCK);
	for (int i = 0; i < v->n_blind; i++) {
		const struct blind *b = &v->blind[i];

		out_object(o, NULL, OUT_LINE);
		out_text(o, "what", ev_kinds[b->kind].meaning);
		if (needs_of(b) != NULL) {
			out_text(o, "needs", needs_of(b));
		}
		out_text(o, "kind", ev_kinds[b->kind].name);
		out_object_end(o);
	}
	out_array_end(o);
}

void verdict_write(struct out *o, const struct judgement *k, const struct verdict *v)
{
	char text[WORDS_MAX];
	struct buf buf;

	out_object(o, "verdict", OUT_BLOCK);
	out_text(o, "status", judge_status_words[v->status]);
	if (v->cause != CAUSE_NONE) {
		out_text(o, "cause", judge_causes[v->cause].id);
		out_text(o, "certainty", judge_certainty_words[v->certainty]);
		out_text(o, "who", judge_who_words[judge_causes[v->cause].who]);
	} else {
		out_null(o, "cause");
	}
	if (v->stage != STAGE_NONE && v->works != YES) {
		out_text(o, "stage", ev_stage_words[v->stage]);
	}
	buf_init(&buf, text, sizeof(text));
	judge_words_summary(&buf, k, v);
	out_text(o, "summary", text);
	put_error(o, k, v);
	put_also(o, k, v);
	put_ruled_out(o, v);
	put_blind(o, v);
	out_object_end(o);
}

void verdict_findings(struct out *o, const struct judgement *k, const struct verdict *v)
{
	static const char *const effects[N_EFFECTS] = { "failed", "degraded", "note" };

	out_array(o, "findings", OUT_BLOCK);
	for (int i = 0; i < v->n_findings; i++) {
		const struct finding *f = &v->findings[i];
		char text[WORDS_MAX];
		struct buf buf;

		out_object(o, NULL, OUT_LINE);
		out_text(o, "cause", judge_causes[f->cause].id);
		out_text(o, "status", effects[f->effect]);
		buf_init(&buf, text, sizeof(text));
		judge_words_expand(&buf, judge_finding_words(f), k, v, f->a);
		out_text(o, "summary", text);
		if (f->a != NULL && f->a->addr.family != ADDR_NONE) {
			out_addr(o, "address", &f->a->addr);
		}
		out_object_end(o);
	}
	out_array_end(o);
}

void verdict_next(struct out *o, const struct judgement *k, const struct verdict *v)
{
	out_array(o, "next", OUT_BLOCK);
	for (int i = 0; i < judge_n_next(); i++) {
		const struct next_step *step = &judge_next[i];

		if (!command_step(step, k, v)) {
			continue;
		}
		out_object(o, NULL, OUT_LINE);
		out_text(o, "where", judge_who_words[step->where]);
		out_bool(o, "changes", step->changes);
		put_words(o, "text", step->text, k, v);
		put_command(o, step->command, k, v);
		out_object_end(o);
	}
	out_array_end(o);
}
