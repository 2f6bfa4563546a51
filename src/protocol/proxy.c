/* SPDX-License-Identifier: Apache-2.0 */
/* The way through a proxy: its own ladder is a child run; on the connection that comes out of it
 * CONNECT (RFC 9110 9.3.6) or SOCKS opens the way to the target. Plain http through an HTTP proxy
 * is not opened but forwarded: then the request itself names the target. */
#include "protocol/proxy.h"
#include "engine/child.h"
#include "protocol/protocols.h"
#include "protocol/proxy_way.h"
#include "protocol/tls.h"
#include "wire/http.h"
#include "wire/http_head.h"

#include <errno.h>
#include <string.h>

enum { FIRST_MAX = 512, REQUEST_MAX = 16384 };

static void record_env(const struct probe_run *r)
{
	const struct proxy_choice *c = &r->run->proxy;
	struct ev_proxy_env *ev = READING(r, proxy_env);

	SET(ev, used, c->used);
	if (c->variable[0] != '\0') {
		SET_TEXT(r, ev, variable, c->variable, strlen(c->variable));
		SET(ev, kind, (enum via)c->kind);
		if (c->proxy.host[0] != '\0') {
			SET_TEXT(r, ev, host, c->proxy.host, strlen(c->proxy.host));
			SET(ev, port, c->proxy.port);
		}
	}
	if (c->broken && c->proxy.flaw != FLAW_NONE) {
		SET(ev, flaw, (enum input_flaw)(c->proxy.flaw - 1));
	}
	SET(ev, bypassed, c->bypassed);
	SET(ev, meant, c->no_proxy_meant);
	if (c->no_proxy_entry[0] != '\0') {
		SET_TEXT(r, ev, entry, c->no_proxy_entry, strlen(c->no_proxy_entry));
	}
	SET(ev, others_set, c->unused_variable[0] != '\0');
	if (c->unused_variable[0] != '\0') {
		SET_TEXT(r, ev, unused, c->unused_variable, strlen(c->unused_variable));
	}
}

void proxy_broken(struct proxy_way *w, int n)
{
	SET(w->ev, end,
	    n == 0             ? CONNECT_FIN
	    : n == -ECONNRESET ? CONNECT_RST
	    : n == -EPROTO     ? CONNECT_TLS_FAILED
	                       : CONNECT_SILENCE);
}

int proxy_read_more(struct proxy_way *w, uint8_t *bytes, size_t *n, size_t max)
{
	int got = 0;

	if (*n == max) {
		return -EPROTO;
	}
	got = stream_read(w->stream, bytes + *n, 1, w->until);
	if (got <= 0) {
		return got == 0 ? -EPIPE : got;
	}
	(*n)++;
	return 0;
}

/* The address of the proxy's own run that connected; NULL without one. */
static struct attempt *proxy_attempt(const struct run *run)
{
	const struct store *store = run->store;

	for (int i = run->e->index + 1; i < store->n_runs; i++) {
		const struct evidence *e = &store->runs[i];

		if (e->role != ROLE_PROXY || e->parent != run->e->index) {
			continue;
		}
		for (struct attempt *a = e->first; a != NULL; a = a->next) {
			if (a->tcp != NULL && a->tcp->has.end && a->tcp->end == TCP_CONNECTED) {
				return a;
			}
		}
	}
	return NULL;
}

const struct addr *proxy_address(const struct run *run)
{
	const struct attempt *a = proxy_attempt(run);

	return a != NULL ? &a->addr : NULL;
}

/* How the handshake with the proxy went is evidence of the proxy's run, which is over. */
static void note_tls(const struct proxy_way *w, const struct tls_trust *trust,
                     const struct tls_result *got)
{
	struct attempt *a = w->first ? proxy_attempt(w->r->run) : NULL;
	auto_free struct run *run = a != NULL ? calloc(1, sizeof(*run)) : NULL;
	struct contact contact = { .a = a };
	const struct probe_run r = { .run = run, .contact = &contact };

	if (run != NULL) {
		run->store = w->r->run->store;
		run->e = a->e;
		tls_note(&r, trust, got);
	}
}

/* The proxy's own TLS. A certificate that does not pass ends it, as it ends curl: what CONNECT
 * carries, credentials among it, is not for whoever that is. */
static int tls_to_proxy(struct proxy_way *w)
{
	auto_free struct tls_result *got = calloc(1, sizeof(*got));
	const struct tls_module *module = NULL;
	const struct tls_trust *trust = NULL;
	struct tls_request q = { .host = w->choice->proxy.host,
		                 .literal = w->choice->proxy.literal };
	int r = 0;

	if (got == NULL || run_tls(w->r->run, &module, &trust) < 0) {
		if (w->first) {
			probe_skip(w->r, KIND_proxy, SKIP_NOT_INSTALLED);
		}
		return -ENOENT;
	}
	q.trust = trust;
	r = tls_handshake(w->stream, module, &q, w->until, got);
	if (r < 0) {
		return r;
	}
	note_tls(w, trust, got);
	if (got->outcome != TLS_OUT_DONE || got->n_faults > 0) {
		if (got->outcome == TLS_OUT_NOT_TLS) {
			SET_TEXT(w->r, w->ev, bytes, got->first, got->n_first);
		}
		SET(w->ev, end,
		    got->outcome == TLS_OUT_SILENCE ? CONNECT_SILENCE : CONNECT_TLS_FAILED);
		return 1;
	}
	return 0;
}

static void note_status(struct proxy_way *w, const struct http_head *head)
{
	static const enum http_field marks[] = { HTTP_X_SQUID_ERROR, HTTP_X_PROXY_ERROR,
		                                 HTTP_PROXY_STATUS, HTTP_SERVER, HTTP_VIA };

	SET(w->ev, status, head->status);
	SET_TEXT(w->r, w->ev, reason, head->reason, strlen(head->reason));
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		const char *value = http_head_value(head, marks[i]);

		if (value != NULL) {
			SET_TEXT(w->r, w->ev, server, value, strlen(value));
			break;
		}
	}
	if (http_head_value(head, HTTP_LOCATION) != NULL) {
		const char *value = http_head_value(head, HTTP_LOCATION);

		SET_TEXT(w->r, w->ev, location, value, strlen(value));
	}
	SET(w->ev, end, head->status >= 200 && head->status <= 299 ? CONNECT_OPEN : CONNECT_DENIED);
}

static int http_connect(struct proxy_way *w)
{
	const struct target *t = &w->r->run->e->target;
	auto_free struct http_head *head = malloc(sizeof(*head));
	auto_free char *text = malloc(REQUEST_MAX);
	struct buf buf;
	struct http_request q = { .method = "CONNECT", .host = t->host, .port = t->port };
	usec_t began = loop_now();
	size_t n = 0;
	uint8_t bytes[FIRST_MAX];
	int r = 0;

	if (proxy_has_login(w->choice)) {
		q.proxy_user = w->choice->proxy.user;
		q.proxy_secret = w->choice->proxy.secret;
	}
	if (head == NULL || text == NULL) {
		return -ENOMEM;
	}
	buf_init(&buf, text, REQUEST_MAX);
	if (http_build(&buf, &q) < 0) {
		return -EINVAL;
	}
	r = stream_write(w->stream, buf.text, buf.len, w->until);
	http_head_init(head);
	while (r == 0) {
		size_t used = 0;
		enum http_feed state = HTTP_FEED_MORE;

		n -= n ==
		     sizeof(bytes); /* the first ones are kept; the head has a limit of its own */
		r = proxy_read_more(w, bytes, &n, sizeof(bytes));
		if (r < 0) {
			break;
		}
		state = http_head_feed(head, bytes + n - 1, 1, &used);
		if (state == HTTP_FEED_FOREIGN || state == HTTP_FEED_BAD) {
			SET_TEXT(w->r, w->ev, bytes, bytes, n);
			SET(w->ev, end, CONNECT_NOT_PROXY);
			return 0;
		}
		if (state == HTTP_FEED_DONE) {
			SET(w->ev, took, loop_now() - began);
			note_status(w, head);
			return 0;
		}
	}
	if (r != -ECANCELED) {
		proxy_broken(w, r == -EPIPE ? 0 : r);
	}
	return r == -ECANCELED ? r : 0;
}

static bool is_socks(const struct proxy_choice *choice)
{
	return choice->kind != PROXY_HTTP && choice->kind != PROXY_HTTPS;
}

static int open_way(struct proxy_way *w)
{
	const struct run *run = w->r->run;
	int r = 0;

	if (w->choice->kind == PROXY_HTTPS) {
		r = tls_to_proxy(w);
		if (r != 0) {
			return r < 0 ? r : 0;
		}
	}
	if (is_socks(w->choice)) {
		return proxy_socks_connect(w);
	}
	if (run->e->target.scheme == SCHEME_HTTP) {
		SET(w->ev, end, CONNECT_FORWARDED);
		return 0;
	}
	return http_connect(w);
}

int proxy_ask(const struct probe_run *r, const struct proxy_choice *choice, struct stream *stream,
              const struct addr *local, usec_t until, struct ev_proxy *ret)
{
	struct proxy_way w = { .r = r,
		               .choice = choice,
		               .stream = stream,
		               .ev = ret,
		               .local = local,
		               .until = until };

	return open_way(&w);
}

/* socks5:// and socks4:// leave the lookup to the client. 0 with the address in run->looked_up, 1
 * when the name has none (recorded as what a program gets), or -ECANCELED and the like. */
static int look_up(struct proxy_way *w)
{
	const struct run_options *o = w->r->run->options;
	bool only_v4 = o->only_v4 || w->choice->kind == PROXY_SOCKS4;
	auto_free struct sys_nss *got = malloc(sizeof(*got));
	const struct sys_nss_question question = child_question(o, w->r->run->e->target.host,
	                                                        only_v4      ? "4"
	                                                        : o->only_v6 ? "6"
	                                                                     : "0");
	char code[32];
	struct buf buf;
	struct ev_nss *nss = NULL;
	int r = got == NULL ? -ENOMEM : child_lookup(w->r->run->loop, &question, 0, got);

	if (r < 0) {
		return r == -ECANCELED || r == -ETIME ? r : 1;
	}
	if (got->n > 0) {
		w->r->run->looked_up = got->addrs[0].addr;
		return 0;
	}
	nss = READING(w->r, nss);
	buf_init(&buf, code, sizeof(code));
	buf_puts(&buf, "EAI_");
	buf_puts(&buf, sys_nss_word(got->end));
	SET_TEXT(w->r, nss, code, code, buf.len);
	SET(nss, took, got->took);
	SET_LIST(nss, addrs);
	SET(nss, end,
	    got->end == SYS_NSS_AGAIN  ? NSS_AGAIN
	    : got->end == SYS_NSS_FAIL ? NSS_FAILED
	                               : NSS_NONAME);
	run_changed(w->r->run);
	return 1;
}

/* The way through the proxy; contact is what the connection will belong to. */
static int go_through(struct proxy_way *w, struct contact *contact)
{
	struct run *run = w->r->run;
	int result = is_socks(w->choice) && !run->e->target.literal && !proxy_socks_remote_name(w)
	                     ? look_up(w)
	                     : 0;

	if (result != 0) {
		return result < 0 ? result : 0;
	}
	w->ev = READING(w->r, proxy);
	run->proxy_stream = w->stream;
	if (contact != NULL) {
		contact->waiting_since = loop_now();
	}
	result = open_way(w);
	run->proxy_stream = NULL;
	if (contact != NULL) {
		contact->waiting_since = 0;
	}
	if (result == -ETIME && w->ev != NULL && !w->ev->has.end) {
		SET(w->ev, end, CONNECT_SILENCE);
	}
	return result;
}

static int observe(const struct probe_run *r)
{
	struct proxy_way w = {
		.r = r, .choice = &r->run->proxy, .local = &r->run->looked_up, .first = true
	};
	struct contact *contact = NULL;
	int result = 0;

	record_env(r);
	if (!r->run->proxy.used || r->run->proxy.broken) {
		return 0;
	}
	(void)run_child(r, ROLE_PROXY, &r->run->proxy.proxy, &w.stream);
	contact = r->run->n_contacts > 0 ? &r->run->contacts[0] : NULL;
	if (w.stream == NULL) {
		return 0;
	}
	result = go_through(&w, contact);
	if (result == 0 && w.ev != NULL && w.ev->has.end &&
	    (w.ev->end == CONNECT_OPEN || w.ev->end == CONNECT_FORWARDED) && contact != NULL) {
		contact->stream = w.stream;
		w.stream = NULL;
	}
	stream_free(w.stream);
	return result;
}

static bool wanted(const struct probe_run *r)
{
	const char *app = target_schemes[r->run->e->target.scheme].app;

	/* that no proxy is set is a fact as well */
	return r->run->proxy.used ||
	       (r->run->e->role != ROLE_PROXY && app != NULL && strcmp(app, "http") == 0);
}

const struct probe probe_proxy = {
	.name = "proxy",
	.summary = "goes through the proxy that a client would use for this target",
	.scope = PROBE_PER_RUN,
	.n_gives = 2,
	.gives = { KIND_proxy_env, KIND_proxy },
	.wanted = wanted,
	.observe = observe,
};
