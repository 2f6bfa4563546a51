/* SPDX-License-Identifier: Apache-2.0 */
/* The path of the very port: SYNs with a small TTL, each from an ordinary socket, whose error queue
 * tells which router answered (Linux 5.8 and later, commit 45af29ca761c). TTL 1 to 4 at once, the
 * next only while nothing final came, so that few of them reach the host and complete a handshake;
 * at most two do (product.md 6). Beside it the smallest TTLs to another port of the same host, one
 * that hardly anybody serves: where a router answers for that one only, this host itself keeps the
 * packets for the wanted port, or something on the way answers them in the host's name. */
#include "probe/trace.h"
#include "probe/neighbour.h"
#include "probe/probes.h"

#include <errno.h>
#include <string.h>

enum {
	BATCH = 4,
	CONTROLS = 3,
	MAX_TTL = 16,
	WAIT_US = 350000,
	CONTROL_PORT = 47831,
	MAX_OPEN = 2
};
enum { SILENT_WAIT_US = 1175000 }; /* over the kernel's own repeat after 1 s, with the same TTL */

struct hops {
	int n;
	int fd[BATCH + CONTROLS];
	struct ev_hop *row[BATCH + CONTROLS];
	usec_t began;
	int opened;  /* handshakes that were completed */
	bool final_; /* the host itself answered */
	bool any;    /* somebody answered in this batch */
};

static void send_hop(const struct probe_run *r, struct hops *h, int ttl, uint16_t port,
                     struct ev_list *list)
{
	struct sys_socket_options options;
	struct ev_hop *row = store_item(r->run->store, list, KIND_hop);
	int fd = -1;
	int got = 0;

	run_socket_options(r->run, &r->contact->a->addr, &options);
	options.ttl = ttl;
	fd = sys_socket(&options);
	got = fd < 0 ? fd : sys_connect(fd, &r->contact->a->addr, port, r->contact->scope);
	SET(row, ttl, ttl);
	if (fd >= 0 && got < 0 && got != -EINPROGRESS) {
		sys_close_reset(fd);
		fd = -1;
	}
	if (fd < 0) {
		SET(row, end, HOP_NOT_SENT);
		return;
	}
	h->fd[h->n] = fd;
	h->row[h->n++] = row;
}

static bool is_exceeded(const struct contact *c, const struct sys_icmp *icmp)
{
	return icmp->type == (c->a->addr.family == ADDR_V6 ? 3 : 11);
}

static void note(const struct probe_run *r, struct hops *h, int i)
{
	struct ev_hop *row = h->row[i];
	struct sys_icmp icmp;
	bool got = sys_icmp(h->fd[i], &icmp) == 1;
	int error = -sys_socket_error(h->fd[i]);

	h->any = true;
	SET(row, took, loop_now() - h->began);
	if (got) {
		SET(row, from, icmp.from);
		SET(row, icmp_type, icmp.type);
		SET(row, icmp_code, icmp.code);
		SET(row, end, is_exceeded(r->contact, &icmp) ? HOP_EXCEEDED : HOP_ICMP);
		h->final_ = h->final_ || !is_exceeded(r->contact, &icmp);
	} else if (error == ECONNREFUSED) {
		SET(row, end, HOP_REFUSED);
		h->final_ = true;
	} else if (error == 0) {
		SET(row, end, HOP_OPEN);
		h->opened++;
		h->final_ = true;
	} else {
		SET(row, end, HOP_NOT_SENT);
	}
	sys_close_reset(h->fd[i]);
	h->fd[i] = -1;
	run_changed(r->run);
}

/* How long for: routers answer within their round trips. Where nothing answers, host or router,
 * they are asked twice: one that limits its errors (Linux: one a second and peer) may have spent
 * them on somebody else, and what is concluded from their silence must not hang on that. */
static usec_t wait_until(const struct probe_run *r, const struct hops *h)
{
	const struct ev_tcp *tcp = r->contact->a->tcp;
	bool ended = tcp != NULL && tcp->has.end;
	bool answered = h->any || r->contact->sibling_answered;

	return h->began + (ended || answered ? WAIT_US : SILENT_WAIT_US);
}

static int collect(const struct probe_run *r, struct hops *h)
{
	unsigned seen = r->run->changed.count;
	int left = h->n;

	while (left > 0) {
		struct loop_fd fds[BATCH + CONTROLS];
		int got = 0;

		for (int i = 0; i < h->n; i++) {
			fds[i] = (struct loop_fd){ .fd = h->fd[i], .events = LOOP_OUT };
		}
		got = loop_wait_both(r->run->loop, fds, h->n, &r->run->changed, &seen,
		                     wait_until(r, h));
		if (got < 0 && got != -ETIMEDOUT) {
			return got;
		}
		if (got <= 0 && loop_now() >= wait_until(r, h)) {
			break;
		}
		for (int i = 0; i < h->n; i++) {
			if (fds[i].ret != 0) {
				note(r, h, i);
				left--;
			}
		}
	}
	return 0;
}

static void finish(struct hops *h, int result)
{
	for (int i = 0; i < h->n; i++) {
		if (h->fd[i] >= 0) {
			if (result == 0) {
				SET(h->row[i], end, HOP_SILENT);
			}
			sys_close_reset(h->fd[i]);
		}
	}
}

static int observe(const struct probe_run *r)
{
	struct ev_trace *trace = READING(r, trace);
	uint16_t port = r->run->e->target.port;
	int result = 0;
	int silent_batches = 0;

	if (trace == NULL) {
		return 0;
	}
	SET_LIST(trace, hops);
	SET_LIST(trace, control);
	for (int ttl = 1; ttl < MAX_TTL && result == 0; ttl += BATCH) {
		struct hops h = { .began = loop_now() };

		for (int i = 0; i < BATCH; i++) {
			send_hop(r, &h, ttl + i, port, &trace->hops);
		}
		for (int i = 1; i <= CONTROLS && ttl == 1; i++) {
			send_hop(r, &h, i, port == CONTROL_PORT ? CONTROL_PORT + 1 : CONTROL_PORT,
			         &trace->control);
		}
		result = collect(r, &h);
		finish(&h, result);
		silent_batches = h.any ? 0 : silent_batches + 1;
		if (h.final_ || h.opened >= MAX_OPEN || silent_batches >= 1) {
			break;
		}
	}
	if (result != 0) {
		trace->hops.cut = true;
	}
	return result;
}

static bool all_silent(const struct ev_list *hops)
{
	list_each(hop, x, hops) {
		if (!x->has.end || x->end != HOP_SILENT) {
			return false;
		}
	}
	return hops->first != NULL && !hops->cut;
}

bool trace_nobody_speaks(const struct probe_run *r)
{
	const struct attempt *a = r->contact->a;
	const struct ev_route *route = a->route;
	const struct ev_siblings *siblings = a->siblings;

	if (a->trace == NULL || !all_silent(&a->trace->hops) || !all_silent(&a->trace->control) ||
	    route == NULL || !route->has.gateway || siblings == NULL) {
		return false;
	}
	list_each(sibling, x, &siblings->ports) {
		if (!x->has.end) {
			return false; /* still waited for */
		}
	}
	return neighbour_may_be_there(r->run, r->contact);
}

static bool wanted(const struct probe_run *r)
{
	const struct attempt *a = r->contact->a;
	const struct ev_tcp *tcp = a->tcp;
	bool odd_end = tcp != NULL && tcp->has.end && tcp->end == TCP_ERROR && tcp->has.error &&
	               (tcp->error == TCP_ECONNREFUSED || tcp->error == TCP_EHOSTUNREACH);

	return same_host(a) != YES && (r->contact->overdue || odd_end);
}

const struct probe probe_trace = {
	.name = "trace",
	.summary = "follows the path of the very port with small TTLs",
	.scope = PROBE_PER_ADDRESS,
	.explains = true,
	.n_gives = 1,
	.gives = { KIND_trace },
	.wanted = wanted,
	.observe = observe,
};
