/* SPDX-License-Identifier: Apache-2.0 */
/* Explains a proxy that does not let through: what does it speak (TLS, HTTP and SOCKS are tried, a
 * connection each), does the target open without it, does it reach by name what this host cannot
 * look up, and would a proxy that is set but not used for this target have worked. */
#include "engine/child.h"
#include "protocol/protocols.h"
#include "protocol/proxy.h"
#include "sys/host.h"
#include "wire/hello.h"
#include "wire/socks.h"

#include <errno.h>
#include <string.h>

enum {
	EACH_US = 1200000,
	WAITING_US = 1000000,
	ANSWER_MAX = 2048,
	OTHERS_US = 500000,
	MAX_TRIED = 2
};

static bool broken_off(int r)
{
	return r == -ECANCELED || r == -ETIME;
}

/* Sends the bytes to the proxy and reads until enough() says so, or nothing more comes. How many
 * bytes came, or -ECANCELED and the like. */
static int exchange(const struct probe_run *r, const struct addr *addr, const void *out, size_t len,
                    uint8_t *ret)
{
	usec_t until = loop_now() + EACH_US;
	int got = 0;
	struct stream *s = probe_connect(
		r, &(struct probe_peer){ .addr = addr, .port = r->run->proxy.proxy.port }, until,
		&got);

	if (s != NULL) {
		got = stream_write(s, out, len, until);
		got = got < 0 ? got : stream_read(s, ret, ANSWER_MAX, until);
	}
	stream_free(s);
	return got < 0 && !broken_off(got) ? 0 : got;
}

/* One language that is tried on the proxy. */
struct language {
	const struct probe_run *r;
	const struct addr *addr;
	uint8_t answer[ANSWER_MAX];
	bool spoken;
};

static int try_tls(void *arg)
{
	struct language *l = arg;
	const struct target *proxy = &l->r->run->proxy.proxy;
	struct hello_reply reply = { .answer = HELLO_MORE };
	uint8_t random[HELLO_RANDOM_SIZE];
	uint8_t hello[HELLO_MAX];
	int n = sys_random(random, sizeof(random));

	n = n < 0 ? n
	          : hello_build(&(struct hello_offer){ .min = HELLO_TLS10,
	                                               .max = HELLO_TLS13,
	                                               .sni = proxy->literal ? NULL : proxy->host,
	                                               .random = random },
	                        hello);
	n = n < 0 ? n : exchange(l->r, l->addr, hello, (size_t)n, l->answer);
	if (n > 0) {
		hello_parse(l->answer, (size_t)n, &reply);
		l->spoken = reply.answer != HELLO_NOT_TLS && reply.answer != HELLO_BAD;
	}
	return n;
}

static int try_http(void *arg)
{
	static const char request[] = "GET / HTTP/1.0\r\n\r\n";
	struct language *l = arg;
	int n = exchange(l->r, l->addr, request, sizeof(request) - 1, l->answer);

	l->spoken = n >= 5 && memcmp(l->answer, "HTTP/", 5) == 0;
	return n;
}

static int try_socks(void *arg)
{
	struct language *l = arg;
	uint8_t out[SOCKS_MAX];
	uint8_t method = 0;
	int n = exchange(l->r, l->addr, out, (size_t)socks_build_greeting(false, out), l->answer);

	l->spoken = n > 0 && socks_parse_method(l->answer, (size_t)n, &method) > 0;
	return n;
}

/* A TLS port may complain in plain HTTP: that is a 400, and no proxy. */
static bool only_complains(const struct language *http)
{
	return memcmp(http->answer + 8, " 400", 4) == 0;
}

/* Whether there is nothing left to wait for: one answered, the others had their time. */
static bool over(const struct language *l, struct fiber *const *fiber, usec_t took)
{
	bool all = true;
	bool some = false;

	for (int i = 0; i < 3; i++) {
		all = all && loop_done(fiber[i]);
		some = some || l[i].spoken;
	}
	return all || (some && took > OTHERS_US);
}

static int try_languages(const struct probe_run *r, const struct addr *addr,
                         struct ev_proxy_check *ev)
{
	static int (*const tries[])(void *) = { try_tls, try_http, try_socks };
	auto_free struct language *l = calloc(3, sizeof(*l));
	struct fiber *fiber[3] = { NULL };
	usec_t began = loop_now();
	int result = l == NULL ? -ENOMEM : 0;

	for (int i = 0; i < 3 && result == 0; i++) {
		l[i] = (struct language){ .r = r, .addr = addr };
		result = loop_spawn(r->run->loop, tries[i], &l[i], r->run->deadline, &fiber[i]);
	}
	while (result == 0 && !over(l, fiber, loop_now() - began)) {
		result = loop_sleep(r->run->loop, loop_now() + 3000);
	}
	for (int i = 0; i < 3; i++) {
		(void)loop_stop(r->run->loop, &fiber[i]);
	}
	if (result == 0) {
		SET(ev, speaks_tls, l[0].spoken);
		SET(ev, speaks_http, l[1].spoken && !(l[0].spoken && only_complains(&l[1])));
		SET(ev, speaks_socks, l[2].spoken);
	}
	return result;
}

/* Whether the other side answers in another language than its URL says: then what is waited for on
 * the first connection will not come. */
static bool other_language(enum proxy_kind kind, const struct ev_proxy_check *ev)
{
	bool http = ev->speaks_http;
	bool tls = ev->speaks_tls;
	bool socks = ev->speaks_socks;

	if (!ev->has.speaks_tls) {
		return false;
	}
	return kind == PROXY_HTTP    ? !http && (tls || socks)
	       : kind == PROXY_HTTPS ? !tls && (http || socks)
	                             : !socks && (http || tls);
}

/* The addresses of host: those of a literal, or what a program gets. How many, 0 for none. */
static int addresses_of(const struct probe_run *r, const struct target *t, struct addr *ret)
{
	auto_free struct sys_nss *got = malloc(sizeof(*got));
	const struct sys_nss_question question = child_question(r->run->options, t->host, "0");
	int n = 0;

	if (t->literal) {
		ret[0] = t->addr;
		return 1;
	}
	n = got == NULL ? -ENOMEM
	                : child_lookup(r->run->loop, &question, loop_now() + EACH_US, got);
	if (n < 0) {
		return broken_off(n) ? n : 0;
	}
	for (n = 0; n < MAX_TRIED && (size_t)n < got->n; n++) {
		ret[n] = got->addrs[n].addr;
	}
	return n;
}

/* Connects to the first address of t that takes it; NULL with 0 or -ECANCELED and the like. */
static struct stream *connect_any(const struct probe_run *r, const struct target *t, int *ret_n,
                                  int *ret)
{
	struct addr addr[MAX_TRIED];
	struct stream *s = NULL;
	int n = addresses_of(r, t, addr);

	*ret_n = n;
	*ret = n < 0 ? n : 0;
	for (int i = 0; i < n && s == NULL && !broken_off(*ret); i++) {
		s = probe_connect(r, &(struct probe_peer){ .addr = &addr[i], .port = t->port },
		                  loop_now() + EACH_US, ret);
	}
	*ret = broken_off(*ret) ? *ret : 0;
	return s;
}

static int try_direct(const struct probe_run *r, struct ev_proxy_check *ev)
{
	int n = 0;
	int result = 0;
	struct stream *s = connect_any(r, &r->run->e->target, &n, &result);

	if (result == 0) {
		SET(ev, direct, s != NULL ? DIRECT_OPENS : n == 0 ? DIRECT_NO_NAME : DIRECT_FAILS);
	}
	stream_free(s);
	return result;
}

/* Asks the proxy for the way; whether it opens it. Negative: cancelled. */
static int opens(const struct probe_run *r, const struct proxy_choice *choice, struct stream *s)
{
	struct ev_proxy said = { .end = CONNECT_SILENCE };
	int result = proxy_ask(r, choice, s, NULL, loop_now() + EACH_US, &said);

	stream_free(s);
	return broken_off(result) ? result
	                          : said.has.end && (said.end == CONNECT_OPEN ||
	                                             said.end == CONNECT_FORWARDED);
}

static int try_by_name(const struct probe_run *r, const struct addr *addr,
                       struct ev_proxy_check *ev)
{
	struct proxy_choice choice = r->run->proxy;
	int result = 0;
	struct stream *s =
		probe_connect(r, &(struct probe_peer){ .addr = addr, .port = choice.proxy.port },
	                      loop_now() + EACH_US, &result);

	choice.kind = choice.kind == PROXY_SOCKS4 ? PROXY_SOCKS4A : PROXY_SOCKS5H;
	if (s != NULL) {
		result = opens(r, &choice, s);
		if (result >= 0) {
			SET(ev, remote_name, result == 1);
		}
	}
	return broken_off(result) ? result : 0;
}

static int try_unused(const struct probe_run *r, struct ev_proxy_check *ev)
{
	struct proxy_choice choice;
	struct stream *s = NULL;
	int n = 0;
	int result = 0;

	proxy_choose(&r->run->e->target, sys_env, sys_env(r->run->proxy.unused_variable), &choice);
	if (!choice.used || choice.broken) {
		return 0;
	}
	if (choice.kind == PROXY_SOCKS4 || choice.kind == PROXY_SOCKS5) {
		choice.kind = choice.kind == PROXY_SOCKS4 ? PROXY_SOCKS4A : PROXY_SOCKS5H;
	}
	s = connect_any(r, &choice.proxy, &n, &result);
	if (s != NULL) {
		result = opens(r, &choice, s);
	}
	if (result >= 0) {
		SET(ev, unused_works, result == 1);
	}
	return result < 0 ? result : 0;
}

static bool lookup_failed(const struct run *run)
{
	return run->e->nss != NULL && run->e->nss->has.end && run->e->nss->end != NSS_OK;
}

static int observe(const struct probe_run *r)
{
	struct run *run = r->run;
	const struct addr *addr = NULL;
	struct ev_proxy_check *ev = READING(r, proxy_check);
	bool said_no = run->e->proxy != NULL && run->e->proxy->has.status;
	int result = ev == NULL ? -ENOMEM : 0;

	if (result == 0 && !run->proxy.used) {
		return try_unused(r, ev);
	}
	addr = run->proxy.broken ? NULL : proxy_address(run);
	if (result == 0 && addr != NULL && !said_no && !lookup_failed(run)) {
		result = try_languages(r, addr, ev);
		if (other_language(run->proxy.kind, ev) && run->proxy_stream != NULL) {
			stream_interrupt(run->proxy_stream);
		}
		run_changed(run);
	}
	if (result == 0 && addr != NULL && lookup_failed(run)) {
		result = try_by_name(r, addr, ev);
		run_changed(run);
	}
	return result == 0 ? try_direct(r, ev) : result;
}

/* The proxy's own run ended without a connection. */
static bool proxy_dead(const struct probe_run *r)
{
	const struct store *store = r->run->store;

	for (int i = r->run->e->index + 1; i < store->n_runs; i++) {
		const struct evidence *e = &store->runs[i];

		if (e->role == ROLE_PROXY && e->parent == r->run->e->index && e->setting != NULL &&
		    e->setting->has.ended) {
			return proxy_address(r->run) == NULL;
		}
	}
	return false;
}

static bool failed_without(const struct run *run)
{
	for (int i = 0; i < run->n_contacts; i++) {
		const struct contact *c = &run->contacts[i];

		if (c->overdue || c->talked ||
		    (c->a->tcp != NULL && c->a->tcp->has.end && c->a->tcp->end != TCP_CONNECTED)) {
			return true;
		}
	}
	return lookup_failed(run);
}

static bool wanted(const struct probe_run *r)
{
	const struct run *run = r->run;
	const struct ev_proxy *proxy = run->e->proxy;
	const struct contact *c = run->n_contacts > 0 ? &run->contacts[0] : NULL;

	if (!run->proxy.used) {
		return run->proxy.unused_variable[0] != '\0' && failed_without(run);
	}
	if (run->proxy.broken || lookup_failed(run) || proxy_dead(r)) {
		return true;
	}
	if (proxy != NULL && proxy->has.end && proxy->end != CONNECT_FORWARDED) {
		return proxy->end != CONNECT_OPEN;
	}
	if (c == NULL) {
		return false;
	}
	return (run->proxy_stream != NULL && loop_now() - c->waiting_since > WAITING_US) ||
	       c->talked;
}

const struct probe probe_proxy_check = {
	.name = "proxy_check",
	.summary = "looks what a failing proxy speaks, and whether the target opens without it",
	.scope = PROBE_PER_RUN,
	.explains = true,
	.n_gives = 1,
	.gives = { KIND_proxy_check },
	.wanted = wanted,
	.observe = observe,
};
