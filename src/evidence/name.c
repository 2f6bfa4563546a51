/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of the name: hosts file, servers, what a program gets, and over addresses. */
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

enum tri all_of(const struct evidence *e, predicate who, predicate pred)
{
	enum tri r = e->cut ? UNKNOWN : YES;

	for (const struct attempt *a = e->first; a != NULL; a = a->next) {
		r = both(r, either(not(who(a)), pred(a)));
	}
	return r;
}

enum tri none_of(const struct evidence *e, predicate who, predicate pred)
{
	return not(any_of(e, who, pred));
}

static bool proxied(const struct evidence *e)
{
	return e->proxy != NULL || (e->first != NULL && e->first->addr.family == ADDR_NONE) ||
	       (e->proxy_env != NULL && e->proxy_env->has.used && e->proxy_env->used);
}

enum tri by_name(const struct evidence *e)
{
	/* through a proxy the name is the proxy's business */
	return tri_of(!e->target.literal && e->target.scheme != SCHEME_UNIX && !proxied(e));
}

enum tri resolved(const struct evidence *e)
{
	return either(not(by_name(e)), IS(e, nss, end, NSS_OK));
}

enum tri name_denied(const struct evidence *e)
{
	return IS(e, nss, end, NSS_NONAME);
}

enum tri no_server(const struct evidence *e)
{
	return not(ANY(e, resolv, servers, address, x, x != NULL ? YES : NO));
}

enum tri dns_skipped(const struct evidence *e)
{
	return not(SAYS(e, nsswitch, asks_dns));
}

static enum tri reply_has(const struct ev_dns_reply *r, const struct addr *addr)
{
	return r->has.addrs ? ANY_IN(&r->addrs, address, x, ITEM_IS_ADDR(x, addr, addr)) : UNKNOWN;
}

static enum tri reply_has_any(const struct ev_dns_reply *r)
{
	return r->has.addrs ? ANY_IN(&r->addrs, address, x, x->has.addr ? YES : UNKNOWN) : UNKNOWN;
}

static enum tri dns_has(const struct evidence *e, const struct addr *addr)
{
	return ANY(e, dns, replies, dns_reply, r, reply_has(r, addr));
}

enum tri dns_has_address(const struct evidence *e)
{
	return ANY(e, dns, replies, dns_reply, r, reply_has_any(r));
}

enum tri every_server(const struct evidence *e, enum dns_end end)
{
	return not(ANY(e, dns, replies, dns_reply, r, not(ITEM_IS(r, end, end))));
}

enum tri answer_is(const struct evidence *e, int64_t rcode)
{
	if (!KNOWN(e, dns, replies)) {
		return UNKNOWN;
	}
	list_each(dns_reply, r, &e->dns->replies) {
		if (ITEM_IS(r, end, DNS_REPLY) != NO) { /* the first that replies is believed */
			return both(ITEM_IS(r, end, DNS_REPLY), ITEM_IS(r, rcode, rcode));
		}
	}
	return e->dns->replies.cut ? UNKNOWN : NO;
}

enum tri earlier_server_dead(const struct evidence *e)
{
	enum tri dead = NO;
	enum tri r = NO;

	if (!KNOWN(e, dns, replies)) {
		return UNKNOWN;
	}
	list_each(dns_reply, s, &e->dns->replies) {
		r = either(r, both(dead, ITEM_IS(s, end, DNS_REPLY)));
		dead = either(dead, ITEM_IS(s, end, DNS_SILENT));
	}
	return e->dns->replies.cut ? confirms(r) : r;
}

static enum tri hosts_any(const struct evidence *e)
{
	return ANY(e, hosts, lines, hosts_line, l, l->has.addr ? YES : UNKNOWN);
}

enum tri hosts_differ(const struct evidence *e)
{
	enum tri agree =
		ANY(e, hosts, lines, hosts_line, l, l->has.addr ? dns_has(e, &l->addr) : UNKNOWN);

	return both(by_name(e), all3(hosts_any(e), dns_has_address(e), not(agree)));
}

enum tri by_hosts(const struct attempt *a)
{
	return both(by_name(a->e),
	            ANY(a->e, hosts, lines, hosts_line, l, ITEM_IS_ADDR(l, addr, &a->addr)));
}

enum tri given(const struct attempt *a)
{
	const struct evidence *e = a->e;

	if (e->target.literal || via_proxy(a) == YES) {
		return YES;
	}
	if (KNOWN(e, nss, addrs)) {
		return ANY(e, nss, addrs, address, x, ITEM_IS_ADDR(x, addr, &a->addr));
	}
	/* the helper gave nothing: the usual order is the hosts file, then DNS */
	return confirms(either(by_hosts(a), both(not(hosts_any(e)), dns_has(e, &a->addr))));
}

enum tri only_dns(const struct attempt *a)
{
	return both(dns_has(a->e, &a->addr), not(given(a)));
}

enum tri dns_gets_further(const struct evidence *e)
{
	enum tri r = either(both(none_of(e, given, connected), any_of(e, only_dns, connected)),
	                    both(none_of(e, given, through), any_of(e, only_dns, through)));

	/* while DNS has not spoken there may be addresses that nobody tried */
	return KNOWN(e, dns, replies) ? r : confirms(r);
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

static enum tri given_v4(const struct attempt *a)
{
	return both(is_v4(a), given(a));
}

static enum tri given_v6(const struct attempt *a)
{
	return both(is_v6(a), given(a));
}

static enum tri not_connected(const struct attempt *a)
{
	return not(connected(a));
}

enum tri v6_fails_alone(const struct evidence *e)
{
	return all3(any_of(e, given_v4, connected), any_of(e, given_v6, not_connected),
	            none_of(e, given_v6, connected));
}

static enum tri family_leads_on(const struct attempt *a)
{
	return either(confirms(KNOWN(a, reach, router) ? YES : UNKNOWN), SAYS(a, reach, other));
}

enum tri v6_works_elsewhere(const struct evidence *e)
{
	return any_of(e, is_v6, family_leads_on);
}
