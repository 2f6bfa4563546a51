/* SPDX-License-Identifier: Apache-2.0 */
/* The kernel's own route lookup, as connect() would get it.
 * A lookup that fails is what we came for: its errno says which kind of route said no, in the
 * words of fib_props[] in the kernel's net/ipv4/fib_semantics.c. */
#include "sys/route.h"

#include "base/cleanup.h"
#include "sys/nl.h"
#include "sys/route_read.h"

#include <errno.h>
#include <linux/rtnetlink.h>
#include <netinet/in.h>
#include <string.h>

void sys_route_query_init(struct sys_route_query *query, const struct addr *dst)
{
	*query = (struct sys_route_query){ .dst = *dst, .uid = geteuid() };
}

struct lookup {
	bool found;
	struct route_entry entry;
};

static void take_route(const struct nlmsghdr *nlh, void *data)
{
	struct lookup *l = data;

	if (!nlh) {
		l->found = false;
	} else if (route_read(nlh, &l->entry)) {
		l->found = true;
	}
}

/* One RTM_GETROUTE. rtm_flags: RTM_F_LOOKUP_TABLE for the real table (IPv4), RTM_F_FIB_MATCH for
 * the table's entry instead of the result. 0, or the kernel's negative errno. */
static int lookup(int fd, const struct sys_route_query *q, unsigned int flags, struct lookup *ret)
{
	uint32_t request[NL_REQUEST_MAX / sizeof(uint32_t)];
	const uint8_t bits = q->dst.family == ADDR_V4 ? 32 : 128;
	struct rtmsg *head = NULL;
	struct nlmsghdr *nlh = nl_begin(request, RTM_GETROUTE, false, sizeof(*head), &head);
	int r = 0;

	head->rtm_family = nl_family(q->dst.family);
	head->rtm_dst_len = bits;
	head->rtm_flags = q->dst.family == ADDR_V4 ? flags : flags & ~(unsigned)RTM_F_LOOKUP_TABLE;
	nl_put_addr(nlh, RTA_DST, &q->dst);
	if (q->src.family == q->dst.family) {
		head->rtm_src_len = bits;
		nl_put_addr(nlh, RTA_SRC, &q->src);
	}
	if (q->ifindex) {
		mnl_attr_put_u32(nlh, RTA_OIF, q->ifindex);
	}
	if (q->mark) {
		mnl_attr_put_u32(nlh, RTA_MARK, q->mark);
	}
	mnl_attr_put_u32(nlh, RTA_UID, q->uid);
	if (q->port) {
		mnl_attr_put_u8(nlh, RTA_IP_PROTO, IPPROTO_TCP);
		mnl_attr_put_u16(nlh, RTA_DPORT, htons(q->port));
	}
	r = nl_ask(fd, nlh, take_route, ret);
	return r < 0 ? r : ret->found ? 0 : -EBADMSG;
}

/* What a failed lookup's errno says. N_SYS_ROUTE_TYPES: nothing about the route. */
static enum sys_route_type type_of_error(int error)
{
	switch (error) {
	case ENETUNREACH:
		return SYS_ROUTE_NONE;
	case EINVAL:
		return SYS_ROUTE_BLACKHOLE;
	case EHOSTUNREACH:
		return SYS_ROUTE_UNREACHABLE;
	case EACCES:
		return SYS_ROUTE_PROHIBIT;
	case ENODEV:
	case ENONET:
		return SYS_ROUTE_OTHER;
	default:
		return N_SYS_ROUTE_TYPES;
	}
}

/* Whether the source asked for is an address of this host: what the kernel says otherwise differs
 * by version and family (EINVAL, ENETUNREACH, or nothing at all for IPv6). */
static bool is_own(int fd, const struct sys_route_query *q)
{
	const struct sys_route_query own = { .dst = q->src, .ifindex = q->ifindex, .uid = q->uid };
	struct lookup l = { .found = false };
	const int r = lookup(fd, &own, 0, &l);

	if (r < 0) { /* no route to it: not own; what cannot be found out is taken as right */
		return type_of_error(-r) == N_SYS_ROUTE_TYPES;
	}
	return l.entry.route.type == SYS_ROUTE_LOCAL;
}

/* A lookup that failed: an answer, or a reason why there is none. */
static int failed(int error, struct sys_route *ret)
{
	*ret = (struct sys_route){ .type = type_of_error(error), .error = error };
	if (ret->type != N_SYS_ROUTE_TYPES) {
		return 0;
	}
	return error == EOPNOTSUPP ? -EAFNOSUPPORT : -error; /* so says a kernel without IPv6 */
}

/* Adds the table's own entry: prefix, metric, who made it. Kernels before 4.14 do not say. */
static void add_match(int fd, const struct sys_route_query *q, struct sys_route *route)
{
	struct lookup l = { .found = false };
	const struct sys_route *m = &l.entry.route;

	route->has_prefix = false;
	if (lookup(fd, q, RTM_F_FIB_MATCH | RTM_F_LOOKUP_TABLE, &l) < 0 || l.entry.cloned) {
		return;
	}
	route->has_prefix = true;
	route->prefix = m->prefix;
	route->prefix_len = m->prefix_len;
	route->protocol = m->protocol;
	route->priority = m->priority;
	route->table = m->table;
	route->linkdown = m->linkdown;
	route->multipath = m->multipath;
	if (!route->mtu) {
		route->mtu = m->mtu;
	}
}

int sys_route_get(const struct sys_route_query *query, struct sys_route *ret)
{
	auto_close int fd = nl_open(NETLINK_ROUTE);
	struct sys_route_query q = *query;
	struct lookup l = { .found = false };
	struct addr src;
	int r = 0;

	if (fd < 0) {
		return fd;
	}
	if (q.src.family != ADDR_NONE && !is_own(fd, &q)) {
		*ret = (struct sys_route){ .type = SYS_ROUTE_BAD_SOURCE,
			                   .error = EADDRNOTAVAIL,
			                   .src = q.src };
		return 0;
	}
	r = lookup(fd, &q, RTM_F_LOOKUP_TABLE, &l);
	src = r < 0 ? q.src : l.entry.route.src;
	if (r == 0 && q.src.family == ADDR_NONE && src.family == ADDR_V4 &&
	    q.dst.family == ADDR_V4) {
		q.src = src;
		r = lookup(fd, &q, RTM_F_LOOKUP_TABLE, &l);
	}
	if (r < 0) {
		r = failed(-r, ret);
		ret->src = src;
		return r;
	}
	if (l.entry.family != q.dst.family) {
		return -EAFNOSUPPORT;
	}
	l.entry.route.src = q.src.family != ADDR_NONE ? q.src : src;
	add_match(fd, &q, &l.entry.route);
	route_name(&l.entry.route);
	l.entry.route.error = route_errno(&l.entry.route);
	*ret = l.entry.route;
	return 0;
}

int sys_route_in_table(const struct sys_route_query *query, uint32_t table, struct sys_route *ret)
{
	struct route_best best = { .table = table };
	const int r = route_best_of(query, table, &best, 1);

	if (r < 0) {
		return r;
	}
	if (!best.found) {
		best.route = (struct sys_route){ .type = SYS_ROUTE_NONE, .table = table };
	}
	best.route.error = route_errno(&best.route);
	*ret = best.route;
	return 0;
}

struct defaults {
	enum addr_family family;
	bool whole;
	bool half[2]; /* 0/1 and 128/1, or ::/1 and 8000::/1 */
};

static void look_for_default(const struct nlmsghdr *nlh, void *data)
{
	struct defaults *d = data;
	struct route_entry e;

	if (!nlh) {
		*d = (struct defaults){ .family = d->family };
		return;
	}
	if (!route_read(nlh, &e) || e.family != d->family || e.cloned || e.dead ||
	    e.route.type != SYS_ROUTE_UNICAST) {
		return;
	}
	if (e.route.prefix_len == 0) {
		d->whole = true;
	} else if (e.route.prefix_len == 1) {
		d->half[e.route.prefix.bytes[0] >> 7] = true;
	}
}

int sys_has_default_route(enum addr_family family)
{
	uint32_t request[NL_REQUEST_MAX / sizeof(uint32_t)];
	auto_close int fd = nl_open(NETLINK_ROUTE);
	struct defaults d = { .family = family };
	struct rtmsg *head = NULL;
	struct nlmsghdr *nlh = nl_begin(request, RTM_GETROUTE, true, sizeof(*head), &head);
	int r = 0;

	if (fd < 0) {
		return fd;
	}
	head->rtm_family = nl_family(family);
	r = nl_ask(fd, nlh, look_for_default, &d);
	if (r < 0 && !(r == -ETIME && d.whole)) {
		return r;
	}
	return d.whole || (d.half[0] && d.half[1]);
}
