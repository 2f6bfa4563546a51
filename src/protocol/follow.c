/* SPDX-License-Identifier: Apache-2.0 */
/* Connections to the target for who looks at the way there, hop by hop. */
#include "protocol/follow.h"

#include <errno.h>

enum { MOST_HOPS = 20, HOP_US = 40000, CONTROL_PORT = 47831 };

static const struct addr *host_of(const struct follow *w)
{
	return &w->r->contact->a->addr;
}

int follow_socket(const struct follow *w, int ttl, uint16_t source_port)
{
	struct sys_socket_options options;

	run_socket_options(w->r->run, host_of(w), &options);
	options.ttl = ttl;
	options.source_port = source_port;
	return sys_socket(&options);
}

static void note_hop(struct ev_hop *row, int fd, const struct addr *host)
{
	bool v6 = host->family == ADDR_V6;
	struct sys_icmp icmp;
	bool got = sys_icmp(fd, &icmp) == 1;
	int error = -sys_socket_error(fd);

	if (got) {
		SET(row, from, icmp.from);
		SET(row, icmp_type, icmp.type);
		SET(row, icmp_code, icmp.code);
		SET(row, end, icmp.type == (v6 ? 3 : 11) ? HOP_EXCEEDED : HOP_ICMP);
	} else {
		SET(row, end,
		    error == 0              ? HOP_OPEN
		    : error == ECONNREFUSED ? HOP_REFUSED
		                            : HOP_NOT_SENT);
	}
}

/* One SYN with that TTL and, of the target's port, of the flow of those before it. The socket when
 * it opened, -ENOENT when not; negative: cancelled. */
static int send_syn(struct follow *w, int ttl, uint16_t port, struct ev_hop *row)
{
	const struct contact *c = w->r->contact;
	bool wanted = port == w->r->run->e->target.port;
	struct addr source;
	usec_t began = loop_now();
	int fd = follow_socket(w, ttl, wanted ? w->port : 0);
	int got = 0;

	SET(row, ttl, ttl);
	SET(row, end, HOP_NOT_SENT);
	got = fd < 0 ? fd : sys_connect(fd, host_of(w), port, c->scope);
	if (got == -EINPROGRESS) {
		if (wanted && w->port == 0) {
			(void)sys_local_address(fd, &source, &w->port);
		}
		got = loop_wait(w->r->run->loop, fd, LOOP_OUT, began + 2 * w->rtt + HOP_US);
		if (got == -ETIMEDOUT) {
			SET(row, end, HOP_SILENT);
		} else if (got >= 0) {
			SET(row, took, loop_now() - began);
			note_hop(row, fd, host_of(w));
		}
	}
	if (row != NULL && row->end == HOP_OPEN && got >= 0) {
		sys_errors_off(fd);
		return fd;
	}
	sys_close_reset(fd);
	return got == -ECANCELED || got == -ETIME ? got : -ENOENT;
}

/* Whether that SYN ended in a router that is not, under its own address, the host itself. */
static bool ended_in_router(const struct follow *w, const struct ev_hop *row)
{
	return row != NULL && row->end == HOP_EXCEEDED && !addr_equal(&row->from, host_of(w));
}

int follow_way(struct follow *w)
{
	for (int ttl = 1; ttl <= MOST_HOPS; ttl++) {
		struct ev_hop *row = ITEM(w->r, w->trace, hops, hop);
		int fd = send_syn(w, ttl, w->r->run->e->target.port, row);

		if (fd >= 0) {
			w->opens = ttl;
			return fd;
		}
		if (fd != -ENOENT || row == NULL ||
		    (row->end != HOP_EXCEEDED && row->end != HOP_SILENT)) {
			return fd;
		}
		w->ends = ended_in_router(w, row) ? ttl : w->ends;
	}
	return -ENOENT;
}

int follow_connect(const struct follow *w, int fd, int least)
{
	const struct contact *c = w->r->contact;
	int got = fd < 0 ? fd : sys_set_min_ttl(fd, host_of(w)->family, least);

	got = got < 0 ? got : sys_connect(fd, host_of(w), w->r->run->e->target.port, c->scope);
	if (got == -EINPROGRESS) {
		got = loop_wait(w->r->run->loop, fd, LOOP_OUT, loop_now() + 2 * w->rtt + HOP_US);
		if (got == -ETIMEDOUT) {
			return 0;
		}
		got = got < 0 ? got : sys_socket_error(fd);
	}
	if (got < 0) {
		return got == -ECANCELED || got == -ETIME ? got : -ENOMSG;
	}
	sys_errors_off(fd);
	return 1;
}

int follow_control(struct follow *w)
{
	uint16_t port = w->r->run->e->target.port == CONTROL_PORT ? CONTROL_PORT + 1 : CONTROL_PORT;
	struct ev_hop *row = ITEM(w->r, w->trace, control, hop);
	int fd = send_syn(w, w->ends, port, row);

	follow_let_go(w, fd);
	if (fd < 0 && fd != -ENOENT) {
		return fd;
	}
	return ended_in_router(w, row);
}

int follow_arrives_with(const struct follow *w, int ttl)
{
	int fd = follow_socket(w, 0, 0);
	int got = follow_connect(w, fd, ttl + 1);

	follow_let_go(w, fd);
	return got < 0 ? got : got == 0;
}

void follow_let_go(const struct follow *w, int fd)
{
	if (fd >= 0) {
		(void)sys_set_ttl(fd, host_of(w)->family, 0);
		sys_close_reset(fd);
	}
}
