/* SPDX-License-Identifier: Apache-2.0 */
/* Reads route messages and does by hand what the kernel does in one table: longest prefix, then
 * lowest metric. It is only used where the kernel's own lookup cannot say what is wanted: which
 * table an answer is from, or what another table would have said. */
#include "sys/route_read.h"

#include "base/cleanup.h"

#include <errno.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <string.h>

static enum sys_route_type type_of(uint8_t type)
{
	switch (type) {
	case RTN_UNICAST:
		return SYS_ROUTE_UNICAST;
	case RTN_LOCAL:
	case RTN_ANYCAST: /* one of this host's own, shared with others */
		return SYS_ROUTE_LOCAL;
	case RTN_BROADCAST:
		return SYS_ROUTE_BROADCAST;
	case RTN_MULTICAST:
		return SYS_ROUTE_MULTICAST;
	case RTN_BLACKHOLE:
		return SYS_ROUTE_BLACKHOLE;
	case RTN_UNREACHABLE:
		return SYS_ROUTE_UNREACHABLE;
	case RTN_PROHIBIT:
		return SYS_ROUTE_PROHIBIT;
	case RTN_THROW:
		return SYS_ROUTE_THROW;
	default:
		return SYS_ROUTE_OTHER;
	}
}

/* RTA_GATEWAY, or RTA_VIA for a next hop of the other family (struct rtvia). */
static struct addr gateway_of(const struct nlattr *gateway, const struct nlattr *via)
{
	const size_t head = offsetof(struct rtvia, rtvia_addr);
	const uint8_t *bytes = NULL;
	uint16_t family = 0;
	size_t len = 0;

	if (!via || mnl_attr_get_payload_len(via) < head) {
		return nl_addr(gateway);
	}
	bytes = mnl_attr_get_payload(via);
	len = mnl_attr_get_payload_len(via) - head;
	memcpy(&family, bytes, sizeof(family));
	if ((family == AF_INET && len >= 4) || (family == AF_INET6 && len >= 16)) {
		return nl_addr_of((uint8_t)family, bytes + head);
	}
	return (struct addr){ .family = ADDR_NONE };
}

struct hop_attrs {
	const struct nlattr *gateway;
	const struct nlattr *via;
};

static int hop_attr(const struct nlattr *attr, void *data)
{
	struct hop_attrs *a = data;
	const uint16_t type = mnl_attr_get_type(attr);

	if (type == RTA_GATEWAY) {
		a->gateway = attr;
	} else if (type == RTA_VIA) {
		a->via = attr;
	}
	return MNL_CB_OK;
}

/* The first of several next hops (RTA_MULTIPATH: struct rtnexthop, then its attributes). */
static void read_multipath(const struct nlattr *attr, struct sys_route *route)
{
	struct hop_attrs a = { .gateway = NULL };
	struct rtnexthop hop;

	if (!attr || mnl_attr_get_payload_len(attr) < sizeof(hop)) {
		return;
	}
	memcpy(&hop, mnl_attr_get_payload(attr), sizeof(hop));
	if (hop.rtnh_len < sizeof(hop) || hop.rtnh_len > mnl_attr_get_payload_len(attr)) {
		return;
	}
	(void)mnl_attr_parse_payload((const uint8_t *)mnl_attr_get_payload(attr) + sizeof(hop),
	                             hop.rtnh_len - sizeof(hop), hop_attr, &a);
	route->multipath = true;
	route->ifindex = (uint32_t)hop.rtnh_ifindex;
	route->gateway = gateway_of(a.gateway, a.via);
}

/* What RTA_CACHEINFO and RTA_METRICS say: the MTU, and an IPv6 reject route's errno. */
static void read_metrics(const struct nlattr *const tb[], bool cloned, struct sys_route *route)
{
	const struct nlattr *metrics[RTAX_MAX + 1];
	struct rta_cacheinfo cache = { .rta_expires = 0 };

	nl_nested(tb[RTA_METRICS], metrics, RTAX_MAX);
	route->mtu = nl_u32(metrics[RTAX_MTU]);
	if (tb[RTA_CACHEINFO] && mnl_attr_get_payload_len(tb[RTA_CACHEINFO]) >= sizeof(cache)) {
		memcpy(&cache, mnl_attr_get_payload(tb[RTA_CACHEINFO]), sizeof(cache));
	}
	route->mtu_learned = cloned && route->mtu && cache.rta_expires > 0;
	route->error = (int)cache.rta_error < 0 ? -(int)cache.rta_error : 0;
}

bool route_read(const struct nlmsghdr *nlh, struct route_entry *ret)
{
	const struct nlattr *tb[RTA_MAX + 1];
	const struct rtmsg *head = nl_head(nlh, RTM_NEWROUTE, sizeof(*head));
	struct sys_route *route = &ret->route;

	if (!head || (head->rtm_family != AF_INET && head->rtm_family != AF_INET6)) {
		return false;
	}
	nl_attrs(nlh, sizeof(*head), tb, RTA_MAX);
	*ret = (struct route_entry){
		.family = head->rtm_family == AF_INET ? ADDR_V4 : ADDR_V6,
		.from = nl_addr(tb[RTA_SRC]),
		.from_len = head->rtm_src_len,
		.tos = head->rtm_tos,
		.cloned = head->rtm_flags & RTM_F_CLONED,
		.dead = head->rtm_flags & RTNH_F_DEAD,
	};
	route->type = type_of(head->rtm_type);
	route->table = tb[RTA_TABLE] ? nl_u32(tb[RTA_TABLE]) : head->rtm_table;
	route->ifindex = nl_u32(tb[RTA_OIF]);
	route->src = nl_addr(tb[RTA_PREFSRC]);
	route->gateway = gateway_of(tb[RTA_GATEWAY], tb[RTA_VIA]);
	route->prefix = nl_addr(tb[RTA_DST]);
	if (route->prefix.family == ADDR_NONE) {
		route->prefix.family = ret->family; /* the default route: all zeroes */
	}
	route->prefix_len = head->rtm_dst_len;
	route->has_prefix = !ret->cloned;
	route->protocol = head->rtm_protocol;
	route->priority = nl_u32(tb[RTA_PRIORITY]);
	route->linkdown = head->rtm_flags & RTNH_F_LINKDOWN;
	read_metrics(tb, ret->cloned, route);
	read_multipath(tb[RTA_MULTIPATH], route);
	route->on_link = route->type == SYS_ROUTE_UNICAST && route->gateway.family == ADDR_NONE;
	return true;
}

int route_errno(const struct sys_route *route)
{
	switch (route->type) {
	case SYS_ROUTE_BLACKHOLE:
		return EINVAL;
	case SYS_ROUTE_UNREACHABLE:
		return EHOSTUNREACH;
	case SYS_ROUTE_PROHIBIT:
		return EACCES;
	case SYS_ROUTE_NONE:
	case SYS_ROUTE_THROW:
		return ENETUNREACH;
	case SYS_ROUTE_UNICAST:
	case SYS_ROUTE_LOCAL:
	case SYS_ROUTE_BROADCAST:
	case SYS_ROUTE_MULTICAST:
	case SYS_ROUTE_BAD_SOURCE:
	case SYS_ROUTE_OTHER:
	case N_SYS_ROUTE_TYPES:
		return route->error;
	}
	return 0;
}

bool route_covers(const struct addr *prefix, uint8_t len, const struct addr *addr)
{
	const size_t size = prefix->family == ADDR_V4 ? 4 : 16;
	const size_t whole = len / 8;
	const unsigned int rest = len % 8;

	if (len == 0) {
		return true;
	}
	if (prefix->family != addr->family || len > size * 8) {
		return false;
	}
	if (memcmp(prefix->bytes, addr->bytes, whole) != 0) {
		return false;
	}
	return !rest || (prefix->bytes[whole] ^ addr->bytes[whole]) >> (8 - rest) == 0;
}

struct search {
	const struct sys_route_query *query;
	struct route_best *best;
	size_t n;
};

static bool matches(const struct route_entry *e, const struct sys_route_query *q)
{
	if (e->family != q->dst.family || e->cloned || e->dead || e->tos) {
		return false;
	}
	if (q->ifindex && e->route.ifindex && e->route.ifindex != q->ifindex) {
		return false;
	}
	if ((q->avoid && e->route.ifindex == q->avoid) || (q->behind_gateway && e->route.on_link)) {
		return false;
	}
	if (e->from.family != ADDR_NONE && e->from_len &&
	    (q->src.family == ADDR_NONE || !route_covers(&e->from, e->from_len, &q->src))) {
		return false;
	}
	return route_covers(&e->route.prefix, e->route.prefix_len, &q->dst);
}

static bool better(const struct sys_route *x, const struct sys_route *than)
{
	if (x->prefix_len != than->prefix_len) {
		return x->prefix_len > than->prefix_len;
	}
	return x->priority < than->priority;
}

static void consider(const struct nlmsghdr *nlh, void *data)
{
	struct search *s = data;
	struct route_entry e;

	for (size_t i = 0; !nlh && i < s->n; i++) {
		s->best[i].found = false;
	}
	if (!nlh || !route_read(nlh, &e) || !matches(&e, s->query)) {
		return;
	}
	for (size_t i = 0; i < s->n; i++) {
		struct route_best *b = &s->best[i];

		if (b->table == e.route.table && (!b->found || better(&e.route, &b->route))) {
			b->found = true;
			b->route = e.route;
		}
	}
}

int route_best_of(const struct sys_route_query *query, uint32_t only, struct route_best *best,
                  size_t n)
{
	uint32_t request[NL_REQUEST_MAX / sizeof(uint32_t)];
	struct search s = { .query = query, .best = best, .n = n };
	auto_close int fd = nl_open(NETLINK_ROUTE);
	struct rtmsg *head = NULL;
	struct nlmsghdr *nlh = nl_begin(request, RTM_GETROUTE, true, sizeof(*head), &head);
	int r = 0;

	if (fd < 0) {
		return fd;
	}
	head->rtm_family = nl_family(query->dst.family);
	if (only) {
		mnl_attr_put_u32(nlh, RTA_TABLE, only);
	}
	r = nl_ask(fd, nlh, consider, &s);
	if (r == -ENOENT) {
		consider(NULL, &s); /* no such table: nothing in it matches */
		r = 0;
	}
	for (size_t i = 0; r == 0 && i < n; i++) {
		if (best[i].found) {
			route_name(&best[i].route);
		}
	}
	return r;
}

void route_name(struct sys_route *route)
{
	if (!route->ifindex || !if_indextoname(route->ifindex, route->dev)) {
		route->dev[0] = '\0';
	}
}
