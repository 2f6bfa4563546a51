/* SPDX-License-Identifier: Apache-2.0 */
/* Signs of life of a host whose port is silent or says no: one SYN each to three other ports, one
 * UDP datagram to a high port (a port unreachable is an answer), an echo where the host allows it
 * (product.md 6). What opens is closed at once. */
#include "probe/probes.h"

#include <errno.h>
#include <string.h>

enum { MAX_TRIES = 5, HIGH_PORT = 47831, UDP_PORT = 33493, WAIT_US = 1200000 };

struct tries {
	int n;
	int fd[MAX_TRIES];
	bool done[MAX_TRIES];
	struct ev_sibling *row[MAX_TRIES];
	usec_t began;
};

static void choose_ports(uint16_t wanted, uint16_t *ret)
{
	static const uint16_t likely[] = { 80, 443, 22 };
	int n = 0;

	if (wanted == 80) {
		ret[n++] = 443;
	} else if (wanted == 443) {
		ret[n++] = 80;
	}
	for (size_t i = sizeof(likely) / sizeof(likely[0]); i > 0 && n < 2; i--) {
		if (likely[i - 1] != wanted && (n == 0 || ret[0] != likely[i - 1])) {
			ret[n++] = likely[i - 1];
		}
	}
	ret[n] = wanted == HIGH_PORT ? HIGH_PORT + 1 : HIGH_PORT;
}

static void add(const struct probe_run *r, struct tries *t, enum sibling_what what, int fd,
                uint16_t port)
{
	struct ev_siblings *siblings = READING(r, siblings);
	struct ev_sibling *row = ITEM(r, siblings, ports, sibling);

	SET(row, what, what);
	if (what != SIBLING_ECHO) {
		SET(row, port, port);
	}
	if (fd < 0) {
		SET(row, end, SIBLING_NOT_SENT);
		return;
	}
	t->fd[t->n] = fd;
	t->row[t->n++] = row;
}

static void try_tcp(const struct probe_run *r, struct tries *t, uint16_t port)
{
	struct sys_socket_options options;
	int fd = -1;
	int got = 0;

	run_socket_options(r->run, &r->contact->a->addr, &options);
	fd = sys_socket(&options);
	got = fd < 0 ? fd : sys_connect(fd, &r->contact->a->addr, port, r->contact->scope);
	if (fd >= 0 && got < 0 && got != -EINPROGRESS) {
		sys_close_reset(fd);
		fd = -1;
	}
	add(r, t, SIBLING_TCP, fd, port);
}

static void try_udp(const struct probe_run *r, struct tries *t)
{
	struct sys_socket_options options;
	int fd = -1;

	run_socket_options(r->run, &r->contact->a->addr, &options);
	options.udp = true;
	fd = sys_socket(&options);
	if (fd >= 0 && (sys_connect(fd, &r->contact->a->addr, UDP_PORT, r->contact->scope) < 0 ||
	                sys_send(fd, "", 0) < 0)) {
		sys_close_reset(fd);
		fd = -1;
	}
	add(r, t, SIBLING_UDP, fd, UDP_PORT);
}

static void try_echo(const struct probe_run *r, struct tries *t)
{
	int fd = sys_echo_socket(&r->contact->a->addr, r->contact->scope);

	if (fd >= 0 && sys_echo(fd, r->contact->a->addr.family, 1) < 0) {
		sys_close_reset(fd);
		fd = -1;
	}
	add(r, t, SIBLING_ECHO, fd, 0);
}

/* Something came on the i-th socket: what it was. */
static void note(const struct probe_run *r, struct tries *t, int i)
{
	struct contact *c = r->contact;
	struct sys_icmp icmp;
	bool got = sys_icmp(t->fd[i], &icmp) == 1;
	int error = -sys_socket_error(t->fd[i]);
	usec_t took = loop_now() - t->began;
	bool of_host = true;

	t->done[i] = true;
	SET(t->row[i], took, took);
	if (got) {
		SET(t->row[i], from, icmp.from);
		SET(t->row[i], icmp_type, icmp.type);
		SET(t->row[i], icmp_code, icmp.code);
		SET(t->row[i], end, SIBLING_ICMP);
		of_host = addr_equal(&icmp.from, &c->a->addr);
	} else if (error == ECONNREFUSED) {
		SET(t->row[i], end, SIBLING_REFUSED);
	} else if (error == 0) {
		SET(t->row[i], end, SIBLING_OPEN);
	} else {
		SET(t->row[i], end, SIBLING_NOT_SENT);
		of_host = false;
	}
	if (of_host) {
		c->rtt = c->rtt == 0 || took < c->rtt ? took : c->rtt;
		c->sibling_answered = true;
	}
	sys_close_reset(t->fd[i]);
	t->fd[i] = -1;
	run_changed(r->run);
}

/* A router said at once that there is no way: for that port only, if another one has a way. */
static bool turned_back(const struct attempt *a)
{
	return all3(icmp_from_router(a), icmp_no_route(a), not(took_seconds(a))) == YES;
}

/* A sign of life is enough after a little more time; without one, all the time there is. */
static usec_t wait_until(const struct probe_run *r, const struct tries *t)
{
	usec_t more = 4 * r->contact->rtt + 50000;
	bool enough = r->contact->sibling_answered;

	if (!enough && turned_back(r->contact->a)) {
		more = 4 * r->contact->a->tcp->took + 50000;
		enough = true;
	}
	return t->began + (enough && more < WAIT_US ? more : WAIT_US);
}

static int collect(const struct probe_run *r, struct tries *t)
{
	unsigned seen = r->run->changed.count;
	int left = t->n;

	while (left > 0 && loop_now() < wait_until(r, t)) {
		struct loop_fd fds[MAX_TRIES];
		int got = 0;

		for (int i = 0; i < t->n; i++) {
			bool tcp = t->row[i] == NULL || t->row[i]->what == SIBLING_TCP;

			fds[i] = (struct loop_fd){ .fd = t->fd[i],
				                   .events = tcp ? LOOP_OUT : LOOP_IN };
		}
		got = loop_wait_both(r->run->loop, fds, t->n, &r->run->changed, &seen,
		                     wait_until(r, t));
		if (got < 0 && got != -ETIMEDOUT) {
			return got;
		}
		for (int i = 0; i < t->n && got > 0; i++) {
			if (fds[i].ret != 0) {
				note(r, t, i);
				left--;
			}
		}
	}
	return 0;
}

static int observe(const struct probe_run *r)
{
	struct tries t = { .began = loop_now() };
	struct ev_siblings *siblings = READING(r, siblings);
	uint16_t port[3] = { 0 };
	int result = 0;

	SET_LIST(siblings, ports);
	choose_ports(r->run->e->target.port, port);
	for (size_t i = 0; i < sizeof(port) / sizeof(port[0]); i++) {
		try_tcp(r, &t, port[i]);
	}
	try_udp(r, &t);
	try_echo(r, &t);
	result = collect(r, &t);
	for (int i = 0; i < t.n; i++) {
		if (!t.done[i]) {
			if (result == 0) { /* cut short it proves nothing */
				SET(t.row[i], end, SIBLING_UNANSWERED);
			}
			sys_close_reset(t.fd[i]);
		}
	}
	if (result != 0 && siblings != NULL) {
		siblings->ports.cut = true;
	}
	return result;
}

static bool wanted(const struct probe_run *r)
{
	const struct ev_tcp *tcp = r->contact->a->tcp;

	return r->contact->overdue || turned_back(r->contact->a) ||
	       (tcp != NULL && tcp->has.end && tcp->end != TCP_CONNECTED && tcp->has.error &&
	        tcp->error == TCP_ECONNREFUSED);
}

const struct probe probe_siblings = {
	.name = "siblings",
	.summary = "looks for signs of life on other ports of a host that does not answer",
	.scope = PROBE_PER_ADDRESS,
	.explains = true,
	.n_gives = 1,
	.gives = { KIND_siblings },
	.wanted = wanted,
	.observe = observe,
};
