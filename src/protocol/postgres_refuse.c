/* SPDX-License-Identifier: Apache-2.0 */
/* What a PostgreSQL server's refusal leads to: the other encryption, as libpq tries it, or the end.
 * Of two refusals, one for each encryption, the one that is not about the rules tells more; else
 * the first. */
#include "protocol/postgres.h"

#include <string.h>

#define PUT_TEXT(x, p, field, text) \
	((text).at != NULL ? SET_TEXT((x)->r, p, field, (text).at, (text).len) : (void)0)

#define PUT_POINT(x, label, text) app_point((x)->r, label, (text).at, (text).len)

/* What the other encryption came to, where libpq tries both. */
static void note_other(const struct postgres_talk *x)
{
	const struct ev_postgres *ev = x->ev;

	if (ev != NULL && ev->has.other_tls && ev->has.other_said) {
		app_point(x->r, ev->other_tls ? "tried with TLS too" : "tried without TLS too",
		          ev->other_said, strlen(ev->other_said));
	}
}

static bool has_word(const char *text, const char *word)
{
	return text != NULL && text_has(text, word);
}

/* As libpq does: before the login is through, and where the rules of the server or of a pooler
 * refused. A wrong password or a missing database stays what it is without encryption too. */
static bool may_go_other_way(const struct postgres_talk *x, struct postgres_text code)
{
	bool rules =
		code.at != NULL && (strcmp(code.at, "28000") == 0 || strcmp(code.at, "08P01") == 0);
	bool mode = x->tls ? x->set.mode == PG_SSL_PREFER : x->set.mode == PG_SSL_ALLOW;

	return !x->logged_in && rules && mode && x->r->run->e->target.host[0] != '/' &&
	       (x->ev == NULL || !x->ev->has.other_tls);
}

/* Refusals that are about a user whom nobody named: libpq would take this one's own name, but who
 * typed host:5432 asked for the server only. */
static bool about_nobody(const struct postgres_talk *x, const struct postgres_error *error)
{
	static const char *const codes[] = { "28000", "28P01", "3D000" };
	const struct target *t = &x->r->run->e->target;
	bool about = false;

	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
		about = about || (error->code.at != NULL && strcmp(error->code.at, codes[i]) == 0);
	}
	return about && !t->scheme_given && t->user[0] == '\0' && x->app != NULL &&
	       !(x->app->has.secret && x->app->secret);
}

int postgres_refuse(struct postgres_talk *x, const struct postgres_message *message)
{
	struct postgres_error error;
	bool second = x->ev != NULL && x->ev->has.other_tls;

	if (postgres_read_error(message, &error) < 0) {
		app_foreign(x->r, message->body, message->len, SPOKEN_AFTER_SSLREQUEST);
		return POSTGRES_OVER;
	}
	if (may_go_other_way(x, error.code)) {
		SET(x->ev, other_tls, x->tls);
		PUT_TEXT(x, x->ev, other_code, error.code);
		PUT_TEXT(x, x->ev, other_said, error.message);
		return POSTGRES_OTHER_WAY;
	}
	if (about_nobody(x, &error)) {
		app_point(x->r, "to a client without a user", error.message.at, error.message.len);
		app_end(x->r, APP_READY);
		return POSTGRES_OVER;
	}
	PUT_TEXT(x, x->app, code, error.code);
	PUT_TEXT(x, x->app, said, error.message);
	PUT_TEXT(x, x->ev, severity, error.severity);
	PUT_TEXT(x, x->ev, detail, error.detail);
	PUT_TEXT(x, x->ev, hint, error.hint);
	PUT_TEXT(x, x->ev, routine, error.routine);
	if (second && x->app != NULL && x->app->has.said && x->ev->has.other_said &&
	    (has_word(x->app->said, "pg_hba.conf") ||
	     !has_word(x->ev->other_said, "pg_hba.conf"))) {
		const char *code = x->app->code;
		const char *said = x->app->said;

		x->app->code = x->ev->other_code;
		x->app->said = x->ev->other_said;
		x->ev->other_code = code;
		x->ev->other_said = said;
		SET(x->ev, other_tls, x->tls);
		SET(x->app, tls, !x->tls);
	}
	PUT_POINT(x, "DETAIL", error.detail);
	PUT_POINT(x, "HINT", error.hint);
	note_other(x);
	app_end(x->r, APP_REFUSED);
	return POSTGRES_OVER;
}
