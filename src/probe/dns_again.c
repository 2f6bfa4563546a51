/* SPDX-License-Identifier: Apache-2.0 */
/* One further question to the server of a row. */
#include "probe/dns_again.h"

int dns_again_ask(struct dns_again *c, const char *name, uint16_t type, bool cd, bool edns)
{
	struct dns_query q = { .name = name,
		               .type = type,
		               .rd = true,
		               .cd = cd,
		               .edns_size = edns ? DNS_AGAIN_EDNS : 0 };

	return dns_ask(c->r, &c->server, q, loop_now() + DNS_AGAIN_US, c->reply);
}

const struct addr *dns_again_address(const struct dns_again *c, const char *name)
{
	struct dns_chain chain;

	dns_follow(c->reply, name, &chain);
	return chain.n_addrs > 0 ? &c->reply->records[chain.addrs[0]].addr : NULL;
}

uint16_t dns_again_type(const struct dns_again *c)
{
	return c->row->has.type && c->row->type == QTYPE_AAAA ? DNS_TYPE_AAAA : DNS_TYPE_A;
}
