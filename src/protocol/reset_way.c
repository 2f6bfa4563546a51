/* SPDX-License-Identifier: Apache-2.0 */
/* Who resets an open connection as soon as the first words are said (the request, the ClientHello):
 * the host, something on the way to it, or this very host. Two further handshakes at most:
 *   - the way there by SYNs with growing TTLs, all of one flow, until one of them opens: the first
 *     connection. The words leave on it with TTLs that ended in a router before: a RST all the same
 *     is not the host's, and when the kernel handed them to no network device it is this host's.
 *   - that came to pass on the way: once more on another connection, from TTL 1 on, which shows
 *     where. It did not: something just before the host, which no TTL tells from it, is nearer all
 *     the same: its RST arrives with a TTL above the one of the host's SYN-ACK. Which that is shows
 *     a SYN of its own, whose answer the kernel is made to drop.
 * What the kernel repeats goes out with the TTL of that moment, which stays below the host's. A RST
 * that comes before anything was said tells nothing about the words. */
#include "protocol/follow.h"
#include "protocol/http.h"
#include "protocol/protocols.h"
#include "wire/hello.h"

#include <errno.h>
#include <string.h>

enum { WORDS_MAX = 4096, MOST_SEGMENTS = 9 };
enum { INITIAL_TTL = 64 }; /* of Linux, the BSDs, macOS; Windows has 128 */
enum { LATE_US = 15000, FIRST_US = 4000, OLD_US = 400000, FAR_US = 150000, REPEAT_US = 260000 };

struct way {
	struct follow way;
	char words[WORDS_MAX];
	size_t n_words;
	usec_t age; /* of the connection when it was reset, at most */
};

static const struct addr *host_of(const struct way *w)
{
	return &w->way.r->contact->a->addr;
}

static usec_t round_trip(const struct way *w)
{
	return w->way.rtt + w->way.rtt / 2 + LATE_US;
}

/* Waits for the connection of fd to be reset: 1, 0 when it was not by then, -ENOMSG when something
 * else came; negative: cancelled. */
static int wait_reset(const struct way *w, int fd, usec_t until)
{
	char bytes[256];
	int got = 0;

	do {
		got = loop_wait(w->way.r->run->loop, fd, LOOP_IN, until);
		if (got < 0) {
			return got == -ETIMEDOUT ? 0 : got;
		}
		got = sys_recv(fd, bytes, sizeof(bytes));
		(void)sys_has_left(fd); /* a repeat is noted, too */
	} while (got == -EAGAIN);
	return got == -ECONNRESET || got == -EPIPE ? 1 : -ENOMSG;
}

/* Says the words with that TTL (0: the default) and waits as wait_reset(); *ret_left: they left
 * this host. */
static int say(const struct way *w, int fd, int ttl, usec_t wait, bool *ret_left)
{
	int got = sys_set_ttl(fd, host_of(w)->family, ttl);

	got = got < 0 ? got : sys_send(fd, w->words, w->n_words);
	*ret_left = sys_has_left(fd);
	return got < 0 ? -ENOMSG : wait_reset(w, fd, loop_now() + wait);
}

/* Says them with a TTL that ends in a router, and writes down what came of it. As say(). */
static int try_words(const struct way *w, int fd, int ttl, usec_t wait)
{
	struct ev_hop *row = NULL;
	bool left = false;
	int got = say(w, fd, ttl, wait, &left);

	if (got > 0 && !left) {
		SET(w->way.trace, reset_here, true);
		return -ENOMSG;
	}
	if (got >= 0) {
		row = ITEM(w->way.r, w->way.trace, first_words, hop);
		SET(row, ttl, ttl);
		SET(row, end, got > 0 ? HOP_RESET : HOP_SILENT);
		SET(w->way.trace, reset_here, false);
	}
	return got;
}

/* Only whether it is this host: its RST comes while the words are being sent. */
static int try_here(const struct way *w, int fd)
{
	bool left = false;
	int got = sys_note_leaving(fd) < 0 ? -ENOMSG : say(w, fd, 0, FIRST_US, &left);

	if (got > 0 || left) {
		SET(w->way.trace, reset_here, !left);
	}
	return got < 0 ? got : -ENOMSG;
}

/* On the connection that the way was followed with: 1 when the words are answered with a RST on
 * the way, 0 when not; -ENOMSG when there is nothing more to be learned; negative: cancelled. */
static int try_first(const struct way *w, int fd)
{
	int got = sys_note_leaving(fd);

	got = got < 0 ? -ENOMSG : wait_reset(w, fd, loop_now() + w->age + w->age / 2 + LATE_US);
	if (got != 0) {
		return got > 0 ? 0 : got; /* unasked: who it was may be seen all the same */
	}
	if (w->way.ends == 0) {
		return try_here(w, fd);
	}
	if (w->way.ends > 1) {
		got = try_words(w, fd, 1, w->way.rtt / 2 + FIRST_US);
	}
	return got != 0 ? got : try_words(w, fd, w->way.ends, round_trip(w));
}

/* Once more, from the first TTL on (the first window holds no more than ten segments, RFC 6928);
 * something that puts the stream together again waits for the kernel's repeat of its beginning. */
static int find_place(struct way *w)
{
	int first = w->way.ends > MOST_SEGMENTS ? w->way.ends - MOST_SEGMENTS + 1 : 1;
	int fd = follow_socket(&w->way, 0, 0);
	int got = follow_connect(&w->way, fd, 0);

	got = got == 0 || sys_note_leaving(fd) < 0 ? -ENOMSG : got;
	got = got < 0 ? got : wait_reset(w, fd, loop_now() + 2 * (w->age + LATE_US));
	for (int ttl = first; ttl <= w->way.ends && got == 0; ttl++) {
		usec_t wait = ttl < w->way.ends ? round_trip(w) : 2 * w->way.rtt + REPEAT_US;

		got = try_words(w, fd, ttl, wait);
	}
	follow_let_go(&w->way, fd);
	return got;
}

/* The words with an ordinary TTL on a connection on which only RSTs from nearer than the host
 * count. Nor may they come with a TTL that no host at that distance sends (RSTs of some systems
 * start with another one). */
static int try_nearer(const struct way *w, int fd, int ttl)
{
	usec_t wait = round_trip(w) + w->age;
	bool left = false;
	int got = sys_set_min_ttl(fd, host_of(w)->family, INITIAL_TTL + 1);

	got = got < 0 || sys_note_leaving(fd) < 0 ? -ENOMSG : say(w, fd, 0, wait, &left);
	if (left) {
		SET(w->way.trace, reset_here, false);
	}
	if (got != 0 || sys_set_min_ttl(fd, host_of(w)->family, ttl + 1) < 0) {
		return got;
	}
	got = say(w, fd, 0, wait, &left);
	if (got > 0 && !left) {
		SET(w->way.trace, reset_here, true);
	} else if (got == 0) {
		SET(w->way.trace, reset_nearer, false);
	} else if (got > 0) { /* or was only the SYN lost whose answer was to be? */
		got = follow_arrives_with(&w->way, ttl);
		if (got > 0) {
			SET(w->way.trace, reset_nearer, true);
		}
	}
	return got;
}

/* The second connection, where the first one has shown nothing. */
static int try_second(struct way *w)
{
	int ttl = INITIAL_TTL - w->way.opens + 1; /* with which the host's packets should arrive */
	int got = w->way.ends == w->way.opens - 1 ? follow_control(&w->way) : 0;
	int fd = -1;

	got = got > 0 ? follow_arrives_with(&w->way, ttl) : got;
	if (got <= 0) {
		return got;
	}
	fd = follow_socket(&w->way, 0, 0);
	got = follow_connect(&w->way, fd, ttl);
	if (got > 0) {
		got = try_nearer(w, fd, ttl);
	}
	follow_let_go(&w->way, fd);
	return got;
}

/* What an ordinary client says first. */
static void find_words(struct way *w)
{
	const struct target *t = &w->way.r->run->e->target;
	uint8_t random[HELLO_RANDOM_SIZE];
	uint8_t hello[HELLO_MAX];
	struct buf buf;
	int len = 0;

	if (!target_schemes[t->scheme].tls) {
		buf_init(&buf, w->words, sizeof(w->words));
		if (wants_http(w->way.r->run->e) == YES &&
		    http_request_for(w->way.r->run, &buf) == 0) {
			w->n_words = buf.len;
		}
	} else if (sys_random(random, sizeof(random)) == 0) {
		len = hello_build(&(struct hello_offer){ .min = HELLO_TLS12,
		                                         .max = HELLO_TLS13,
		                                         .sni = t->literal ? NULL : t->host,
		                                         .ciphers = HELLO_CIPHERS_MODERN,
		                                         .random = random },
		                  hello);
		if (len > 0) {
			memcpy(w->words, hello, (size_t)len);
			w->n_words = (size_t)len;
		}
	}
}

/* Where each step would take long: this host at least can be told from the rest. */
static int try_far(const struct way *w)
{
	int fd = follow_socket(&w->way, 0, 0);
	int got = follow_connect(&w->way, fd, 0);

	got = got > 0 ? try_here(w, fd) : got;
	follow_let_go(&w->way, fd);
	return got < 0 ? got : -ENOMSG;
}

static int observe(const struct probe_run *r)
{
	const struct contact *c = r->contact;
	bool traced = c->a->trace != NULL; /* it was slow to open: its list stands */
	struct way w = { .way = { .r = r, .trace = READING(r, trace), .rtt = c->rtt } };
	int result = 0;
	int fd = -1;

	w.age = loop_now() - c->began - (c->a->tcp->has.took ? c->a->tcp->took : 0);
	find_words(&w);
	if (w.way.trace == NULL || w.n_words == 0) {
		return 0;
	}
	if (traced || w.age > OLD_US || c->rtt > FAR_US) {
		result = try_far(&w);
	} else {
		fd = follow_way(&w.way);
		result = fd < 0 ? fd : try_first(&w, fd);
		follow_let_go(&w.way, fd);
	}
	if (result >= 0) {
		result = result > 0 ? find_place(&w) : try_second(&w);
	}
	if (result == -ECANCELED || result == -ETIME) {
		w.way.trace->first_words.cut = true;
		return result;
	}
	return 0;
}

/* Reset after words that anybody on the way can read. */
static bool wanted(const struct probe_run *r)
{
	const struct attempt *a = r->contact->a;
	bool tls = target_schemes[r->run->e->target.scheme].tls;

	return a->addr.family != ADDR_NONE && !run_proxied(r->run) && same_host(a) == NO &&
	       connected(a) == YES && (tls ? tls_is(a, TLS_RST) : http_is(a, HTTP_RST)) == YES;
}

const struct probe probe_reset_way = {
	.name = "reset_way",
	.summary = "looks for who resets a connection: the host, or something on the way",
	.scope = PROBE_PER_ADDRESS,
	.explains = true,
	.n_gives = 1,
	.gives = { KIND_trace }, /* where it opened; where not, probe_trace does */
	.wanted = wanted,
	.observe = observe,
};
