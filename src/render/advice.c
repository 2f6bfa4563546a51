/* SPDX-License-Identifier: Apache-2.0 */
/* Findings, look-alikes, blind spots, steps, and the last line. */
#include "render/advice.h"

#include "base/str.h"
#include "evidence/fields.h"
#include "judge/command.h"
#include "judge/words.h"
#include "render/row.h"
#include "render/words.h"

#include <string.h>

enum { COMMAND_AT = 7 };

static bool here(const struct evidence *e)
{
	return ROW_HAS(e, setting, same_host) && e->setting->same_host;
}

/* It was not made where the reader's shell is. */
static bool elsewhere(const struct evidence *e)
{
	return ROW_HAS(e, from, pid) || ROW_HAS(e, from, netns);
}

void advice_where(const struct verdict *v, enum who where, struct buf *b)
{
	switch (where) {
	case WHO_YOU:
		buf_puts(b, elsewhere(v->e) ? _("There") : _("Here"));
		break;
	case WHO_SERVER:
		if (here(v->e)) {
			buf_puts(b, _("On this host"));
		} else if (v->a != NULL && v->a->addr.family != ADDR_NONE) {
			buf_puts(b, _("On "));
			addr_format(b, &v->a->addr);
		} else {
			buf_puts(b, _("On the server"));
		}
		break;
	case WHO_NETWORK:
		buf_puts(b, _("Network team"));
		break;
	case WHO_NAMES:
		buf_puts(b, _("Who runs the names"));
		break;
	case WHO_CLOUD:
		buf_puts(b, _("Cloud console"));
		break;
	case N_WHOS:
		break;
	}
}

static void put_findings(const struct judgement *k, const struct verdict *v, struct page *page)
{
	static const char *const effects[N_EFFECTS] = { "failed", "warning", "note" };

	for (int i = 0; i < v->n_findings; i++) {
		const struct finding *f = &v->findings[i];
		char memory[PAGE_BYTES];
		struct buf b;

		buf_init(&b, memory, sizeof(memory));
		buf_puts(&b, i == 0 ? "Also:  " : "       ");
		buf_puts(&b, judge_causes[f->cause].id);
		buf_puts(&b, " (");
		buf_puts(&b, effects[f->effect]);
		buf_puts(&b, ")  ");
		judge_words_expand(&b, _(judge_finding_words(f)), k, v, f->a);
		page_text(page, f->effect == EFFECT_NOTES ? 7 : 3, 9, b.text);
	}
	if (v->n_findings > 0) {
		page_text(page, 4, 0, "");
	}
}

/* A title in the middle of a sentence: its first letter small, but for names in capitals. */
static void put_title(struct buf *b, const char *title)
{
	const bool word =
		title[0] != '\0' && (title[1] == ' ' || (title[1] >= 'a' && title[1] <= 'z'));

	if (word) {
		buf_putc(b, str_lower(title[0]));
		title++;
	}
	buf_puts(b, title);
}

static void put_lookalikes(const struct verdict *v, struct page *page)
{
	char memory[PAGE_BYTES];
	struct buf b;

	if (v->n_also == 0) {
		return;
	}
	buf_init(&b, memory, sizeof(memory));
	buf_puts(&b, v->cause == CAUSE_NONE ? _("What was seen fits: ")
	             : v->n_also == 1       ? _("From here this looks the same: ")
	                                    : _("From here these look the same: "));
	for (int i = 0; i < v->n_also; i++) {
		buf_puts(&b, i > 0 ? "; " : "");
		put_title(&b, _(judge_causes[v->also[i].cause].title));
	}
	buf_putc(&b, '.');
	page_text(page, 2, 2, b.text);
	page_text(page, 4, 0, "");
}

static void put_blind(const struct verdict *v, struct page *page)
{
	char memory[PAGE_BYTES];
	struct buf b;

	if (v->n_blind == 0 || v->status == STATUS_OK) {
		return;
	}
	buf_init(&b, memory, sizeof(memory));
	buf_puts(&b, _("Could not look at: "));
	for (int i = 0; i < v->n_blind; i++) {
		buf_puts(&b, i > 0 ? "; " : "");
		buf_puts(&b, ev_kinds[v->blind[i].kind].name);
		if (v->blind[i].skip != SKIP_NONE) {
			buf_puts(&b, _(" (needs "));
			buf_puts(&b, ev_skip_needs[v->blind[i].skip]);
			buf_puts(&b, ")");
		}
	}
	page_text(page, v->status == STATUS_UNDETERMINED ? 1 : 5, 2, b.text);
	page_text(page, 4, 0, "");
}

/* Many texts of next.def begin with the place or with whom to ask. */
static bool says_where(const char *text)
{
	return strncmp(text, "On ", 3) == 0 || strncmp(text, "Ask ", 4) == 0 ||
	       strncmp(text, "To the ", 7) == 0;
}

/* "On 10.0.3.15, see ..." is "On this host, see ..." where that is so. */
static void put_place(const struct verdict *v, const char *text, struct buf *b)
{
	static const char server[] = "On the server";
	char memory[80];
	struct buf place;

	buf_init(&place, memory, sizeof(memory));
	buf_puts(&place, "On ");
	if (v->a != NULL) {
		addr_format(&place, &v->a->addr);
	}
	if (here(v->e) && strncmp(text, server, strlen(server)) == 0) {
		buf_puts(b, _("On this host"));
		text += strlen(server);
	} else if (here(v->e) && v->a != NULL && strncmp(text, place.text, place.len) == 0) {
		buf_puts(b, _("On this host"));
		text += place.len;
	}
	buf_puts(b, text);
}

/* "  1. On 10.0.3.15: see what listens:  ss -ltnp ..." in one line, or the command below. */
static void put_step(const struct judgement *k, const struct verdict *v, int n,
                     const struct next_step *step, struct page *page)
{
	char memory[PAGE_BYTES];
	char command_memory[PAGE_BYTES];
	char text_memory[PAGE_BYTES];
	struct buf b;
	struct buf text;
	struct buf command;

	buf_init(&b, memory, sizeof(memory));
	buf_init(&command, command_memory, sizeof(command_memory));
	buf_puts(&b, "  ");
	buf_int(&b, n);
	buf_puts(&b, ". ");
	buf_init(&text, text_memory, sizeof(text_memory));
	judge_words_expand(&text, _(step->text), k, v, v->a);
	if (!says_where(text.text)) {
		advice_where(v, step->where, &b);
		buf_puts(&b, ": ");
	}
	put_place(v, text.text, &b);
	while (b.len > 0 && strchr(".:", b.text[b.len - 1]) != NULL) {
		b.text[--b.len] = '\0';
	}
	buf_puts(&b, step->changes ? _(" (changes something)") : "");
	if (step->command == NULL || !command_expand(&command, step->command, k, v, v->a) ||
	    command.len == 0 || !page_command_fits(page, COMMAND_AT, command.text)) {
		page_text(page, n == 1 ? 0 : n, 5, b.text);
		return;
	}
	buf_puts(&b, b.text[b.len - 1] == '?' ? "" : ":");
	if (b.len + command.len + 3 <= page->columns) {
		buf_puts(&b, "   ");
		buf_puts(&b, command.text);
		page_command(page, n == 1 ? 0 : n, b.text);
		return;
	}
	page_text(page, n == 1 ? 0 : n, 5, b.text);
	buf_init(&b, memory, sizeof(memory));
	for (int i = 0; i < COMMAND_AT; i++) {
		buf_putc(&b, ' ');
	}
	buf_puts(&b, command.text);
	page_command(page, n == 1 ? 0 : n, b.text);
}

/* "Next", and where "there" is. */
static void put_next(const struct verdict *v, struct page *page)
{
	char memory[PAGE_BYTES];
	struct buf b;
	size_t len = 0;

	buf_init(&b, memory, sizeof(memory));
	buf_puts(&b, _("Next"));
	len = b.len;
	buf_puts(&b, _("   (there: in "));
	if (elsewhere(v->e) && words_place(v->e, &b)) {
		buf_puts(&b, ", ");
		if (words_enter(v->e, &b)) {
			buf_puts(&b, ")");
			page_text(page, 0, 0, b.text);
			return;
		}
	}
	b.text[len] = '\0';
	page_text(page, 0, 0, b.text);
}

static void put_steps(const struct judgement *k, const struct verdict *v, struct page *page)
{
	int n = 0;

	for (int i = 0; i < judge_n_next() && n < ADVICE_STEPS; i++) {
		if (command_step(&judge_next[i], k, v)) {
			if (n++ == 0) {
				put_next(v, page);
			}
			put_step(k, v, n, &judge_next[i], page);
		}
	}
	for (int i = 0; i < v->n_also && n == 0; i++) { /* no step: how to tell them apart */
		struct check check;

		if (v->also[i].lookalike >= 0) {
			judge_check(v->also[i].lookalike, &check);
			put_next(v, page);
			put_step(k, v, ++n,
			         &(struct next_step){ .where = check.where,
			                              .text = check.text,
			                              .command = check.command },
			         page);
		}
	}
}

/* The first command by hand that fits on this page. */
static bool by_hand(const struct judgement *k, const struct verdict *v, const struct page *page,
                    size_t at, struct buf *ret)
{
	for (int i = 0; words_by_hand(k, v, i, ret); i++) {
		if (page_command_fits(page, at, ret->text)) {
			return true;
		}
		ret->len = 0;
		ret->text[0] = '\0';
	}
	return false;
}

/* The number of the step that has this very command; 0: none. */
static int step_with(const struct judgement *k, const struct verdict *v, const char *command)
{
	char memory[PAGE_BYTES];
	struct buf b;
	int n = 0;

	for (int i = 0; i < judge_n_next() && n < ADVICE_STEPS; i++) {
		const struct next_step *step = &judge_next[i];

		if (!command_step(step, k, v)) {
			continue;
		}
		n++;
		buf_init(&b, memory, sizeof(memory));
		if (step->command != NULL && command_expand(&b, step->command, k, v, v->a) &&
		    strcmp(b.text, command) == 0) {
			return n;
		}
	}
	return 0;
}

/* "  By hand:  nc -vz ...       More:  naze explain port.silent" */
static void put_last(const struct judgement *k, const struct verdict *v, struct page *page)
{
	char memory[PAGE_BYTES];
	char more_memory[128];
	char command_memory[PAGE_BYTES];
	struct buf b;
	struct buf more;
	struct buf command;

	buf_init(&b, memory, sizeof(memory));
	buf_init(&more, more_memory, sizeof(more_memory));
	buf_init(&command, command_memory, sizeof(command_memory));
	if (v->cause != CAUSE_NONE) {
		buf_puts(&more, _("More:  naze explain "));
		buf_puts(&more, judge_causes[v->cause].id);
	}
	buf_puts(&b, _("  By hand:  "));
	if (by_hand(k, v, page, b.len, &command)) {
		int step = step_with(k, v, command.text);

		buf_puts(&b, step > 0 ? _("step ") : command.text); /* nothing is said twice */
		if (step > 0) {
			buf_int(&b, step);
		}
		if (more.len > 0 && b.len + 7 + more.len <= page->columns) {
			buf_puts(&b, "       ");
			buf_puts(&b, more.text);
			more.len = 0;
		}
		page_command(page, 0, b.text);
	}
	if (more.len > 0) {
		buf_init(&b, memory, sizeof(memory));
		buf_puts(&b, "  ");
		buf_puts(&b, more.text);
		page_command(page, 0, b.text);
	}
}

/* What a working run did not look at; the reader came with a failure. */
static const char *untested(const struct evidence *e)
{
	if (ROW_HAS(e, from, libc)) {
		return _(
			"Not tested: another user, and the other C library that programs there have. "
			"Your program still fails? Run naze as its user.");
	}
	if (elsewhere(e)) {
		return _(
			"Not tested: another user. Your program still fails? Run naze as its user.");
	}
	return _(
		"Not tested: another user, a container, a proxy. Your program still fails? Run naze "
		"where it runs.");
}

void advice_put(const struct judgement *k, const struct verdict *v, struct page *page)
{
	page_text(page, 4, 0, "");
	put_findings(k, v, page);
	if (v->status == STATUS_OK) {
		page_text(page, 1, 2, untested(v->e));
		return;
	}
	put_lookalikes(v, page);
	put_blind(v, page);
	put_steps(k, v, page);
	put_last(k, v, page);
}
