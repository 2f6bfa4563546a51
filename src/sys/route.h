/* SPDX-License-Identifier: Apache-2.0 */
/* Which way the kernel would send a packet (rtnetlink, rtnetlink(7)), what one table alone would
 * say, and what is known of the next hop. Limits and errors: see sys/netlink.h. */
#pragma once
#include "base/addr.h"

#include <stdbool.h>
#include <stdint.h>

enum { SYS_NAME_MAX = 16 }; /* an interface's name with its NUL: IFNAMSIZ */

enum { SYS_TABLE_DEFAULT = 253, SYS_TABLE_MAIN = 254, SYS_TABLE_LOCAL = 255 };

enum sys_route_type {
	SYS_ROUTE_NONE, /* nothing matches: ENETUNREACH */
	SYS_ROUTE_UNICAST,
	SYS_ROUTE_LOCAL,
	SYS_ROUTE_BROADCAST,
	SYS_ROUTE_MULTICAST,
	SYS_ROUTE_BLACKHOLE,   /* connect() gives EINVAL over both families */
	SYS_ROUTE_UNREACHABLE, /* EHOSTUNREACH */
	SYS_ROUTE_PROHIBIT,    /* EACCES */
	SYS_ROUTE_THROW,       /* only from sys_route_in_table(): "look in the next table" */
	SYS_ROUTE_BAD_SOURCE,  /* the source asked for is no address of this host; EADDRNOTAVAIL */
	SYS_ROUTE_OTHER,       /* another type, or a failure with another errno */
	N_SYS_ROUTE_TYPES
};

/* What is to be sent; zeroes mean "not said". dst must have a family. */
struct sys_route_query {
	struct addr dst;
	struct addr src;  /* ADDR_NONE: the kernel chooses, as for connect() on a fresh socket */
	uint32_t ifindex; /* bound interface, or the scope of a link-local dst */
	uint32_t mark;    /* SO_MARK */
	uint32_t uid;     /* whose socket; sys_route_query_init() puts in this process's */
	uint16_t port;    /* TCP destination port, for rules that look at it */
};

struct sys_route {
	enum sys_route_type type;
	int error;        /* the lookup's errno, positive; 0 when it succeeded */
	uint32_t ifindex; /* 0 when there is no device */
	char dev[SYS_NAME_MAX];
	struct addr src;     /* the source the kernel would use (or the route's own, of a table) */
	struct addr gateway; /* ADDR_NONE when on link; an IPv4 route's may be IPv6 (RTA_VIA) */
	bool on_link;        /* unicast and no gateway between */
	bool has_prefix;     /* prefix and what follows are known (else the kernel did not say) */
	struct addr prefix;
	uint8_t prefix_len; /* bits */
	uint8_t protocol;  /* who made it: RTPROT_*, 2 kernel, 3 boot, 4 static, 16 dhcp, 186 bgp */
	uint32_t priority; /* metric */
	uint32_t table;    /* 0 when not known */
	uint32_t mtu;      /* of the route, or learned by path MTU discovery; 0 when none is set */
	bool mtu_learned;  /* it is from ICMP "too big", and expires */
	bool linkdown;     /* the device has no carrier */
	bool multipath;    /* several next hops; this is the one taken (of a table: the first) */
};

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

/* A query for dst with this process's effective uid and nothing else said. */
void sys_route_query_init(struct sys_route_query *query, const struct addr *dst);

/* Asks the kernel, as connect() would: for IPv4 without a source the lookup is done again with
 * the source chosen first, so that rules on the source count (ip_route_connect() in the kernel's
 * include/net/route.h). A destination without a way is an answer, not an error: type and error
 * say which; its table and prefix are then not known, sys_route_why() finds them. 0, or a negative
 * errno when the question itself could not be asked; -EAFNOSUPPORT without IPv6. */
int sys_route_get(const struct sys_route_query *query, struct sys_route *ret);

/* What that table alone says, by longest prefix and then lowest metric over a dump of it: the
 * question behind "would the main table have let it through". SYS_ROUTE_NONE when no route of it
 * matches. -ETIME when the table is too large to be read in time. */
int sys_route_in_table(const struct sys_route_query *query, uint32_t table, struct sys_route *ret);

/* Whether there is a live unicast default route (or the two halves of one, as VPNs set them) of
 * that family in any table: 1 or 0. */
int sys_has_default_route(enum addr_family family);

/* The neighbour entry (ARP, NDP) of addr on that interface. No entry is SYS_NEIGHBOUR_NONE. */
int sys_neighbour(uint32_t ifindex, const struct addr *addr, struct sys_neighbour *ret);

/* A socket on which the kernel tells each change of its neighbour tables (RTNLGRP_NEIGH,
 * rtnetlink(7)): the descriptor, the caller's. sys_neighbour_news() takes the next change of addr
 * on that interface: 1, or 0 when there is none now; what concerns others is passed over. */
int sys_neighbour_watch(void);
int sys_neighbour_news(int fd, uint32_t ifindex, const struct addr *addr,
                       struct sys_neighbour *ret);
