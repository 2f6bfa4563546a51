/* SPDX-License-Identifier: Apache-2.0 */
/* The neighbour entry of the next hop, read when the attempt has ended without a connection. */
#include "probe/probes.h"
#include "sys/netlink.h"

static enum neighbour_state state_of(enum sys_neighbour_state state)
{
	switch (state) {
	case SYS_NEIGHBOUR_REACHABLE:
	case SYS_NEIGHBOUR_NOARP:
	case SYS_NEIGHBOUR_PERMANENT:
		return NEIGHBOUR_REACHABLE;
	case SYS_NEIGHBOUR_STALE:
	case SYS_NEIGHBOUR_DELAY:
	case SYS_NEIGHBOUR_PROBE:
		return NEIGHBOUR_STALE;
	case SYS_NEIGHBOUR_INCOMPLETE:
		return NEIGHBOUR_INCOMPLETE;
	case SYS_NEIGHBOUR_FAILED:
		return NEIGHBOUR_FAILED;
	case SYS_NEIGHBOUR_NONE:
	case N_SYS_NEIGHBOUR_STATES:
		break;
	}
	return NEIGHBOUR_NONE;
}

static int observe(const struct probe_run *r)
{
	struct ev_neighbour *n = READING(r, neighbour);
	struct sys_route_query query;
	struct sys_route route;
	struct sys_neighbour got;
	struct addr next;

	sys_route_query_init(&query, &r->contact->a->addr);
	query.src = r->run->options->source;
	query.ifindex = r->contact->scope;
	if (sys_route_get(&query, &route) < 0 || route.type != SYS_ROUTE_UNICAST) {
		return 0;
	}
	next = route.gateway.family != ADDR_NONE ? route.gateway : r->contact->a->addr;
	if (sys_neighbour(route.ifindex, &next, &got) < 0) {
		return 0;
	}
	SET(n, addr, next);
	SET(n, state, state_of(got.state));
	return 0;
}

static bool wanted(const struct probe_run *r)
{
	const struct ev_tcp *tcp = r->contact->a->tcp;

	return tcp != NULL && tcp->has.end && tcp->end != TCP_CONNECTED;
}

const struct probe probe_neighbour = {
	.name = "neighbour",
	.summary = "reads whether the next hop answers on the link",
	.scope = PROBE_PER_ADDRESS,
	.n_gives = 1,
	.gives = { KIND_neighbour },
	.wanted = wanted,
	.observe = observe,
};
