/* SPDX-License-Identifier: Apache-2.0 */
/* Whether a name server gives an address to names that nobody has. */
#include "probe/dns_again.h"

#include <string.h>

/* A name below parent (".example.com") that nobody can have registered. */
static bool make_up(const char *parent, char *ret)
{
	uint32_t random = 0;
	struct buf buf;

	buf_init(&buf, ret, DNS_NAME_MAX);
	buf_puts(&buf, "naze");
	if (sys_random(&random, sizeof(random)) < 0) {
		return false;
	}
	buf_hex(&buf, random);
	buf_puts(&buf, parent);
	return true;
}

/* Beside the name that was asked for. */
int dns_made_up_beside(struct dns_again *c)
{
	const char *parent = strchr(c->row->name, '.');
	const struct addr *addr = NULL;
	char name[DNS_NAME_MAX];
	int got = 0;

	if (parent == NULL || parent[1] == '\0' || !make_up(parent, name)) {
		return 0;
	}
	got = dns_again_ask(c, name, dns_again_type(c), false, true);
	if (got == DNS_REPLY) {
		addr = dns_again_address(c, name);
		SET(c->ev, random_name, addr != NULL);
	}
	if (addr != NULL) {
		SET(c->ev, random_addr, *addr);
	}
	return got < 0 ? got : 0;
}

/* One of several questions that are under way together. */
struct question {
	struct dns_again c; /* with a reply of its own */
	struct dns_reply reply;
	struct fiber *fiber;
	char name[DNS_NAME_MAX];
	uint16_t type;
	int got; /* as of dns_again_ask() */
};

static int put(void *arg)
{
	struct question *q = arg;

	q->got = dns_again_ask(&q->c, q->name, q->type, false, true);
	run_changed(q->c.r->run);
	return 0;
}

/* Until it is answered, or the run ends (negative). */
static int await(const struct question *q)
{
	struct run *run = q->c.r->run;
	unsigned seen = run->changed.count;
	int result = 0;

	while (result == 0 && q->fiber != NULL && !loop_done(q->fiber)) {
		result = loop_wait_event(run->loop, &run->changed, &seen, 0);
	}
	return result;
}

/* Keeps the addresses that the reply has for its name. */
static void keep(struct dns_again *c, const struct question *q)
{
	struct dns_chain chain;

	if (q->got != DNS_REPLY) {
		return;
	}
	dns_follow(&q->reply, q->name, &chain);
	for (int i = 0; i < chain.n_addrs; i++) {
		struct ev_address *x = ITEM(c->r, c->ev, elsewhere_addrs, address);

		SET(x, addr, q->reply.records[chain.addrs[i]].addr);
	}
}

static bool has_family(const struct dns_again *c, enum addr_family family)
{
	list_each(dns_reply, x, &c->r->run->e->dns->replies) {
		list_each(address, y, &x->addrs) {
			if (y->has.addr && y->addr.family == family) {
				return true;
			}
		}
	}
	return false;
}

/* In zones that have nothing to do with the target's: one that has no names (RFC 6761 6.4), for
 * which some resolvers have an answer of their own, and one that has many: all at once, because
 * verdicts wait for it. Who does not answer at all about such a name, where the target's was at
 * hand, gives it no address. */
int dns_made_up_elsewhere(struct dns_again *c)
{
	static const char *const zones[] = { ".invalid", ".com" };
	static const uint16_t types[] = { DNS_TYPE_A, DNS_TYPE_AAAA };
	static const enum addr_family families[] = { ADDR_V4, ADDR_V6 };
	struct question *all = calloc(4, sizeof(*all));
	int n = 0;
	int result = 0;

	if (all == NULL) {
		return 0;
	}
	SET_LIST(c->ev, elsewhere_addrs);
	for (int i = 0; i < 4; i++) {
		struct question *q = &all[n];

		if (!has_family(c, families[i % 2]) || !make_up(zones[i / 2], q->name)) {
			continue;
		}
		q->c = *c;
		q->c.reply = &q->reply;
		q->type = types[i % 2];
		if (loop_spawn(c->r->run->loop, put, q, c->r->run->deadline, &q->fiber) == 0) {
			n++;
		}
	}
	for (int i = 0; i < n && result == 0; i++) {
		result = await(&all[i]);
		if (result == 0) {
			keep(c, &all[i]);
		}
	}
	for (int i = 0; i < n; i++) {
		(void)loop_stop(c->r->run->loop, &all[i].fiber);
	}
	free(all);
	if (result == 0) {
		SET(c->ev, elsewhere, c->ev->elsewhere_addrs.first != NULL);
	}
	return result;
}
