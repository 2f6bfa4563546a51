/* SPDX-License-Identifier: Apache-2.0 */
/* Which reading of the name a sentence speaks of. */
#include "judge/arg_name.h"

#include <string.h>

#define HAS(s, kind, field) ((s) != NULL && (s)->kind != NULL && (s)->kind->has.field)

const struct ev_hosts_line *arg_name_first_hosts_line(const struct evidence *e)
{
	return HAS(e, hosts, lines) ? e->hosts->lines.first : NULL;
}

const struct ev_address *arg_name_first_dns_address(const struct evidence *e)
{
	const struct ev_dns_reply *r = HAS(e, dns, replies) ? e->dns->replies.first : NULL;

	while (r != NULL && (!r->has.addrs || r->addrs.first == NULL)) {
		r = r->head.next;
	}
	return r != NULL ? r->addrs.first : NULL;
}

const struct ev_address *arg_name_given_instead(const struct evidence *e)
{
	const struct ev_address *first = HAS(e, nss, addrs) ? e->nss->addrs.first : NULL;

	for (const struct ev_address *x = first; x != NULL; x = x->head.next) {
		if (HAS(e, peers, asked) && x->has.addr &&
		    x->addr.family == e->peers->asked.family) {
			return x;
		}
	}
	return first;
}

const struct ev_dns_reply *arg_name_first_reply(const struct evidence *e)
{
	const struct ev_dns_reply *first = HAS(e, dns, replies) ? e->dns->replies.first : NULL;

	for (const struct ev_dns_reply *r = first; r != NULL; r = r->head.next) {
		if (r->has.end && r->end == DNS_REPLY && !(r->has.search && r->search > 0)) {
			return r;
		}
	}
	return first;
}

/* Whether some interface has an address of that family. */
static bool has_family(const struct evidence *e, enum addr_family family)
{
	const struct ev_link *l = HAS(e, links, list) ? e->links->list.first : NULL;

	while (l != NULL && !(family == ADDR_V6 ? l->has.v6 : l->has.v4)) {
		l = l->head.next;
	}
	return l != NULL;
}

enum addr_family arg_name_lacking(const struct evidence *e, const struct attempt *a)
{
	bool v4 = has_family(e, ADDR_V4);
	bool v6 = has_family(e, ADDR_V6);

	if (v4 == v6 || (a != NULL && a->addr.family != (v4 ? ADDR_V6 : ADDR_V4))) {
		return ADDR_NONE;
	}
	return v4 ? ADDR_V6 : ADDR_V4;
}

const struct ev_dns_reply *arg_name_unfit_server(const struct evidence *e, const struct attempt *a)
{
	const struct ev_dns_reply *r = a == NULL ? arg_name_first_reply(e) : NULL;

	return r != NULL && r->has.server && r->server.family == arg_name_lacking(e, a) ? r : NULL;
}

const struct ev_dns_reply *arg_name_only_asked(const struct evidence *e, const struct attempt *a)
{
	const struct ev_dns_reply *r = a == NULL ? arg_name_first_reply(e) : NULL;

	return r != NULL && r->has.server ? r : NULL;
}

struct addr arg_name_other_server(const struct evidence *e)
{
	const struct ev_dns_reply *first = arg_name_first_reply(e);

	for (const struct ev_dns_reply *r = first; r != NULL; r = r->head.next) {
		if (r->has.server && !addr_equal(&r->server, &first->server)) {
			return r->server;
		}
	}
	return (struct addr){ .family = ADDR_NONE };
}

const struct ev_dns_reply *arg_name_searched_reply(const struct evidence *e)
{
	const struct ev_dns_reply *r = HAS(e, dns, replies) ? e->dns->replies.first : NULL;

	while (r != NULL &&
	       !(r->has.search && r->search > 0 && r->has.addrs && r->addrs.first != NULL)) {
		r = r->head.next;
	}
	return r;
}

const struct ev_dns_reply *arg_name_dead_server(const struct evidence *e)
{
	const struct ev_dns_reply *r = HAS(e, dns, replies) ? e->dns->replies.first : NULL;

	while (r != NULL && (!r->has.end || r->end == DNS_REPLY)) {
		r = r->head.next;
	}
	return r;
}

const struct ev_dns_reply *arg_name_half_server(const struct evidence *e)
{
	const struct ev_dns_reply *x = arg_name_dead_server(e);
	const struct ev_dns_reply *y = HAS(e, dns, replies) ? e->dns->replies.first : NULL;

	while (x != NULL && y != NULL &&
	       !(y->has.end && y->end == DNS_REPLY && y->has.server && x->has.server &&
	         addr_equal(&x->server, &y->server))) {
		y = y->head.next;
	}
	return y != NULL ? x : NULL;
}

const struct ev_dns_reply *arg_name_slow_server(const struct evidence *e)
{
	const struct ev_dns_reply *r = HAS(e, dns, replies) ? e->dns->replies.first : NULL;
	const struct ev_dns_reply *slow = NULL;

	for (; r != NULL; r = r->head.next) {
		if (r->has.end && r->end == DNS_REPLY && r->has.server && r->has.took &&
		    r->took >= USEC_SEC && (slow == NULL || r->took > slow->took)) {
			slow = r;
		}
	}
	return slow;
}

const struct ev_dns_reply *arg_name_own_server(const struct evidence *e)
{
	static const uint8_t v6[16] = { [15] = 1 };
	const struct ev_dns_reply *r = arg_name_dead_server(e);

	if (r == NULL || !r->has.server) {
		return NULL;
	}
	return (r->server.family == ADDR_V4 && r->server.bytes[0] == 127) ||
	                       (r->server.family == ADDR_V6 &&
	                        memcmp(r->server.bytes, v6, sizeof(v6)) == 0)
	               ? r
	               : NULL;
}

const struct ev_dns_reply *arg_name_far_server(const struct evidence *e)
{
	const struct ev_dns_reply *r = arg_name_dead_server(e);

	return r != NULL && r->has.server && arg_name_own_server(e) == NULL ? r : NULL;
}
