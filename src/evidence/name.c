/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of the name: hosts file, nsswitch.conf, resolv.conf, what a program gets. */
#include "evidence/predicates.h"
#include "evidence/read.h"

#include <strings.h>

enum tri by_name(const struct evidence *e)
{
	/* through a proxy the name is the proxy's business */
	return both(tri_of(!e->target.literal), both(not(is_unix(e)), not(proxied(e))));
}

enum tri name_denied(const struct evidence *e)
{
	return IS(e, nss, end, NSS_NONAME);
}

/* The helper was still waiting when the whole run was over, and no server had said a word, or
 * one that needs TCP 53. */
static enum tri waits_in_vain(const struct evidence *e)
{
	if (e->nss == NULL || e->nss->head.skip != SKIP_DEADLINE) {
		return UNKNOWN;
	}
	return both(AT_LEAST(e, nss, took, 3 * USEC_SEC),
	            either(not(dns_spoke(e)), tcp53_fails(e)));
}

/* What a program gets; where the helper is not back yet, what it will get. */
enum tri resolved(const struct evidence *e)
{
	enum tri dns = both(not(dns_skipped(e)), dns_has_address(e));

	if (by_name(e) == NO) {
		return YES;
	}
	if (e->nss != NULL && e->nss->has.end) {
		return IS(e, nss, end, NSS_OK);
	}
	if (both(waits_in_vain(e), not(hosts_any(e))) == YES) {
		return NO;
	}
	return either(IS(e, nss, end, NSS_OK), confirms(either(hosts_any(e), dns)));
}

/* Symptom and cause: none is listed. glibc then asks its own host, which rarely answers. */
enum tri no_server(const struct evidence *e)
{
	return not(ANY(e, resolv, servers, address, x, x != NULL ? YES : NO));
}

enum tri dns_skipped(const struct evidence *e)
{
	return not(SAYS(e, nsswitch, asks_dns));
}

enum tri mdns_missing(const struct evidence *e)
{
	return both(local_suffix(e), not(SAYS(e, nsswitch, asks_mdns)));
}

enum tri hosts_has(const struct evidence *e, const struct addr *addr)
{
	return ANY(e, hosts, lines, hosts_line, l, ITEM_IS_ADDR(l, addr, addr));
}

enum tri hosts_any(const struct evidence *e)
{
	return ANY(e, hosts, lines, hosts_line, l, l->has.addr ? YES : UNKNOWN);
}

enum tri hosts_differ(const struct evidence *e)
{
	enum tri listed = both(both(by_name(e), not(is_localhost(e))), hosts_any(e));
	enum tri agree = UNKNOWN;

	if (listed == NO || dns_spoke(e) != YES) {
		return permits(listed); /* where DNS cannot be asked nobody knows */
	}
	agree = ANY(e, hosts, lines, hosts_line, l, l->has.addr ? dns_has(e, &l->addr) : UNKNOWN);
	return all3(listed, dns_has_address(e), not(agree));
}

/* An address that some source gives for the name. */
static enum tri of_name(const struct evidence *e, const struct addr *addr)
{
	enum tri nss = ANY(e, nss, addrs, address, x, ITEM_IS_ADDR(x, addr, addr));
	enum tri listed = confirms(either(hosts_has(e, addr), dns_has(e, addr)));

	if (nss == YES || listed == YES) {
		return YES;
	}
	return nss; /* what the search list makes of it counts as well, in nss */
}

#define PEERS(e, x, cond) ANY(e, peers, addrs, address, x, (cond))

enum tri peers_strange(const struct evidence *e)
{
	if (e->from == NULL || !e->from->has.pid) {
		return NO; /* no program was named */
	}
	return both(PEERS(e, x, x->has.addr ? not(of_name(e, &x->addr)) : UNKNOWN),
	            not(PEERS(e, x, x->has.addr ? of_name(e, &x->addr) : UNKNOWN)));
}

/* Two services on the same port: which of them this name's was is not to be seen. */
static enum tri several(const struct evidence *e)
{
	return PEERS(e, x, not(ITEM_IS_ADDR(x, addr, &e->peers->asked)));
}

/* The address has no name, or the target's. */
static enum tri reverse_fits(const struct evidence *e)
{
	enum tri same = KNOWN(e, peers, reverse)
	                        ? tri_of(strcasecmp(e->peers->reverse, e->target.host) == 0)
	                        : UNKNOWN;

	return either(not(SAYS(e, peers, named)), same);
}

/* A certificate for others, or a name of its own that the program was not told of, is another
 * service's, which the program has every reason to use. */
static enum tri peer_fits(const struct evidence *e)
{
	enum tri shown = THEN(wants_tls(e), SAYS(e, peers, shown));
	enum tri ours = THEN(shown, SAYS(e, peers, certificate));

	return both(either(not(shown), ours),
	            any3(ours, SAYS(e, peers, names_target), reverse_fits(e)));
}

enum tri peers_stale(const struct evidence *e)
{
	if (peers_strange(e) == NO) {
		return NO;
	}
	return both(all3(peers_strange(e), not(several(e)), not(SAYS(e, peers, varies))),
	            peer_fits(e));
}
