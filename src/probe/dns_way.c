/* SPDX-License-Identifier: Apache-2.0 */
/* The way to a name server that gave no answer: the route, any sign of life, and whether what it
 * sends is thrown away in this host. */
#include "probe/counted.h"
#include "probe/dns_again.h"
#include "sys/netlink.h"

#include <errno.h>

enum { INSIDE_TRIES = 4, INSIDE_US = 120000, WAY_US = 700000, UDP_PORT = 33493 };

/* Which way the questions go, and whether the next hop is there. */
static void check_route(struct dns_again *c)
{
	struct sys_route_query query =
		run_route_query(c->r->run, &c->server, dns_ask_scope(c->r, &c->server));
	struct sys_route got;
	struct sys_neighbour neighbour;
	struct addr next;

	if (sys_route_get(&query, &got) < 0) {
		return;
	}
	SET(c->ev, route,
	    got.type == SYS_ROUTE_BLACKHOLE     ? ROUTE_BLACKHOLE
	    : got.type == SYS_ROUTE_UNREACHABLE ? ROUTE_UNREACHABLE
	    : got.type == SYS_ROUTE_PROHIBIT    ? ROUTE_PROHIBIT
	    : got.type == SYS_ROUTE_LOCAL       ? ROUTE_LOCAL
	    : got.type == SYS_ROUTE_UNICAST     ? ROUTE_UNICAST
	                                        : ROUTE_NONE);
	if (got.type == SYS_ROUTE_LOCAL) {
		SET(c->ev, next_hop_dead, false);
	}
	if (got.type != SYS_ROUTE_UNICAST) {
		return;
	}
	if (got.gateway.family != ADDR_NONE) {
		SET(c->ev, gateway, got.gateway);
	}
	next = got.gateway.family != ADDR_NONE ? got.gateway : c->server;
	if (sys_neighbour(got.ifindex, &next, &neighbour) == 0) {
		SET(c->ev, next_hop_dead,
		    neighbour.state == SYS_NEIGHBOUR_FAILED ||
		            neighbour.state == SYS_NEIGHBOUR_INCOMPLETE);
	}
}

/* A socket on which the server may show that it is there: UDP to a port that nobody uses, TCP to
 * two that are common, an echo. */
static int open_sign(struct dns_again *c, int i)
{
	static const uint16_t ports[] = { UDP_PORT, 22, 443 };
	struct sys_socket_options options;
	int fd = -1;
	int got = 0;

	if (i == 3) {
		fd = sys_echo_socket(&c->server, dns_ask_scope(c->r, &c->server));
		got = fd >= 0 ? sys_echo(fd, c->server.family, 1) : fd;
	} else {
		run_socket_options(c->r->run, &c->server, &options);
		options.udp = i == 0;
		fd = sys_socket(&options);
		got = fd < 0 ? fd
		             : sys_connect(fd, &c->server, ports[i],
		                           dns_ask_scope(c->r, &c->server));
		got = got >= 0 && i == 0 ? sys_send(fd, "", 0) : got;
	}
	if (fd >= 0 && got < 0 && got != -EINPROGRESS) {
		sys_close_reset(fd);
		fd = -1;
	}
	return fd;
}

/* Whether what came on the socket came from the server. */
static bool is_sign(const struct dns_again *c, int fd)
{
	struct sys_icmp icmp;
	int error = 0;

	if (sys_icmp(fd, &icmp) == 1) {
		return addr_equal(&icmp.from, &c->server);
	}
	error = sys_socket_error(fd);
	return error == 0 || error == -ECONNREFUSED;
}

static int check_way(struct dns_again *c)
{
	usec_t until = loop_now() + WAY_US;
	struct loop_fd fds[4];
	bool alive = false;
	int got = 1;

	for (int i = 0; i < 4; i++) {
		fds[i] = (struct loop_fd){ .fd = open_sign(c, i),
			                   .events = i == 1 || i == 2 ? LOOP_OUT : LOOP_IN };
	}
	while (!alive && got > 0) {
		got = loop_wait_any(c->r->run->loop, fds, 4, until);
		for (int i = 0; i < 4 && got > 0; i++) {
			if (fds[i].fd >= 0 && fds[i].ret != 0) {
				alive = alive || is_sign(c, fds[i].fd);
				sys_close_reset(fds[i].fd);
				fds[i].fd = -1;
			}
		}
	}
	for (int i = 0; i < 4; i++) {
		if (fds[i].fd >= 0) {
			sys_close_reset(fds[i].fd);
		}
	}
	if (got >= 0 || got == -ETIMEDOUT) {
		SET(c->ev, way, alive ? WAY_ALIVE : WAY_SILENT);
		got = 0;
	}
	return got;
}

/* A resolver may be mute only because those that it asks are: its own hints need nobody. */
static int check_plain(struct dns_again *c)
{
	struct dns_query q = { .name = ".", .type = DNS_TYPE_NS };
	int got = dns_ask(c->r, &c->server, q, loop_now() + DNS_AGAIN_US, c->reply);

	if (got >= 0) {
		SET(c->ev, plain_reply, got == DNS_REPLY);
	}
	return got < 0 ? got : 0;
}

/* An answer that this host throws away moves the counters, after each question anew: broadcasts and
 * others' packets do not come in every one of several short times. */
static int check_inside(struct dns_again *c)
{
	struct dns_query q = { .name = c->row->name, .type = dns_again_type(c), .rd = true };
	int lost = 0;
	int got = 0;

	for (int i = 0; i < INSIDE_TRIES && got >= 0 && lost == i; i++) {
		struct counted before;
		struct counted after;

		counted_read(c->server.family, &before);
		got = dns_ask(c->r, &c->server, q, loop_now() + INSIDE_US, c->reply);
		counted_read(c->server.family, &after);
		if (got == DNS_SILENT && before.there && after.there) {
			lost += counted_inside(&before, &after) >= 1;
		}
	}
	if (got >= 0) {
		SET(c->ev, dropped_inside, lost == INSIDE_TRIES);
	}
	return got < 0 ? got : 0;
}

int dns_way_look(struct dns_again *c)
{
	int got = 0;

	check_route(c);
	run_changed(c->r->run);
	if (c->row->end == DNS_SILENT) {
		got = check_inside(c);
		got = got == 0 ? check_way(c) : got;
		got = got == 0 ? check_plain(c) : got;
	}
	return got;
}
