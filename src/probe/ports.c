/* SPDX-License-Identifier: Apache-2.0 */
/* Local ports towards the destination, when connect() found none free (EADDRNOTAVAIL). */
#include "probe/probes.h"
#include "sys/host.h"
#include "sys/netlink.h"

#include <errno.h>

static int observe(const struct probe_run *r)
{
	struct ev_ports *ev = READING(r, ports);
	const struct addr *addr = &r->contact->a->addr;
	uint16_t port = r->run->e->target.port;
	struct sys_socket_options options;
	struct sys_tcp_counts counts;
	struct sys_host host;
	int fd = -1;

	sys_host(&host);
	if (host.port_last != 0) {
		SET(ev, low, host.port_first);
		SET(ev, high, host.port_last);
	}
	if (sys_tcp_count(addr, port, &counts) == 0) {
		SET(ev, in_use, counts.total);
		SET(ev, time_wait, counts.time_wait);
	}
	run_socket_options(r->run, addr, &options);
	fd = sys_socket(&options);
	if (fd >= 0) {
		int got = sys_connect(fd, addr, port == 9 ? 7 : 9, r->contact->scope);

		SET(ev, other_works, got != -EADDRNOTAVAIL);
		sys_close_reset(fd);
	}
	return 0;
}

static bool wanted(const struct probe_run *r)
{
	const struct ev_tcp *tcp = r->contact->a->tcp;

	return tcp != NULL && tcp->has.error && tcp->error == TCP_EADDRNOTAVAIL;
}

const struct probe probe_ports = {
	.name = "ports",
	.summary = "counts the local ports that are left for the destination",
	.scope = PROBE_PER_ADDRESS,
	.n_gives = 1,
	.gives = { KIND_ports },
	.wanted = wanted,
	.observe = observe,
};
