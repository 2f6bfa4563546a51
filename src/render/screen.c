/* SPDX-License-Identifier: Apache-2.0 */
/* The screen's head and tail; the stages between them are in stages.c, what to do is in advice.c.
 *
 * Ranks say what goes first where 24 lines are not enough: 0 stays (the verdict, the stage that
 * broke, the steps), 9 goes first. */
#include "render/screen.h"

#include "base/cleanup.h"
#include "judge/error.h"
#include "judge/words.h"
#include "render/advice.h"
#include "render/format.h"
#include "render/page.h"
#include "render/row.h"
#include "render/stages.h"
#include "render/words.h"

#include <errno.h>
#include <string.h>

static bool same_host(const struct evidence *e)
{
	return ROW_HAS(e, setting, same_host) && e->setting->same_host;
}

/* The run at the end of the redirects. */
static const struct verdict *last_hop(const struct judgement *k, const struct verdict *v, int *n)
{
	for (int i = 0; i < k->n; i++) {
		if (k->runs[i].e->parent == v->e->index && k->runs[i].e->role == ROLE_REDIRECT) {
			(*n)++;
			return last_hop(k, &k->runs[i], n);
		}
	}
	return v;
}

/* What an ordinary client waited for, summed up. */
static usec_t client_time(const struct verdict *v)
{
	usec_t sum = ROW_HAS(v->e, nss, took) ? v->e->nss->took : 0;

	sum += ROW_HAS(v->a, tcp, took) ? v->a->tcp->took : 0;
	if (ROW_HAS(v->a, app, took)) {
		return sum + v->a->app->took; /* TLS within it included */
	}
	sum += ROW_HAS(v->a, tls, took) ? v->a->tls->took : 0;
	sum += ROW_HAS(v->a, http, took) ? v->a->http->took : 0;
	return sum;
}

static void put_works(const struct judgement *k, const struct verdict *v, struct buf *b)
{
	const struct target *t = &v->e->target;
	const char *app = target_schemes[t->scheme].app;
	int redirects = 0;
	const struct verdict *end = last_hop(k, v, &redirects);

	if (ROW_HAS(end->a, http, status)) {
		target_format(b, t);
		buf_puts(b, " answers HTTP ");
		buf_int(b, end->a->http->status);
		if (redirects > 0) {
			buf_puts(b, " after ");
			row_count(b, redirects, "redirect", "redirects");
		}
	} else if (ROW_HAS(v->a, app, end)) {
		target_format_authority(b, t);
		if (v->a->app->end == APP_ASKS) {
			buf_puts(b, " answers, and asks for credentials");
		} else {
			buf_puts(b, v->a->app->has.secret && v->a->app->secret
			                    ? " answers and lets you in"
			                    : " answers");
		}
	} else {
		target_format_authority(b, t);
		buf_puts(b, ROW_HAS(v->a, tls, end) ? " opens and completes the TLS handshake"
		                                    : " opens");
	}
	if (client_time(v) > 0) {
		buf_puts(b, ROW_HAS(v->a, app, secret) && v->a->app->secret ? ", after " : " in ");
		format_took(b, client_time(v));
	}
	if (app != NULL && !ROW_HAS(end->a, http, status) && !ROW_HAS(v->a, app, end)) {
		buf_puts(b, "; ");
		buf_puts(b, app);
		buf_puts(b, " itself was not asked");
	}
	buf_putc(b, '.');
}

static void put_unclear(const struct judgement *k, const struct verdict *v, struct buf *b)
{
	struct judge_error error = { .text = "" };

	if (judge_words_unclear(k, v) != NULL) {
		judge_words_expand(b, _(judge_words_unclear(k, v)), k, v, v->a);
		return;
	}
	if (v->works == NO) {
		target_format_authority(b, &v->e->target);
		buf_puts(b, _(" does not work"));
		if (judge_error(k, v, &error)) {
			buf_puts(b, " (");
			row_quote(b, error.text, 80);
			buf_puts(b, ")");
		}
		buf_puts(b, _(", and what was seen fits no single cause."));
		return;
	}
	buf_puts(b, _("whether "));
	target_format_authority(b, &v->e->target);
	buf_puts(b, _(" works could not be found out"));
	if (ROW_HAS(v->e, setting, took)) {
		buf_puts(b, _(" within "));
		format_took(b, v->e->setting->took);
	}
	buf_putc(b, '.');
}

void screen_sentence(const struct judgement *k, const struct verdict *v, struct buf *b)
{
	if (v->status == STATUS_DEGRADED) {
		buf_puts(b, _("WORKS, BUT "));
	}
	buf_puts(b, words_class(v));
	buf_puts(b, ": ");
	if (v->cause != CAUSE_NONE) {
		judge_words_expand(b, _(judge_causes[v->cause].summary), k, v, v->a);
	} else if (v->status == STATUS_UNDETERMINED) {
		put_unclear(k, v, b);
	} else {
		put_works(k, v, b);
	}
}

const char *screen_who(const struct verdict *v)
{
	const char *id = judge_causes[v->cause].id;
	enum who who = judge_causes[v->cause].who;

	if (who == WHO_SERVER && same_host(v->e)) {
		return _("server, which is this host");
	}
	if (who == WHO_YOU && (strncmp(id, "local.", 6) == 0 || strncmp(id, "name.", 5) == 0)) {
		return ROW_HAS(v->e, from, pid) || ROW_HAS(v->e, from, netns)
		               ? _("you, there")
		               : _("you, on this host");
	}
	return _(judge_who_words[who]);
}

static void put_tested(const struct verdict *v, struct buf *b)
{
	char memory[256];
	struct buf place;

	buf_puts(b, _("(nothing wrong)"));
	if (ROW_HAS(v->e, from, user)) {
		buf_puts(b, _("   tested as user "));
		buf_puts(b, v->e->from->user);
	}
	if (ROW_HAS(v->e, from, host)) {
		buf_puts(b, _(" on "));
		buf_puts(b, v->e->from->host);
	}
	buf_init(&place, memory, sizeof(memory));
	if (words_place(v->e, &place)) {
		buf_puts(b, _(", in "));
		buf_puts(b, place.text);
	}
	if (ROW_HAS(v->e, proxy_env, used)) {
		buf_puts(b, v->e->proxy_env->used ? _(", through the proxy")
		            : v->e->proxy_env->has.bypassed && v->e->proxy_env->bypassed
		                    ? _(", directly (no_proxy)")
		                    : _(", directly (no proxy set)"));
	}
}

static void put_head(const struct judgement *k, struct page *page)
{
	static const enum page_look looks[N_STATUSES] = { LOOK_BOLD, LOOK_BOLD, LOOK_FAIL,
		                                          LOOK_WARN };
	const struct verdict *v = &k->runs[0];
	char memory[PAGE_BYTES];
	char place_memory[256];
	struct buf b;
	struct buf place;
	int first = page->n;

	buf_init(&place, place_memory, sizeof(place_memory));
	buf_init(&b, memory, sizeof(memory));
	screen_sentence(k, v, &b);
	page_text(page, 0, 2, b.text);
	page->lines[first].look = looks[v->status];
	page->lines[first].look_to = (int)strcspn(page->lines[first].text, ":");
	buf_init(&b, memory, sizeof(memory));
	if (v->status == STATUS_OK) {
		put_tested(v, &b);
	} else if (v->cause == CAUSE_NONE) {
		buf_puts(&b, _("(cause not determined)"));
	} else {
		buf_puts(&b, judge_causes[v->cause].id);
		buf_puts(&b, "   ");
		buf_puts(&b, judge_certainty_words[v->certainty]);
		buf_puts(&b, _("   who can fix it: "));
		buf_puts(&b, screen_who(v));
	}
	if (ROW_HAS(v->e, setting, took)) {
		buf_puts(&b, _("   took "));
		format_took(&b, v->e->setting->took);
	}
	if (v->status != STATUS_OK && words_place(v->e, &place)) {
		buf_puts(&b, _("   in "));
		buf_puts(&b, place.text);
	}
	if (ROW_HAS(v->e, setting, ended) && v->e->setting->ended == RUN_INTERRUPTED) {
		buf_puts(&b, _("   (interrupted)"));
	}
	page_text(page, 0, 2, b.text);
	page_text(page, 4, 0, "");
}

int screen_write(const struct store *store, const struct judgement *k,
                 const struct screen_options *options, FILE *out)
{
	auto_free struct page *page = malloc(sizeof(*page));
	const struct verdict *v = &k->runs[0];
	char memory[PAGE_BYTES];
	struct buf b;

	(void)store;
	if (page == NULL) {
		return -ENOMEM;
	}
	page_init(page, options->columns);
	put_head(k, page);
	stages_put(k, v, options->verbose, page);
	advice_put(k, v, page);
	if (options->verbose) {
		page_text(page, 0, 0, "");
		if (v->row >= 0) {
			buf_init(&b, memory, sizeof(memory));
			buf_puts(&b, "row of the rules: ");
			buf_puts(&b, judge_row_name(v->row));
			page_text(page, 0, 0, b.text);
		}
		buf_init(&b, memory, sizeof(memory));
		screen_sentence(k, v, &b);
		page_text(page, 0, 2, b.text); /* again, where it has scrolled away */
	}
	page_fit(page, options->verbose ? PAGE_MAX : PAGE_LINES);
	page_write(page, options->color, out);
	return 0;
}
