/* SPDX-License-Identifier: Apache-2.0 */
/* The same port at the host that --compare-host names, and a port of the web there: whether this
 * network lets the port out to anybody. Several SYNs to the first, since one may be lost. */
#include "engine/child.h"
#include "probe/probes.h"
#include "sys/nss_helper.h"

#include <errno.h>
#include <string.h>

enum { SYNS = 3, OTHERS = 2, ALL = SYNS + OTHERS, GAP_US = 100000, WAIT_US = 1200000 };
enum { LOOKUP_US = 2000000 };

/* What came back on a socket; what came first counts most: open, refused, ICMP, nothing. */
static enum sibling_end end_of(int fd)
{
	struct sys_icmp icmp;
	bool got = sys_icmp(fd, &icmp) == 1;
	int error = sys_socket_error(fd);

	return got                      ? SIBLING_ICMP
	       : error == 0             ? SIBLING_OPEN
	       : error == -ECONNREFUSED ? SIBLING_REFUSED
	                                : SIBLING_NOT_SENT;
}

/* Of that family, as the target's addresses are. -ENOENT without one. */
static int find_address(const struct probe_run *r, enum addr_family family, struct addr *ret)
{
	const char *host = r->run->options->compare_host;
	auto_free struct sys_nss *got = calloc(1, sizeof(*got));
	const struct sys_nss_question question =
		child_question(r->run->options, host, family == ADDR_V6 ? "6" : "4");
	int n = 0;

	if (got == NULL) {
		return -ENOMEM;
	}
	if (addr_parse(host, strlen(host), ret) == 0) {
		return 0;
	}
	n = child_lookup(r->run->loop, &question, loop_now() + LOOKUP_US, got);
	if (n < 0 || got->n == 0) {
		return n < 0 ? n : -ENOENT;
	}
	*ret = got->addrs[0].addr;
	return 0;
}

static int open_syn(const struct probe_run *r, const struct addr *addr, uint16_t port)
{
	struct sys_socket_options options;
	int fd = -1;
	int got = 0;

	run_socket_options(r->run, addr, &options);
	fd = sys_socket(&options);
	got = fd < 0 ? fd : sys_connect(fd, addr, port, 0);
	if (fd >= 0 && got < 0 && got != -EINPROGRESS) {
		sys_close_reset(fd);
		fd = -1;
	}
	return fd;
}

/* Sends the SYNs, and waits until each port has answered or the time is over. */
static int exchange(const struct probe_run *r, const struct addr *addr, enum sibling_end *ret)
{
	uint16_t port = r->run->e->target.port;
	const uint16_t others[OTHERS] = { port == 443 ? 22 : 443, port == 80 ? 22 : 80 };
	struct loop_fd fds[ALL];
	usec_t until = loop_now() + WAIT_US;
	int result = 0;

	for (int i = 0; i < ALL; i++) {
		uint16_t to = i < SYNS ? port : others[i - SYNS];

		ret[i] = SIBLING_UNANSWERED;
		fds[i] = (struct loop_fd){ .fd = open_syn(r, addr, to), .events = LOOP_OUT };
		if (i < SYNS && result >= 0) {
			result = loop_sleep(r->run->loop, loop_now() + GAP_US);
		}
	}
	while (result >= 0) {
		int left = 0;

		for (int i = 0; i < ALL; i++) {
			left += fds[i].fd >= 0;
		}
		result = left == 0 ? -ETIMEDOUT : loop_wait_any(r->run->loop, fds, ALL, until);
		for (int i = 0; i < ALL && result > 0; i++) {
			if (fds[i].fd >= 0 && fds[i].ret != 0) {
				ret[i] = end_of(fds[i].fd);
				sys_close_reset(fds[i].fd);
				fds[i].fd = -1;
			}
		}
	}
	for (int i = 0; i < ALL; i++) {
		sys_close_reset(fds[i].fd);
	}
	return result == -ETIMEDOUT ? 0 : result;
}

/* An answer of some sort is more than silence. */
static enum sibling_end best(const enum sibling_end *ends, int n)
{
	enum sibling_end ret = SIBLING_UNANSWERED;

	for (int i = 0; i < n; i++) {
		if (ends[i] == SIBLING_OPEN || ret == SIBLING_UNANSWERED) {
			ret = ends[i];
		}
	}
	return ret;
}

static int observe(const struct probe_run *r)
{
	const char *host = r->run->options->compare_host;
	struct ev_compare *ev = NULL;
	enum sibling_end ends[ALL];
	struct addr addr = { .family = ADDR_NONE };
	int got = find_address(r, r->run->contacts[0].a->addr.family, &addr);

	got = got < 0 ? got : exchange(r, &addr, ends);
	if (got == -ECANCELED || got == -ETIME) {
		return got;
	}
	ev = READING(r, compare);
	SET_TEXT(r, ev, host, host, strlen(host));
	if (got == 0) {
		SET(ev, addr, addr);
		SET(ev, same_port, best(ends, SYNS));
		SET(ev, other_port, best(ends + SYNS, OTHERS));
	}
	return 0;
}

static bool wanted(const struct probe_run *r)
{
	if (r->run->options->compare_host == NULL || r->run->n_contacts == 0 ||
	    run_proxied(r->run)) {
		return false;
	}
	for (int i = 0; i < r->run->n_contacts; i++) {
		const struct contact *c = &r->run->contacts[i];

		if (given(c->a) != NO && connected(c->a) != NO && !c->overdue) {
			return false;
		}
	}
	return true;
}

const struct probe probe_compare = {
	.name = "compare",
	.summary = "tries the same port at the host of --compare-host",
	.scope = PROBE_PER_RUN,
	.explains = true,
	.n_gives = 1,
	.gives = { KIND_compare },
	.wanted = wanted,
	.observe = observe,
};
