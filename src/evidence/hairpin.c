/* SPDX-License-Identifier: Apache-2.0 */
/* Whether the address is the public one of this client's own network, and where its gateway leads
 * packets for it. A router takes what is meant for itself whatever the TTL; what it translates and
 * passes on (DNAT) dies there with TTL 1, and the error then bears the address that was asked for,
 * because the translation is undone in it, too (RFC 5508 4.2). */
#include "evidence/predicates.h"
#include "evidence/read.h"

/* RFC 1918, RFC 6598, RFC 3927, RFC 1122: IPv4 addresses that the internet does not route. */
static bool is_private(const struct addr *x)
{
	const uint8_t *b = x->bytes;

	return b[0] == 10 || b[0] == 127 || (b[0] == 172 && (b[1] & 0xf0) == 16) ||
	       (b[0] == 192 && b[1] == 168) || (b[0] == 100 && (b[1] & 0xc0) == 64) ||
	       (b[0] == 169 && b[1] == 254);
}

/* A private client and a public target: there is a NAT between. */
static enum tri natted(const struct attempt *a)
{
	if (is_v4(a) != YES || is_private(&a->addr)) {
		return NO;
	}
	return KNOWN(a, route, src) ? tri_of(is_private(&a->route->src)) : UNKNOWN;
}

static enum tri seen_as_own(const struct attempt *a)
{
	return is_v6(a) == YES ? IS_ADDR(a->e, public_address, v6, &a->addr)
	                       : IS_ADDR(a->e, public_address, v4, &a->addr);
}

/* An error in the name of the target. */
static enum tri in_its_name(const struct attempt *a, const struct ev_hop *h)
{
	return both(either(ITEM_IS(h, end, HOP_EXCEEDED), ITEM_IS(h, end, HOP_ICMP)),
	            ITEM_IS_ADDR(h, from, &a->addr));
}

/* The first router answers for another port as well. Who translates one port of every address (a
 * proxy that clients are not told of) does not have this one. */
static enum tri gateway_has_it(const struct attempt *a)
{
	return THEN(has_gateway(a), ANY(a, trace, control, hop, h,
	                                both(ITEM_IS(h, ttl, 1),
	                                     any3(ITEM_IS(h, end, HOP_REFUSED),
	                                          ITEM_IS(h, end, HOP_OPEN), in_its_name(a, h)))));
}

static enum tri gateway_refuses(const struct attempt *a)
{
	return ANY(a, trace, hops, hop, h, both(ITEM_IS(h, ttl, 1), ITEM_IS(h, end, HOP_REFUSED)));
}

static enum tri led_on(const struct attempt *a)
{
	return ANY(a, trace, hops, hop, h, in_its_name(a, h));
}

enum tri gateway_is_target(const struct attempt *a)
{
	return THEN(natted(a), gateway_has_it(a));
}

static enum tri reset(const struct attempt *a)
{
	return both(refused(a), not(icmp_any(a)));
}

static enum tri reset_by_gateway(const struct attempt *a)
{
	return THEN(reset(a), both(gateway_has_it(a), gateway_refuses(a)));
}

/* Where a translation led on, the server itself may have refused. */
static enum tri reset_outside(const struct attempt *a)
{
	enum tri by_gateway = reset_by_gateway(a);

	return THEN(by_gateway, not(led_on(a)));
}

enum tri own_public_fails(const struct attempt *a)
{
	enum tri outside = both(has_gateway(a), either(silent(a), reset_outside(a)));

	return THEN(outside, seen_as_own(a));
}

static enum tri lost_inside_nat(const struct attempt *a)
{
	return THEN(silent(a), both(gateway_has_it(a), confirms(led_on(a))));
}

/* Translated and without an answer: the server answers the client directly, which knows nothing of
 * that connection, or cannot be reached. Not translated, the gateway itself is silent, or refuses:
 * that is as well a port of its own which nothing serves. */
enum tri not_led_back(const struct attempt *a)
{
	return THEN(natted(a), either(lost_inside_nat(a), permits(reset_by_gateway(a))));
}
