/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of this host: its routes, neighbours, firewall, counters, listeners. */
#include "evidence/predicates.h"
#include "evidence/read.h"

enum tri route_is(const struct attempt *a, enum route_type type)
{
	return IS(a, route, type, type);
}

enum tri same_host(const struct attempt *a)
{
	return route_is(a, ROUTE_LOCAL);
}

enum tri route_rejects(const struct attempt *a)
{
	return any3(route_is(a, ROUTE_BLACKHOLE), route_is(a, ROUTE_UNREACHABLE),
	            route_is(a, ROUTE_PROHIBIT));
}

enum tri has_gateway(const struct attempt *a)
{
	return not(SAYS(a, route, on_link));
}

enum tri next_hop_dead(const struct attempt *a)
{
	return either(IS(a, neighbour, state, NEIGHBOUR_FAILED),
	              IS(a, neighbour, state, NEIGHBOUR_INCOMPLETE));
}

enum tri own_rule(const struct attempt *a, enum firewall_verdict verdict)
{
	return IS(a, firewall, verdict, verdict);
}

/* Any of three signs: a router answered for that port; the answer took longer than this host
 * needs; the kernel's counters, which alone can also refute. */
enum tri left_host(const struct attempt *a)
{
	enum tri hop = ANY(a, trace, hops, hop, h, ITEM_IS(h, end, HOP_EXCEEDED));
	enum tri slow = both(not(icmp_from_self(a)), AT_LEAST(a, tcp, took, USEC_MS));
	enum tri asked = AT_LEAST(a, counters, requests, 3);
	enum tri moved = AT_LEAST(a, counters, transmits, 1);

	return witnesses(witnesses(confirms(hop), confirms(slow)),
	                 asked == YES ? moved : confirms(moved));
}

enum tri kept_here(const struct attempt *a)
{
	return witnesses(own_rule(a, FIREWALL_DROP), not(left_host(a)));
}

static bool loopback(const struct addr *addr)
{
	static const struct addr v6_one = { .family = ADDR_V6, .bytes = { [15] = 1 } };

	return addr->family == ADDR_V4 ? addr->bytes[0] == 127 : addr_equal(addr, &v6_one);
}

static enum tri on_loopback(const struct ev_listening *l)
{
	return l->has.addr ? tri_of(loopback(&l->addr)) : UNKNOWN;
}

enum tri loopback_only(const struct evidence *e)
{
	return both(SAYS(e, listener, any),
	            not(ANY(e, listener, sockets, listening, l, not(on_loopback(l)))));
}

enum tri nothing_listens(const struct evidence *e)
{
	return not(SAYS(e, listener, any));
}

enum tri reset_here(const struct attempt *a)
{
	return witnesses(own_rule(a, FIREWALL_REJECT), not(left_host(a)));
}
