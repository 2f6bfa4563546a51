/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of this host as a whole: links, listeners, and its way to the name server, which
 * alone can tell why a name was never asked for. */
#include "evidence/predicates.h"
#include "evidence/read.h"

#include <string.h>

enum tri no_descriptors(const struct evidence *e)
{
	/* the field is there only when one was refused */
	return tri_of(e->descriptors != NULL && e->descriptors->has.error);
}

static bool made_here(const struct ev_link *l)
{
	static const char *const kinds[] = { "bridge", "dummy",  "ifb", "tun",   "wireguard",
		                             "sit",    "ip6tnl", "gre", "vxlan", "macvtap" };

	for (size_t i = 0; l->has.kind && i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (strcmp(l->kind, kinds[i]) == 0) {
			return true;
		}
	}
	return false;
}

static enum tri link_up(const struct ev_link *l)
{
	return both(ITEM_IS(l, up, true), ITEM_IS(l, carrier, true));
}

#define LINKS(e, l, cond) ANY(e, links, list, link, l, cond)

/* Bridges and tunnels are up without leading anywhere, so they do not count. */
enum tri no_link_up(const struct evidence *e)
{
	enum tri some = LINKS(e, l, l != NULL ? YES : NO);

	return both(some, not(LINKS(e, l, made_here(l) ? NO : link_up(l))));
}

/* One that has an address and is down; an unused socket of a server has none. */
enum tri used_link_down(const struct evidence *e)
{
	return LINKS(e, l,
	             both(tri_of(!made_here(l) && (l->has.v4 || l->has.v6)), not(link_up(l))));
}

/* Absence of an address in a link that was read is the fact that there is none. */
enum tri no_address_at_all(const struct evidence *e)
{
	return both(not(no_link_up(e)),
	            not(LINKS(e, l, both(link_up(l), tri_of(l->has.v4 || l->has.v6)))));
}

enum tri no_address_like(const struct attempt *a)
{
	bool v6 = is_v6(a) == YES;

	return not(LINKS(a->e, l, both(ITEM_IS(l, up, true), tri_of(v6 ? l->has.v6 : l->has.v4))));
}

/* The question found no way out of this host: errno says so, or nobody sent an error and it came
 * at once. */
static enum tri unsent(const struct ev_dns_reply *r)
{
	bool at_once = !r->has.from && !(r->has.took && r->took >= USEC_SEC);

	if (r->has.error) {
		return tri_of(r->error == TCP_ENETUNREACH || r->error == TCP_EADDRNOTAVAIL);
	}
	return both(either(ITEM_IS(r, end, DNS_UNREACHABLE), ITEM_IS(r, end, DNS_NOT_SENT)),
	            tri_of(at_once));
}

/* To no server at all. */
enum tri dns_no_route(const struct evidence *e)
{
	enum tri sent = ANY(e, dns, replies, dns_reply, r, not(unsent(r)));
	enum tri some = ANY(e, dns, replies, dns_reply, r, r != NULL ? YES : NO);

	return both(some, not(sent));
}

/* No server is of a family in which this host has an address. */
enum tri no_address_for_dns(const struct evidence *e)
{
	enum tri v4 = UNKNOWN;
	enum tri v6 = UNKNOWN;
	enum tri fits = UNKNOWN;

	if (dns_no_route(e) == NO) {
		return NO;
	}
	v4 = LINKS(e, l, both(ITEM_IS(l, up, true), tri_of(l->has.v4)));
	v6 = LINKS(e, l, both(ITEM_IS(l, up, true), tri_of(l->has.v6)));
	fits = ANY(e, dns, replies, dns_reply, r,
	           !r->has.server                ? UNKNOWN
	           : r->server.family == ADDR_V6 ? v6
	                                         : v4);

	return both(dns_no_route(e), not(fits));
}

enum tri dns_route_rejects(const struct evidence *e)
{
	enum tri error =
		ANY(e, dns, replies, dns_reply, r, tri_of(r->has.error && r->error == TCP_EINVAL));

	return either(error, any3(IS(e, dns_check, route, ROUTE_BLACKHOLE),
	                          IS(e, dns_check, route, ROUTE_UNREACHABLE),
	                          IS(e, dns_check, route, ROUTE_PROHIBIT)));
}

enum tri dns_gateway_dead(const struct evidence *e)
{
	enum tri dead = SAYS(e, dns_check, next_hop_dead);

	/* without a gateway the next hop is the server itself */
	return dead == YES ? tri_of(e->dns_check->has.gateway) : dead;
}

static enum tri own_address(const struct evidence *e, const struct addr *addr)
{
	return LINKS(e, l,
	             tri_of((l->has.v4 && addr_equal(&l->v4, addr)) ||
	                    (l->has.v6 && addr_equal(&l->v6, addr))));
}

/* The error came from this host, not from the server. A neighbour that does not answer brings one
 * as well, and early where another program had asked for it before. */
static enum tri turned_back(const struct evidence *e, const struct ev_dns_reply *r)
{
	enum tri early = UNKNOWN;

	if (!r->has.from || (r->has.server && addr_equal(&r->from, &r->server))) {
		return NO;
	}
	if (!r->has.server) {
		return UNKNOWN;
	}
	early = tri_of(r->has.took && r->took < 2 * USEC_SEC);
	return both(either(ITEM_IS(r, end, DNS_PORT_UNREACHABLE),
	                   THEN(early, not(SAYS(e, dns_check, next_hop_dead)))),
	            own_address(e, &r->from));
}

enum tri dns_rejected_here(const struct evidence *e)
{
	return ANY(e, dns, replies, dns_reply, r, turned_back(e, r));
}

/* A rule on the way out that drops UDP answers sendto() with EPERM (measured); what one on the way
 * in drops moves counters. */
enum tri dns_dropped_here(const struct evidence *e)
{
	enum tri inside = SAYS(e, dns_check, dropped_inside);
	enum tri out = ANY(e, dns, replies, dns_reply, r,
	                   r->has.error && r->error == TCP_EPERM ? not(ITEM_IS(r, sent, 0)) : NO);
	enum tri heard = both(every_server(e, DNS_SILENT), not(dns_gateway_dead(e)));

	return either(out, THEN(heard, inside));
}

/* Not even the socket was to be had, or connect() failed, which for UDP asks no firewall. EACCES is
 * a route's word, too. */
enum tri dns_forbidden_here(const struct evidence *e)
{
	enum tri way = either(IS(e, dns_check, route, ROUTE_UNICAST),
	                      IS(e, dns_check, route, ROUTE_LOCAL));

	return ANY(e, dns, replies, dns_reply, r,
	           !r->has.error            ? NO
	           : r->error == TCP_EPERM  ? ITEM_IS(r, sent, 0)
	           : r->error == TCP_EACCES ? both(ITEM_IS(r, sent, 0), way)
	                                    : NO);
}

static bool on_loopback(const struct addr *addr)
{
	static const struct addr v6_one = { .family = ADDR_V6, .bytes = { [15] = 1 } };

	return addr->family == ADDR_V4 ? addr->bytes[0] == 127 : addr_equal(addr, &v6_one);
}

#define SOCKETS(e, l, cond) ANY(e, listener, sockets, listening, l, cond)

/* 127.0.0.1 and not the asked address, which may be 127.0.1.1; ::1 is another family's matter. */
enum tri loopback_only(const struct attempt *a)
{
	enum tri same_family = either(
		tri_of(!on_loopback(&a->addr)),
		SOCKETS(a->e, l, l->has.addr ? tri_of(l->addr.family == a->addr.family) : UNKNOWN));
	enum tri there = SOCKETS(a->e, l, ITEM_IS_ADDR(l, addr, &a->addr));
	enum tri wider = SOCKETS(a->e, l, l->has.addr ? tri_of(!on_loopback(&l->addr)) : UNKNOWN);

	return all3(both(SAYS(a->e, listener, any), same_family), not(there), not(wider));
}

static bool is_any(const struct addr *addr)
{
	static const struct addr v6 = { .family = ADDR_V6 };

	return addr_equal(addr, &v6);
}

/* :: takes IPv4 too unless it is told not to (ipv6(7), IPV6_V6ONLY). */
static enum tri takes(const struct ev_listening *l, enum addr_family family)
{
	if (!l->has.addr) {
		return UNKNOWN;
	}
	if (l->addr.family == family) {
		return YES;
	}
	return both(tri_of(family == ADDR_V4 && is_any(&l->addr)), ITEM_IS(l, v6_only, false));
}

enum tri other_family_only(const struct attempt *a)
{
	return both(SAYS(a->e, listener, any), not(SOCKETS(a->e, l, takes(l, a->addr.family))));
}
