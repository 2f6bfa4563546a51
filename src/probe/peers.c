/* SPDX-License-Identifier: Apache-2.0 */
/* With --pid: whom that program is connected to on the target's port, to be held against what the
 * name means now. About an address that the name does not have more is asked, for a program may
 * well use another service on the same port: what its name is, whose certificate it shows, and
 * whether the name gives other addresses each time. */
#include "probe/dns_ask.h"
#include "probe/probes.h"
#include "sys/process.h"
#include "wire/dns_name.h"
#include "wire/proc.h"

#include <errno.h>
#include <string.h>

/* A program that keeps trying, with a pause after each try, shows its connection at times only. */
enum { SAMPLES = 4, PAUSE_US = 30000 };
enum { SOCKETS_MAX = 4096, TABLE_MAX = 1024 * 1024, EACH_US = 400000, TIMES = 2 };

enum { FAULT_HOST = 62, FAULT_IP = 64 }; /* X509_V_ERR_HOSTNAME_MISMATCH, ..._IP_ADDRESS_MISMATCH */

struct look {
	const struct probe_run *r;
	struct ev_peers *ev;
	uint64_t sockets[SOCKETS_MAX];
	int n;
	char table[TABLE_MAX];
	struct dns_reply reply;
	struct tls_result tls;
};

static bool in_list(const struct ev_list *list, const struct addr *addr)
{
	list_each(address, x, list) {
		if (x->has.addr && addr_equal(&x->addr, addr)) {
			return true;
		}
	}
	return false;
}

static bool is_own(const struct look *l, const struct proc_socket *s)
{
	for (int i = 0; i < l->n; i++) {
		if (l->sockets[i] == s->inode) {
			return true;
		}
	}
	return false;
}

static bool of_name(const struct evidence *e, const struct addr *addr)
{
	return in_list(&e->nss->addrs, addr) || dns_has(e, addr) == YES ||
	       hosts_has(e, addr) == YES;
}

/* Takes down whom a socket of the program is connected to. */
static void take(struct look *l, const struct proc_socket *s)
{
	const struct evidence *e = l->r->run->e;
	const struct addr addr = addr_unmapped(&s->remote);
	struct ev_address *row = NULL;

	if (s->remote_port != e->target.port || in_list(&l->ev->addrs, &addr) ||
	    (s->state != PROC_TCP_ESTABLISHED && s->state != PROC_TCP_SYN_SENT &&
	     s->state != PROC_TCP_CLOSE_WAIT) ||
	    !is_own(l, s)) {
		return;
	}
	row = ITEM(l->r, l->ev, addrs, address);
	SET(row, addr, addr);
	if (!l->ev->has.asked && !of_name(e, &addr)) {
		SET(l->ev, asked, addr);
		SET(l->ev, begun, s->state == PROC_TCP_SYN_SENT);
	}
}

/* One look at both tables; a negative errno where that is not allowed. */
static int sample(struct look *l)
{
	const int pid = l->r->run->options->place.pid;

	l->n = sys_process_sockets(pid, l->sockets, SOCKETS_MAX);
	for (int i = 0; i < 2 && l->n > 0; i++) {
		struct proc_sockets at = { .at = 0 };
		struct proc_socket s;
		int len = sys_process_tcp(pid, i == 1, l->table, sizeof(l->table));

		while (len > 0 && proc_socket_next(l->table, (size_t)len, &at, &s)) {
			take(l, &s);
		}
	}
	return l->n < 0 ? l->n : 0;
}

/* The first answer that the name's addresses came in; NULL without one. */
static const struct ev_dns_reply *answer(const struct evidence *e)
{
	if (e->dns == NULL) {
		return NULL;
	}
	list_each(dns_reply, x, &e->dns->replies) {
		if (x->has.addrs && x->addrs.first != NULL && x->has.server && x->has.name) {
			return x;
		}
	}
	return NULL;
}

/* The same, waited for a little: another question may have been answered before (that for the other
 * family), and the name's addresses are known from the program's look-up by then. */
static int await_answer(const struct look *l, const struct ev_dns_reply **ret)
{
	unsigned seen = l->r->run->changed.count;
	usec_t until = loop_now() + EACH_US;
	int got = 0;

	*ret = answer(l->r->run->e);
	while (*ret == NULL && got == 0 && hosts_any(l->r->run->e) != YES) {
		got = loop_wait_event(l->r->run->loop, &l->r->run->changed, &seen, until);
		*ret = answer(l->r->run->e);
	}
	return got == -ETIMEDOUT ? 0 : got;
}

/* Asks for the name again: some have other addresses each time, and the program got one of them. */
static int ask_again(struct look *l)
{
	const struct evidence *e = l->r->run->e;
	const struct ev_dns_reply *known = NULL;
	struct dns_query q = { .type = l->ev->asked.family == ADDR_V4 ? DNS_TYPE_A : DNS_TYPE_AAAA,
		               .rd = true };
	bool varies = false;
	int r = await_answer(l, &known);

	if (r < 0) {
		return r;
	}
	if (known == NULL) {
		if (hosts_any(e) == YES) {
			SET(l->ev, varies, false); /* a file says so, and nothing else */
		}
		return 0;
	}
	q.name = known->name;
	for (int i = 0; i < TIMES && !varies; i++) {
		struct dns_chain chain;
		int got = dns_ask(l->r, &known->server, q, loop_now() + EACH_US, &l->reply);

		if (got != DNS_REPLY) {
			return got < 0 ? got : 0;
		}
		dns_follow(&l->reply, q.name, &chain);
		for (int j = 0; j < chain.n_addrs; j++) {
			varies |= !of_name(e, &l->reply.records[chain.addrs[j]].addr);
		}
	}
	/* the helper's look-up was one more */
	list_each(address, x, &e->nss->addrs) {
		varies |= x->has.addr && dns_has(e, &x->addr) == NO && hosts_any(e) == NO;
	}
	SET(l->ev, varies, varies);
	return 0;
}

static int ask_reverse(struct look *l)
{
	const struct ev_dns_reply *known = answer(l->r->run->e);
	char name[DNS_NAME_REVERSE_MAX];
	struct dns_query q = { .name = name, .type = DNS_TYPE_PTR, .rd = true };
	int got = DNS_NOT_SENT;

	dns_name_reverse(&l->ev->asked, name);
	if (known != NULL) {
		got = dns_ask(l->r, &known->server, q, loop_now() + EACH_US, &l->reply);
	}
	if (got == DNS_REPLY || known == NULL) {
		SET(l->ev, named, false);
	}
	for (int i = 0; got == DNS_REPLY && i < l->reply.n_records && !l->ev->named; i++) {
		if (l->reply.records[i].type == DNS_TYPE_PTR) {
			const char *text = dns_text(&l->reply, l->reply.records[i].target);

			SET(l->ev, named, true);
			SET_TEXT(l->r, l->ev, reverse, text, strlen(text));
		}
	}
	return got < 0 ? got : 0;
}

/* Whose certificate is shown at that address to a client that wants the target. */
static int ask_certificate(struct look *l)
{
	const struct target *t = &l->r->run->e->target;
	const struct tls_module *module = NULL;
	struct tls_request q = { .host = t->host };
	struct stream *s = NULL;
	int r = 0;

	if (!target_schemes[t->scheme].tls || run_tls(l->r->run, &module, &q.trust) < 0) {
		return 0;
	}
	s = probe_connect(l->r, &(struct probe_peer){ .addr = &l->ev->asked, .port = t->port },
	                  loop_now() + EACH_US, &r);
	if (s != NULL) {
		r = tls_handshake(s, module, &q, loop_now() + EACH_US, &l->tls);
	}
	if (r != -ECANCELED && r != -ETIME) {
		SET(l->ev, shown, s != NULL && r == 0 && l->tls.n_chain > 0);
	}
	if (l->ev->shown) {
		bool others = false;

		for (int i = 0; i < l->tls.n_faults; i++) {
			others |= l->tls.faults[i].code == FAULT_HOST ||
			          l->tls.faults[i].code == FAULT_IP;
		}
		SET(l->ev, certificate, !others);
	}
	stream_free(s);
	return r == -ECANCELED || r == -ETIME ? r : 0;
}

/* Whether one of its connections is to an address that the name has. */
static bool up_to_date(const struct look *l)
{
	list_each(address, x, &l->ev->addrs) {
		if (x->has.addr && of_name(l->r->run->e, &x->addr)) {
			return true;
		}
	}
	return false;
}

static int explain(struct look *l)
{
	int mentions =
		sys_process_mentions(l->r->run->options->place.pid, l->r->run->e->target.host);
	int r = ask_again(l);

	if (mentions >= 0) {
		SET(l->ev, names_target, mentions == 1);
	}
	r = r < 0 ? r : ask_reverse(l);
	return r < 0 ? r : ask_certificate(l);
}

static int observe(const struct probe_run *r)
{
	auto_free struct look *l = calloc(1, sizeof(*l));
	int result = 0;

	if (l == NULL) {
		return -ENOMEM;
	}
	l->r = r;
	l->ev = READING(r, peers);
	for (int i = 0; l->ev != NULL && i < SAMPLES && l->ev->addrs.first == NULL; i++) {
		result = i > 0 ? loop_sleep(r->run->loop, loop_now() + PAUSE_US) : 0;
		result = result < 0 ? result : sample(l);
		if (result < 0) {
			break;
		}
	}
	if (result == -ECANCELED || result == -ETIME || l->ev == NULL) {
		return result;
	}
	if (result < 0) {
		probe_skip(r, KIND_peers, SKIP_NOT_PERMITTED);
		return 0;
	}
	SET_LIST(l->ev, addrs);
	return l->ev->has.asked && !up_to_date(l) && !r->run->options->no_extra ? explain(l) : 0;
}

static bool wanted(const struct probe_run *r)
{
	const struct evidence *e = r->run->e;

	return r->run->options->place.pid > 0 && r->run->parent == NULL && e->nss != NULL &&
	       e->nss->has.end && e->nss->end == NSS_OK && e->dns != NULL &&
	       dns_spoke(e) != UNKNOWN;
}

const struct probe probe_peers = {
	.name = "peers",
	.summary = "reads whom the program of --pid is connected to",
	.scope = PROBE_PER_RUN,
	.n_gives = 1,
	.gives = { KIND_peers },
	.wanted = wanted,
	.observe = observe,
};
