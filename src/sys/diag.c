/* SPDX-License-Identifier: Apache-2.0 */
/* Socket tables through sock_diag. The kernel filters by the little byte code that inet_diag
 * understands (inet_diag_bc_audit() in net/ipv4/inet_diag.c), so that a host with a hundred
 * thousand connections answers as fast as an idle one. */
#include "sys/diag.h"

#include "base/cleanup.h"
#include "sys/nl.h"

#include <errno.h>
#include <linux/inet_diag.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>

enum { ALL_STATES = 0xfff };

/* sport == port, as "sport >= port and sport <= port", which kernels before 5.9 know too. An
 * operation's yes and no are distances in bytes; past the end by 4 means "no". */
static void put_sport(struct nlmsghdr *nlh, uint16_t port)
{
	const struct inet_diag_bc_op code[] = {
		{ .code = INET_DIAG_BC_S_GE, .yes = 8, .no = 20 },
		{ .no = port },
		{ .code = INET_DIAG_BC_S_LE, .yes = 8, .no = 12 },
		{ .no = port },
	};

	mnl_attr_put(nlh, INET_DIAG_REQ_BYTECODE, sizeof(code), code);
}

/* The destination is addr and port: one condition (struct inet_diag_hostcond). It covers IPv4 in
 * IPv6 sockets as well. */
static void put_dst(struct nlmsghdr *nlh, const struct addr *addr, uint16_t port)
{
	const size_t size = addr->family == ADDR_V4 ? 4 : 16;
	struct inet_diag_hostcond cond = {
		.family = nl_family(addr->family),
		.prefix_len = (uint8_t)(size * 8),
		.port = port,
	};
	const uint8_t len = (uint8_t)(sizeof(struct inet_diag_bc_op) + sizeof(cond) + size);
	const struct inet_diag_bc_op op = {
		.code = INET_DIAG_BC_D_COND,
		.yes = len,
		.no = (uint16_t)(len + 4),
	};
	uint8_t code[sizeof(op) + sizeof(cond) + 16];

	memcpy(code, &op, sizeof(op));
	memcpy(code + sizeof(op), &cond, sizeof(cond));
	memcpy(code + sizeof(op) + sizeof(cond), addr->bytes, size);
	mnl_attr_put(nlh, INET_DIAG_REQ_BYTECODE, len, code);
}

static struct nlmsghdr *begin(void *request, uint8_t family, uint32_t states)
{
	struct inet_diag_req_v2 *head = NULL;
	struct nlmsghdr *nlh = nl_begin(request, SOCK_DIAG_BY_FAMILY, true, sizeof(*head), &head);

	head->sdiag_family = family;
	head->sdiag_protocol = IPPROTO_TCP;
	head->idiag_states = states;
	return nlh;
}

struct listeners {
	struct sys_listener *at;
	size_t max;
	int n;
	int before; /* how many there were before this family */
	uint16_t port;
};

static bool all_zero(const uint8_t *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (bytes[i]) {
			return false;
		}
	}
	return true;
}

static bool is_loopback(const struct addr *a)
{
	if (a->family == ADDR_V4) {
		return a->bytes[0] == 127;
	}
	return all_zero(a->bytes, 15) && a->bytes[15] == 1;
}

static void add_listener(const struct nlmsghdr *nlh, void *data)
{
	struct listeners *all = data;
	const struct nlattr *tb[INET_DIAG_SKV6ONLY + 1];
	const struct inet_diag_msg *head = NULL;
	struct sys_listener *l = NULL;

	if (!nlh) {
		all->n = all->before;
		return;
	}
	head = nl_head(nlh, SOCK_DIAG_BY_FAMILY, sizeof(*head));
	if (!head || head->idiag_state != TCP_LISTEN ||
	    (all->port && ntohs(head->id.idiag_sport) != all->port) ||
	    (size_t)all->n++ >= all->max) {
		return;
	}
	nl_attrs(nlh, sizeof(*head), tb, INET_DIAG_SKV6ONLY);
	l = &all->at[all->n - 1];
	*l = (struct sys_listener){
		.addr = nl_addr_of(head->idiag_family, head->id.idiag_src),
		.port = ntohs(head->id.idiag_sport),
		.v6_only = nl_u8(tb[INET_DIAG_SKV6ONLY]),
		.ifindex = head->id.idiag_if,
		.uid = head->idiag_uid,
		.inode = head->idiag_inode,
		.queued = head->idiag_rqueue,
		.backlog = head->idiag_wqueue,
	};
	l->any = all_zero(l->addr.bytes, sizeof(l->addr.bytes));
	l->loopback = is_loopback(&l->addr);
}

int sys_listeners(uint16_t port, struct sys_listener *ret, size_t max)
{
	static const uint8_t families[] = { AF_INET, AF_INET6 };
	uint32_t request[NL_REQUEST_MAX / sizeof(uint32_t)];
	auto_close int fd = nl_open(NETLINK_SOCK_DIAG);
	struct listeners all = { .at = ret, .max = max, .port = port };

	if (fd < 0) {
		return fd;
	}
	for (size_t i = 0; i < sizeof(families); i++) {
		struct nlmsghdr *nlh = begin(request, families[i], 1U << TCP_LISTEN);
		int r = 0;

		if (port) {
			put_sport(nlh, port);
		}
		r = nl_ask(fd, nlh, add_listener, &all);
		if (r < 0) {
			return r;
		}
		all.before = all.n;
	}
	return all.n;
}

struct counting {
	struct sys_tcp_counts counts;
	struct sys_tcp_counts before;
};

static void count(const struct nlmsghdr *nlh, void *data)
{
	struct counting *c = data;
	const struct inet_diag_msg *head = NULL;

	if (!nlh) {
		c->counts = c->before;
		return;
	}
	head = nl_head(nlh, SOCK_DIAG_BY_FAMILY, sizeof(*head));
	if (!head) {
		return;
	}
	c->counts.total++;
	switch (head->idiag_state) {
	case TCP_SYN_SENT:
		c->counts.syn_sent++;
		break;
	case TCP_ESTABLISHED:
		c->counts.established++;
		break;
	case TCP_CLOSE_WAIT:
		c->counts.close_wait++;
		break;
	case TCP_TIME_WAIT:
		c->counts.time_wait++;
		break;
	case TCP_FIN_WAIT1:
	case TCP_FIN_WAIT2:
	case TCP_LAST_ACK:
	case TCP_CLOSING:
		c->counts.closing++;
		break;
	default:
		break;
	}
}

int sys_tcp_count(const struct addr *dst, uint16_t port, struct sys_tcp_counts *ret)
{
	static const uint8_t families[] = { AF_INET, AF_INET6 };
	uint32_t request[NL_REQUEST_MAX / sizeof(uint32_t)];
	auto_close int fd = nl_open(NETLINK_SOCK_DIAG);
	struct counting c = { .before = { .total = 0 } };
	/* IPv6 sockets may hold IPv4 destinations, not the other way round. */
	size_t i = dst->family == ADDR_V4 ? 0 : 1;

	if (fd < 0) {
		return fd;
	}
	for (; i < sizeof(families); i++) {
		/* A listener has no destination; TCP_CLOSE is no connection. */
		const uint32_t states = ALL_STATES & ~(1U << TCP_LISTEN | 1U << TCP_CLOSE);
		struct nlmsghdr *nlh = begin(request, families[i], states);
		int r = 0;

		put_dst(nlh, dst, port);
		r = nl_ask(fd, nlh, count, &c);
		if (r == -ETIME) {
			c.counts.cut = true;
			break;
		}
		if (r < 0) {
			return r;
		}
		c.before = c.counts;
	}
	*ret = c.counts;
	return 0;
}
