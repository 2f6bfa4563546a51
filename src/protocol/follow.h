/* SPDX-License-Identifier: Apache-2.0 */
/* Connections to the target for who looks at the way there, hop by hop: SYNs with growing TTLs,
 * all of one flow, by which routers choose among ways (RFC 2992), and connections that take packets
 * with certain TTLs only. Functions that wait return -ECANCELED and -ETIME. */
#pragma once
#include "engine/probe.h"

struct follow {
	const struct probe_run *r;
	struct ev_trace *trace; /* where each SYN is written down */
	usec_t rtt;             /* of the host */
	uint16_t port;          /* the flow's source port, once a SYN was sent */
	int opens;              /* the TTL with which it opened */
	int ends; /* the largest TTL that ended in a router which is not, under its own
	                         * address, the host itself; 0: none did */
};

/* A socket of the run for the host, with that TTL and source port (0: ordinary ones). */
int follow_socket(const struct follow *w, int ttl, uint16_t source_port);

/* SYNs to the target's port from TTL 1 on, until it opens: the socket, the caller's, with the error
 * queue off; -ENOENT when it does not open. */
int follow_way(struct follow *w);

/* Connects fd (negative: an errno to hand on), which takes no packet with a TTL below least. 1 when
 * that came to pass, 0 when nothing came in time, -ENOMSG. */
int follow_connect(const struct follow *w, int fd, int least);

/* Whether another port of the host, too, is no nearer than w->ends: where one port is led on to
 * another host (DNAT), what is nearer than that one is the host that was asked for. 1 or 0. */
int follow_control(struct follow *w);

/* Whether no packet of the host arrives with a higher TTL than that: its SYN-ACK is as if lost. 1
 * or 0. */
int follow_arrives_with(const struct follow *w, int ttl);

/* Resets and closes the connection, which may have a small TTL: the host is to hear of it. */
void follow_let_go(const struct follow *w, int fd);
