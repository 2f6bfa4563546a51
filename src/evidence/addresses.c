/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates over the addresses of a run: which a program gets, how the two families fare. */
#include "evidence/predicates.h"
#include "evidence/read.h"

enum tri any_of(const struct evidence *e, predicate who, predicate pred)
{
	enum tri r = e->cut ? UNKNOWN : NO;

	for (const struct attempt *a = e->first; a != NULL; a = a->next) {
		r = either(r, both(who(a), pred(a)));
	}
	return r;
}

enum tri none_of(const struct evidence *e, predicate who, predicate pred)
{
	return not(any_of(e, who, pred));
}

enum tri everybody(const struct attempt *a)
{
	return a != NULL ? YES : NO;
}

enum tri nobody(const struct attempt *a)
{
	return a != NULL ? NO : YES;
}

enum tri is_v4(const struct attempt *a)
{
	return tri_of(a->addr.family == ADDR_V4);
}

enum tri is_v6(const struct attempt *a)
{
	return tri_of(a->addr.family == ADDR_V6);
}

enum tri by_hosts(const struct attempt *a)
{
	return both(by_name(a->e), hosts_has(a->e, &a->addr));
}

enum tri by_dns(const struct attempt *a)
{
	return both(by_name(a->e), not(by_hosts(a)));
}

enum tri by_search(const struct attempt *a)
{
	return both(by_name(a->e), both(searched_has(a->e, &a->addr), not(by_hosts(a))));
}

/* MySQL's clients try one address after the other, and so does naze: a server counts connections
 * that it loses before the login. Once one is open, no client goes on to the later ones. */
static bool comes_too_late(const struct attempt *a)
{
	const struct attempt *earlier = a->e->first;

	while (earlier != a && !(earlier->tcp != NULL && earlier->tcp->has.end &&
	                         earlier->tcp->end == TCP_CONNECTED && given(earlier) == YES)) {
		earlier = earlier->next;
	}
	return earlier != a;
}

enum tri given(const struct attempt *a)
{
	const struct evidence *e = a->e;

	if (e->target.literal || a->addr.family == ADDR_NONE) {
		return YES;
	}
	if (wants_mysql(e) == YES && comes_too_late(a)) {
		return NO;
	}
	if (e->nss != NULL && e->nss->has.end && e->nss->end == NSS_OK) {
		return ANY(e, nss, addrs, address, x, ITEM_IS_ADDR(x, addr, &a->addr));
	}
	if (KNOWN(e, nss, end)) {
		return NO; /* a program gets no address at all */
	}
	/* the helper gave nothing: the usual order is the hosts file, then DNS where it is asked */
	return confirms(either(by_hosts(a), all3(not(hosts_any(e)), not(dns_skipped(e)),
	                                         believed_has(e, &a->addr))));
}

enum tri only_dns(const struct attempt *a)
{
	return both(dns_has(a->e, &a->addr), not(given(a)));
}

/* 127.0.0.0/8, ::1, 0.0.0.0, ::. */
enum tri null_address(const struct attempt *a)
{
	const struct addr *addr = &a->addr;
	int sum = 0;

	if (addr->family == ADDR_V4) {
		return tri_of(addr->bytes[0] == 127 || addr->bytes[0] == 0);
	}
	for (int i = 0; i < 15; i++) {
		sum |= addr->bytes[i];
	}
	return tri_of(addr->family == ADDR_V6 && sum == 0 && addr->bytes[15] <= 1);
}

static enum tri secured(const struct attempt *a)
{
	return THEN(connected(a), tls_passed(a));
}

/* The addresses from DNS come a step further than those that a program gets. */
enum tri dns_gets_further(const struct evidence *e)
{
	enum tri alive = both(none_of(e, given, host_answers), any_of(e, only_dns, host_answers));
	enum tri open = both(none_of(e, given, connected), any_of(e, only_dns, connected));
	enum tri safe = both(none_of(e, given, secured), any_of(e, only_dns, secured));
	enum tri works = both(none_of(e, given, through), any_of(e, only_dns, through));
	enum tri r = either(either(alive, open), either(safe, works));

	/* while DNS has not spoken there may be addresses that nobody tried */
	return dns_spoke(e) == YES && dns_untried(e) == NO ? r : confirms(r);
}

static enum tri given_v4(const struct attempt *a)
{
	return both(is_v4(a), given(a));
}

static enum tri given_v6(const struct attempt *a)
{
	return both(is_v6(a), given(a));
}

/* A client waits for it: what fails at once in this host costs nothing and hurts nobody. */
static enum tri lost_time(const struct attempt *a)
{
	return THEN(not(connected(a)), not(failed_here(a)));
}

enum tri v6_fails_alone(const struct evidence *e)
{
	return all3(any_of(e, given_v4, connected), any_of(e, given_v6, lost_time),
	            none_of(e, given_v6, connected));
}

enum tri v4_fails_alone(const struct evidence *e)
{
	return all3(any_of(e, given_v6, connected), any_of(e, given_v4, lost_time),
	            none_of(e, given_v4, connected));
}

static enum tri leads_on(const struct attempt *a)
{
	bool router = a->reach != NULL && a->reach->has.router;

	if (router || host_answers(a) == YES || beyond_gateway(a) == YES) {
		return YES;
	}
	if (both(has_gateway(a), THEN(neighbour_timeout(a), next_hop_dead(a))) == YES) {
		return NO; /* not even the gateway answers */
	}
	/* where nobody looked further, what was seen on the way to this host counts */
	return KNOWN(a, reach, other) ? tri_of(a->reach->other)
	                              : either(beyond_gateway(a), answered_elsewhere(a));
}

enum tri v6_leads_on(const struct evidence *e)
{
	return any_of(e, is_v6, leads_on);
}

enum tri v4_leads_on(const struct evidence *e)
{
	return any_of(e, is_v4, leads_on);
}

static enum tri says_no(const struct attempt *a)
{
	return both(refused(a), not(icmp_any(a)));
}

/* The host is there in IPv4 too, and says no there. */
enum tri v6_answers_alone(const struct evidence *e)
{
	return all3(any_of(e, given_v6, connected), any_of(e, given_v4, says_no),
	            none_of(e, given_v4, connected));
}

static enum tri given_loopback(const struct attempt *a)
{
	return both(null_address(a), given(a));
}

enum tri one_loopback_refuses(const struct evidence *e)
{
	return all3(is_localhost(e), any_of(e, given_loopback, connected),
	            any_of(e, given_loopback, refused));
}
