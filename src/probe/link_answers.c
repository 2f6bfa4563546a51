/* SPDX-License-Identifier: Apache-2.0 */
/* Who answers for an address of this host's own link: the neighbour entry is watched during the
 * run, which anybody may (a second answer of IPv6 changes it at once; with ARP the first one counts
 * for a second). With the right to, one ARP question of naze's own: who else answers, and what that
 * one says to a SYN for the port. */
#include "probe/neighbour.h"
#include "probe/other_way.h"
#include "probe/probes.h"
#include "sys/arp.h"
#include "sys/netlink.h"

#include <errno.h>
#include <string.h>

enum { MOST = 4, ANSWERS_US = 20000, SYN_US = 60000, MAC_TEXT = 18 };
enum { PAUSE_US = 20000 };

struct watch {
	const struct probe_run *r;
	struct ev_link_answers *ev;
	struct sys_route route;
	int fd;
	bool tunnel;
	bool known; /* mac is what the entry said last, at the time at */
	uint8_t mac[SYS_MAC];
	usec_t at;
};

static void put_mac(const uint8_t *mac, char *ret)
{
	static const char digits[] = "0123456789abcdef";

	for (int i = 0; i < SYS_MAC; i++) {
		*ret++ = digits[mac[i] >> 4];
		*ret++ = digits[mac[i] & 15];
		*ret++ = i + 1 < SYS_MAC ? ':' : '\0';
	}
}

static void name_machines(const struct watch *w, const uint8_t *one, const uint8_t *other)
{
	char text[MAC_TEXT];

	put_mac(one, text);
	SET_TEXT(w->r, w->ev, machine, text, strlen(text));
	put_mac(other, text);
	SET_TEXT(w->r, w->ev, other, text, strlen(text));
}

static void take_entry(struct watch *w, const struct sys_neighbour *entry)
{
	usec_t apart = loop_now() - w->at;

	if (!entry->has_lladdr) {
		return;
	}
	if (w->known && memcmp(w->mac, entry->lladdr, SYS_MAC) != 0 && w->ev != NULL) {
		name_machines(w, w->mac, entry->lladdr);
		SET(w->ev, changes, w->ev->changes + 1);
		if (!w->ev->has.apart || apart < w->ev->apart) {
			SET(w->ev, apart, apart);
		}
		run_changed(w->r->run);
	}
	w->known = true;
	w->at = loop_now();
	memcpy(w->mac, entry->lladdr, SYS_MAC);
}

/* Takes what the kernel tells, until then (0: as long as the run) or until other_fd has something:
 * 1. 0 when the time is over. */
static int follow(struct watch *w, int other_fd, usec_t until)
{
	struct loop_fd fds[2] = { { .fd = w->fd, .events = LOOP_IN },
		                  { .fd = other_fd, .events = LOOP_IN } };

	for (;;) {
		int got = loop_wait_any(w->r->run->loop, fds, 2, until);
		struct sys_neighbour entry;

		if (got < 0) {
			return got == -ETIMEDOUT ? 0 : got;
		}
		while (fds[0].ret != 0 && sys_neighbour_news(w->fd, w->route.ifindex,
		                                             &w->r->contact->a->addr, &entry) > 0) {
			take_entry(w, &entry);
		}
		if (fds[1].ret != 0) {
			return 1;
		}
	}
}

/* The hardware addresses that answer the question, at most MOST; negative: cancelled. */
static int ask_all(struct watch *w, int fd, uint8_t ret[MOST][SYS_MAC])
{
	usec_t until = loop_now() + ANSWERS_US;
	int n = 0;

	for (;;) {
		int got = follow(w, fd, until);
		uint8_t mac[SYS_MAC];

		if (got <= 0) {
			return got < 0 ? got : n;
		}
		while (sys_arp_answer(fd, &w->r->contact->a->addr, mac) > 0) {
			bool new = n < MOST;

			for (int i = 0; i < n; i++) {
				new = new &&memcmp(ret[i], mac, SYS_MAC) != 0;
			}
			if (new) {
				memcpy(ret[n++], mac, SYS_MAC);
			}
		}
	}
}

/* What that machine says to a SYN of its own. */
static int try_machine(struct watch *w, const uint8_t *mac, enum sibling_end *ret)
{
	struct sys_link_end to = { .ifindex = w->route.ifindex };
	enum sys_syn_answer answer = SYS_SYN_NOTHING;
	usec_t until = loop_now() + SYN_US;
	struct sys_syn syn;
	auto_close int fd = -1;

	memcpy(to.mac, mac, SYS_MAC);
	fd = other_way_hand_syn(w->r, &to, &w->route.src, &syn);
	*ret = fd < 0 ? SIBLING_NOT_SENT : SIBLING_UNANSWERED;
	while (fd >= 0 && answer == SYS_SYN_NOTHING) {
		int got = follow(w, fd, until);

		if (got <= 0) {
			return got;
		}
		answer = sys_syn_answer(fd, &syn);
		if (answer != SYS_SYN_NOTHING) {
			*ret = answer == SYS_SYN_OPEN ? SIBLING_OPEN : SIBLING_REFUSED;
		}
	}
	return 0;
}

static int ask_link(struct watch *w)
{
	const struct addr *addr = &w->r->contact->a->addr;
	auto_close int fd = addr->family == ADDR_V4 ? sys_arp_socket(w->route.ifindex) : -ENOENT;
	uint8_t mac[MOST][SYS_MAC];
	enum sibling_end says = SIBLING_NOT_SENT;
	int n = 0;

	if (fd < 0 || sys_arp_ask(fd, w->route.ifindex, &w->route.src, addr) < 0) {
		SET(w->ev, asked, false);
		return 0;
	}
	n = ask_all(w, fd, mac);
	for (int i = 0; i < n && n > 1; i++) {
		if (!w->known || memcmp(mac[i], w->mac, SYS_MAC) != 0) {
			int got = try_machine(w, mac[i], &says);

			if (got < 0) {
				return got;
			}
			name_machines(w, mac[i == 0], mac[i]);
			SET(w->ev, other_says, says);
			break;
		}
	}
	if (n >= 0) {
		SET(w->ev, machines, n);
		SET(w->ev, asked, true);
		run_changed(w->r->run);
	}
	return n < 0 ? n : 0;
}

static bool may_swallow(struct watch *w)
{
	const struct contact *c = w->r->contact;
	struct sys_route_query query = run_route_query(w->r->run, &c->a->addr, c->scope);

	return sys_route_get(&query, &w->route) == 0 && other_way_wanted(&w->route);
}

/* No answer although one could have been there, and on Ethernet nobody who has the address. */
static bool nobody_there(const struct watch *w)
{
	const struct contact *c = w->r->contact;
	bool failed = error_is(c->a, TCP_EHOSTUNREACH) == YES;

	return (c->overdue || failed) && !c->sibling_answered &&
	       (w->tunnel || !neighbour_may_be_there(w->r->run, c));
}

/* Watches as long as the run; looks for other ways once nobody seems to be there. */
static int watch_on(struct watch *w)
{
	int result = 1;

	while (result > 0 && !nobody_there(w)) {
		result = follow(w, -1, loop_now() + PAUSE_US);
		result = result == 0 ? 1 : result;
	}
	result = result > 0 ? other_way_look(w->r, &w->route, w->ev) : result;
	return result == 0 ? follow(w, -1, 0) : result;
}

static int observe(const struct probe_run *r)
{
	struct watch w = { .r = r, .fd = -1 };
	struct sys_neighbour entry;
	int result = 0;

	if (!may_swallow(&w)) {
		return 0;
	}
	w.tunnel = other_way_is_tunnel(w.route.ifindex);
	w.ev = READING(r, link_answers);
	w.fd = w.tunnel ? -1 : sys_neighbour_watch();
	SET(w.ev, changes, 0);
	if (w.fd < 0) {
		SET(w.ev, asked, false);
	}
	if (w.fd >= 0 && sys_neighbour(w.route.ifindex, &r->contact->a->addr, &entry) == 0) {
		take_entry(&w, &entry);
	}
	result = w.fd >= 0 ? ask_link(&w) : 0;
	run_changed(r->run);
	if (result == 0) {
		result = watch_on(&w);
	}
	sys_close_reset(w.fd);
	return result;
}

static bool wanted(const struct probe_run *r)
{
	return r->contact->a->addr.family != ADDR_NONE && !run_proxied(r->run);
}

const struct probe probe_link_answers = {
	.name = "link_answers",
	.summary = "watches who answers for an address of this host's own link",
	.scope = PROBE_PER_ADDRESS,
	.explains = true,
	.n_gives = 1,
	.gives = { KIND_link_answers },
	.wanted = wanted,
	.observe = observe,
};
