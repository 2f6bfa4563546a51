/* SPDX-License-Identifier: Apache-2.0 */
/* The kernel's own answer to "which way": route, interface, source, the rule that decided, and what
 * the main table alone would say. Asked once, at the beginning of the attempt. */
#include "probe/probes.h"
#include "sys/netlink.h"

#include <string.h>

static enum route_type type_of(enum sys_route_type type)
{
	switch (type) {
	case SYS_ROUTE_UNICAST:
	case SYS_ROUTE_MULTICAST:
	case SYS_ROUTE_OTHER:
		return ROUTE_UNICAST;
	case SYS_ROUTE_LOCAL:
		return ROUTE_LOCAL;
	case SYS_ROUTE_BROADCAST:
		return ROUTE_BROADCAST;
	case SYS_ROUTE_BLACKHOLE:
		return ROUTE_BLACKHOLE;
	case SYS_ROUTE_UNREACHABLE:
		return ROUTE_UNREACHABLE;
	case SYS_ROUTE_PROHIBIT:
		return ROUTE_PROHIBIT;
	case SYS_ROUTE_NONE:
	case SYS_ROUTE_THROW:
	case SYS_ROUTE_BAD_SOURCE:
	case N_SYS_ROUTE_TYPES:
		break;
	}
	return ROUTE_NONE;
}

static bool in_prefix(const struct addr *x, const struct addr *y, unsigned bits)
{
	for (unsigned i = 0; i < bits; i++) {
		if (((x->bytes[i / 8] ^ y->bytes[i / 8]) >> (7 - i % 8) & 1) != 0) {
			return false;
		}
	}
	return x->family == y->family;
}

/* Whether the source is one of the interface's own, on the network of the next hop. */
static void note_source(struct ev_route *route, const struct sys_route *got)
{
	struct sys_address *all = malloc(sizeof(*all) * SYS_ADDRESSES_MAX);
	struct addr next = got->gateway.family != ADDR_NONE ? got->gateway : got->src;
	int n = all != NULL ? sys_addresses(all, SYS_ADDRESSES_MAX) : -1;
	bool ok = false;

	for (int i = 0; i < n && i < SYS_ADDRESSES_MAX; i++) {
		ok = ok ||
		     (all[i].ifindex == got->ifindex && addr_equal(&all[i].addr, &got->src) &&
		      (next.family != got->src.family ||
		       in_prefix(&all[i].addr, &next, all[i].prefix_len) || next.bytes[0] == 0xfe));
	}
	if (n >= 0) {
		SET(route, src_on_dev, ok);
	}
	free(all);
}

static void note_device(const struct probe_run *r, struct ev_route *route,
                        const struct sys_route *got)
{
	struct sys_link *all = malloc(sizeof(*all) * SYS_LINKS_MAX);
	int n = all != NULL ? sys_links(all, SYS_LINKS_MAX) : -1;
	const struct sys_link *link =
		n > 0 ? sys_link_find(all, n > SYS_LINKS_MAX ? SYS_LINKS_MAX : (size_t)n,
	                              got->ifindex)
		      : NULL;

	if (link != NULL) {
		SET(route, dev_up, link->up);
		SET(route, dev_carrier, link->carrier);
		if (link->kind[0] != '\0') {
			SET_TEXT(r, route, dev_kind, link->kind, strlen(link->kind));
		}
		if (strcmp(link->kind, "bridge") == 0) {
			SET(route, dev_ports, link->n_ports);
		}
		SET(route, mtu, got->mtu != 0 ? got->mtu : link->mtu);
	}
	free(all);
}

static void note_rule(struct ev_route *route, const struct sys_route_query *query,
                      const struct sys_route *got)
{
	struct sys_route_why why;
	struct sys_route main_route;

	if (sys_route_why(query, &why) == 0 && why.found && !why.unsure) {
		SET(route, rule, why.rule.priority);
	}
	if (sys_route_in_table(query, SYS_TABLE_MAIN, &main_route) == 0 &&
	    got->type != SYS_ROUTE_LOCAL) {
		SET(route, main_type, type_of(main_route.type));
		SET(route, main_differs,
		    type_of(main_route.type) != type_of(got->type) ||
		            (got->type == SYS_ROUTE_UNICAST &&
		             (main_route.ifindex != got->ifindex ||
		              !addr_equal(&main_route.gateway, &got->gateway))));
	}
}

/* A socket that is bound to an interface is never without a way: where no route leads there, IPv4
 * takes every address for one of that very link (ip_route_output_key_hash_rcu() in the kernel's
 * net/ipv4/route.c). */
static bool assumed_on_link(const struct probe_run *r, const struct sys_route_query *query,
                            const struct sys_route *got)
{
	struct sys_route_why why;

	return r->run->options->source_dev != NULL && got->type == SYS_ROUTE_UNICAST &&
	       sys_route_why(query, &why) == 0 && !why.unsure && !why.found;
}

static int observe(const struct probe_run *r)
{
	struct ev_route *route = READING(r, route);
	struct sys_route_query query =
		run_route_query(r->run, &r->contact->a->addr, r->contact->scope);
	struct sys_route got;
	int error = 0;

	query.port = r->run->e->target.port;
	error = sys_route_get(&query, &got);
	if (error < 0) {
		probe_skip_errno(r, KIND_route, error);
		return 0;
	}
	SET(route, type, assumed_on_link(r, &query, &got) ? ROUTE_NONE : type_of(got.type));
	if (got.dev[0] != '\0') {
		SET_TEXT(r, route, dev, got.dev, strnlen(got.dev, sizeof(got.dev)));
		note_device(r, route, &got);
	}
	if (got.src.family != ADDR_NONE) {
		SET(route, src, got.src);
		note_source(route, &got);
	}
	if (got.gateway.family != ADDR_NONE) {
		SET(route, gateway, got.gateway);
	}
	SET(route, on_link, got.type == SYS_ROUTE_UNICAST && got.gateway.family == ADDR_NONE);
	if (got.table != 0) {
		SET(route, table, got.table);
	}
	if (got.has_prefix) {
		SET(route, prefix, got.prefix_len);
	}
	note_rule(route, &query, &got);
	return 0;
}

static bool wanted(const struct probe_run *r)
{
	return r->contact->a->addr.family != ADDR_NONE && !run_proxied(r->run);
}

const struct probe probe_route = {
	.name = "route",
	.summary = "asks the kernel which way it would send the packets",
	.scope = PROBE_PER_ADDRESS,
	.n_gives = 1,
	.gives = { KIND_route },
	.wanted = wanted,
	.observe = observe,
};
