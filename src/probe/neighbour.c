/* SPDX-License-Identifier: Apache-2.0 */
/* The neighbour entry of the next hop, read when the attempt has ended without a connection. */
#include "probe/neighbour.h"
#include "probe/probes.h"
#include "sys/netlink.h"

#include <errno.h>

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

/* The next hop to that contact, and what the kernel knows of it. 0, or negative. */
static int next_hop(const struct run *run, const struct contact *c, struct addr *ret,
                    enum sys_neighbour_state *ret_state)
{
	struct sys_route_query query = run_route_query(run, &c->a->addr, c->scope);
	struct sys_route route;
	struct sys_neighbour got;
	int r = 0;

	r = sys_route_get(&query, &route);
	if (r < 0 || route.type != SYS_ROUTE_UNICAST) {
		return r < 0 ? r : -ENETUNREACH;
	}
	*ret = route.gateway.family != ADDR_NONE ? route.gateway : c->a->addr;
	r = sys_neighbour(route.ifindex, ret, &got);
	*ret_state = r < 0 ? SYS_NEIGHBOUR_NONE : got.state;
	return r < 0 ? r : 0;
}

bool neighbour_may_be_there(const struct run *run, const struct contact *c)
{
	enum sys_neighbour_state state = SYS_NEIGHBOUR_NONE;
	struct addr next;

	return next_hop(run, c, &next, &state) == 0 && state != SYS_NEIGHBOUR_INCOMPLETE &&
	       state != SYS_NEIGHBOUR_FAILED && state != SYS_NEIGHBOUR_PROBE;
}

static int observe(const struct probe_run *r)
{
	struct ev_neighbour *n = READING(r, neighbour);
	enum sys_neighbour_state state = SYS_NEIGHBOUR_NONE;
	struct addr next;

	if (next_hop(r->run, r->contact, &next, &state) < 0) {
		return 0;
	}
	SET(n, addr, next);
	SET(n, state, state_of(state));
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
