/* SPDX-License-Identifier: Apache-2.0 */
/* HTTP: one GET, read to the end of the head (RFC 9112), a little further where the status is an
 * error, because proxies and firewalls explain themselves in the body. A redirect is followed as a
 * run of its own, at most ten. */
#include "protocol/http.h"
#include "protocol/protocols.h"
#include "sys/wall.h"
#include "target/secret.h"
#include "wire/http.h"
#include "wire/http_body.h"
#include "wire/http_date.h"
#include "wire/http_page.h"
#include "wire/spoken.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

enum { REQUEST_MAX = 32768, BODY_WAIT_US = 150000, MAX_REDIRECTS = 10 };

struct exchange {
	const struct probe_run *r;
	struct ev_http *ev;
	struct http_head head;
	uint8_t bytes[4096];
	size_t n_bytes;
	struct http_body body;
	usec_t sent_at;
	bool reset; /* writing the request met a reset, which reading does not see again */
};

static bool contains(const char *text, const char *word)
{
	size_t len = strlen(word);

	for (; *text != '\0'; text++) {
		if (strncasecmp(text, word, len) == 0) {
			return true;
		}
	}
	return false;
}

static bool forwarded(const struct run *run)
{
	return run_proxied(run) && run->e->target.scheme == SCHEME_HTTP &&
	       (run->proxy.kind == PROXY_HTTP || run->proxy.kind == PROXY_HTTPS);
}

int http_request_for(const struct run *run, struct buf *buf)
{
	const struct target *t = &run->e->target;
	bool via = forwarded(run);
	struct http_request q = { .host = t->host,
		                  .port = t->port,
		                  .default_port = target_schemes[t->scheme].port,
		                  .path = t->path,
		                  .absolute = via };

	if (t->user[0] != '\0' || t->secret[0] != '\0') {
		q.user = t->user;
		q.secret = t->secret;
	}
	if (via && proxy_has_login(&run->proxy)) {
		q.proxy_user = run->proxy.proxy.user;
		q.proxy_secret = run->proxy.proxy.secret;
	}
	return http_build(buf, &q);
}

static void set_value(struct exchange *x, enum http_field field, const char **ret, bool *ret_has)
{
	const char *value = http_head_value(&x->head, field);
	const char *text = value != NULL ? probe_text(x->r, value, strlen(value)) : NULL;

	if (text != NULL) {
		*ret = text;
		*ret_has = true;
	}
}

#define SET_FIELD(x, field, name) set_value((x), (field), &(x)->ev->name, &(x)->ev->has.name)

static void note_clock(struct exchange *x)
{
	const char *date = http_head_value(&x->head, HTTP_DATE);
	struct ev_clock *clock = NULL;
	int64_t at = 0;

	if (date == NULL || http_date_parse(date, strlen(date), &at) < 0) {
		return;
	}
	clock = READING(x->r, clock);
	SET(clock, offset, at - sys_wall_clock() / USEC_SEC);
	SET_TEXT(x->r, clock, source, "HTTP Date", 9);
}

static void note_texts(struct exchange *x)
{
	static const char *const use_tls[] = { "plain HTTP request was sent to HTTPS",
		                               "speaking plain HTTP to an SSL-enabled",
		                               "HTTP request to an HTTPS server", "requires TLS",
		                               "This combination of host and port requires TLS" };
	static const char *const client_cert[] = { "No required SSL certificate was sent",
		                                   "SSL certificate error", "client certificate" };
	static const char *const bad_host[] = { "DisallowedHost", "Invalid HTTP_HOST",
		                                "Blocked host",   "Invalid Host header",
		                                "Invalid host",   "Unknown domain" };
	const char *body = x->body.text;
	bool tls = false;
	bool cert = false;
	bool host = false;

	for (size_t i = 0; i < sizeof(use_tls) / sizeof(use_tls[0]); i++) {
		tls = tls || contains(body, use_tls[i]);
	}
	for (size_t i = 0; i < sizeof(client_cert) / sizeof(client_cert[0]); i++) {
		cert = cert || contains(body, client_cert[i]);
	}
	for (size_t i = 0; i < sizeof(bad_host) / sizeof(bad_host[0]); i++) {
		host = host || contains(body, bad_host[i]);
	}
	SET(x->ev, says_use_tls, tls && x->head.status >= 400);
	SET(x->ev, says_client_cert,
	    (cert && x->head.status >= 400 && x->head.status < 500) || x->head.status == 496 ||
	            x->head.status == 495);
	SET(x->ev, says_bad_host, host && x->head.status >= 400);
	if (x->body.n > 0 && x->head.status >= 400) {
		SET_TEXT(x->r, x->ev, body, body, x->body.n);
	}
}

/* What servers bring along themselves, and the page for who compares it with another. */
static void note_page(struct exchange *x)
{
	const char *body = x->body.text;
	const char *host = x->r->run->e->target.host;
	const char *said = x->head.status >= 400 ? http_page_unclaimed(body, host) : NULL;
	const char *page = x->head.status < 300 ? http_page_default(body) : NULL;

	if (said != NULL) {
		SET_TEXT(x->r, x->ev, unclaimed, said, strlen(said));
	}
	if (page != NULL) {
		SET_TEXT(x->r, x->ev, default_page, page, strlen(page));
	}
	if (x->head.status >= 400) {
		SET(x->ev, stock_page, http_page_stock(body));
	}
	if ((x->head.status >= 400 || page != NULL) && x->r->contact->page == NULL) {
		x->r->contact->page = strdup(body);
	}
}

/* The beginning of an error's body, as far as it comes at once; of a page no more than came along
 * with its head. */
static int read_body(struct exchange *x, const uint8_t *bytes, size_t len)
{
	bool page = x->head.status < 400;
	usec_t until = page ? loop_now() : loop_now() + BODY_WAIT_US;
	int n = 0;

	http_body_init(&x->body, &x->head);
	(void)http_body_feed(&x->body, bytes, len);
	while (x->body.n < HTTP_BODY_KEPT && !x->body.done && !x->body.broken) {
		uint8_t more[HTTP_BODY_KEPT];

		if (page && (x->body.n > 0 || x->head.status >= 300)) {
			break;
		}
		n = stream_read(x->r->contact->stream, more, sizeof(more), until);
		if (n <= 0) {
			break;
		}
		(void)http_body_feed(&x->body, more, (size_t)n);
	}
	return n == -ECANCELED ? n : 0;
}

/* What it carries for the next server, a session or a token, is not for reports. */
static void note_location(struct exchange *x)
{
	char text[HTTP_LOCATION_MAX + 512]; /* *** may be longer than what it hides */
	struct buf shown;

	buf_init(&shown, text, sizeof(text));
	secret_put_path(&shown, (struct span){ x->head.location, strlen(x->head.location) });
	SET_TEXT(x->r, x->ev, location, text, shown.len);
}

static void note_head(struct exchange *x)
{
	struct ev_http *ev = x->ev;
	static const enum http_field fronts[] = { HTTP_CF_RAY, HTTP_X_AMZ_CF_ID, HTTP_X_SERVED_BY,
		                                  HTTP_X_CACHE };

	SET(ev, status, x->head.status);
	SET_TEXT(x->r, ev, reason, x->head.reason, strlen(x->head.reason));
	SET_TEXT(x->r, ev, version, x->head.minor == 0 ? "HTTP/1.0" : "HTTP/1.1", 8);
	if (ev == NULL) {
		return;
	}
	SET_FIELD(x, HTTP_SERVER, server);
	SET_FIELD(x, HTTP_VIA, via);
	SET_FIELD(x, HTTP_WWW_AUTHENTICATE, authenticate);
	SET_FIELD(x, HTTP_RETRY_AFTER, retry_after);
	SET_FIELD(x, HTTP_X_SQUID_ERROR, squid_error);
	if (!ev->has.squid_error) {
		SET_FIELD(x, HTTP_X_PROXY_ERROR, squid_error);
	}
	for (size_t i = 0; i < sizeof(fronts) / sizeof(fronts[0]) && !ev->has.front; i++) {
		if (http_head_value(&x->head, fronts[i]) != NULL) {
			const char *name = http_head_name(fronts[i]);

			SET_TEXT(x->r, ev, front, name, strlen(name));
		}
	}
	if (x->head.location[0] != '\0') {
		note_location(x);
	}
	note_clock(x);
}

static void note_foreign(struct exchange *x)
{
	bool more = false;

	SET(x->ev, spoken,
	    (enum spoken)spoken_guess(x->bytes, x->n_bytes, SPOKEN_AFTER_HTTP, &more));
	SET_TEXT(x->r, x->ev, bytes, x->bytes, x->n_bytes);
	SET(x->ev, end, HTTP_NOT_HTTP);
}

static void note_end(struct exchange *x, int n)
{
	if (n == 0 && !x->reset) {
		SET(x->ev, end, HTTP_FIN);
	} else if (n == -ETIMEDOUT || n == -ETIME) {
		int unsent = sys_unacknowledged(x->r->contact->stream->fd);

		if (unsent >= 0) {
			SET(x->ev, unsent, unsent);
		}
		SET(x->ev, waited, loop_now() - x->sent_at);
		SET(x->ev, end, HTTP_SILENCE);
	} else {
		SET(x->ev, end, HTTP_RST);
	}
}

/* Reads to the end of the head. 0, or -ECANCELED. */
static int read_answer(struct exchange *x)
{
	http_head_init(&x->head);
	for (;;) {
		uint8_t bytes[2048];
		size_t used = 0;
		enum http_feed state = HTTP_FEED_MORE;
		int n = stream_read(x->r->contact->stream, bytes, sizeof(bytes), 0);

		if (n == -ECANCELED) {
			return n;
		}
		if (n <= 0) {
			note_end(x, n);
			return 0;
		}
		if (x->n_bytes == 0) {
			SET(x->ev, took, loop_now() - x->sent_at);
			x->r->contact->waiting_since = 0;
		}
		if (x->n_bytes + (size_t)n <= sizeof(x->bytes)) {
			memcpy(x->bytes + x->n_bytes, bytes, (size_t)n);
			x->n_bytes += (size_t)n;
		}
		state = http_head_feed(&x->head, bytes, (size_t)n, &used);
		if (state == HTTP_FEED_BAD && x->head.bad == HTTP_BAD_TOO_LONG &&
		    x->head.status >= 200) {
			state = HTTP_FEED_DONE; /* its status is known; the rest is only more */
			used = (size_t)n;
		}
		if (state == HTTP_FEED_FOREIGN || state == HTTP_FEED_BAD) {
			note_foreign(x);
			return 0;
		}
		if (state == HTTP_FEED_DONE) {
			int r = read_body(x, bytes + used, (size_t)n - used);

			if (r < 0) {
				return r;
			}
			note_head(x);
			note_texts(x);
			note_page(x);
			SET(x->ev, end, HTTP_HEAD);
			return 0;
		}
	}
}

static bool same_target(const struct target *t, const struct target *next)
{
	return t->scheme == next->scheme && t->port == next->port &&
	       strcmp(t->host, next->host) == 0 &&
	       strcmp(t->path[0] != '\0' ? t->path : "/", next->path) == 0;
}

/* Whether that target was asked for already in this chain of redirects. */
static bool seen_before(const struct run *run, const struct target *next)
{
	for (; run != NULL; run = run->parent) {
		if (same_target(&run->e->target, next)) {
			return true;
		}
		if (run->e->role != ROLE_REDIRECT) {
			break;
		}
	}
	return false;
}

/* Whether another address of this run led there already. Each would lead on to as many again: the
 * runs would be used up before the end of the chain is seen. */
static bool followed(const struct run *run, const struct target *next)
{
	const struct store *store = run->store;

	for (int i = run->e->index + 1; i < store->n_runs; i++) {
		const struct evidence *e = &store->runs[i];

		if (e->parent == run->e->index && e->role == ROLE_REDIRECT &&
		    same_target(&e->target, next)) {
			return true;
		}
	}
	return false;
}

static void follow(struct exchange *x)
{
	const struct run *run = x->r->run;
	auto_free struct target *next = NULL;

	if (run->options->no_extra || x->head.status < 300 || x->head.status > 399 ||
	    x->head.status == 304 || x->head.location[0] == '\0') {
		return;
	}
	next = malloc(sizeof(*next));
	if (next == NULL || target_redirect(&run->e->target, x->head.location,
	                                    strlen(x->head.location), next) < 0) {
		return;
	}
	if (next->path[0] == '\0') {
		next->path[0] = '/';
		next->path[1] = '\0';
	}
	SET(x->ev, redirect_seen, seen_before(run, next) || run->redirects >= MAX_REDIRECTS);
	if (!x->ev->redirect_seen && !followed(run, next)) {
		(void)run_child(x->r, ROLE_REDIRECT, next, NULL);
	}
}

static int speak(const struct probe_run *r)
{
	auto_free struct exchange *x = calloc(1, sizeof(*x));
	auto_free char *request = malloc(REQUEST_MAX);
	struct buf buf;
	int result = 0;

	if (x == NULL || request == NULL) {
		return -ENOMEM;
	}
	x->r = r;
	x->ev = READING(r, http);
	buf_init(&buf, request, REQUEST_MAX);
	if (x->ev == NULL || http_request_for(r->run, &buf) < 0) {
		probe_skip(r, KIND_http, SKIP_UNSUPPORTED);
		return 0;
	}
	SET(x->ev, sent, (int64_t)buf.len);
	x->sent_at = loop_now();
	r->contact->waiting_since = x->sent_at;
	result = stream_write(r->contact->stream, buf.text, buf.len, 0);
	if (result == -ECANCELED) {
		return result;
	}
	x->reset = result == -ECONNRESET; /* an answer may have come before it */
	result = result < 0 && !x->reset ? (note_end(x, result), 0) : read_answer(x);
	r->contact->waiting_since = 0;
	run_changed(r->run);
	if (result == 0) {
		follow(x);
	}
	return result;
}

const struct protocol protocol_http = { .app = "http", .speak = speak };
