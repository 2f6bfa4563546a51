/* SPDX-License-Identifier: Apache-2.0 */
/* The connection itself: one connect(), as an ordinary client makes it, and the reading of what
 * came back. When no answer came although one could have, several independent SYNs follow, each
 * from a socket (and port) of its own, because a single socket repeats no earlier than after 1 s
 * (speed.md 6): one lost packet must not look like a filter. */
#include "probe/counted.h"
#include "probe/probes.h"
#include "probe/trace.h"

#include <errno.h>
#include <string.h>

/* How silence is concluded:
 *   - at 50 ms (or 3 x the round trip, where one is known) the attempt is overdue; other ports of
 *     the host are asked then (siblings.c), and the path (trace.c);
 *   - once one of them answered, five SYNs 38 ms or a round trip apart are sent, and 3 x the round
 *     trip, at least 50 ms, after the last one the port is silent;
 *   - where nothing answers the wait is longer than the 3 s that a neighbour or a router takes to
 *     give up on a host that is not there (ARP, 3 tries 1 s apart): their error tells it apart;
 *   - unless no router says a word either, not even the first one (trace.c asks it twice): then no
 *     such error can be expected, and silence is concluded once the others have been waited for. */
enum {
	MAX_SOCKETS = 6,
	OVERDUE_US = 50000,
	SPACING_US = 38000, /* five take 152 ms: losses come in bursts (speed.md 6) */
	NEEDED_SYNS =
		5, /* at 10 % loss each way one port in 4,000 looks silent, four: one in 770 */
	WATCHED_REFUSALS = 5, /* some could meet other programs' traffic */
	AT_ONCE_US = 20000,   /* a refusal that may come from this very host, busy as it may be */
	TAIL_US = 50000,
	LONE_SYNS = 4,
	LONE_SPACING_US = 325000, /* while nothing of that host has answered */
	LONE_LIMIT_US = 3400000,  /* longer than a neighbour that does not answer takes */
	LONE_TAIL_US = 250000,    /* after the last SYN, where no router answers */
};

struct attempt_state {
	const struct probe_run *r;
	struct contact *c;
	int fd[MAX_SOCKETS];
	int n;
	usec_t first_at;
	usec_t last_at;
	int64_t requests; /* what these counters did in connect() calls */
	int64_t transmits;
	bool has_transmits; /* newer kernels */
	int returned;       /* SYNs that this host sent to itself, by its counters */
	bool looped_known;
	bool went_out;       /* one did not come back at once */
	struct counted open; /* how they stood before the first repeat */
	int watched;
};

/* Where a rule leads a SYN to a port of this host, it and its RST go over the loopback interface
 * before connect() returns. Traffic of others shows in the time before, just as long. */
static void note_returned(struct attempt_state *s, const struct counted *quiet,
                          const struct counted *before, const struct counted *after)
{
	int64_t looped = after->looped - before->looped;

	s->looped_known = after->looped >= 0;
	s->went_out |= looped < 2;
	s->returned += before->looped == quiet->looped && looped == 2;
}

/* One more SYN. The descriptor's place, or negative errno of socket() or connect(). */
static int send_syn(struct attempt_state *s, bool watched)
{
	const struct run *run = s->r->run;
	struct sys_socket_options options;
	struct counted quiet = { .there = false };
	struct counted before = { .there = false };
	struct counted after = { .there = false };
	int fd = -1;
	int r = 0;

	if (s->n == MAX_SOCKETS) {
		return -ENOBUFS;
	}
	run_socket_options(run, &s->c->a->addr, &options);
	fd = sys_socket(&options);
	if (fd < 0) {
		return fd;
	}
	if (watched) {
		counted_read(s->c->a->addr.family, &quiet);
		counted_read(s->c->a->addr.family, &before);
	}
	r = sys_connect(fd, &s->c->a->addr, run->e->target.port, s->c->scope);
	if (watched) {
		counted_read(s->c->a->addr.family, &after);
		s->requests += after.requests - before.requests;
		s->transmits += after.transmits - before.transmits;
		s->has_transmits = after.transmits >= 0;
		note_returned(s, &quiet, &before, &after);
		s->watched++;
	}
	s->fd[s->n++] = fd;
	s->last_at = loop_now();
	return r == 0 || r == -EINPROGRESS ? s->n - 1 : r;
}

static void note_source(const struct attempt_state *s, struct ev_tcp *tcp, int fd)
{
	struct addr source = { .family = ADDR_NONE };
	uint16_t port = 0;

	(void)s;
	if (sys_local_address(fd, &source, &port) == 0 && port != 0) {
		SET(tcp, source_port, port);
		SET(tcp, source, source);
	}
}

static void note_error(struct attempt_state *s, int place, int error)
{
	struct ev_tcp *tcp = READING(s->r, tcp);
	struct sys_icmp icmp;
	bool got = place >= 0 && sys_icmp(s->fd[place], &icmp) == 1;

	while (got && icmp.local && sys_icmp(s->fd[place], &icmp) == 1) {
	}
	SET(tcp, icmp, got);
	if (got) {
		if (icmp.from.family != ADDR_NONE) {
			SET(tcp, icmp_from, icmp.from);
		}
		SET(tcp, icmp_type, icmp.type);
		SET(tcp, icmp_code, icmp.code);
	}
	SET(tcp, took, loop_now() - s->first_at);
	SET(tcp, syns, s->n);
	SET(tcp, error, probe_errno(error));
	SET(tcp, end, TCP_ERROR);
	if (error == EMFILE || error == ENFILE) {
		struct ev_descriptors *d = READING(s->r, descriptors);

		SET(d, error, error == EMFILE ? TCP_EMFILE : TCP_ENFILE);
		SET_TEXT(s->r, tcp, call, "socket", 6);
	} else if (place < 0 && error == EADDRNOTAVAIL) { /* --source is no address of this host */
		SET_TEXT(s->r, tcp, call, "bind", 4);
	}
}

static void note_connected(struct attempt_state *s, int place)
{
	struct ev_tcp *tcp = READING(s->r, tcp);
	struct sys_tcp_info info = { .rtt = 0 };
	usec_t took = loop_now() - s->first_at;
	int fd = s->fd[place];

	s->fd[place] = -1;
	sys_errors_off(fd); /* left on, a passing ICMP error would break the open connection */
	note_source(s, tcp, fd);
	if (sys_tcp_info(fd, &info) == 0) {
		SET(tcp, repeats, info.total_retrans + place);
		s->c->rtt = info.rtt;
	}
	s->c->stream = stream_new(s->r->run->loop, fd);
	SET(tcp, took, took);
	SET(tcp, syns, s->n);
	SET(tcp, end, TCP_CONNECTED);
}

static void note_counters(struct attempt_state *s)
{
	struct ev_counters *c = NULL;
	struct counted now;

	if (s->watched == 0) {
		return;
	}
	counted_read(s->c->a->addr.family, &now);
	c = READING(s->r, counters);
	SET(c, syns, s->watched);
	if (s->looped_known) {
		SET(c, returned, s->went_out ? 0 : s->returned);
	}
	if (s->requests > 0) {
		SET(c, requests, s->requests);
		if (s->has_transmits) {
			SET(c, transmits, s->transmits);
		}
	}
	if (now.there && s->open.there) {
		SET(c, receives, now.receives - s->open.receives);
		SET(c, delivers, now.delivers - s->open.delivers);
		SET(c, forwarded, now.forwarded - s->open.forwarded);
	}
	if (now.retrans_fail >= 0 && s->open.retrans_fail >= 0) {
		SET(c, retrans_fail, now.retrans_fail - s->open.retrans_fail);
	}
	if (now.rp_filter >= 0 && s->open.rp_filter >= 0) {
		SET(c, rp_filter, now.rp_filter - s->open.rp_filter);
	}
}

/* When the next SYN is due, and (0: never) when silence is concluded. */
static usec_t next_step(const struct attempt_state *s, usec_t *ret_conclude)
{
	usec_t rtt = s->c->rtt;
	usec_t gap = rtt > SPACING_US ? rtt : SPACING_US;
	usec_t tail = 3 * rtt > TAIL_US ? 3 * rtt : TAIL_US;

	if (s->c->sibling_answered) {
		*ret_conclude = s->n >= NEEDED_SYNS ? s->last_at + tail : 0;
		return s->n < NEEDED_SYNS ? s->last_at + gap : 0;
	}
	*ret_conclude = s->first_at + LONE_LIMIT_US;
	if (s->n < LONE_SYNS) {
		return s->last_at + LONE_SPACING_US;
	}
	if (trace_nobody_speaks(s->r)) {
		*ret_conclude = s->last_at + LONE_TAIL_US;
	}
	return 0;
}

/* Waits for whatever comes first. 1 with the place of a socket that is decided (error is 0 when it
 * is connected), 0 for something else, or -ECANCELED and the like. */
static int wait_sockets(struct attempt_state *s, usec_t until, unsigned *seen, int *ret_place,
                        int *ret_error)
{
	struct loop_fd fds[MAX_SOCKETS];
	int r = 0;

	for (int i = 0; i < s->n; i++) {
		fds[i] = (struct loop_fd){ .fd = s->fd[i], .events = LOOP_OUT };
	}
	r = loop_wait_both(s->r->run->loop, fds, s->n, &s->r->run->changed, seen, until);
	if (r == -ECANCELED || r == -ETIME) {
		return r;
	}
	for (int i = 0; i < s->n && r > 0; i++) {
		if (fds[i].ret != 0) {
			*ret_place = i;
			*ret_error = -sys_socket_error(s->fd[i]);
			return 1;
		}
	}
	return 0;
}

static usec_t first_overdue(const struct attempt_state *s)
{
	usec_t wait = 3 * s->c->rtt > OVERDUE_US ? 3 * s->c->rtt : OVERDUE_US;

	return s->first_at + wait;
}

static int follow(struct attempt_state *s)
{
	bool extra = !s->r->run->options->no_extra;
	unsigned seen = s->r->run->changed.count;

	for (;;) {
		usec_t conclude = 0;
		usec_t next = s->c->overdue ? next_step(s, &conclude) : first_overdue(s);
		usec_t until = next == 0 || (conclude != 0 && conclude < next) ? conclude : next;
		int place = -1;
		int error = 0;
		int r = wait_sockets(s, extra ? until : 0, &seen, &place, &error);

		if (r < 0) {
			return r;
		}
		if (r == 1) {
			if (error == 0) {
				note_connected(s, place);
			} else {
				note_error(s, place, error);
			}
			return 0;
		}
		if (loop_now() < until || !extra) {
			continue;
		}
		if (!s->c->overdue) {
			s->c->overdue = true;
			counted_read(s->c->a->addr.family, &s->open);
			run_changed(s->r->run);
		} else if (conclude != 0 && loop_now() >= conclude) {
			return 0;
		} else if (next != 0) {
			(void)send_syn(s, true);
		}
	}
}

/* A RST that came at once may be the work of this host's own firewall (reject with tcp reset): some
 * more SYNs, around which the counters tell whether they left. */
static void watch_refusal(struct attempt_state *s)
{
	const struct attempt *a = s->c->a;

	if (s->r->run->options->no_extra || same_host(a) != NO || a->tcp == NULL ||
	    !a->tcp->has.error || a->tcp->error != TCP_ECONNREFUSED || a->tcp->icmp ||
	    a->tcp->took > AT_ONCE_US) {
		return;
	}
	counted_read(s->c->a->addr.family, &s->open);
	for (int i = 0; i < WATCHED_REFUSALS; i++) {
		(void)send_syn(s, true);
	}
}

static int kernel_repeats(const struct attempt_state *s)
{
	struct sys_tcp_info info;
	int n = 0;

	for (int i = 0; i < s->n; i++) {
		if (s->fd[i] >= 0 && sys_tcp_info(s->fd[i], &info) == 0) {
			n += info.total_retrans;
		}
	}
	return n;
}

static int observe(const struct probe_run *r)
{
	struct attempt_state s = { .r = r, .c = r->contact };
	struct ev_tcp *tcp = NULL;
	int got = 0;
	int result = 0;

	s.first_at = loop_now();
	r->contact->began = s.first_at;
	got = send_syn(&s, false);
	if (got < 0) {
		note_error(&s, s.n - 1, -got);
	} else {
		result = follow(&s);
		watch_refusal(&s);
		tcp = READING(r, tcp);
		if (tcp != NULL && !tcp->has.end) { /* silence, or cut short: how far it came */
			note_source(&s, tcp, s.fd[0]);
			SET(tcp, syns, s.n + kernel_repeats(&s));
			SET(tcp, took, loop_now() - s.first_at);
			SET(tcp, end, TCP_UNANSWERED);
		}
		note_counters(&s);
	}
	for (int i = 0; i < s.n; i++) {
		sys_close_reset(s.fd[i]);
	}
	return result;
}

enum { ORDER_US = 500000 };

static const struct contact *contact_of(const struct run *run, const struct attempt *a)
{
	for (int i = 0; i < run->n_contacts; i++) {
		if (run->contacts[i].a == a) {
			return &run->contacts[i];
		}
	}
	return NULL;
}

/* MySQL's clients try one address after the other. Where naze opened several at once and let all
 * but one go, the server would count the others, and shut this host out after max_connect_errors.
 * A socket file comes first, and where it leads to another server an address may explain that. */
static bool not_yet(const struct probe_run *r)
{
	const struct evidence *e = r->run->e;
	bool socket = e->first != NULL && e->first->addr.family == ADDR_NONE;

	if (wants_mysql(e) != YES) {
		return false;
	}
	if (!e->target.literal && !socket && e->nss == NULL &&
	    loop_now() - r->run->began < ORDER_US) {
		return true; /* which one comes first is not known yet */
	}
	for (const struct attempt *a = e->first; a != NULL && a != r->contact->a; a = a->next) {
		const struct contact *c = contact_of(r->run, a);
		bool open = c != NULL && a->tcp != NULL && a->tcp->has.end &&
		            a->tcp->end == TCP_CONNECTED;
		bool explained =
			a->addr.family == ADDR_NONE && open && c->talked && through(a) == NO;
		bool pending = c != NULL && !c->overdue && (a->tcp == NULL || !a->tcp->has.end);

		if ((open && !explained) || (pending && given(a) != NO)) {
			return true;
		}
	}
	return false;
}

static bool wanted(const struct probe_run *r)
{
	return r->contact->a->addr.family != ADDR_NONE && !run_proxied(r->run) && !not_yet(r);
}

const struct probe probe_tcp = {
	.name = "tcp",
	.summary = "connects, as an ordinary client does, and reads who said no",
	.scope = PROBE_PER_ADDRESS,
	.n_gives = 2,
	.gives = { KIND_tcp, KIND_counters },
	.wanted = wanted,
	.observe = observe,
};
