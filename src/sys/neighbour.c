/* SPDX-License-Identifier: Apache-2.0 */
/* The kernel's neighbour tables: one entry, its changes, and who is near an address. */
#include "sys/neighbour.h"

#include "base/cleanup.h"
#include "sys/link.h"
#include "sys/nl.h"
#include "sys/route_read.h"

#include <errno.h>
#include <linux/neighbour.h>
#include <linux/rtnetlink.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

struct neighbour_search {
	uint32_t ifindex;
	const struct addr *addr;
	struct sys_neighbour found;
};

static enum sys_neighbour_state state_of(uint16_t state)
{
	static const struct {
		uint16_t bit;
		enum sys_neighbour_state state;
	} states[] = {
		{ NUD_REACHABLE, SYS_NEIGHBOUR_REACHABLE },
		{ NUD_PERMANENT, SYS_NEIGHBOUR_PERMANENT },
		{ NUD_NOARP, SYS_NEIGHBOUR_NOARP },
		{ NUD_STALE, SYS_NEIGHBOUR_STALE },
		{ NUD_DELAY, SYS_NEIGHBOUR_DELAY },
		{ NUD_PROBE, SYS_NEIGHBOUR_PROBE },
		{ NUD_FAILED, SYS_NEIGHBOUR_FAILED },
		{ NUD_INCOMPLETE, SYS_NEIGHBOUR_INCOMPLETE },
	};

	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
		if (state & states[i].bit) {
			return states[i].state;
		}
	}
	return SYS_NEIGHBOUR_NONE;
}

static void take_neighbour(const struct nlmsghdr *nlh, void *data)
{
	struct neighbour_search *s = data;
	const struct nlattr *tb[NDA_MAX + 1];
	const struct ndmsg *head = NULL;
	struct addr addr;

	if (!nlh) {
		s->found = (struct sys_neighbour){ .state = SYS_NEIGHBOUR_NONE };
		return;
	}
	head = nl_head(nlh, RTM_NEWNEIGH, sizeof(*head));
	if (!head || (uint32_t)head->ndm_ifindex != s->ifindex) {
		return;
	}
	nl_attrs(nlh, sizeof(*head), tb, NDA_MAX);
	addr = nl_addr(tb[NDA_DST]);
	if (!addr_equal(&addr, s->addr)) {
		return;
	}
	s->found.state = state_of(head->ndm_state);
	s->found.has_lladdr = tb[NDA_LLADDR] && mnl_attr_get_payload_len(tb[NDA_LLADDR]) >= 6;
	if (s->found.has_lladdr) {
		memcpy(s->found.lladdr, mnl_attr_get_payload(tb[NDA_LLADDR]), 6);
	}
}

/* One entry where the kernel can do that (5.0), else the dump of that interface. */
static int ask_neighbour(int fd, struct neighbour_search *s, bool dump)
{
	uint32_t request[NL_REQUEST_MAX / sizeof(uint32_t)];
	struct ndmsg *head = NULL;
	struct nlmsghdr *nlh = nl_begin(request, RTM_GETNEIGH, dump, sizeof(*head), &head);

	head->ndm_family = nl_family(s->addr->family);
	if (dump) {
		mnl_attr_put_u32(nlh, NDA_IFINDEX, s->ifindex);
	} else {
		head->ndm_ifindex = (int)s->ifindex;
		nl_put_addr(nlh, NDA_DST, s->addr);
	}
	return nl_ask(fd, nlh, take_neighbour, s);
}

int sys_neighbour(uint32_t ifindex, const struct addr *addr, struct sys_neighbour *ret)
{
	auto_close int fd = nl_open(NETLINK_ROUTE);
	struct neighbour_search s = { .ifindex = ifindex, .addr = addr };
	int r = 0;

	if (fd < 0) {
		return fd;
	}
	r = ask_neighbour(fd, &s, false);
	if (r == -EOPNOTSUPP || r == -EINVAL) {
		r = ask_neighbour(fd, &s, true);
	}
	if (r < 0 && r != -ENOENT) {
		return r;
	}
	*ret = s.found;
	return 0;
}

int sys_neighbour_watch(void)
{
	auto_close int fd = nl_open(NETLINK_ROUTE);
	int group = RTNLGRP_NEIGH;

	if (fd < 0) {
		return fd;
	}
	return setsockopt(fd, SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &group, sizeof(group)) < 0
	               ? -errno
	               : take_fd(fd);
}

int sys_neighbour_news(int fd, uint32_t ifindex, const struct addr *addr, struct sys_neighbour *ret)
{
	_Alignas(struct nlmsghdr) char buf[2048];
	struct neighbour_search s = { .ifindex = ifindex, .addr = addr };
	ssize_t n = 0;

	/* the kernel sends each of these in a datagram of its own */
	while ((n = recv(fd, buf, sizeof(buf), MSG_DONTWAIT)) >= 0) {
		const struct nlmsghdr *nlh = (const struct nlmsghdr *)buf;

		s.found = (struct sys_neighbour){ .state = SYS_NEIGHBOUR_NONE };
		if (mnl_nlmsg_ok(nlh, (int)n)) {
			take_neighbour(nlh, &s);
		}
		if (s.found.state != SYS_NEIGHBOUR_NONE) {
			*ret = s.found;
			return 1;
		}
	}
	return 0;
}

struct near_search {
	uint32_t ifindex;
	const struct addr *addr;
	uint8_t bits;
	bool found;
};

static bool is_near(const struct near_search *s, const struct addr *addr)
{
	return route_covers(s->addr, s->bits, addr) && !addr_equal(s->addr, addr);
}

static void look_near(const struct nlmsghdr *nlh, void *data)
{
	struct near_search *s = data;
	const struct nlattr *tb[NDA_MAX + 1];
	const struct ndmsg *head = NULL;
	struct addr addr;

	head = nlh ? nl_head(nlh, RTM_NEWNEIGH, sizeof(*head)) : NULL;
	if (!head || (uint32_t)head->ndm_ifindex != s->ifindex) {
		return;
	}
	nl_attrs(nlh, sizeof(*head), tb, NDA_MAX);
	addr = nl_addr(tb[NDA_DST]);
	s->found |= tb[NDA_LLADDR] && !(head->ndm_state & (NUD_FAILED | NUD_INCOMPLETE)) &&
	            is_near(s, &addr);
}

static int own_near(struct near_search *s)
{
	auto_free struct sys_address *all = malloc(sizeof(*all) * SYS_ADDRESSES_MAX);
	int n = all != NULL ? sys_addresses(all, SYS_ADDRESSES_MAX) : -ENOMEM;

	for (int i = 0; i < n && i < SYS_ADDRESSES_MAX; i++) {
		s->found |= all[i].ifindex == s->ifindex && is_near(s, &all[i].addr);
	}
	return n;
}

int sys_neighbour_near(uint32_t ifindex, const struct addr *addr, uint8_t bits)
{
	struct near_search s = { .ifindex = ifindex, .addr = addr, .bits = bits };
	uint32_t request[NL_REQUEST_MAX / sizeof(uint32_t)];
	auto_close int fd = nl_open(NETLINK_ROUTE);
	struct ndmsg *head = NULL;
	struct nlmsghdr *nlh = nl_begin(request, RTM_GETNEIGH, true, sizeof(*head), &head);
	int r = fd < 0 ? fd : own_near(&s);

	if (r < 0) {
		return r;
	}
	head->ndm_family = nl_family(addr->family);
	mnl_attr_put_u32(nlh, NDA_IFINDEX, ifindex);
	r = nl_ask(fd, nlh, look_near, &s);
	return r < 0 ? r : s.found;
}
