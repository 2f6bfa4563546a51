/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of the transport: connect(), the error queue, other ports. */
#include "evidence/predicates.h"
#include "evidence/read.h"

enum tri via_proxy(const struct attempt *a)
{
	return tri_of(a->addr.family == ADDR_NONE);
}

enum tri connected(const struct attempt *a)
{
	return via_proxy(a) == YES ? connect_says(a->e, 200, 299) : IS(a, tcp, end, TCP_CONNECTED);
}

enum tri error_is(const struct attempt *a, enum tcp_error error)
{
	return both(IS(a, tcp, end, TCP_ERROR), IS(a, tcp, error, error));
}

enum tri refused(const struct attempt *a)
{
	return error_is(a, TCP_ECONNREFUSED);
}

enum tri silent(const struct attempt *a)
{
	/* fewer SYNs prove nothing, one can be lost */
	return both(IS(a, tcp, end, TCP_UNANSWERED), confirms(AT_LEAST(a, tcp, syns, 3)));
}

enum tri unreachable_at_once(const struct attempt *a)
{
	return both(any3(error_is(a, TCP_EINVAL), error_is(a, TCP_EHOSTUNREACH),
	                 error_is(a, TCP_EACCES)),
	            not(took_seconds(a)));
}

enum tri neighbour_timeout(const struct attempt *a)
{
	return both(icmp_from_self(a), took_seconds(a));
}

enum tri answered_elsewhere(const struct attempt *a)
{
	return ANY(a, siblings, ports, sibling, s, not(ITEM_IS(s, end, SIBLING_UNANSWERED)));
}

enum tri icmp_any(const struct attempt *a)
{
	return both(IS(a, tcp, end, TCP_ERROR), SAYS(a, tcp, icmp));
}

enum tri icmp_from_target(const struct attempt *a)
{
	return both(icmp_any(a), IS_ADDR(a, tcp, icmp_from, &a->addr));
}

enum tri icmp_from_self(const struct attempt *a)
{
	if (icmp_any(a) != YES) {
		return icmp_any(a);
	}
	return KNOWN(a, route, src) ? IS_ADDR(a, tcp, icmp_from, &a->route->src) : UNKNOWN;
}

enum tri icmp_from_router(const struct attempt *a)
{
	return all3(icmp_any(a), not(icmp_from_target(a)), not(icmp_from_self(a)));
}

/* RFC 792, RFC 4443: the same meaning has other numbers in the two families. */
static enum tri icmp_is(const struct attempt *a, int64_t type, int64_t low, int64_t high)
{
	return both(icmp_any(a), all3(IS(a, tcp, icmp_type, type), AT_LEAST(a, tcp, icmp_code, low),
	                              not(AT_LEAST(a, tcp, icmp_code, high + 1))));
}

enum tri icmp_no_route(const struct attempt *a)
{
	return is_v6(a) == YES ? icmp_is(a, 1, 0, 0) : icmp_is(a, 3, 0, 1);
}

enum tri icmp_host_unreachable(const struct attempt *a)
{
	return is_v6(a) == YES ? icmp_is(a, 1, 3, 3) : icmp_is(a, 3, 1, 1);
}

enum tri icmp_port_unreachable(const struct attempt *a)
{
	return is_v6(a) == YES ? icmp_is(a, 1, 4, 4) : icmp_is(a, 3, 3, 3);
}

enum tri icmp_prohibited(const struct attempt *a)
{
	if (is_v6(a) == YES) {
		return either(icmp_is(a, 1, 1, 1), icmp_is(a, 1, 5, 6));
	}
	return any3(icmp_is(a, 3, 9, 9), icmp_is(a, 3, 10, 10), icmp_is(a, 3, 13, 13));
}

enum tri icmp_ttl_exceeded(const struct attempt *a)
{
	return is_v6(a) == YES ? icmp_is(a, 3, 0, 0) : icmp_is(a, 11, 0, 0);
}

enum tri took_seconds(const struct attempt *a)
{
	return AT_LEAST(a, tcp, took, 2 * USEC_SEC);
}
