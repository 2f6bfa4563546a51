/* SPDX-License-Identifier: Apache-2.0 */
/* Interfaces and addresses out of rtnetlink dumps. */
#include "sys/link.h"

#include "base/cleanup.h"
#include "sys/nl.h"

#include <errno.h>
#include <linux/if.h>
#include <linux/if_addr.h>
#include <linux/rtnetlink.h>
#include <stdlib.h>
#include <string.h>

struct links {
	struct sys_link *at;
	size_t max;
	int n;
};

struct addresses {
	struct sys_address *at;
	size_t max;
	int n;
};

static void add_link(const struct nlmsghdr *nlh, void *data)
{
	struct links *all = data;
	const struct nlattr *tb[IFLA_MAX + 1];
	const struct nlattr *info[IFLA_INFO_MAX + 1];
	const struct ifinfomsg *head = NULL;
	struct sys_link *link = NULL;
	uint8_t state = 0;

	if (!nlh) {
		all->n = 0;
		return;
	}
	head = nl_head(nlh, RTM_NEWLINK, sizeof(*head));
	if (!head || (size_t)all->n++ >= all->max) {
		return;
	}
	nl_attrs(nlh, sizeof(*head), tb, IFLA_MAX);
	nl_nested(tb[IFLA_LINKINFO], info, IFLA_INFO_MAX);
	link = &all->at[all->n - 1];
	state = nl_u8(tb[IFLA_OPERSTATE]);
	*link = (struct sys_link){
		.ifindex = (uint32_t)head->ifi_index,
		.up = head->ifi_flags & IFF_UP,
		.carrier = head->ifi_flags & IFF_LOWER_UP,
		.loopback = head->ifi_flags & IFF_LOOPBACK,
		.point_to_point = head->ifi_flags & IFF_POINTOPOINT,
		.state = state < N_SYS_LINK_STATES ? (enum sys_link_state)state : SYS_LINK_UNKNOWN,
		.mtu = nl_u32(tb[IFLA_MTU]),
		.master = nl_u32(tb[IFLA_MASTER]),
	};
	nl_text(tb[IFLA_IFNAME], link->name, sizeof(link->name));
	nl_text(info[IFLA_INFO_KIND], link->kind, sizeof(link->kind));
}

static void count_ports(struct sys_link *links, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < n; k++) {
			if (links[k].master && links[k].master == links[i].ifindex) {
				links[i].n_ports++;
				links[i].n_ports_up += links[k].carrier ? 1 : 0;
			}
		}
	}
}

int sys_links(struct sys_link *ret, size_t max)
{
	uint32_t request[NL_REQUEST_MAX / sizeof(uint32_t)];
	auto_close int fd = nl_open(NETLINK_ROUTE);
	struct links all = { .at = ret, .max = max };
	struct ifinfomsg *head = NULL;
	struct nlmsghdr *nlh = nl_begin(request, RTM_GETLINK, true, sizeof(*head), &head);
	int r = 0;

	if (fd < 0) {
		return fd;
	}
	head->ifi_family = AF_UNSPEC;
	mnl_attr_put_u32(nlh, IFLA_EXT_MASK, RTEXT_FILTER_SKIP_STATS);
	r = nl_ask(fd, nlh, add_link, &all);
	if (r < 0) {
		return r;
	}
	count_ports(ret, (size_t)all.n < max ? (size_t)all.n : max);
	return all.n;
}

uint32_t sys_link_index(const char *dev)
{
	struct sys_link *all = malloc(sizeof(*all) * SYS_LINKS_MAX);
	int n = all != NULL ? sys_links(all, SYS_LINKS_MAX) : -1;
	uint32_t index = 0;

	for (int i = 0; i < n && i < SYS_LINKS_MAX && index == 0; i++) {
		index = strcmp(all[i].name, dev) == 0 ? all[i].ifindex : 0;
	}
	free(all);
	return index;
}

const struct sys_link *sys_link_find(const struct sys_link *links, size_t n, uint32_t ifindex)
{
	for (size_t i = 0; i < n; i++) {
		if (links[i].ifindex == ifindex) {
			return &links[i];
		}
	}
	return NULL;
}

static enum sys_address_scope scope_of(uint8_t scope)
{
	switch (scope) {
	case RT_SCOPE_UNIVERSE:
		return SYS_SCOPE_GLOBAL;
	case RT_SCOPE_SITE:
		return SYS_SCOPE_SITE;
	case RT_SCOPE_LINK:
		return SYS_SCOPE_LINK;
	case RT_SCOPE_HOST:
		return SYS_SCOPE_HOST;
	default:
		return SYS_SCOPE_OTHER;
	}
}

static void add_address(const struct nlmsghdr *nlh, void *data)
{
	struct addresses *all = data;
	const struct nlattr *tb[IFA_MAX + 1];
	const struct ifaddrmsg *head = NULL;
	struct sys_address *a = NULL;
	uint32_t flags = 0;

	if (!nlh) {
		all->n = 0;
		return;
	}
	head = nl_head(nlh, RTM_NEWADDR, sizeof(*head));
	if (!head || (head->ifa_family != AF_INET && head->ifa_family != AF_INET6) ||
	    (size_t)all->n++ >= all->max) {
		return;
	}
	nl_attrs(nlh, sizeof(*head), tb, IFA_MAX);
	flags = tb[IFA_FLAGS] ? nl_u32(tb[IFA_FLAGS]) : head->ifa_flags;
	a = &all->at[all->n - 1];
	*a = (struct sys_address){
		.ifindex = head->ifa_index,
		/* On a point-to-point link IFA_ADDRESS is the other end. */
		.addr = nl_addr(tb[IFA_LOCAL] ? tb[IFA_LOCAL] : tb[IFA_ADDRESS]),
		.prefix_len = head->ifa_prefixlen,
		.scope = scope_of(head->ifa_scope),
		.deprecated = flags & IFA_F_DEPRECATED,
		.tentative = (flags & IFA_F_TENTATIVE) && !(flags & IFA_F_OPTIMISTIC),
		.dad_failed = flags & IFA_F_DADFAILED,
		.temporary = flags & IFA_F_TEMPORARY,
		.permanent = flags & IFA_F_PERMANENT,
	};
	a->preferred = !a->deprecated && !a->tentative && !a->dad_failed;
}

int sys_addresses(struct sys_address *ret, size_t max)
{
	uint32_t request[NL_REQUEST_MAX / sizeof(uint32_t)];
	auto_close int fd = nl_open(NETLINK_ROUTE);
	struct addresses all = { .at = ret, .max = max };
	struct ifaddrmsg *head = NULL;
	struct nlmsghdr *nlh = nl_begin(request, RTM_GETADDR, true, sizeof(*head), &head);
	int r = 0;

	if (fd < 0) {
		return fd;
	}
	r = nl_ask(fd, nlh, add_address, &all);
	return r < 0 ? r : all.n;
}
