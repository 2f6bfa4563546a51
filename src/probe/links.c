/* SPDX-License-Identifier: Apache-2.0 */
/* The interfaces of this host, their carriers and addresses. */
#include "probe/probes.h"
#include "sys/files.h"
#include "sys/netlink.h"

#include <errno.h>
#include <string.h>

static void note_address(struct ev_link *row, const struct sys_address *a)
{
	bool usable = a->scope == SYS_SCOPE_GLOBAL || a->scope == SYS_SCOPE_SITE;

	if (a->dad_failed) {
		SET(row, dad_failed, true);
	}
	if (!usable || a->dad_failed || a->tentative) {
		return;
	}
	if (a->addr.family == ADDR_V4 && row != NULL && !row->has.v4) {
		SET(row, v4, a->addr);
	} else if (a->addr.family == ADDR_V6 && row != NULL && !row->has.v6) {
		SET(row, v6, a->addr);
	}
}

static int observe(const struct probe_run *r)
{
	struct ev_links *links = READING(r, links);
	auto_free struct sys_link *all = malloc(sizeof(*all) * SYS_LINKS_MAX);
	auto_free struct sys_address *addrs = malloc(sizeof(*addrs) * SYS_ADDRESSES_MAX);
	int64_t off = 0;
	int n = all != NULL ? sys_links(all, SYS_LINKS_MAX) : -ENOMEM;
	int n_addrs = addrs != NULL ? sys_addresses(addrs, SYS_ADDRESSES_MAX) : -ENOMEM;

	if (n < 0 || n_addrs < 0) {
		probe_skip_errno(r, KIND_links, n < 0 ? n : n_addrs);
		return 0;
	}
	SET_LIST(links, list);
	for (int i = 0; i < n && i < SYS_LINKS_MAX; i++) {
		struct ev_link *row = NULL;

		if (all[i].loopback) {
			continue;
		}
		row = ITEM(r, links, list, link);
		SET_TEXT(r, row, name, all[i].name, strnlen(all[i].name, sizeof(all[i].name)));
		if (all[i].kind[0] != '\0') {
			SET_TEXT(r, row, kind, all[i].kind, strlen(all[i].kind));
		}
		SET(row, up, all[i].up);
		SET(row, carrier, all[i].carrier);
		SET(row, mtu, all[i].mtu);
		if (strcmp(all[i].kind, "bridge") == 0) {
			SET(row, ports, all[i].n_ports);
		}
		for (int j = 0; j < n_addrs && j < SYS_ADDRESSES_MAX; j++) {
			if (addrs[j].ifindex == all[i].ifindex) {
				note_address(row, &addrs[j]);
			}
		}
	}
	if (sys_read_number(SYS_ROOT_HOST, "/proc/sys/net/ipv6/conf/all/disable_ipv6", &off) == 0) {
		SET(links, v6_disabled, off != 0);
	} else if (sys_exists(SYS_ROOT_HOST, "/proc/sys/net/ipv6") == 0 &&
	           sys_exists(SYS_ROOT_HOST, "/proc/sys/net/ipv4") == 1) {
		SET(links, v6_disabled, true); /* a kernel without it */
	}
	SET(links, default_v4, sys_has_default_route(ADDR_V4) > 0);
	SET(links, default_v6, sys_has_default_route(ADDR_V6) > 0);
	return 0;
}

const struct probe probe_links = {
	.name = "links",
	.summary = "reads the interfaces and their addresses",
	.scope = PROBE_PER_RUN,
	.n_gives = 1,
	.gives = { KIND_links },
	.observe = observe,
};
