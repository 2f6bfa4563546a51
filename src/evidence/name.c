/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of the name: hosts file, nsswitch.conf, resolv.conf, what a program gets. */
#include "evidence/predicates.h"
#include "evidence/read.h"

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
