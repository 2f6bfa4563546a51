/* SPDX-License-Identifier: Apache-2.0 */
/* Following the aliases of an answer, in whatever order its records came. */
#include "wire/dns.h"

/* The target of the alias that name is; NULL when it is none. */
static const char *alias_of(const struct dns_reply *reply, const char *name)
{
	for (uint8_t i = 0; i < reply->n_records; i++) {
		const struct dns_record *rec = &reply->records[i];

		if (rec->type == DNS_TYPE_CNAME &&
		    dns_same_name(dns_text(reply, rec->owner), name)) {
			return dns_text(reply, rec->target);
		}
	}
	return NULL;
}

/* As glibc reads an answer: once, an alias before what it leads to (getanswer_r() in resolv/
 * nss_dns/dns-host.c of 2.36). */
static bool in_order(const struct dns_reply *reply, const char *name)
{
	for (uint8_t i = 0; i < reply->n_records; i++) {
		const struct dns_record *rec = &reply->records[i];
		bool own = dns_same_name(dns_text(reply, rec->owner), name);

		if (own && rec->addr.family != ADDR_NONE) {
			return true;
		}
		if (own && rec->type == DNS_TYPE_CNAME) {
			name = dns_text(reply, rec->target);
		}
	}
	return false;
}

void dns_follow(const struct dns_reply *reply, const char *name, struct dns_chain *ret)
{
	const char *passed[DNS_LINKS_MAX + 1] = { name };
	struct dns_chain chain = { .last = name };
	const char *next = NULL;

	while (!chain.loops && (next = alias_of(reply, chain.last)) != NULL) {
		for (uint8_t i = 0; i <= chain.n_links; i++) {
			chain.loops = chain.loops || dns_same_name(passed[i], next);
		}
		if (chain.n_links == DNS_LINKS_MAX) {
			chain.loops = true;
			break;
		}
		passed[++chain.n_links] = next;
		chain.last = next;
	}
	for (uint8_t i = 0; i < reply->n_records; i++) {
		const struct dns_record *rec = &reply->records[i];

		if (rec->addr.family != ADDR_NONE &&
		    dns_same_name(dns_text(reply, rec->owner), chain.last)) {
			chain.addrs[chain.n_addrs++] = i;
		}
	}
	chain.unordered = chain.n_addrs > 0 && !in_order(reply, name);
	*ret = chain;
}

bool dns_has_addr(const struct dns_reply *reply, const struct addr *addr)
{
	for (uint8_t i = 0; i < reply->n_records; i++) {
		if (reply->records[i].addr.family != ADDR_NONE &&
		    addr_equal(&reply->records[i].addr, addr)) {
			return true;
		}
	}
	return false;
}
