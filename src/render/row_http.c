/* SPDX-License-Identifier: Apache-2.0 */
/* The row "http": the request, the answer, and where a redirect leads. */
#include "judge/words.h"
#include "render/format.h"
#include "render/row.h"

static void put_request(const struct row_view *w, struct buf *b)
{
	const char *path = w->e->target.path;

	buf_puts(b, "GET ");
	for (size_t i = 0; i < 40 && path[i] != '\0' && path[i] != '?'; i++) {
		buf_putc(b, path[i]);
	}
	buf_puts(b, path[0] == '\0' ? "/" : "");
}

static void put_kids(const struct row_view *w, struct row *row)
{
	for (int i = w->e->index + 1; i < w->k->n; i++) {
		const struct verdict *kid = &w->k->runs[i];
		struct buf *b = NULL;

		if (kid->e->parent != w->e->index || kid->e->role != ROLE_REDIRECT ||
		    (kid->works == NO && row_said_of_kids(w))) {
			continue;
		}
		b = row_detail(row);
		buf_puts(b, "then ");
		if (kid->works == NO) {
			judge_words_summary(b, w->k, kid);
		} else if (ROW_HAS(kid->a, http, status)) {
			target_format(b, &kid->e->target);
			buf_puts(b, " -> ");
			buf_int(b, kid->a->http->status);
		} else {
			target_format(b, &kid->e->target);
		}
	}
}

static void put_head(const struct row_view *w, struct row *row)
{
	const struct ev_http *http = w->a->http;

	buf_puts(&row->text, " -> ");
	buf_int(&row->text, http->status);
	if (http->has.reason && http->reason[0] != '\0' && http->status >= 400) {
		buf_putc(&row->text, ' ');
		buf_puts(&row->text, http->reason);
	}
	buf_puts(&row->note, http->has.version ? http->version : "");
	if (http->has.server) {
		buf_puts(&row->note, row->note.len > 0 ? ", server: " : "server: ");
		buf_puts(&row->note, http->server);
	}
	if (http->has.location && http->status >= 300 && http->status < 400) {
		struct buf *b = row_detail(row);

		buf_puts(b, "redirects to ");
		row_quote(b, http->location, 70);
	}
	if (http->has.authenticate && http->status == 401) {
		struct buf *b = row_detail(row);

		buf_puts(b, "it wants: ");
		row_quote(b, http->authenticate, 70);
	}
	if (http->has.retry_after) {
		struct buf *b = row_detail(row);

		buf_puts(b, "Retry-After: ");
		row_quote(b, http->retry_after, 30);
	}
	if (http->has.body && http->status >= 400 && http->body[0] != '\0') {
		struct buf *b = row_detail(row);

		buf_puts(b, "it says: ");
		row_says(b, http->body, 70);
	}
}

static void put_no_head(const struct ev_http *http, struct row *row)
{
	switch (http->end) {
	case HTTP_HEAD:
		break;
	case HTTP_FIN:
		buf_puts(&row->text, ": closed without an answer");
		break;
	case HTTP_RST:
		buf_puts(&row->text, ": the connection is reset");
		break;
	case HTTP_SILENCE:
		buf_puts(&row->text, http->has.took ? ": the answer stops midway" : ": no answer");
		break;
	case HTTP_NOT_HTTP:
		buf_puts(&row->text, ": the answer is not HTTP");
		if (http->has.bytes) {
			buf_puts(&row->note, "it says ");
			row_says(&row->note, http->bytes, 60);
		}
		break;
	}
}

void row_http(const struct row_view *w, struct row *row)
{
	const struct ev_http *http = w->a != NULL ? w->a->http : NULL;

	if (w->status == STAGE_SKIPPED || http == NULL || !http->has.end) {
		return;
	}
	put_request(w, &row->text);
	if (http->has.took) {
		row_took(row, http->took);
	} else if (http->has.waited) {
		row_took(row, http->waited);
	}
	if (http->end == HTTP_HEAD && http->has.status) {
		put_head(w, row);
	} else {
		put_no_head(http, row);
	}
	put_kids(w, row);
}
