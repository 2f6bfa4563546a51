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

/* Keeps the addresses that the last reply has for name. */
static void keep(struct dns_again *c, const char *name)
{
	struct dns_chain chain;

	dns_follow(c->reply, name, &chain);
	for (int i = 0; i < chain.n_addrs; i++) {
		struct ev_address *x = ITEM(c->r, c->ev, elsewhere_addrs, address);

		SET(x, addr, c->reply->records[chain.addrs[i]].addr);
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
 * which some resolvers have an answer of their own, and one that has many. Who does not answer at
 * all about such a name, where the target's was at hand, gives it no address. */
int dns_made_up_elsewhere(struct dns_again *c)
{
	static const char *const zones[] = { ".invalid", ".com" };
	static const uint16_t types[] = { DNS_TYPE_A, DNS_TYPE_AAAA };
	static const enum addr_family families[] = { ADDR_V4, ADDR_V6 };
	int got = DNS_REPLY;

	SET_LIST(c->ev, elsewhere_addrs);
	for (int zone = 0; zone < 2 && got == DNS_REPLY && c->ev->elsewhere_addrs.first == NULL;
	     zone++) {
		for (int i = 0; i < 2 && got == DNS_REPLY; i++) {
			char name[DNS_NAME_MAX];

			if (!has_family(c, families[i]) || !make_up(zones[zone], name)) {
				continue;
			}
			got = dns_again_ask(c, name, types[i], false, true);
			if (got == DNS_REPLY) {
				keep(c, name);
			}
		}
	}
	if (got >= 0) {
		SET(c->ev, elsewhere, c->ev->elsewhere_addrs.first != NULL);
	}
	return got < 0 ? got : 0;
}
