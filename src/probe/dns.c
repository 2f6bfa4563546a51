/* SPDX-License-Identifier: Apache-2.0 */
/* What each configured server says, asked on the wire: one fiber a server, A and AAAA together,
 * the forms of the name in the order in which the C library tries them. A form that answers ends
 * the list, but a name that was answered with a search domain is asked as it stands as well: the
 * difference is a diagnosis.
 *
 * A question without an answer is repeated (UDP is lossy) and then asked over TCP. */
#include "probe/dns_ask.h"
#include "probe/dns_forms.h"
#include "probe/probes.h"

#include <errno.h>
#include <string.h>

enum { MAX_SERVERS = 3, EDNS_SIZE = 1232, REPLY_MAX = 4096 };
enum { SILENT_AFTER_US = 2500000 };

static const usec_t resend_after[] = { 250000, 700000, 1500000 };
enum { MAX_SENT = 4 };

struct asked { /* one type of one form */
	struct ev_dns_reply *row;
	struct dns_query query;
	bool done;
	bool positive;
};

struct server {
	const struct probe_run *r;
	const struct dns_forms *forms;
	struct addr addr;
	int place;           /* in resolv.conf */
	int *first_answered; /* the place of the first server that answered, shared */
	bool edns;
};

struct all {
	struct dns_forms forms;
	struct server server[MAX_SERVERS];
	struct fiber *fiber[MAX_SERVERS];
	int n;
	int first_answered;
};

static void offer_contacts(const struct server *s, const struct asked *a)
{
	const struct ev_hosts *hosts = s->r->run->e->hosts;
	const struct ev_nsswitch *order = s->r->run->e->nsswitch;

	if (*s->first_answered < 0 || s->place < *s->first_answered) {
		*s->first_answered = s->place;
	}
	if (a->row == NULL || !a->row->has.addrs || *s->first_answered != s->place ||
	    (hosts != NULL && hosts->lines.first != NULL) ||
	    (order->has.asks_dns && !order->asks_dns)) {
		return; /* a program would not come to these addresses */
	}
	list_each(address, x, &a->row->addrs) {
		(void)run_contact(s->r->run, &x->addr, 0);
	}
}

/* Writes what a reply holds into its row. */
static void record(const struct server *s, struct asked *a, const struct dns_reply *reply)
{
	struct dns_chain chain;

	SET(a->row, rcode, reply->rcode);
	SET(a->row, recursion, reply->ra);
	SET(a->row, authoritative, reply->aa);
	SET(a->row, soa, reply->has_soa);
	if (reply->n_ede > 0) {
		const char *text = dns_text(reply, reply->ede[0].text);

		SET(a->row, ede, reply->ede[0].code);
		SET_TEXT(s->r, a->row, ede_text, text, strlen(text));
	}
	dns_follow(reply, a->query.name, &chain);
	SET(a->row, alias_loop, chain.loops);
	if (chain.unordered) {
		SET(a->row, unordered, true);
	}
	if (chain.n_links > 0) {
		SET_TEXT(s->r, a->row, alias, chain.last, strlen(chain.last));
	}
	SET_LIST(a->row, addrs);
	for (int i = 0; i < chain.n_addrs; i++) {
		struct ev_address *x = ITEM(s->r, a->row, addrs, address);

		SET(x, addr, reply->records[chain.addrs[i]].addr);
	}
	a->positive = chain.n_addrs > 0;
}

static void finish(const struct server *s, struct asked *a, enum dns_end end, usec_t began)
{
	a->done = true;
	SET(a->row, took, loop_now() - began);
	SET(a->row, end, end);
	if (end == DNS_REPLY) {
		offer_contacts(s, a);
	}
	run_changed(s->r->run);
}

static void take_reply(const struct server *s, struct asked *two, const void *bytes, size_t len,
                       usec_t began)
{
	auto_free struct dns_reply *reply = malloc(sizeof(*reply));

	if (reply == NULL) {
		return;
	}
	for (int i = 0; i < 2; i++) {
		struct asked *a = &two[i];
		int r = dns_parse(bytes, len, reply);

		if (a->done || !dns_matches(&a->query, reply)) {
			continue;
		}
		if (r < 0) {
			finish(s, a, DNS_MALFORMED, began);
			return;
		}
		if (reply->tc) {
			enum dns_end tcp = dns_ask_tcp(s->r, &s->addr, &a->query, reply);

			if (s->r->run->over) {
				return; /* nobody waited for it: no sign of a blocked port */
			}
			SET(a->row, truncated, true);
			SET(a->row, tcp, tcp);
			if (tcp != DNS_REPLY) {
				(void)dns_parse(bytes, len, reply);
			}
		}
		record(s, a, reply);
		finish(s, a, DNS_REPLY, began);
		return;
	}
	/* nothing that was asked: noted where no better answer follows */
	for (int i = 0; i < 2; i++) {
		if (!two[i].done && two[i].row != NULL && !two[i].row->has.end) {
			two[i].row->end =
				dns_parse(bytes, len, reply) < 0 ? DNS_MALFORMED : DNS_WRONG_ID;
		}
	}
}

static void send_open(const struct server *s, int fd, struct asked *two)
{
	for (int i = 0; i < 2; i++) {
		uint8_t bytes[DNS_QUERY_MAX];
		int len = two[i].done ? 0 : dns_build(&two[i].query, bytes);

		if (len > 0) {
			int64_t sent =
				two[i].row != NULL && two[i].row->has.sent ? two[i].row->sent : 0;

			int r = sys_send(fd, bytes, (size_t)len);

			SET(two[i].row, sent, sent + 1);
			if (r < 0 && r != -EAGAIN) {
				SET(two[i].row, error, probe_errno(-r)); /* EPERM: dropped here */
			}
		}
	}
	(void)s;
}

static void fail_both(const struct server *s, struct asked *two, enum dns_end end,
                      const struct addr *from, usec_t began)
{
	for (int i = 0; i < 2; i++) {
		if (!two[i].done) {
			if (from != NULL && from->family != ADDR_NONE) {
				SET(two[i].row, from, *from);
			}
			finish(s, &two[i], end, began);
		}
	}
}

/* What has not been answered by now: silent, or odd bytes that were no answer. Asked over TCP once,
 * for a firewall may pass only that, or a server only listen there. */
static void give_up(const struct server *s, struct asked *two, usec_t began)
{
	auto_free struct dns_reply *reply = malloc(sizeof(*reply));
	enum dns_end tcp = DNS_NOT_SENT; /* not asked yet */

	for (int i = 0; i < 2; i++) {
		enum dns_end end = DNS_SILENT;

		if (two[i].done) {
			continue;
		}
		if (two[i].row != NULL &&
		    (two[i].row->end == DNS_MALFORMED || two[i].row->end == DNS_WRONG_ID)) {
			end = two[i].row->end;
		}
		if (reply != NULL && end == DNS_SILENT && !two[1 - i].positive) {
			if (tcp == DNS_NOT_SENT || tcp == DNS_REPLY) {
				tcp = dns_ask_tcp(s->r, &s->addr, &two[i].query, reply);
			}
			SET(two[i].row, tcp, tcp);
			if (tcp == DNS_REPLY) {
				record(s, &two[i], reply);
			}
		}
		SET(two[i].row, held_up, s->r->run->e->nss == NULL || !s->r->run->e->nss->has.end);
		finish(s, &two[i], end, began);
	}
}

static bool both_done(const struct asked *two)
{
	return two[0].done && two[1].done;
}

static int ask_form(const struct server *s, int fd, struct asked *two)
{
	usec_t began = loop_now();
	size_t sent = 0;

	send_open(s, fd, two);
	while (!both_done(two)) {
		uint8_t bytes[REPLY_MAX];
		usec_t until = began + (sent < sizeof(resend_after) / sizeof(resend_after[0])
		                                ? resend_after[sent]
		                                : SILENT_AFTER_US);
		struct addr from = { .family = ADDR_NONE };
		int r = loop_wait(s->r->run->loop, fd, LOOP_IN, until);
		int n = 0;

		if (r == -ETIMEDOUT && sent < sizeof(resend_after) / sizeof(resend_after[0])) {
			sent++;
			send_open(s, fd, two);
			continue;
		}
		if (r == -ETIMEDOUT) {
			give_up(s, two, began);
			return 0;
		}
		if (r < 0) {
			return r;
		}
		n = dns_ask_receive(fd, bytes, sizeof(bytes), &from);
		if (n >= 0) {
			take_reply(s, two, bytes, (size_t)n, began);
		} else if (n != -EAGAIN) {
			fail_both(s, two, dns_ask_end(n), &from, began);
		}
	}
	return 0;
}

static void begin_form(const struct server *s, const struct dns_form *q, struct asked *two)
{
	static const uint16_t types[] = { DNS_TYPE_A, DNS_TYPE_AAAA };
	const struct run_options *o = s->r->run->options;

	for (int i = 0; i < 2; i++) {
		struct ev_dns *dns = READING(s->r, dns);
		uint16_t id = 0;

		two[i] = (struct asked){ .done = (i == 0 && o->only_v6) || (i == 1 && o->only_v4) };
		if (two[i].done) {
			continue;
		}
		two[i].row = ITEM(s->r, dns, replies, dns_reply);
		(void)sys_random(&id, sizeof(id));
		two[i].query = (struct dns_query){ .name = q->name,
			                           .type = types[i],
			                           .id = id,
			                           .rd = true,
			                           .edns_size = s->edns ? EDNS_SIZE : 0 };
		SET(two[i].row, server, s->addr);
		SET_TEXT(s->r, two[i].row, name, q->name, strlen(q->name));
		SET(two[i].row, search, q->search);
		SET(two[i].row, type, i == 0 ? QTYPE_A : QTYPE_AAAA);
	}
}

static int ask_server(void *arg)
{
	struct server *s = arg;
	auto_close int fd = dns_ask_open(s->r, &s->addr);
	bool answered = false;
	int r = fd < 0 ? fd : 0;

	for (int i = 0; i < s->forms->n; i++) {
		struct asked two[2];

		/* a later search domain is asked too: it may be the one that was meant */
		begin_form(s, &s->forms->form[i], two);
		if (r < 0) {
			for (int j = 0; j < 2; j++) {
				SET(two[j].row, sent, 0);
				SET(two[j].row, error, probe_errno(-r));
			}
			fail_both(s, two, DNS_NOT_SENT, NULL, loop_now());
			return 0;
		}
		r = ask_form(s, fd, two);
		if (r < 0) {
			return r;
		}
		answered = answered || two[0].positive || two[1].positive;
		if ((answered && s->forms->form[i].search == 0) || two[0].row == NULL ||
		    (two[0].row->has.end && two[0].row->end != DNS_REPLY)) {
			break;
		}
	}
	return 0;
}

static int observe(const struct probe_run *r)
{
	auto_free struct all *all = calloc(1, sizeof(*all));
	struct ev_dns *dns = READING(r, dns);
	int result = 0;

	if (all == NULL) {
		return -ENOMEM;
	}
	all->first_answered = -1;
	SET_LIST(dns, replies);
	dns_forms_make(r->run->e->target.host, r->run->e->resolv, &all->forms);
	list_each(address, x, &r->run->e->resolv->servers) {
		if (all->n == MAX_SERVERS || !x->has.addr) {
			break;
		}
		all->server[all->n] = (struct server){ .r = r,
			                               .forms = &all->forms,
			                               .addr = x->addr,
			                               .place = all->n,
			                               .edns = true,
			                               .first_answered = &all->first_answered };
		if (loop_spawn(r->run->loop, ask_server, &all->server[all->n], r->run->deadline,
		               &all->fiber[all->n]) == 0) {
			all->n++;
		}
	}
	for (int i = 0; i < all->n; i++) {
		unsigned seen = 0;

		while (!loop_done(all->fiber[i]) && result == 0) {
			seen = r->run->changed.count;
			result = loop_wait_event(r->run->loop, &r->run->changed, &seen,
			                         loop_now() + 20000);
			result = result == -ETIMEDOUT ? 0 : result;
		}
	}
	for (int i = 0; i < all->n; i++) {
		(void)loop_stop(r->run->loop, &all->fiber[i]);
	}
	return result;
}

static bool wanted(const struct probe_run *r)
{
	const struct evidence *e = r->run->e;

	return e->resolv != NULL && e->resolv->has.servers && e->nsswitch != NULL;
}

/* Where the hosts file has the name, it may be that DNS says something else. */
static bool lingers(const struct probe_run *r)
{
	const struct evidence *e = r->run->e;

	return e->hosts != NULL && e->hosts->lines.first != NULL && dns_spoke(e) != YES &&
	       is_localhost(e) != YES && !r->run->options->no_extra;
}

const struct probe probe_dns = {
	.name = "dns",
	.summary = "asks each configured name server itself",
	.scope = PROBE_PER_RUN,
	.n_gives = 1,
	.gives = { KIND_dns },
	.wanted = wanted,
	.observe = observe,
	.lingers = lingers,
};
