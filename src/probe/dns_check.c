/* SPDX-License-Identifier: Apache-2.0 */
/* Explains a name server's answer, or its silence, by a further question that differs in one
 * thing: SERVFAIL again without DNSSEC validation (RFC 4035 3.2.2), "no such record" with other
 * types and a random name, an unusable reply without EDNS. For a silent server: the way to it. */
#include "probe/counted.h"
#include "probe/dns_ask.h"
#include "probe/probes.h"
#include "sys/netlink.h"

#include <errno.h>
#include <string.h>

enum { INSIDE_TRIES = 4, INSIDE_US = 120000 };
enum { SLOW_US = 1000000, AGAIN_US = 1200000 };
enum { EACH_US = 800000, WAY_US = 700000, EDNS_SIZE = 1232, TYPE_MX = 15, UDP_PORT = 33493 };

struct check {
	const struct probe_run *r;
	const struct ev_dns_reply *row; /* what is to be explained */
	struct addr server;
	struct ev_dns_check *ev;
	struct dns_reply *reply;
};

/* Asks about name; an enum dns_end with the reply in c->reply, or negative. */
static int ask(struct check *c, const char *name, uint16_t type, bool cd, bool edns)
{
	struct dns_query q = {
		.name = name, .type = type, .rd = true, .cd = cd, .edns_size = edns ? EDNS_SIZE : 0
	};

	return dns_ask(c->r, &c->server, q, loop_now() + EACH_US, c->reply);
}

/* The first address in the answer about name; NULL without one. */
static const struct addr *first_address(const struct check *c, const char *name)
{
	struct dns_chain chain;

	dns_follow(c->reply, name, &chain);
	return chain.n_addrs > 0 ? &c->reply->records[chain.addrs[0]].addr : NULL;
}

static uint16_t type_of(const struct check *c)
{
	return c->row->has.type && c->row->type == QTYPE_AAAA ? DNS_TYPE_AAAA : DNS_TYPE_A;
}

static int check_validation(struct check *c)
{
	int got = ask(c, c->row->name, type_of(c), true, true);

	if (got == DNS_REPLY) {
		SET(c->ev, cd_answers,
		    c->reply->rcode == DNS_RCODE_NOERROR && first_address(c, c->row->name) != NULL);
	}
	return got < 0 ? got : 0;
}

static int check_edns(struct check *c)
{
	int got = ask(c, c->row->name, type_of(c), false, false);

	if (got >= 0) {
		SET(c->ev, no_edns,
		    got == DNS_REPLY && c->reply->rcode != DNS_RCODE_NOERROR &&
		                    c->reply->rcode != DNS_RCODE_NXDOMAIN
		            ? DNS_MALFORMED
		            : (enum dns_end)got);
	}
	return got < 0 ? got : 0;
}

static int check_types(struct check *c)
{
	static const uint16_t types[] = { DNS_TYPE_A, DNS_TYPE_AAAA, DNS_TYPE_TXT, TYPE_MX,
		                          DNS_TYPE_NS };
	bool some = false;
	int got = DNS_REPLY;

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]) && got == DNS_REPLY && !some; i++) {
		got = ask(c, c->row->name, types[i], false, true);
		some = got == DNS_REPLY && c->reply->n_answers > 0;
	}
	if (got == DNS_REPLY) {
		SET(c->ev, other_type, some);
	}
	return got < 0 ? got : 0;
}

/* Asks for a name below parent (".example.com") that nobody can have registered; *ret is the
 * address that it is given, NULL where it has none. */
static int ask_made_up(struct check *c, const char *parent, const struct addr **ret)
{
	char name[DNS_NAME_MAX];
	uint32_t random = 0;
	struct buf buf;
	int got = sys_random(&random, sizeof(random));

	*ret = NULL;
	if (got < 0) {
		return DNS_SILENT;
	}
	buf_init(&buf, name, sizeof(name));
	buf_puts(&buf, "naze");
	buf_hex(&buf, random);
	buf_puts(&buf, parent);
	got = ask(c, name, type_of(c), false, true);
	if (got == DNS_REPLY) {
		*ret = first_address(c, name);
	}
	return got;
}

/* Beside the name that was asked for. */
static int check_random(struct check *c)
{
	const char *parent = strchr(c->row->name, '.');
	const struct addr *addr = NULL;
	int got = 0;

	if (parent == NULL || parent[1] == '\0') {
		return 0;
	}
	got = ask_made_up(c, parent, &addr);
	if (got == DNS_REPLY) {
		SET(c->ev, random_name, addr != NULL);
	}
	if (addr != NULL) {
		SET(c->ev, random_addr, *addr);
	}
	return got < 0 ? got : 0;
}

/* In another zone than the target's, which has no names (RFC 6761 6.4). */
static int check_elsewhere(struct check *c)
{
	const struct addr *addr = NULL;
	int got = ask_made_up(c, ".invalid", &addr);

	if (got == DNS_REPLY) {
		SET(c->ev, elsewhere, addr != NULL);
	}
	if (addr != NULL) {
		SET(c->ev, elsewhere_addr, *addr);
	}
	return got < 0 ? got : 0;
}

/* Which way the questions go, and whether the next hop is there. */
static void check_route(struct check *c)
{
	struct sys_route_query query;
	struct sys_route got;
	struct sys_neighbour neighbour;
	struct addr next;

	sys_route_query_init(&query, &c->server);
	query.src = c->r->run->options->source;
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
static int open_sign(struct check *c, int i)
{
	static const uint16_t ports[] = { UDP_PORT, 22, 443 };
	struct sys_socket_options options;
	int fd = -1;
	int got = 0;

	if (i == 3) {
		fd = sys_echo_socket(&c->server, 0);
		got = fd >= 0 ? sys_echo(fd, c->server.family, 1) : fd;
	} else {
		run_socket_options(c->r->run, &c->server, &options);
		options.udp = i == 0;
		fd = sys_socket(&options);
		got = fd < 0 ? fd : sys_connect(fd, &c->server, ports[i], 0);
		got = got >= 0 && i == 0 ? sys_send(fd, "", 0) : got;
	}
	if (fd >= 0 && got < 0 && got != -EINPROGRESS) {
		sys_close_reset(fd);
		fd = -1;
	}
	return fd;
}

/* Whether what came on the socket came from the server. */
static bool is_sign(const struct check *c, int fd)
{
	struct sys_icmp icmp;
	int error = 0;

	if (sys_icmp(fd, &icmp) == 1) {
		return addr_equal(&icmp.from, &c->server);
	}
	error = sys_socket_error(fd);
	return error == 0 || error == -ECONNREFUSED;
}

static int check_way(struct check *c)
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
static int check_plain(struct check *c)
{
	struct dns_query q = { .name = ".", .type = DNS_TYPE_NS };
	int got = dns_ask(c->r, &c->server, q, loop_now() + EACH_US, c->reply);

	if (got >= 0) {
		SET(c->ev, plain_reply, got == DNS_REPLY);
	}
	return got < 0 ? got : 0;
}

/* An answer that this host throws away moves the counters, after each question anew: broadcasts and
 * others' packets do not come in every one of several short times. */
static int check_inside(struct check *c)
{
	struct dns_query q = { .name = c->row->name, .type = type_of(c), .rd = true };
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

/* A first answer may be slow because nobody had asked for the name before: it is at hand now. */
static int check_again(struct check *c)
{
	struct dns_query q = { .name = c->row->name, .type = type_of(c), .rd = true };
	usec_t began = loop_now();
	int got = dns_ask(c->r, &c->server, q, began + AGAIN_US, c->reply);

	if (got >= 0) {
		SET(c->ev, again, loop_now() - began);
	}
	return got < 0 ? got : 0;
}

static int explain(struct check *c)
{
	int64_t rcode = c->row->has.rcode ? c->row->rcode : 0;
	int got = 0;

	if (c->row->end == DNS_REPLY && rcode == DNS_RCODE_SERVFAIL) {
		return check_validation(c);
	}
	if ((c->row->end == DNS_REPLY &&
	     (rcode == DNS_RCODE_FORMERR || rcode == DNS_RCODE_NOTIMP)) ||
	    c->row->end == DNS_MALFORMED || c->row->end == DNS_WRONG_ID) {
		return check_edns(c);
	}
	if (c->row->end == DNS_REPLY) {
		got = rcode == DNS_RCODE_NOERROR ? check_types(c) : 0;
		return got == 0 ? check_random(c) : got;
	}
	check_route(c);
	run_changed(c->r->run);
	if (c->row->end == DNS_SILENT) {
		got = check_inside(c);
		got = got == 0 ? check_way(c) : got;
		got = got == 0 ? check_plain(c) : got;
	}
	return got;
}

/* The row that a program's failure comes from: of the name as typed, of the first server that
 * answered, else of the first. NULL when nothing is to be explained. */
static const struct ev_dns_reply *odd_row(const struct evidence *e)
{
	const struct ev_dns_reply *ret = NULL;

	list_each(dns_reply, x, &e->dns->replies) {
		if (!x->has.end) {
			return NULL; /* wait for it */
		}
		if (x->end == DNS_REPLY && x->has.addrs && x->addrs.first != NULL) {
			return NULL;
		}
		if (x->has.name && x->has.server && x->has.search && x->search == 0 &&
		    (ret == NULL || (ret->end != DNS_REPLY && x->end == DNS_REPLY))) {
			ret = x;
		}
	}
	return ret;
}

/* An answer that took long, and that programs wait for as well. */
static const struct ev_dns_reply *slow_row(const struct evidence *e)
{
	if (e->nss == NULL || !e->nss->has.end || e->nss->end != NSS_OK || e->nss->took < SLOW_US) {
		return NULL;
	}
	list_each(dns_reply, x, &e->dns->replies) {
		if (x->has.end && x->end == DNS_REPLY && x->has.took && x->took >= SLOW_US &&
		    x->has.name && x->has.server) {
			return x;
		}
	}
	return NULL;
}

/* The answer that a target's address comes from, where none of them leads to it. */
static const struct ev_dns_reply *useless_row(const struct evidence *e)
{
	if (e->nss == NULL || !e->nss->has.end || e->nss->end != NSS_OK || hosts_any(e) != NO ||
	    none_of(e, given, through) != YES) {
		return NULL;
	}
	list_each(dns_reply, x, &e->dns->replies) {
		if (x->has.addrs && x->addrs.first != NULL && x->has.server && x->has.name) {
			return x;
		}
	}
	return NULL;
}

static int observe(const struct probe_run *r)
{
	auto_free struct dns_reply *reply = malloc(sizeof(*reply));
	const struct ev_dns_reply *useless = useless_row(r->run->e);
	const struct ev_dns_reply *slow = slow_row(r->run->e);
	struct check c = { .r = r, .ev = READING(r, dns_check), .reply = reply };

	c.row = useless != NULL ? useless : slow != NULL ? slow : odd_row(r->run->e);
	if (c.row == NULL || c.ev == NULL || reply == NULL) {
		return 0;
	}
	c.server = c.row->server;
	return useless != NULL ? check_elsewhere(&c) : slow != NULL ? check_again(&c) : explain(&c);
}

static bool wanted(const struct probe_run *r)
{
	const struct evidence *e = r->run->e;

	if (run_proxied(r->run) || e->dns == NULL || e->dns->replies.first == NULL) {
		return false;
	}
	if (e->nss == NULL || !e->nss->has.end || e->nss->end != NSS_OK) {
		return odd_row(e) != NULL;
	}
	return slow_row(e) != NULL || useless_row(e) != NULL;
}

const struct probe probe_dns_check = {
	.name = "dns_check",
	.summary = "asks a name server again, differently, when its answer is no help",
	.scope = PROBE_PER_RUN,
	.explains = true,
	.n_gives = 1,
	.gives = { KIND_dns_check },
	.wanted = wanted,
	.observe = observe,
};
