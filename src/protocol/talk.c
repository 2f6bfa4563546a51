/* SPDX-License-Identifier: Apache-2.0 */
/* What happens on an open connection: TLS where the scheme wants it, then the protocol, or, where
 * there is none to speak, listening to the server's first words. One address does it, the one that
 * an ordinary client would end on (RFC 8305); another only when that one failed and it explains
 * something. */
#include "protocol/protocols.h"
#include "protocol/tls.h"
#include "wire/spoken.h"

#include <errno.h>
#include <string.h>

enum { FIRST_WORDS_US = 1000000, EARLY_US = 50000, ORDER_US = 500000 };

static const struct scheme_info *scheme_of(const struct probe_run *r)
{
	return &target_schemes[r->run->e->target.scheme];
}

static const struct protocol *find_protocol(const struct probe_run *r)
{
	const char *app = scheme_of(r)->app;

	for (const struct protocol *const *p = r->run->protocols; app != NULL && *p != NULL; p++) {
		if (strcmp((*p)->app, app) == 0) {
			return *p;
		}
	}
	return NULL;
}

/* The server's first words. A server that should speak first is waited for as long as the run
 * lasts; for others silence is fine after a second. */
static int listen_first(const struct probe_run *r)
{
	struct ev_stream *ev = READING(r, stream);
	uint8_t bytes[512];
	usec_t began = loop_now();
	usec_t until = scheme_of(r)->server_first ? 0 : began + FIRST_WORDS_US;
	bool more = false;
	int n = 0;

	if (until != 0 && until > r->run->deadline - EARLY_US) {
		until = r->run->deadline - EARLY_US;
	}
	r->contact->waiting_since = began;
	n = stream_read(r->contact->stream, bytes, sizeof(bytes), until);
	r->contact->waiting_since = 0;
	SET(ev, waited, loop_now() - began);
	if (n > 0) {
		SET(ev, spoken,
		    (enum spoken)spoken_guess(bytes, (size_t)n, SPOKEN_AFTER_NOTHING, &more));
		SET_TEXT(r, ev, bytes, bytes, (size_t)n);
		SET(ev, first, FIRST_BYTES);
	} else if (n == 0) {
		SET(ev, first, FIRST_FIN);
	} else if (n == -ECONNRESET) {
		SET(ev, first, FIRST_RST);
	} else if (n == -ETIMEDOUT || n == -ETIME) {
		SET(ev, first, FIRST_SILENCE);
	}
	return n == -ECANCELED ? n : 0;
}

static int observe(const struct probe_run *r)
{
	const struct protocol *protocol = find_protocol(r);
	int result = 0;

	if (scheme_of(r)->tls) {
		result = tls_speak(r);
		if (result != 0 || r->contact->a->tls == NULL || !r->contact->a->tls->has.end ||
		    r->contact->a->tls->end != TLS_DONE) {
			r->contact->talked = result == 0;
			return result;
		}
	}
	if (protocol != NULL) {
		result = protocol->speak(r);
	} else if (r->run->e->target.scheme != SCHEME_TLS) {
		result = listen_first(r);
	}
	r->contact->talked = result == 0;
	return result;
}

static bool over(const struct contact *c)
{
	return c->talked ||
	       (c->a->tcp != NULL && c->a->tcp->has.end && c->a->tcp->end != TCP_CONNECTED);
}

static struct contact *contact_of(struct run *run, const struct attempt *a)
{
	for (int i = 0; i < run->n_contacts; i++) {
		if (run->contacts[i].a == a) {
			return &run->contacts[i];
		}
	}
	return NULL;
}

/* The client takes the name for a socket file, which is the run's first attempt. */
static bool socket_first(const struct run *run)
{
	return run->e->first != NULL && run->e->first->addr.family == ADDR_NONE;
}

/* Whether an ordinary client would end on that address, as far as is known now. */
static bool its_turn(const struct probe_run *r)
{
	bool beside_socket = socket_first(r->run) && r->contact->a->addr.family != ADDR_NONE;
	bool only_explains = only_dns(r->contact->a) == YES || beside_socket;

	for (const struct attempt *a = r->run->e->first; a != NULL; a = a->next) {
		const struct contact *c = contact_of(r->run, a);

		if (a == r->contact->a && (!only_explains || beside_socket)) {
			return true;
		}
		if (c == NULL || a == r->contact->a || (given(a) == NO && !beside_socket)) {
			continue;
		}
		if (c->stream != NULL && !(only_explains && c->talked && through(a) != YES)) {
			return false;
		}
		if (!over(c) && !c->overdue && c->stream == NULL) {
			return false; /* it may still win the race */
		}
	}
	return true;
}

/* Which address comes first the name service says; a little time is given to it, as clients give
 * 50 ms to a late AAAA (RFC 8305 3). */
static bool order_known(const struct probe_run *r)
{
	const struct evidence *e = r->run->e;

	return e->target.literal || socket_first(r->run) || run_proxied(r->run) || e->nss != NULL ||
	       loop_now() - r->contact->began > r->contact->rtt + ORDER_US;
}

static bool wanted(const struct probe_run *r)
{
	return r->contact->stream != NULL && r->run->hand_over == NULL &&
	       r->run->e->role != ROLE_PROXY && order_known(r) && its_turn(r);
}

/* Each protocol has a kind of its own name. The clock: a server says its time in its answer,
 * and a certificate that looks out of date makes one wait for that. */
enum {
#define PROTOCOL(app) PROTOCOL_##app,
#include "protocol/protocols.def"
	N_PROTOCOLS
};

const struct probe probe_talk = {
	.name = "talk",
	.summary = "speaks TLS and the protocol on the connection that a client would use",
	.scope = PROBE_PER_ADDRESS,
	.n_gives = 4 + N_PROTOCOLS,
	.gives = { KIND_tls, KIND_stream, KIND_app, KIND_clock,
#define PROTOCOL(app) KIND_##app,
#include "protocol/protocols.def"
	},
	.wanted = wanted,
	.observe = observe,
};
