/* SPDX-License-Identifier: Apache-2.0 */
/* Where large packets vanish: datagrams of the size of the connection's packets whose time to live
 * ends at the first hop, which answers them with an ICMP error as it answers small ones. When only
 * those come back, this host's own link carries less than its MTU says; else it is further away. */
#include "protocol/protocols.h"
#include "protocol/tls.h"

#include <errno.h>

enum { EACH = 3, ALL = 2 * EACH, UDP_PORT = 33494, GAP_US = 10000, WAIT_US = 200000 };

/* A datagram of that many bytes, headers included: its socket, or negative errno; -ENOBUFS when the
 * link itself did not take it. */
static int send_datagram(const struct probe_run *r, int size)
{
	const struct addr *addr = &r->contact->a->addr;
	int headers = addr->family == ADDR_V6 ? 48 : 28;
	struct sys_socket_options options;
	auto_free char *bytes = calloc(1, (size_t)size);
	int fd = -1;
	int got = 0;

	if (bytes == NULL) {
		return -ENOMEM;
	}
	run_socket_options(r->run, addr, &options);
	options.udp = true;
	options.whole = true;
	options.ttl = 1;
	fd = sys_socket(&options);
	got = fd < 0 ? fd : sys_connect(fd, addr, UDP_PORT, r->contact->scope);
	got = got < 0 ? got : sys_send(fd, bytes, (size_t)(size - headers));
	if (got < 0) {
		sys_close_reset(fd);
		return got;
	}
	return fd;
}

/* Whether an ICMP error came for it: from whom does not matter, it got there. This host's own (it
 * knows that the packet is too large) is none. */
static bool answered(int fd)
{
	struct sys_icmp icmp;

	while (sys_icmp(fd, &icmp) == 1) {
		if (!icmp.local) {
			return true;
		}
	}
	return false;
}

static int collect(const struct probe_run *r, struct loop_fd *fds, int *ret_answered)
{
	usec_t until = loop_now() + WAIT_US;
	int left = 0;

	for (int i = 0; i < ALL; i++) {
		left += fds[i].fd >= 0;
	}
	while (left > 0) {
		int got = loop_wait_any(r->run->loop, fds, ALL, until);

		if (got < 0) {
			return got == -ETIMEDOUT ? 0 : got;
		}
		for (int i = 0; i < ALL; i++) {
			if (fds[i].fd >= 0 && fds[i].ret != 0) {
				ret_answered[i % 2] += answered(fds[i].fd);
				sys_close_reset(fds[i].fd);
				fds[i].fd = -1;
				left--;
			}
		}
	}
	return 0;
}

static int observe(const struct probe_run *r)
{
	struct ev_first_hop *ev = READING(r, first_hop);
	struct sys_tcp_info info = { .packet = 0 };
	struct loop_fd fds[ALL];
	int got[2] = { 0 }; /* of the large ones, of the small ones */
	int sent[2] = { 0 };
	int small = r->contact->a->addr.family == ADDR_V6 ? 64 : 44;
	int result = sys_tcp_info(r->contact->stream->fd, &info);

	if (result < 0 || info.packet <= 2 * small) {
		return 0;
	}
	for (int i = 0; i < ALL; i++) {
		fds[i] = (struct loop_fd){ .fd = -1, .events = LOOP_IN };
		if (result >= 0) {
			fds[i].fd = send_datagram(r, i % 2 == 0 ? info.packet : small);
			sent[i % 2] += fds[i].fd >= 0 || fds[i].fd == -ENOBUFS;
			result = loop_sleep(r->run->loop, loop_now() + GAP_US);
		}
	}
	result = result < 0 ? result : collect(r, fds, got);
	for (int i = 0; i < ALL; i++) {
		sys_close_reset(fds[i].fd);
	}
	if (result < 0) {
		return result;
	}
	SET(ev, size, info.packet);
	SET(ev, large, sent[0]);
	SET(ev, large_answered, got[0]);
	SET(ev, small, sent[1]);
	SET(ev, small_answered, got[1]);
	return 0;
}

static bool wanted(const struct probe_run *r)
{
	const struct attempt *a = r->contact->a;

	return r->contact->stream != NULL && a->addr.family != ADDR_NONE && !run_proxied(r->run) &&
	       same_host(a) == NO && tls_stalled(r->contact);
}

const struct probe probe_first_hop = {
	.name = "first_hop",
	.summary = "sends datagrams as large as the connection's packets to the first hop",
	.scope = PROBE_PER_ADDRESS,
	.explains = true,
	.n_gives = 1,
	.gives = { KIND_first_hop },
	.wanted = wanted,
	.observe = observe,
};
