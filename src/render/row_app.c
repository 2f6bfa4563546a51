/* SPDX-License-Identifier: Apache-2.0 */
/* The row of any protocol but HTTP: what the server says that it is, where the conversation ended,
 * and what was agreed on or learned on the way. Nothing here knows a single protocol. */
#include "evidence/fields.h"
#include "render/row.h"

enum { QUOTED = 90 };

static void put_points(const struct ev_app *app, struct row *row)
{
	for (const struct ev_point *p = app->has.points ? app->points.first : NULL; p != NULL;
	     p = p->head.next) {
		struct buf *b = NULL;

		if (!p->has.label || !p->has.text) {
			continue;
		}
		b = row_detail(row);
		buf_puts(b, p->label);
		buf_puts(b, ": ");
		buf_puts(b, p->text);
	}
}

static void put_end(const struct ev_app *app, struct row *row)
{
	static const char *const at[] = {
		[APP_GREETING] = "before the greeting",
		[APP_GREETING_BEGUN] = "within the greeting",
		[APP_ENCRYPTION] = "while encryption was agreed on",
		[APP_LOGIN] = "during the login",
		[APP_DONE] = "after the login",
	};
	const char *where = app->has.step ? at[app->step] : "";

	switch (app->end) {
	case APP_READY:
		buf_puts(&row->text, app->has.secret && app->secret ? "logged in" : "answers");
		break;
	case APP_ASKS:
		buf_puts(&row->text, "asks for credentials");
		break;
	case APP_REFUSED:
		buf_puts(&row->text, "refused ");
		buf_puts(&row->text, where);
		break;
	case APP_STUCK:
		buf_puts(&row->text, app->has.said ? "broken off by this side"
		                                   : "no way on that both sides accept");
		break;
	case APP_FIN:
		buf_puts(&row->text, "closed ");
		buf_puts(&row->text, where);
		break;
	case APP_RST:
		buf_puts(&row->text, "reset ");
		buf_puts(&row->text, where);
		break;
	case APP_SILENCE:
		buf_puts(&row->text, "silent ");
		buf_puts(&row->text, where);
		break;
	case APP_FOREIGN:
		buf_puts(&row->text, "it speaks another protocol");
		break;
	}
}

/* What came where the server was to speak first. */
static void put_first_words(const struct ev_stream *s, struct row *row)
{
	static const char *const ends[] = {
		[FIRST_SILENCE] = "the server says nothing",
		[FIRST_FIN] = "the connection is closed without a word",
		[FIRST_RST] = "the connection is reset without a word",
		[FIRST_BYTES] = "the answer is another protocol's",
	};

	buf_puts(&row->text, ends[s->first]);
	if (s->has.waited) {
		row_took(row, s->waited);
	}
	if (s->has.bytes && s->bytes[0] != '\0') {
		buf_puts(&row->note, "it says ");
		row_says(&row->note, s->bytes, 60);
	}
}

void row_app(const struct row_view *w, enum stage stage, struct row *row)
{
	const struct ev_app *app = w->a != NULL ? w->a->app : NULL;

	if (app == NULL || !app->has.end) {
		if (w->status == STAGE_OK) {
			buf_puts(&row->text, ev_stage_words[stage]);
			buf_puts(&row->text, " answers");
		} else if (w->status == STAGE_FAILED && ROW_HAS(w->a, stream, first)) {
			put_first_words(w->a->stream, row);
		} else if (w->status != STAGE_FAILED && w->v->works == YES) {
			buf_puts(&row->text,
			         "not asked: this version stops after the server's first words");
		}
		return;
	}
	buf_puts(&row->text, w->status == STAGE_SKIPPED ? "the other way: " : "");
	put_end(app, row);
	if (app->has.user && app->has.step && app->step >= APP_LOGIN && app->end != APP_STUCK) {
		buf_puts(&row->text, app->end == APP_ASKS ? " of " : " as ");
		buf_puts(&row->text, app->user);
	}
	if (app->has.took) {
		row_took(row, app->took);
	} else if (app->has.waited) {
		row_took(row, app->waited);
	}
	if (app->has.server) {
		buf_puts(&row->note, app->server);
	}
	if (app->has.code) {
		buf_puts(&row->note, row->note.len > 0 ? ", code " : "code ");
		buf_puts(&row->note, app->code);
	}
	if (app->has.bytes) {
		buf_puts(&row->note, "it says ");
		row_says(&row->note, app->bytes, QUOTED);
	}
	if (ROW_HAS(w->a, app_retry, speaks) && app->end == APP_SILENCE) {
		buf_puts(&row->note, row->note.len > 0 ? "; a" : "a");
		buf_puts(&row->note, " request for a page is answered, by: ");
		buf_puts(&row->note, ev_fields[F_app_retry_speaks].words[w->a->app_retry->speaks]);
	}
	put_points(app, row);
}
