/* SPDX-License-Identifier: Apache-2.0 */
/* The frame of a conversation as evidence. */
#include "protocol/app.h"

#include <errno.h>
#include <string.h>

struct ev_app *app_begin(const struct probe_run *r)
{
	struct ev_app *app = READING(r, app);

	r->contact->spoke_since = loop_now();
	SET(app, step, APP_GREETING);
	SET(app, tls, false);
	return app;
}

void app_end(const struct probe_run *r, enum app_end end)
{
	struct ev_app *app = READING(r, app);

	if (app != NULL && app->step == APP_GREETING && app->has.greeted) {
		SET(app, step, APP_GREETING_BEGUN);
	}
	SET(app, took, loop_now() - r->contact->spoke_since);
	SET(app, end, end);
	run_changed(r->run);
}

int app_read(const struct probe_run *r, void *bytes, size_t size, usec_t until)
{
	struct ev_app *app = READING(r, app);
	usec_t began = loop_now();
	int n = 0;

	r->contact->waiting_since = began;
	n = stream_read(r->contact->stream, bytes, size, until);
	r->contact->waiting_since = 0;
	if (n > 0) {
		if (app != NULL && !app->has.greeted) {
			SET(app, greeted, loop_now() - r->contact->spoke_since);
		}
	} else if (n == 0 || n == -EPIPE) { /* EPIPE: a FIN, and a RST for what was sent after it */
		app_end(r, APP_FIN);
	} else if (n == -ECONNRESET) {
		app_end(r, APP_RST);
	} else if (n == -ETIMEDOUT || n == -ETIME) {
		SET(app, waited, loop_now() - began);
		app_end(r, APP_SILENCE);
	}
	return n;
}

void app_foreign(const struct probe_run *r, const void *bytes, size_t len, enum spoken_after after)
{
	struct ev_app *app = READING(r, app);
	bool more = false;

	SET(app, spoken, (enum spoken)spoken_guess(bytes, len, after, &more));
	SET_TEXT(r, app, bytes, bytes, len);
	app_end(r, APP_FOREIGN);
}

void app_point(const struct probe_run *r, const char *label, const void *bytes, size_t len)
{
	struct ev_app *app = READING(r, app);
	struct ev_point *point = len == 0 ? NULL : ITEM(r, app, points, point);

	SET_TEXT(r, point, label, label, strlen(label));
	SET_TEXT(r, point, text, bytes, len);
}

int app_tls(const struct probe_run *r, bool checks)
{
	return app_tls_as(r, checks, &(struct tls_wishes){ .trust = NULL });
}

int app_tls_as(const struct probe_run *r, bool checks, const struct tls_wishes *wishes)
{
	struct ev_app *app = READING(r, app);
	int result = 0;

	SET(app, step, APP_ENCRYPTION);
	SET(app, tls, true);
	SET(app, checks, checks);
	result = tls_speak_as(r, wishes);
	if (result < 0) {
		return result;
	}
	return r->contact->a->tls != NULL && r->contact->a->tls->has.end &&
	       r->contact->a->tls->end == TLS_DONE;
}
