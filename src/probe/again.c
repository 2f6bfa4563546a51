/* SPDX-License-Identifier: Apache-2.0 */
/* The same connect() again, at once, where a second answer says what the first one meant:
 *   - a port that said no: it may be one that opens at times;
 *   - "host unreachable" from a router before the time that a neighbour takes to be given up on: a
 *     missing route is answered again in a round trip; a host that is not there takes seconds anew,
 *     for the router had only been asked for it before by somebody else (RFC 1812 4.3.3.1; ARP and
 *     RFC 4861 7.2.2: three tries, a second each). */
#include "probe/probes.h"

#include <errno.h>

enum {
	MOST = 3,
	LEAST_US = 100000,
	NEIGHBOUR_US = 3400000,     /* longer than a neighbour that does not answer takes */
	NO_ROUND_TRIP_US = 1200000, /* nor the answer to the kernel's repeat after a second */
	SOME_US = 1600000,
};

struct tries {
	int n;
	struct loop_fd fds[MOST];
	usec_t began;
	int connected;
	int refused;
};

static void send_syn(const struct probe_run *r, struct tries *t)
{
	const struct addr *addr = &r->contact->a->addr;
	struct sys_socket_options options;
	int fd = -1;
	int got = 0;

	run_socket_options(r->run, addr, &options);
	fd = sys_socket(&options);
	got = fd < 0 ? fd : sys_connect(fd, addr, r->run->e->target.port, r->contact->scope);
	if (fd >= 0 && got < 0 && got != -EINPROGRESS) {
		t->refused += got == -ECONNREFUSED; /* this very host */
		sys_close_reset(fd);
		fd = -1;
	}
	t->fds[t->n++] = (struct loop_fd){ .fd = fd, .events = LOOP_OUT };
}

static void note(struct tries *t, struct loop_fd *fd, struct ev_tcp_again *again)
{
	int error = sys_socket_error(fd->fd);
	struct sys_icmp icmp;

	t->connected += error == 0;
	t->refused += error == -ECONNREFUSED;
	if (error != 0 && sys_icmp(fd->fd, &icmp) == 1 && !icmp.local) {
		SET(again, unreachable, loop_now() - t->began);
	}
	sys_close_reset(fd->fd);
	fd->fd = -1;
}

static int open_left(const struct tries *t)
{
	int left = 0;

	for (int i = 0; i < t->n; i++) {
		left += t->fds[i].fd >= 0;
	}
	return left;
}

static int observe(const struct probe_run *r)
{
	const struct ev_tcp *tcp = r->contact->a->tcp;
	struct ev_tcp_again *again = READING(r, tcp_again);
	bool no = tcp->error == TCP_ECONNREFUSED;
	struct tries t = { .began = loop_now() };
	usec_t wait = tcp->took >= NO_ROUND_TRIP_US ? SOME_US : NEIGHBOUR_US;
	usec_t until = t.began + (no ? LEAST_US + 4 * tcp->took : wait);
	int result = 0;

	for (int i = 0; i < (no ? MOST : 1); i++) {
		send_syn(r, &t);
	}
	while (open_left(&t) > 0 && result >= 0) {
		result = loop_wait_any(r->run->loop, t.fds, t.n, until);
		for (int i = 0; i < t.n && result > 0; i++) {
			if (t.fds[i].fd >= 0 && t.fds[i].ret != 0) {
				note(&t, &t.fds[i], again);
			}
		}
	}
	if (result >= 0 || result == -ETIMEDOUT) {
		SET(again, tries, t.n);
		SET(again, connected, t.connected);
		SET(again, refused, t.refused);
		SET(again, unanswered, open_left(&t));
		SET(again, waited, loop_now() - t.began);
		result = 0;
	}
	for (int i = 0; i < t.n; i++) {
		sys_close_reset(t.fds[i].fd);
	}
	return result;
}

static bool wanted(const struct probe_run *r)
{
	const struct attempt *a = r->contact->a;
	enum tri early = all3(icmp_from_router(a), icmp_host_unreachable(a), not(took_seconds(a)));

	return both(refused(a), not(icmp_any(a))) == YES || early == YES;
}

const struct probe probe_again = {
	.name = "again",
	.summary = "connects once more, where a second answer says what the first one meant",
	.scope = PROBE_PER_ADDRESS,
	.explains = true,
	.n_gives = 1,
	.gives = { KIND_tcp_again },
	.wanted = wanted,
	.observe = observe,
};
