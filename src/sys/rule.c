/* SPDX-License-Identifier: Apache-2.0 */
/* The walk over the routing rules, to say which one decided: the kernel's own lookup names the
 * table at most, never the rule. It follows fib_rules_lookup() and fib_rule_match() in
 * net/core/fib_rules.c, and fib4_rule_match(), fib6_rule_match() of the families, for a packet that
 * this host sends itself. What it cannot judge makes the answer unsure, never wrong. */
#include "sys/rule.h"

#include "base/cleanup.h"
#include "base/tri.h"
#include "sys/nl.h"
#include "sys/route_read.h"
#include "sys/rule_read.h"

#include <errno.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <netinet/in.h>
#include <string.h>

struct rules {
	enum addr_family family;
	struct sys_rule *at;
	size_t max;
	int n;
};

static void add_rule(const struct nlmsghdr *nlh, void *data)
{
	struct rules *all = data;
	struct sys_rule rule;

	if (!nlh) {
		all->n = 0;
	} else if (rule_read(nlh, all->family, &rule)) {
		if ((size_t)all->n < all->max) {
			all->at[all->n] = rule;
		}
		all->n++;
	}
}

int sys_rules(enum addr_family family, struct sys_rule *ret, size_t max)
{
	uint32_t request[NL_REQUEST_MAX / sizeof(uint32_t)];
	auto_close int fd = nl_open(NETLINK_ROUTE);
	struct rules all = { .family = family, .at = ret, .max = max };
	struct rtmsg *head = NULL; /* as long as a struct fib_rule_hdr, and so is its beginning */
	struct nlmsghdr *nlh = nl_begin(request, RTM_GETRULE, true, sizeof(*head), &head);
	int r = 0;

	if (fd < 0) {
		return fd;
	}
	head->rtm_family = nl_family(family);
	r = nl_ask(fd, nlh, add_rule, &all);
	return r < 0 ? r : all.n;
}

static bool looks_at_nothing(const struct sys_rule *rule)
{
	return !rule->inverted && !rule->l3mdev && !rule->src_len && !rule->dst_len && !rule->tos &&
	       !rule->ip_proto && !rule->fwmark && !rule->fwmask && !rule->iif[0] &&
	       !rule->oif[0] && !rule->has_uids && !rule->dport_to && !rule->has_sport &&
	       rule->suppress_len < 0 && !rule->suppress_group;
}

/* One of the three that every Linux has: 0 local, 32766 main, 32767 default (IPv4). */
static bool is_stock(const struct sys_rule *rule)
{
	static const uint32_t priorities[] = { 0, 32766, 32767 };
	static const uint32_t tables[] = { SYS_TABLE_LOCAL, SYS_TABLE_MAIN, SYS_TABLE_DEFAULT };

	for (size_t i = 0; i < 3; i++) {
		if (rule->priority == priorities[i] && rule->table == tables[i]) {
			return rule->action == SYS_RULE_TABLE && looks_at_nothing(rule);
		}
	}
	return false;
}

static enum tri matches_prefix(const struct addr *prefix, uint8_t len, const struct addr *addr)
{
	return tri_of(!len || (addr->family != ADDR_NONE && route_covers(prefix, len, addr)));
}

/* A socket bound to an interface of the VRF; unbound ones pass an l3mdev rule by. */
static enum tri matches_devices(const struct sys_rule *rule, const struct sys_route_query *q)
{
	char name[IF_NAMESIZE] = "";
	enum tri oif = YES;

	if (rule->oif[0]) {
		oif = tri_of(q->ifindex && if_indextoname(q->ifindex, name) &&
		             strcmp(name, rule->oif) == 0);
	}
	return all3(tri_of(!rule->iif[0] || strcmp(rule->iif, "lo") == 0), oif,
	            !rule->l3mdev ? YES
	            : q->ifindex  ? UNKNOWN
	                          : NO);
}

static enum tri matches_ports(const struct sys_rule *rule, const struct sys_route_query *q)
{
	enum tri port = YES;

	if (rule->dport_from || rule->dport_to) {
		port = tri_of(q->port >= rule->dport_from && q->port <= rule->dport_to);
		port = q->port ? port : UNKNOWN;
	}
	return all3(tri_of(!rule->ip_proto || rule->ip_proto == IPPROTO_TCP), port,
	            rule->has_sport ? UNKNOWN : YES);
}

static enum tri rule_matches(const struct sys_rule *rule, const struct sys_route_query *q)
{
	enum tri m = both(matches_prefix(&rule->src, rule->src_len, &q->src),
	                  matches_prefix(&rule->dst, rule->dst_len, &q->dst));

	m = all3(m, matches_devices(rule, q), matches_ports(rule, q));
	m = both(m, tri_of(((rule->fwmark ^ q->mark) & rule->fwmask) == 0));
	m = both(m, tri_of(!rule->tos));
	if (rule->has_uids) {
		m = both(m, tri_of(q->uid >= rule->uid_from && q->uid <= rule->uid_to));
	}
	return rule->inverted ? not(m) : m;
}

struct walk {
	const struct sys_route_query *query;
	struct sys_rule rules[SYS_RULES_MAX];
	size_t n_rules;
	struct route_best tables[SYS_TABLES_MAX];
	size_t n_tables;
};

static struct route_best *table_of(struct walk *w, uint32_t table)
{
	for (size_t i = 0; i < w->n_tables; i++) {
		if (w->tables[i].table == table) {
			return &w->tables[i];
		}
	}
	return NULL;
}

/* Which tables the walk will want. false when they are too many. */
static bool note_tables(struct walk *w)
{
	for (size_t i = 0; i < w->n_rules; i++) {
		const struct sys_rule *rule = &w->rules[i];

		if (rule->action != SYS_RULE_TABLE || table_of(w, rule->table) ||
		    rule_matches(rule, w->query) == NO) {
			continue;
		}
		if (w->n_tables == SYS_TABLES_MAX) {
			return false;
		}
		w->tables[w->n_tables++].table = rule->table;
	}
	return true;
}

/* The errno of a rule that rejects by itself: fib4_rule_action(), fib6_rule_action(). */
static int errno_of(enum sys_rule_action action)
{
	return action == SYS_RULE_PROHIBIT    ? EACCES
	       : action == SYS_RULE_BLACKHOLE ? EINVAL
	                                      : ENETUNREACH;
}

/* Whether a rule that matches decides, and then *why is filled in. */
static bool decides(struct walk *w, const struct sys_rule *rule, struct sys_route_why *why)
{
	const struct route_best *best = NULL;

	why->rule = *rule;
	why->route = (struct sys_route){ .type = SYS_ROUTE_NONE };
	switch (rule->action) {
	case SYS_RULE_BLACKHOLE:
	case SYS_RULE_UNREACHABLE:
	case SYS_RULE_PROHIBIT:
		why->route.error = errno_of(rule->action);
		return true;
	case SYS_RULE_TABLE:
		break;
	case SYS_RULE_OTHER:
		why->unsure = true;
		return false;
	case SYS_RULE_GOTO:
	case SYS_RULE_NOP:
	case N_SYS_RULE_ACTIONS:
		return false;
	}
	best = table_of(w, rule->table);
	if (!best || !best->found || best->route.type == SYS_ROUTE_THROW) {
		return false;
	}
	if (rule->suppress_group) {
		why->unsure = true;
	}
	if (rule->suppress_len >= 0 && best->route.prefix_len <= rule->suppress_len) {
		return false;
	}
	why->route = best->route;
	why->route.error = route_errno(&best->route);
	return true;
}

static void walk_rules(struct walk *w, struct sys_route_why *why)
{
	uint32_t skip_to = 0; /* a goto leads only forwards */

	for (size_t i = 0; i < w->n_rules && !why->found; i++) {
		const struct sys_rule *rule = &w->rules[i];
		const enum tri m = rule_matches(rule, w->query);

		if (rule->priority < skip_to || m == NO) {
			continue;
		}
		if (m == UNKNOWN) {
			why->unsure = true;
			continue;
		}
		why->other_rules_hit |= !is_stock(rule) && rule->action != SYS_RULE_NOP;
		if (rule->action == SYS_RULE_GOTO) {
			skip_to = rule->target;
			continue;
		}
		why->found = decides(w, rule, why);
	}
	if (!why->found) {
		why->route = (struct sys_route){ .error = ENETUNREACH };
		why->rule = (struct sys_rule){ .priority = 0 };
	}
}

int sys_route_why(const struct sys_route_query *query, struct sys_route_why *ret)
{
	auto_free struct walk *w = calloc(1, sizeof(*w));
	struct sys_route_why why = { .stock = true };
	int r = 0;

	if (!w) {
		return -ENOMEM;
	}
	w->query = query;
	r = sys_rules(query->dst.family, w->rules, SYS_RULES_MAX);
	if (r < 0) {
		return r;
	}
	why.unsure = r > SYS_RULES_MAX;
	w->n_rules = r < SYS_RULES_MAX ? (size_t)r : SYS_RULES_MAX;
	for (size_t i = 0; i < w->n_rules; i++) {
		why.stock &= is_stock(&w->rules[i]);
	}
	why.unsure |= !note_tables(w);
	r = route_best_of(query, 0, w->tables, w->n_tables);
	if (r < 0) {
		return r;
	}
	walk_rules(w, &why);
	*ret = why;
	return 0;
}
