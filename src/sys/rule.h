/* SPDX-License-Identifier: Apache-2.0 */
/* The rules that choose the routing table (ip-rule(8)), and naze's own walk over them: which rule
 * and which route decided. Limits and errors: see sys/netlink.h. */
#pragma once
#include "sys/route.h"

enum { SYS_RULES_MAX = 128, SYS_TABLES_MAX = 32 };

enum sys_rule_action {
	SYS_RULE_TABLE, /* look in that table */
	SYS_RULE_GOTO,  /* go on at the rule with priority target */
	SYS_RULE_NOP,
	SYS_RULE_BLACKHOLE,
	SYS_RULE_UNREACHABLE,
	SYS_RULE_PROHIBIT,
	SYS_RULE_OTHER,
	N_SYS_RULE_ACTIONS
};

struct sys_rule {
	uint32_t priority;
	enum sys_rule_action action;
	uint32_t table;  /* for SYS_RULE_TABLE */
	uint32_t target; /* for SYS_RULE_GOTO */
	bool inverted;   /* "not": it matches what the rest does not */
	bool l3mdev;     /* the table is that of the VRF, when there is one */
	struct addr src; /* ADDR_NONE, prefix length 0: any */
	struct addr dst;
	uint8_t src_len;
	uint8_t dst_len;
	uint8_t tos;
	uint8_t ip_proto; /* 0: any */
	uint32_t fwmark;
	uint32_t fwmask;        /* 0: the mark does not matter */
	char iif[SYS_NAME_MAX]; /* "" any; "lo" is what this host itself sends */
	char oif[SYS_NAME_MAX]; /* "" any; else only sockets bound to it */
	uint32_t uid_from;      /* the range of uids, when has_uids */
	uint32_t uid_to;
	bool has_uids;
	uint16_t dport_from; /* both 0: any */
	uint16_t dport_to;
	bool has_sport;       /* it looks at the source port, which is not known before connect() */
	int32_t suppress_len; /* routes of this prefix length or shorter do not count; -1: all do */
	bool suppress_group;  /* it looks at interface groups, which the walk does not */
};

/* Which rule decided and what the route behind it is. */
struct sys_route_why {
	bool found;  /* some rule decided; else the packet has no route at all */
	bool unsure; /* on the way stood a rule that this walk cannot judge, or tables were cut */
	bool stock;  /* the rules are the three that every Linux has: local, main, default */
	struct sys_rule rule;
	struct sys_route route; /* SYS_ROUTE_NONE, with the errno, for a rule that rejects itself */
	bool other_rules_hit;   /* a rule beyond those three matched and had a say */
};

/* The rules of that family in order of priority, at most max of them at ret. Returns how many
 * there are, which may be more than max. */
int sys_rules(enum addr_family family, struct sys_rule *ret, size_t max);

/* Walks the rules and tables for query as fib_rules_lookup() in the kernel does, to say which one
 * decided. query->src should be what sys_route_get() answered, for rules on the source. It reads
 * all tables once: not for the hot path. 0 or a negative errno; -ETIME for huge tables. */
int sys_route_why(const struct sys_route_query *query, struct sys_route_why *ret);
