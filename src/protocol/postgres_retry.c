/* SPDX-License-Identifier: Apache-2.0 */
/* Explains a refusal by a PostgreSQL server's rules: would they let this client in over the other
 * encryption? A connection of its own, up to the server's first request for a password; nothing
 * secret is sent. */
#include "protocol/postgres.h"
#include "protocol/protocols.h"
#include "protocol/tls.h"
#include "wire/postgres.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { EACH_US = 1500000 };

/* Reads the server's first word after the startup message: a request of any kind means that its
 * rules have a line for this client. */
static int first_word(struct stream *stream, usec_t until, enum pg_way *ret)
{
	auto_free uint8_t *bytes = malloc(POSTGRES_IN_MAX);
	struct postgres_message message = { .type = '\0' };
	size_t n = 0;
	int used = -EAGAIN;

	while (bytes != NULL && used == -EAGAIN && n < POSTGRES_IN_MAX) {
		int r = stream_read(stream, bytes + n, POSTGRES_IN_MAX - n, until);

		if (r <= 0) {
			return r == -ECANCELED || r == -ETIME ? r : 0;
		}
		n += (size_t)r;
		used = postgres_read(bytes, n, &message);
	}
	*ret = message.type == 'R'   ? PG_WAY_LET_IN
	       : message.type == 'E' ? PG_WAY_REFUSED
	                             : PG_WAY_OTHER;
	return 0;
}

/* SSLRequest and the handshake, whatever the certificate: 1 when TLS is on, 0 when the server
 * has none. */
static int encrypt(const struct probe_run *r, struct stream *stream, usec_t until, enum pg_way *ret)
{
	uint8_t ask[POSTGRES_SSL_REQUEST];
	uint8_t answer[2];
	auto_free struct tls_result *got = calloc(1, sizeof(*got));
	const struct tls_module *module = NULL;
	struct tls_request request = { .host = r->run->e->target.host,
		                       .literal = r->run->e->target.literal };
	int n = 0;

	if (got == NULL || run_tls(r->run, &module, &request.trust) < 0) {
		return -ENOENT;
	}
	postgres_ssl_request(ask);
	n = stream_write(stream, ask, sizeof(ask), until);
	n = n < 0 ? n : stream_read(stream, answer, sizeof(answer), until);
	if (n == 1 && answer[0] == 'N') {
		*ret = PG_WAY_NO_TLS;
	}
	if (n != 1 || answer[0] != 'S') {
		return n < 0 ? n : 0;
	}
	n = tls_handshake(stream, module, &request, until, got);
	return n < 0 ? n : got->outcome == TLS_OUT_DONE;
}

/* How that connection is made: over TLS, and with which TCP_MAXSEG. */
struct way {
	bool tls;
	int mss;
	usec_t until;
};

static int ask(const struct probe_run *r, const struct way *by, enum pg_way *ret)
{
	auto_free struct pg_settings *set = calloc(1, sizeof(*set));
	usec_t until = by->until;
	uint8_t out[POSTGRES_OUT_MAX];
	int result = 0;
	int n = 0;
	struct stream *stream = tls_connect_again(r, by->mss, until, &result);

	if (stream == NULL || set == NULL) {
		return result;
	}
	pg_settings(&r->run->e->target, run_root(r->run), set);
	explicit_bzero(set->secret, sizeof(set->secret));
	n = postgres_startup(set->user, set->database, out);
	*ret = PG_WAY_OTHER;
	result = by->tls ? encrypt(r, stream, until, ret) : 1;
	if (result == 1 && n > 0) {
		result = stream_write(stream, out, (size_t)n, until);
		result = result < 0 ? result : first_word(stream, until, ret);
	}
	stream_free(stream);
	return result == -ECANCELED || result == -ETIME ? result : 0;
}

int postgres_again(const struct probe_run *r, int mss, usec_t until)
{
	const struct ev_app *app = r->contact->a->app;
	const struct ev_postgres *ev = r->contact->a->postgres;
	bool tls = (app->has.tls && app->tls) || (ev != NULL && !ev->has.ssl);
	enum pg_way way = PG_WAY_OTHER;
	int result = 0;

	if (ev != NULL && ev->has.number) {
		return RETRY_SAME; /* it came as far as this one would */
	}
	result = ask(r, &(struct way){ .tls = tls, .mss = mss, .until = until }, &way);

	return result < 0 ? result : way == PG_WAY_OTHER ? RETRY_SAME : RETRY_COMPLETES;
}

static int observe(const struct probe_run *r)
{
	const struct ev_app *app = r->contact->a->app;
	struct ev_postgres_retry *ev = READING(r, postgres_retry);
	bool tls = !(app->has.tls && app->tls);
	enum pg_way way = PG_WAY_OTHER;
	int result = 0;

	result = ask(r, &(struct way){ .tls = tls, .until = loop_now() + EACH_US }, &way);
	if (result == 0 && tls) {
		SET(ev, with_tls, way);
	} else if (result == 0) {
		SET(ev, without_tls, way);
	}
	return result;
}

/* The server's rules refused, and libpq has not tried the other encryption itself. */
static bool wanted(const struct probe_run *r)
{
	const struct attempt *a = r->contact->a;
	const struct ev_app *app = a->app;

	return wants_postgres(r->run->e) == YES && app != NULL && app->has.end &&
	       app->end == APP_REFUSED && app->has.code && strcmp(app->code, "28000") == 0 &&
	       r->run->e->target.host[0] != '/' &&
	       (a->postgres == NULL || !a->postgres->has.other_tls);
}

const struct probe probe_postgres_retry = {
	.name = "postgres_retry",
	.summary = "asks a PostgreSQL server that refused once more, with or without TLS",
	.scope = PROBE_PER_ADDRESS,
	.explains = true,
	.n_gives = 1,
	.gives = { KIND_postgres_retry },
	.wanted = wanted,
	.observe = observe,
};
