/* SPDX-License-Identifier: Apache-2.0 */
/* What the kernel knows of this host's neighbours (ARP, NDP; rtnetlink(7)). Limits and errors: see
 * sys/netlink.h. */
#pragma once
#include "base/addr.h"

#include <stdbool.h>
#include <stdint.h>

enum sys_neighbour_state {
	SYS_NEIGHBOUR_NONE, /* the kernel has no entry, or one that was never asked for */
	SYS_NEIGHBOUR_INCOMPLETE,
	SYS_NEIGHBOUR_REACHABLE,
	SYS_NEIGHBOUR_STALE,
	SYS_NEIGHBOUR_DELAY,
	SYS_NEIGHBOUR_PROBE,
	SYS_NEIGHBOUR_FAILED,
	SYS_NEIGHBOUR_NOARP,
	SYS_NEIGHBOUR_PERMANENT,
	N_SYS_NEIGHBOUR_STATES
};

struct sys_neighbour {
	enum sys_neighbour_state state;
	bool has_lladdr;
	uint8_t lladdr[6]; /* the first 6 bytes of the link-layer address, when has_lladdr */
};

/* The neighbour entry (ARP, NDP) of addr on that interface. No entry is SYS_NEIGHBOUR_NONE. */
int sys_neighbour(uint32_t ifindex, const struct addr *addr, struct sys_neighbour *ret);

/* Whether the kernel knows a machine on that interface whose address has the same first bits as
 * addr and is another: this host itself, or one that has answered. 1, 0, or a negative errno. */
int sys_neighbour_near(uint32_t ifindex, const struct addr *addr, uint8_t bits);

/* A socket on which the kernel tells each change of its neighbour tables (RTNLGRP_NEIGH,
 * rtnetlink(7)): the descriptor, the caller's. sys_neighbour_news() takes the next change of addr
 * on that interface: 1, or 0 when there is none now; what concerns others is passed over. */
int sys_neighbour_watch(void);
int sys_neighbour_news(int fd, uint32_t ifindex, const struct addr *addr,
                       struct sys_neighbour *ret);
