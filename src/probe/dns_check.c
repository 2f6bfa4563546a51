/* SPDX-License-Identifier: Apache-2.0 */
/* Explains a name server's answer, or its silence, by a further question that differs in one
 * thing: SERVFAIL again without DNSSEC validation (RFC 4035 3.2.2), "no such record" with other
 * types and a random name, an unusable reply without EDNS. For a silent server: the way to it. */
#include "probe/dns_again.h"

#include <errno.h>

enum { SLOW_US = 1000000, AGAIN_US = 1200000, TYPE_MX = 15 };

static int check_validation(struct dns_again *c)
{
	int got = dns_again_ask(c, c->row->name, dns_again_type(c), true, true);

	if (got == DNS_REPLY) {
		SET(c->ev, cd_answers,
		    c->reply->rcode == DNS_RCODE_NOERROR &&
		            dns_again_address(c, c->row->name) != NULL);
	}
	return got < 0 ? got : 0;
}

static int check_edns(struct dns_again *c)
{
	int got = dns_again_ask(c, c->row->name, dns_again_type(c), false, false);

	if (got >= 0) {
		SET(c->ev, no_edns,
		    got == DNS_REPLY && c->reply->rcode != DNS_RCODE_NOERROR &&
		                    c->reply->rcode != DNS_RCODE_NXDOMAIN
		            ? DNS_MALFORMED
		            : (enum dns_end)got);
	}
	return got < 0 ? got : 0;
}

static int check_types(struct dns_again *c)
{
	static const uint16_t types[] = { DNS_TYPE_A, DNS_TYPE_AAAA, DNS_TYPE_TXT, TYPE_MX,
		                          DNS_TYPE_NS };
	bool some = false;
	int got = DNS_REPLY;

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]) && got == DNS_REPLY && !some; i++) {
		got = dns_again_ask(c, c->row->name, types[i], false, true);
		some = got == DNS_REPLY && c->reply->n_answers > 0;
	}
	if (got == DNS_REPLY) {
		SET(c->ev, other_type, some);
	}
	return got < 0 ? got : 0;
}

/* A first answer may be slow because nobody had asked for the name before: it is at hand now. */
static int check_again(struct dns_again *c)
{
	struct dns_query q = { .name = c->row->name, .type = dns_again_type(c), .rd = true };
	usec_t began = loop_now();
	int got = dns_ask(c->r, &c->server, q, began + AGAIN_US, c->reply);

	if (got >= 0) {
		SET(c->ev, again, loop_now() - began);
	}
	return got < 0 ? got : 0;
}

static int explain(struct dns_again *c)
{
	int64_t rcode = c->row->has.rcode ? c->row->rcode : 0;
	int got = 0;

	if (c->row->end == DNS_REPLY && rcode == DNS_RCODE_SERVFAIL) {
		return check_validation(c);
	}
	if ((c->row->end == DNS_REPLY &&
	     (rcode == DNS_RCODE_FORMERR || rcode == DNS_RCODE_NOTIMP)) ||
	    c->row->end == DNS_MALFORMED || c->row->end == DNS_WRONG_ID) {
		return check_edns(c);
	}
	if (c->row->end == DNS_REPLY) {
		got = rcode == DNS_RCODE_NOERROR ? check_types(c) : 0;
		return got == 0 ? dns_made_up_beside(c) : got;
	}
	return dns_way_look(c);
}

/* The row that a program's failure comes from: of the name as typed, of the first server that
 * answered, else of the first. NULL when nothing is to be explained. */
static const struct ev_dns_reply *odd_row(const struct evidence *e)
{
	const struct ev_dns_reply *ret = NULL;

	list_each(dns_reply, x, &e->dns->replies) {
		if (!x->has.end) {
			return NULL; /* wait for it */
		}
		if (x->end == DNS_REPLY && x->has.addrs && x->addrs.first != NULL) {
			return NULL;
		}
		if (x->has.name && x->has.server && x->has.search && x->search == 0 &&
		    (ret == NULL || (ret->end != DNS_REPLY && x->end == DNS_REPLY))) {
			ret = x;
		}
	}
	return ret;
}

/* An answer that took long, and that programs wait for as well. */
static const struct ev_dns_reply *slow_row(const struct evidence *e)
{
	if (e->nss == NULL || !e->nss->has.end || e->nss->end != NSS_OK || e->nss->took < SLOW_US) {
		return NULL;
	}
	list_each(dns_reply, x, &e->dns->replies) {
		if (x->has.end && x->end == DNS_REPLY && x->has.took && x->took >= SLOW_US &&
		    x->has.name && x->has.server) {
			return x;
		}
	}
	return NULL;
}

static enum tri may_be_made_up(const struct attempt *a)
{
	return either(stranger(a), status_within(a, 300, 399));
}

/* The host answers, the port does not: it will hardly any more. Verdicts about silence wait for
 * this probe, and have no time to lose. */
static bool looks_silent(const struct run *run)
{
	for (int i = 0; i < run->n_contacts; i++) {
		const struct contact *c = &run->contacts[i];

		if (c->overdue && c->sibling_answered && connected(c->a) != YES) {
			return true;
		}
	}
	return false;
}

/* The answer that a target's address comes from, where it does not lead to the service. */
static const struct ev_dns_reply *useless_row(const struct run *run)
{
	const struct evidence *e = run->e;

	if (e->nss == NULL || !e->nss->has.end || e->nss->end != NSS_OK || hosts_any(e) != NO ||
	    (any_of(e, given, may_be_made_up) != YES && !looks_silent(run))) {
		return NULL;
	}
	list_each(dns_reply, x, &e->dns->replies) {
		if (x->has.addrs && x->addrs.first != NULL && x->has.server && x->has.name) {
			return x;
		}
	}
	return NULL;
}

/* The question that only shows to be needed once the connection has failed. */
static int wait_for_failure(const struct probe_run *r)
{
	unsigned seen = 0;
	int got = 0;

	while (got >= 0 && useless_row(r->run) == NULL) {
		got = loop_wait_event(r->run->loop, &r->run->changed, &seen, r->run->deadline);
	}
	return got;
}

static int observe(const struct probe_run *r)
{
	auto_free struct dns_reply *reply = malloc(sizeof(*reply));
	const struct ev_dns_reply *slow = slow_row(r->run->e);
	struct dns_again c = { .r = r, .ev = READING(r, dns_check), .reply = reply };
	int got = 0;

	if (c.ev == NULL || reply == NULL) {
		return 0;
	}
	c.row = useless_row(r->run);
	if (c.row == NULL && slow != NULL) {
		c.row = slow;
		c.server = slow->server;
		got = check_again(&c);
		run_changed(r->run);
		got = got >= 0 ? wait_for_failure(r) : got;
		c.row = useless_row(r->run);
		if (got < 0 || c.row == NULL) {
			return got;
		}
	}
	if (c.row != NULL) {
		c.server = c.row->server;
		return dns_made_up_elsewhere(&c);
	}
	c.row = odd_row(r->run->e);
	if (c.row == NULL) {
		return 0;
	}
	c.server = c.row->server;
	return explain(&c);
}

static bool wanted(const struct probe_run *r)
{
	const struct evidence *e = r->run->e;

	if (run_proxied(r->run) || e->dns == NULL || e->dns->replies.first == NULL) {
		return false;
	}
	if (e->nss == NULL || !e->nss->has.end || e->nss->end != NSS_OK) {
		return odd_row(e) != NULL;
	}
	return slow_row(e) != NULL || useless_row(r->run) != NULL;
}

const struct probe probe_dns_check = {
	.name = "dns_check",
	.summary = "asks a name server again, differently, when its answer is no help",
	.scope = PROBE_PER_RUN,
	.explains = true,
	.n_gives = 1,
	.gives = { KIND_dns_check },
	.wanted = wanted,
	.observe = observe,
};
