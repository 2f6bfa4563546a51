/* SPDX-License-Identifier: Apache-2.0 */
/* Other ways to an address. SO_BINDTODEVICE makes the kernel pass over the routes of all other
 * interfaces, and anybody may set it on a fresh socket (Linux 5.7). */
#include "probe/other_way.h"
#include "probe/probes.h"
#include "sys/link.h"
#include "sys/netlink.h"

#include <errno.h>
#include <string.h>

enum { SYNS = 2, AGAIN_US = 250000, ALL_US = 700000, ARP_US = 60000, NEAR_US = 300000 };
enum { WIDE_V4 = 16, NEAR_V4 = 24, NEAR_V6 = 64, DISCARD_PORT = 9 };

bool other_way_is_tunnel(uint32_t ifindex)
{
	struct sys_link *all = malloc(sizeof(*all) * SYS_LINKS_MAX);
	int n = all != NULL ? sys_links(all, SYS_LINKS_MAX) : -1;
	const struct sys_link *link =
		n > 0 ? sys_link_find(all, n > SYS_LINKS_MAX ? SYS_LINKS_MAX : (size_t)n, ifindex)
		      : NULL;
	bool tunnel = link != NULL && link->point_to_point;

	free(all);
	return tunnel;
}

bool other_way_wanted(const struct sys_route *route)
{
	return route->type == SYS_ROUTE_UNICAST &&
	       (route->gateway.family == ADDR_NONE || other_way_is_tunnel(route->ifindex));
}

/* The main table's best route to the contact that the query's limits leave. */
static bool way_besides(const struct probe_run *r, struct sys_route_query *query,
                        struct sys_route *ret)
{
	query->dst = r->contact->a->addr;
	return sys_route_in_table(query, SYS_TABLE_MAIN, ret) == 0 &&
	       ret->type == SYS_ROUTE_UNICAST && !ret->linkdown && ret->dev[0] != '\0';
}

static int syn_through(const struct probe_run *r, const struct sys_route *way)
{
	const struct addr *addr = &r->contact->a->addr;
	struct sys_socket_options options = { .family = addr->family, .source_dev = way->dev };
	int fd = sys_socket(&options);
	int got = fd < 0 ? fd : sys_connect(fd, addr, r->run->e->target.port, 0);

	if (got < 0 && got != -EINPROGRESS) {
		sys_close_reset(fd);
		return got;
	}
	return fd;
}

static enum sibling_end end_of(int fd)
{
	int error = -sys_socket_error(fd);
	struct sys_icmp icmp;

	if (sys_icmp(fd, &icmp) == 1) {
		return SIBLING_ICMP;
	}
	return error == 0 ? SIBLING_OPEN : error == ECONNREFUSED ? SIBLING_REFUSED : SIBLING_ICMP;
}

/* SYNs through the other interface: what the first answer was. */
static int ask_through(const struct probe_run *r, const struct sys_route *way,
                       enum sibling_end *ret)
{
	struct loop_fd fds[SYNS] = { { .fd = -1 }, { .fd = -1 } };
	usec_t until = loop_now() + ALL_US;
	int got = 0;
	int n = 0;

	*ret = SIBLING_NOT_SENT;
	while (got == 0 && (n < SYNS || loop_now() < until)) {
		usec_t next = loop_now() + AGAIN_US;

		if (n < SYNS) {
			int fd = syn_through(r, way);

			fds[n++] = (struct loop_fd){ .fd = fd, .events = LOOP_OUT };
			*ret = fd >= 0 ? SIBLING_UNANSWERED : *ret;
		}
		if (fds[0].fd < 0) {
			break;
		}
		got = loop_wait_any(r->run->loop, fds, n, n < SYNS ? next : until);
		got = got == -ETIMEDOUT ? 0 : got;
	}
	for (int i = 0; i < n; i++) {
		if (got > 0 && fds[i].ret != 0) {
			*ret = end_of(fds[i].fd);
		}
		sys_close_reset(fds[i].fd);
	}
	return got < 0 ? got : 0;
}

static int other_interface(const struct probe_run *r, const struct sys_route *route,
                           struct ev_link_answers *ev)
{
	struct sys_route_query query = { .avoid = route->ifindex };
	enum sibling_end end = SIBLING_NOT_SENT;
	struct sys_route way;
	int got = 0;

	if (!way_besides(r, &query, &way) || r->run->options->source_dev != NULL) {
		SET(ev, other_way, SIBLING_NOT_SENT);
		return 0;
	}
	got = ask_through(r, &way, &end);
	if (got == 0) {
		SET_TEXT(r, ev, other_dev, way.dev, strlen(way.dev));
		if (way.gateway.family != ADDR_NONE) {
			SET(ev, other_gateway, way.gateway);
		}
		SET(ev, other_way, end);
	}
	return got;
}

int other_way_hand_syn(const struct probe_run *r, const struct sys_link_end *to,
                       const struct addr *source, struct sys_syn *ret)
{
	auto_close int fd = sys_packet_socket(to->ifindex);
	uint8_t random[2] = { 0 };
	int got = fd < 0 ? fd : sys_random(random, sizeof(random));

	*ret = (struct sys_syn){ .source = *source,
		                 .dest = r->contact->a->addr,
		                 .dest_port = r->run->e->target.port };
	/* above what Linux and IANA give to clients is nobody's port */
	ret->source_port = (uint16_t)(0xf000 | (random[0] & 15) << 8 | random[1]);
	got = got < 0 ? got : sys_syn_send(fd, to, ret);
	return got < 0 ? got : take_fd(fd);
}

static int hand_over(const struct probe_run *r, const struct sys_link_end *to,
                     const struct addr *source, enum sibling_end *ret)
{
	struct sys_syn syn;
	auto_close int fd = other_way_hand_syn(r, to, source, &syn);
	enum sys_syn_answer answer = SYS_SYN_NOTHING;
	usec_t until = loop_now() + ALL_US;

	*ret = fd < 0 ? SIBLING_NOT_SENT : SIBLING_UNANSWERED;
	while (fd >= 0 && answer == SYS_SYN_NOTHING) {
		int got = loop_wait(r->run->loop, fd, LOOP_IN, until);

		if (got < 0) {
			return got == -ETIMEDOUT ? 0 : got;
		}
		answer = sys_syn_answer(fd, &syn);
		if (answer != SYS_SYN_NOTHING) {
			*ret = answer == SYS_SYN_OPEN ? SIBLING_OPEN : SIBLING_REFUSED;
		}
	}
	return 0;
}

/* The gateway's hardware address, asked for on the link: 1, 0 without an answer. */
static int find_gateway(const struct probe_run *r, const struct sys_route *route,
                        const struct addr *gateway, uint8_t ret[SYS_MAC])
{
	auto_close int fd = sys_arp_socket(route->ifindex);
	usec_t until = loop_now() + ARP_US;

	if (fd < 0 || sys_arp_ask(fd, route->ifindex, &route->src, gateway) < 0) {
		return -EPERM;
	}
	while (sys_arp_answer(fd, gateway, ret) <= 0) {
		int got = loop_wait(r->run->loop, fd, LOOP_IN, until);

		if (got < 0) {
			return got == -ETIMEDOUT ? 0 : got;
		}
	}
	return 1;
}

/* A prefix that is too wide hides what is behind the link's own gateway. */
static int by_gateway(const struct probe_run *r, const struct sys_route *route,
                      struct ev_link_answers *ev)
{
	struct sys_route_query query = { .ifindex = route->ifindex, .behind_gateway = true };
	enum sibling_end end = SIBLING_NOT_SENT;
	struct sys_link_end to = { .ifindex = route->ifindex };
	struct sys_route way;
	int got = 0;

	if (r->contact->a->addr.family != ADDR_V4 || !way_besides(r, &query, &way) ||
	    way.gateway.family != ADDR_V4) {
		return 0;
	}
	got = find_gateway(r, route, &way.gateway, to.mac);
	if (got == 1) {
		got = hand_over(r, &to, &route->src, &end);
		if (got >= 0) {
			SET(ev, by_gateway, end);
		}
	}
	return got == -ECANCELED || got == -ETIME ? got : 0;
}

static bool wide(const struct sys_route *route)
{
	unsigned least = route->prefix.family == ADDR_V4 ? WIDE_V4 + 1 : NEAR_V6;

	return route->has_prefix && route->gateway.family == ADDR_NONE && route->prefix_len < least;
}

static int near_one(const struct probe_run *r, const struct sys_route *route)
{
	const struct addr *addr = &r->contact->a->addr;

	return sys_neighbour_near(route->ifindex, addr,
	                          addr->family == ADDR_V4 ? NEAR_V4 : NEAR_V6);
}

/* Makes the kernel ask on the link for the addresses beside that one, and for those that routers
 * have: an empty datagram each. */
static void stir(const struct probe_run *r)
{
	static const uint8_t last[] = { 1, 254 };
	struct sys_socket_options options;

	run_socket_options(r->run, &r->contact->a->addr, &options);
	options.udp = true;
	for (int i = 0; i < 4; i++) {
		struct addr x = r->contact->a->addr;
		uint8_t *end = &x.bytes[x.family == ADDR_V4 ? 3 : 15];
		int fd = sys_socket(&options);

		*end = i < 2 ? last[i] : (uint8_t)(i == 2 ? *end + 1 : *end - 1);
		if (fd >= 0 && !addr_equal(&x, &r->contact->a->addr) &&
		    sys_connect(fd, &x, DISCARD_PORT, r->contact->scope) == 0) {
			(void)sys_send(fd, "", 0);
		}
		sys_close_reset(fd);
	}
}

static int look_near(const struct probe_run *r, const struct sys_route *route,
                     struct ev_link_answers *ev)
{
	int got = 0;
	int near = 0;

	if (!wide(route)) {
		return 0;
	}
	near = near_one(r, route);
	if (near == 0) {
		stir(r);
		got = loop_sleep(r->run->loop, loop_now() + NEAR_US);
		near = near_one(r, route);
	}
	if (got == 0 && near >= 0) {
		SET(ev, near, near > 0);
	}
	return got;
}

int other_way_look(const struct probe_run *r, const struct sys_route *route,
                   struct ev_link_answers *ev)
{
	int got = other_interface(r, route, ev);

	if (got == 0 && ev != NULL) {
		if (ev->other_way != SIBLING_OPEN && route->gateway.family == ADDR_NONE) {
			got = by_gateway(r, route, ev);
			got = got < 0 ? got : look_near(r, route, ev);
		}
		if (got == 0 && !ev->has.by_gateway) {
			SET(ev, by_gateway, SIBLING_NOT_SENT);
		}
	}
	run_changed(r->run);
	return got;
}
