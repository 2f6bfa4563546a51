/* SPDX-License-Identifier: Apache-2.0 */
/* Which way the kernel would send a packet (rtnetlink, rtnetlink(7)), what one table alone would
 * say. Limits and errors: see sys/netlink.h. */
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
	/* Only for sys_route_in_table(), which passes over these routes: */
	uint32_t avoid;      /* those of that interface */
	bool behind_gateway; /* those without a gateway */
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
