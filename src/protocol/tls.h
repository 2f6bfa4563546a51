/* SPDX-License-Identifier: Apache-2.0 */
/* The TLS handshake of a run, as evidence; and the same again with one thing varied. */
#pragma once
#include "engine/probe.h"
#include "stream/tls.h"

/* The handshake on the contact's stream: fills the kinds tls and trust. 0 whatever came of it,
 * -ECANCELED and the like. */
int tls_speak(const struct probe_run *r);

/* Writes down, at the contact of r, how that handshake went and with which CA store. */
void tls_note(const struct probe_run *r, const struct tls_trust *trust,
              const struct tls_result *got);

/* What of a handshake is another than https has it: the store (NULL: this host's), and whether any
 * name will do. */
struct tls_wishes {
	const struct tls_trust *trust;
	bool no_name;
};

/* As tls_speak(), with those wishes. */
int tls_speak_as(const struct probe_run *r, const struct tls_wishes *wishes);

/* How TCP fares with a further handshake. */
struct tls_watch {
	const struct stream *stream; /* while it lasts, else NULL */
	bool repeated;               /* at its end: it had to repeat something */
	bool out_of_order;           /* at its end: it got segments before an earlier one */
};

/* What varies in a further handshake, on a connection of its own. */
struct tls_variation {
	int mss; /* 0: as ever */
	const char *sni;
	bool no_sni;
	bool low_security;
	bool legacy;
	bool no_alpn;
	struct tls_watch *watch; /* NULL: nobody does */
};

/* Connects again and makes the handshake with that variation. RETRY_COMPLETES when it is done,
 * RETRY_SAME when it ends as the first one did, RETRY_OTHER. Negative: cancelled, or not made. */
int tls_vary(const struct probe_run *r, const struct tls_variation *v, usec_t until);

/* A further connection to the contact's address and port, with that TCP_MAXSEG (0: as ever). The
 * stream, the caller's; or NULL and negative errno in *ret. */
struct stream *tls_connect_again(const struct probe_run *r, int mss, usec_t until, int *ret);

/* The same with TLS on it where the target's scheme wants that; sni: another name to send, NULL. A
 * server whose certificate does not pass gets no secret: without one in the target it is taken all
 * the same. */
struct stream *tls_open_again(const struct probe_run *r, int mss, const char *sni, usec_t until,
                              int *ret);

/* Whether the port answers a ClientHello at all: YES for any TLS record; UNKNOWN for silence. */
int tls_answers(const struct probe_run *r, usec_t until, enum tri *ret);

/* Until when something further may be tried: a connection, a handshake and an answer take up to
 * five round trips, of which far hosts have long ones. */
static inline usec_t tls_retry_until(const struct contact *c)
{
	usec_t least = 1200000;

	return loop_now() + (6 * c->rtt > least ? 6 * c->rtt : least);
}

/* Whether an answer on the contact's stream is overdue: several round trips, at least 300 ms. */
bool tls_stalled(const struct contact *c);
