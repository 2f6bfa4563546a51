/* SPDX-License-Identifier: Apache-2.0 */
/* PostgreSQL: SSLRequest, startup, login, to the point where a query could be sent (PostgreSQL
 * manual 55.2), with the encryption that libpq's sslmode chooses: prefer tries again without TLS
 * where TLS or the server's rules refuse, allow the other way round (34.19.3). Nothing is asked of
 * the database; the session ends with Terminate, so that no log shows an error of the protocol. */
#include "protocol/postgres.h"
#include "protocol/protocols.h"
#include "protocol/tls.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { RECONNECT_US = 2000000 };

int postgres_send(struct postgres_talk *x, char type, const void *body, size_t len)
{
	int n = postgres_write(type, body, len, x->out);
	int r = n < 0 ? 0 : stream_write(x->r->contact->stream, x->out, (size_t)n, 0);

	explicit_bzero(x->out, sizeof(x->out));
	return r == -ECANCELED ? r : 0;
}

/* An alert behind the handshake (TLS 1.3 refuses client certificates late) belongs to it. */
static void note_late_alert(struct postgres_talk *x)
{
	const struct stream *stream = x->r->contact->stream;
	struct ev_tls *tls = x->r->contact->a->tls;
	int alert = stream->tls != NULL ? stream->module->late_alert(stream->tls) : -1;

	if (alert >= 0) {
		SET(tls, alert, alert);
		SET(tls, end, TLS_ALERT);
	} else {
		app_end(x->r, APP_RST);
	}
}

/* Reads until a message is whole. 1, POSTGRES_OVER with the end written down, or negative. */
static int next_message(struct postgres_talk *x, struct postgres_message *ret)
{
	for (;;) {
		int n = postgres_read(x->in + x->used, x->n - x->used, ret);

		if (n > 0) {
			x->used += (size_t)n;
			return 1;
		}
		memmove(x->in, x->in + x->used, x->n - x->used);
		x->n -= x->used;
		x->used = 0;
		if (n == -EPROTO || x->n == sizeof(x->in)) {
			app_foreign(x->r, x->in, x->n, SPOKEN_AFTER_SSLREQUEST);
			return POSTGRES_OVER;
		}
		n = app_read(x->r, x->in + x->n, sizeof(x->in) - x->n, 0);
		if (n == -EPROTO) {
			note_late_alert(x);
		}
		if (n <= 0) {
			return n == -ECANCELED ? n : POSTGRES_OVER;
		}
		x->n += (size_t)n;
	}
}

static void note_parameter(struct postgres_talk *x, const struct postgres_message *message)
{
	struct postgres_text name;
	struct postgres_text value;
	char text[96];
	struct buf buf;

	if (postgres_read_parameter(message, &name, &value) < 0 ||
	    strcmp(name.at, "server_version") != 0) {
		return;
	}
	buf_init(&buf, text, sizeof(text));
	buf_puts(&buf, "PostgreSQL ");
	buf_put(&buf, value.at, value.len);
	SET_TEXT(x->r, x->app, server, text, buf.len);
}

static int start(struct postgres_talk *x)
{
	int n = postgres_startup(x->set.user, x->set.database, x->out);
	int r = n < 0 ? 0 : stream_write(x->r->contact->stream, x->out, (size_t)n, 0);

	SET(x->app, step, APP_LOGIN);
	return r == -ECANCELED ? r : 0;
}

/* Everything behind the encryption: startup, login, and what the server says until it is ready. */
static int converse(struct postgres_talk *x)
{
	struct postgres_message message;
	int r = start(x);

	while (r >= 0) {
		r = next_message(x, &message);
		if (r != 1) {
			return r;
		}
		switch (message.type) {
		case 'R':
			r = postgres_login(x, &message);
			if (r != 1) {
				return r;
			}
			break;
		case 'E':
		case 'e':
			return postgres_refuse(x, &message);
		case 'S':
			note_parameter(x, &message);
			break;
		case 'Z':
			SET(x->app, step, APP_DONE);
			app_end(x->r, APP_READY);
			return postgres_send(x, 'X', NULL, 0);
		default: /* notices, the key for cancelling */
			break;
		}
	}
	return r;
}

static bool verifies(const struct postgres_talk *x)
{
	return x->set.root_there || x->set.mode >= PG_SSL_VERIFY_CA;
}

/* Whether the certificate is one at which libpq would stop. */
static bool untrusted(const struct postgres_talk *x)
{
	const struct ev_tls *tls = x->r->contact->a->tls;

	return verifies(x) && tls != NULL && tls->has.faults && tls->faults.first != NULL;
}

/* The handshake, with libpq's store: its own file, not this host's, and without the name but for
 * verify-full. 1 when the login may follow. */
static int encrypt(struct postgres_talk *x)
{
	const struct tls_module *module = NULL;
	const struct tls_trust *ours = NULL;
	struct tls_trust root = { .empty = true };
	struct tls_wishes wishes = { .no_name = verifies(x) && x->set.mode != PG_SSL_VERIFY_FULL };
	bool own = verifies(x) && !x->set.root_system && x->r->run->options->cacert == NULL;
	int r = 0;

	if (own && run_tls(x->r->run, &module, &ours) == 0) {
		tls_trust_file(module, run_root(x->r->run), x->set.root, "sslrootcert", &root);
		wishes.trust = &root;
	}
	r = app_tls_as(x->r, verifies(x), &wishes);
	if (wishes.trust != NULL) {
		tls_trust_done(module, &root);
	}
	x->tls = r == 1;
	return r == 1 && untrusted(x) ? 0 : r;
}

/* Whether the handshake had no answer: for that libpq waits, and tries nothing else. */
static bool unanswered(const struct postgres_talk *x)
{
	const struct ev_tls *tls = x->r->contact->a->tls;

	return tls == NULL || !tls->has.end || tls->end == TLS_SILENCE;
}

/* The answer to SSLRequest is one byte; anything behind it is no answer of this protocol. 'E' is an
 * error of a server that could not even start. */
static int negotiate(struct postgres_talk *x)
{
	uint8_t ask[POSTGRES_SSL_REQUEST];
	int n = 0;

	postgres_ssl_request(ask);
	n = stream_write(x->r->contact->stream, ask, sizeof(ask), 0);
	if (n == -ECANCELED) {
		return n;
	}
	n = app_read(x->r, x->in, 1024, 0);
	if (n <= 0) {
		return n == -ECANCELED ? n : POSTGRES_OVER;
	}
	SET(x->app, step, APP_ENCRYPTION);
	if (n == 1 && (x->in[0] == 'S' || x->in[0] == 'N')) {
		SET(x->ev, ssl, x->in[0] == 'S' ? PG_TLS_OFFERED : PG_TLS_REFUSED);
		return 1;
	}
	if (x->in[0] == 'E') {
		SET(x->ev, ssl, PG_TLS_ERROR);
		x->n = (size_t)n;
		return 1;
	}
	SET(x->app, step, APP_GREETING);
	app_foreign(x->r, x->in, (size_t)n, SPOKEN_AFTER_SSLREQUEST);
	return POSTGRES_OVER;
}

/* One connection with TLS, as far as the server offers it. */
static int attempt_tls(struct postgres_talk *x)
{
	static const char no_tls[] = "asked for it, the server says no";
	int r = negotiate(x);

	if (r != 1) {
		return r;
	}
	if (x->ev == NULL || x->ev->ssl == PG_TLS_ERROR) {
		struct postgres_message message;

		r = next_message(x, &message);
		return r == 1 ? postgres_refuse(x, &message) : r;
	}
	if (x->ev->ssl == PG_TLS_REFUSED) {
		if (x->set.mode >= PG_SSL_REQUIRE || x->set.mode == PG_SSL_ALLOW) {
			app_point(x->r, "TLS", no_tls, sizeof(no_tls) - 1);
			app_end(x->r, APP_STUCK);
			return POSTGRES_OVER;
		}
		return converse(x);
	}
	r = encrypt(x);
	if (r == 0 && x->set.mode == PG_SSL_PREFER && !unanswered(x)) {
		SET(x->app, tls, false);
		return POSTGRES_OTHER_WAY;
	}
	return r == 1 ? converse(x) : r;
}

/* A connection of its own for the other encryption. */
static int connect_again(struct postgres_talk *x)
{
	struct contact *c = x->r->contact;
	int r = 0;
	struct stream *stream = tls_connect_again(x->r, 0, loop_now() + RECONNECT_US, &r);

	if (stream == NULL) {
		return r == -ECANCELED ? r : -EPIPE;
	}
	stream_free(c->stream);
	c->stream = stream;
	x->n = 0;
	x->used = 0;
	return 0;
}

static int attempts(struct postgres_talk *x)
{
	bool tls = x->set.mode >= PG_SSL_PREFER && x->r->run->e->target.host[0] != '/';
	int r = tls ? attempt_tls(x) : converse(x);

	if (r != POSTGRES_OTHER_WAY) {
		return r;
	}
	r = connect_again(x);
	if (r == 0) {
		x->tls = false;
		SET(x->app, tls, false);
		r = tls ? converse(x) : attempt_tls(x);
	} else if (r != -ECANCELED) {
		app_end(x->r, APP_RST);
		r = POSTGRES_OVER;
	}
	return r == POSTGRES_OTHER_WAY ? POSTGRES_OVER : r;
}

static void note_settings(struct postgres_talk *x)
{
	const struct probe_run *r = x->r;
	const struct pg_settings *set = &x->set;
	const char *mode = pg_settings_modes[set->mode];

	SET_TEXT(r, x->app, user, set->user, strlen(set->user));
	SET_TEXT(r, x->ev, database, set->database, strlen(set->database));
	SET_TEXT(r, x->ev, sslmode, mode, strlen(mode));
	SET_TEXT(r, x->ev, sslmode_from, set->mode_from, strlen(set->mode_from));
	if (set->secret_from[0] != '\0') {
		SET_TEXT(r, x->ev, password_from, set->secret_from, strlen(set->secret_from));
	}
	if (set->pass_refused[0] != '\0') {
		SET_TEXT(r, x->ev, unread_file, set->pass_refused, strlen(set->pass_refused));
	}
	if (set->mode_unknown[0] != '\0') {
		app_point(r, "sslmode that libpq does not know, taken for prefer",
		          set->mode_unknown, strlen(set->mode_unknown));
	}
	SET(x->ev, certificate, set->cert_there);
	SET(x->app, tls, false);
}

/* For whoever reads the server's log: what was asked for, in one line. */
static void note_login(const struct postgres_talk *x)
{
	char text[2 * PG_NAME_MAX + PG_FROM_MAX];
	struct buf buf;

	if (x->app == NULL || !x->app->has.step || x->app->step < APP_LOGIN) {
		return;
	}
	buf_init(&buf, text, sizeof(text));
	buf_puts(&buf, "database ");
	buf_puts(&buf, x->set.database);
	if (x->ev != NULL && x->ev->has.method) {
		buf_puts(&buf, ", method ");
		buf_puts(&buf, x->ev->method);
	}
	buf_puts(&buf, ", sslmode ");
	buf_puts(&buf, pg_settings_modes[x->set.mode]);
	if (x->app->has.secret && x->app->secret) {
		buf_puts(&buf, ", password from ");
		buf_puts(&buf, x->set.secret_from);
	}
	app_point(x->r, "asked for", buf.text, buf.len);
}

static int speak(const struct probe_run *r)
{
	struct postgres_talk *x = calloc(1, sizeof(*x));
	int result = 0;

	if (x == NULL) {
		return -ENOMEM;
	}
	x->r = r;
	x->app = app_begin(r);
	x->ev = READING(r, postgres);
	pg_settings(&r->run->e->target, run_root(r->run), &x->set);
	note_settings(x);
	result = attempts(x);
	note_login(x);
	explicit_bzero(x, sizeof(*x));
	free(x);
	return result < 0 ? result : 0;
}

static int prepare(const struct probe_run *r)
{
	if (r->run->e->role == ROLE_MAIN) {
		pg_settings_complete(&r->run->e->target, run_root(r->run));
	}
	return 0;
}

const struct protocol protocol_postgres = {
	.app = "postgres",
	.prepare = prepare,
	.speak = speak,
	.again = postgres_again,
};
