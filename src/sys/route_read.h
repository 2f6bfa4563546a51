/* SPDX-License-Identifier: Apache-2.0 */
/* A route message of rtnetlink as a struct, and the best route of each table for a destination:
 * what route.c and rule.c share. Not for other rooms. */
#pragma once
#include "sys/nl.h"
#include "sys/route.h"

/* A route as the kernel lists it, with what only the matching needs. */
struct route_entry {
	struct sys_route route;
	enum addr_family family;
	struct addr from; /* IPv6 source prefix; ADDR_NONE: any source */
	uint8_t from_len;
	uint8_t tos;
	bool cloned; /* a cache entry, not a table's */
	bool dead;   /* the kernel passes over it */
};

/* Reads one RTM_NEWROUTE. false when it is none. The device's name is left empty. */
bool route_read(const struct nlmsghdr *nlh, struct route_entry *ret);

/* The best route of one table, while a dump goes by. */
struct route_best {
	uint32_t table; /* which one: given */
	bool found;
	struct sys_route route;
};

/* Reads the routes of the query's family once, of one table (0: of all), and keeps for each of the
 * n tables the one that matches best. 0 or a negative errno. */
int route_best_of(const struct sys_route_query *query, uint32_t only, struct route_best *best,
                  size_t n);

/* What connect() says to that route, positive (IPv6 answers with the rejecting route, and its errno
 * may be left out); 0 when it can be sent. */
int route_errno(const struct sys_route *route);

/* Whether the first len bits of both are the same; false for different families. */
bool route_covers(const struct addr *prefix, uint8_t len, const struct addr *addr);

/* Puts in the device's name for its index; "" when there is none. */
void route_name(struct sys_route *route);
