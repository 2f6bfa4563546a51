/* SPDX-License-Identifier: Apache-2.0 */
/* Explains a handshake that does not come about: the same once more with exactly one thing varied
 * (signals.md 2): a small MSS tells an MTU black hole, another or no server name a filter or a
 * server that wants one, a low security level this host's own policy; and naze's own ClientHello
 * with every version and cipher finds what the server would speak. */
#include "protocol/protocols.h"
#include "protocol/tls.h"
#include "wire/hello.h"

#include <errno.h>
#include <string.h>

enum {
	SMALL_MSS = 536,
	ANSWER_US = 300000,    /* programs think before they answer */
	HANDSHAKE_US = 150000, /* TLS libraries hardly do */
	EACH_US = 1200000,
	TWIN_US =
		280000 /* beyond a server's own first repeat: 200 ms and a round trip (RFC 6298) */
};

static bool ended(const struct attempt *a)
{
	return a->tls != NULL && a->tls->has.end;
}

static usec_t round_trips(const struct contact *c, usec_t least)
{
	return 6 * c->rtt > least ? 6 * c->rtt : least;
}

static bool waits_longer(const struct contact *c, usec_t least)
{
	return c->waiting_since != 0 && loop_now() - c->waiting_since > round_trips(c, least);
}

bool tls_stalled(const struct contact *c)
{
	return waits_longer(c, ANSWER_US);
}

/* Whether the stream got something, but not what comes before it, and had to repeat nothing itself:
 * the short end of a flight whose full packets are lost. */
static bool lacks_beginning(const struct stream *stream)
{
	struct sys_tcp_info info;

	return stream != NULL && sys_tcp_info(stream->fd, &info) == 0 && info.out_of_order > 0 &&
	       info.total_retrans == 0;
}

static int vary(const struct probe_run *r, const struct tls_variation *v, enum retry_end *ret,
                bool *ret_has)
{
	int got = tls_vary(r, v, tls_retry_until(r->contact));

	if (got >= 0) {
		*ret = (enum retry_end)got;
		*ret_has = true;
	}
	return got == -ECANCELED || got == -ETIME ? got : 0;
}

#define VARY(r, ev, field, ...) \
	vary((r), &(struct tls_variation){ __VA_ARGS__ }, &(ev)->field, &(ev)->has.field)

/* The very same handshake once more, beside the one with a small MSS. */
struct twin {
	const struct probe_run *r;
	struct fiber *fiber;
	struct tls_watch watch;
	usec_t began;
	int end; /* enum retry_end, or negative: not ended, or never made */
};

static int speak_twin(void *arg)
{
	struct twin *t = arg;

	t->end = tls_vary(t->r, &(struct tls_variation){ .watch = &t->watch },
	                  tls_retry_until(t->r->contact));
	run_changed(t->r->run);
	return 0;
}

/* Until the twin has ended or that time. 0, -ECANCELED or -ETIME. */
static int await_twin(const struct twin *t, usec_t until)
{
	struct run *run = t->r->run;
	unsigned seen = run->changed.count;
	int result = 0;

	while (result == 0 && !loop_done(t->fiber)) {
		result = loop_wait_event(run->loop, &run->changed, &seen, until);
	}
	return result == -ETIMEDOUT ? 0 : result;
}

/* The answer that the first handshake waits for will not come: it was explained. */
static void interrupt(const struct probe_run *r)
{
	if (r->contact->stream != NULL && !ended(r->contact->a)) {
		stream_interrupt(r->contact->stream);
	}
}

/* How long the twin is given. Losses look the same when they hit the first handshake and the twin
 * and spare the small one: several repeats tell them apart. There is no need to wait for those
 * where both of them lack just the beginning of what came, and the small one met no loss. */
static usec_t enough(const struct twin *t, const struct tls_watch *small)
{
	const struct contact *c = t->r->contact;
	usec_t took = loop_now() - t->began;
	bool clear = !small->repeated && !small->out_of_order && !ended(c->a) &&
	             lacks_beginning(c->stream) && lacks_beginning(t->watch.stream);

	return t->began + (clear ? round_trips(c, 3 * took > TWIN_US ? 3 * took : TWIN_US)
	                         : round_trips(c, EACH_US));
}

/* Whether a handshake that nobody answers is one whose large packets vanish: then a small MSS gets
 * through, and its twin without one fails like the first. (A server that is slow or mute at times
 * lets the twin through as well.) */
static int try_small(const struct probe_run *r, struct ev_tls_retry *ev)
{
	struct twin twin = { .r = r, .began = loop_now(), .end = -ENOTCONN };
	struct tls_watch small = { .stream = NULL };
	int result = loop_spawn(r->run->loop, speak_twin, &twin, r->run->deadline, &twin.fiber);

	if (result < 0) {
		return 0; /* without it the rest proves nothing */
	}
	result = VARY(r, ev, small_mss, .mss = SMALL_MSS, .watch = &small);
	if (result == 0 && ev->has.small_mss) {
		bool helps = ev->small_mss == RETRY_COMPLETES;

		result = helps ? await_twin(&twin, enough(&twin, &small)) : 0;
		if (result == 0 && !loop_done(twin.fiber)) {
			SET(ev, again, RETRY_SAME);
		} else if (result == 0 && twin.end >= 0) {
			SET(ev, again, (enum retry_end)twin.end);
		}
		if (helps && ev->has.again && ev->again != RETRY_COMPLETES) {
			interrupt(r);
		}
	}
	(void)loop_stop(r->run->loop, &twin.fiber);
	return result;
}

/* Whether it is the name that the server, or something on the way, objects to. */
static int try_names(const struct probe_run *r, struct ev_tls_retry *ev, bool silent)
{
	int result = VARY(r, ev, other_name, .sni = "www.example.com");

	if (result != 0 || r->run->e->target.literal) {
		return result;
	}
	if (!ev->has.other_name || ev->other_name != RETRY_COMPLETES) {
		return VARY(r, ev, no_name, .no_sni = true);
	}
	interrupt(r);
	if (silent) {
		return 0;
	}
	/* a server that fails at times would look like a filter of names: both once more */
	result = VARY(r, ev, again, .mss = 0);
	return result == 0 ? VARY(r, ev, other_name, .sni = "www.example.com") : result;
}

/* What this host's library or its settings may object to. */
static int try_settings(const struct probe_run *r, struct ev_tls_retry *ev, bool refused_here)
{
	const struct attempt *a = r->contact->a;
	int result = VARY(r, ev, low_security, .low_security = true);

	if (result == 0 && refused_here) {
		result = VARY(r, ev, legacy, .legacy = true);
	}
	if (result == 0 && ended(a) && a->tls->has.alert && a->tls->alert == 120) {
		result = VARY(r, ev, no_alpn, .no_alpn = true);
	}
	return result;
}

static int observe(const struct probe_run *r)
{
	const struct attempt *a = r->contact->a;
	struct ev_tls_retry *ev = READING(r, tls_retry);
	bool silent = !ended(a) || a->tls->end == TLS_SILENCE;
	bool refused_here = ended(a) && a->tls->end == TLS_REFUSED_HERE;
	int result = 0;

	if (ev == NULL) {
		return -ENOMEM;
	}
	if (silent) {
		result = try_small(r, ev);
		if (result != 0 || (ev->has.small_mss && ev->small_mss == RETRY_COMPLETES) ||
		    (ev->has.again && ev->again == RETRY_COMPLETES)) {
			return result;
		}
	}
	if (!refused_here) {
		result = try_names(r, ev, silent);
	}
	if (result == 0 && !silent) {
		result = try_settings(r, ev, refused_here);
	}
	return result == 0 && !ev->has.again ? VARY(r, ev, again, .mss = 0) : result;
}

static bool wanted(const struct probe_run *r)
{
	const struct attempt *a = r->contact->a;

	return target_schemes[r->run->e->target.scheme].tls && r->contact->stream != NULL &&
	       (ended(a) ? a->tls->end != TLS_DONE && a->tls->end != TLS_NOT_TLS
	                 : waits_longer(r->contact, HANDSHAKE_US));
}

const struct probe probe_tls_retry = {
	.name = "tls_retry",
	.summary = "repeats a failed TLS handshake with one thing varied",
	.scope = PROBE_PER_ADDRESS,
	.explains = true,
	.n_gives = 1,
	.gives = { KIND_tls_retry },
	.wanted = wanted,
	.observe = observe,
};

/* Sends naze's own ClientHello over a connection of its own and reads the first answer. */
static int say_hello(const struct probe_run *r, uint16_t max, usec_t until, struct hello_reply *ret,
                     enum hello_end *ret_end)
{
	uint8_t random[HELLO_RANDOM_SIZE];
	uint8_t bytes[HELLO_MAX];
	uint8_t got[4096];
	size_t n = 0;
	struct stream *stream = NULL;
	int result = sys_random(random, sizeof(random));
	int len = 0;

	len = result == 0
	              ? hello_build(&(struct hello_offer){ .min = HELLO_SSL3,
	                                                   .max = max,
	                                                   .sni = r->run->e->target.literal
	                                                                  ? NULL
	                                                                  : r->run->e->target.host,
	                                                   .random = random },
	                            bytes)
	              : result;
	stream = len > 0 ? tls_connect_again(r, 0, until, &result) : NULL;
	if (stream == NULL) {
		return result < 0 ? result : -EINVAL;
	}
	result = stream_write(stream, bytes, (size_t)len, until);
	ret->answer = HELLO_MORE;
	while (result >= 0 && ret->answer == HELLO_MORE && n < sizeof(got)) {
		result = stream_read(stream, got + n, sizeof(got) - n, until);
		if (result <= 0) {
			break;
		}
		n += (size_t)result;
		hello_parse(got, n, ret);
	}
	stream_free(stream);
	switch (ret->answer) {
	case HELLO_SERVER:
	case HELLO_RETRY:
		*ret_end = ANSWER_SERVER_HELLO;
		break;
	case HELLO_ALERT:
		*ret_end = ANSWER_ALERT;
		break;
	case HELLO_MORE:
		*ret_end = result == 0             ? ANSWER_FIN
		           : result == -ECONNRESET ? ANSWER_RST
		                                   : ANSWER_SILENCE;
		break;
	case HELLO_SSL2_ANSWER:
	case HELLO_BAD:
	case HELLO_NOT_TLS:
	case N_HELLO_ANSWERS:
		*ret_end = ANSWER_NOT_TLS;
		break;
	}
	return result == -ECANCELED || result == -ETIME ? result : 0;
}

int tls_answers(const struct probe_run *r, usec_t until, enum tri *ret)
{
	struct hello_reply reply = { .answer = HELLO_MORE };
	enum hello_end end = ANSWER_SILENCE;
	int result = say_hello(r, HELLO_TLS13, until, &reply, &end);

	if (result == 0) {
		*ret = end == ANSWER_SERVER_HELLO || end == ANSWER_ALERT ? YES
		       : end == ANSWER_SILENCE                           ? UNKNOWN
		                                                         : NO;
	}
	return result;
}

static const char *version_name(uint16_t version)
{
	return version == HELLO_TLS13   ? "TLSv1.3"
	       : version == HELLO_TLS12 ? "TLSv1.2"
	       : version == HELLO_TLS11 ? "TLSv1.1"
	       : version == HELLO_TLS10 ? "TLSv1"
	       : version == HELLO_SSL3  ? "SSLv3"
	                                : "unknown";
}

static int observe_hello(const struct probe_run *r)
{
	/* a server may choke on a hello that offers what it does not know: then an older one */
	static const uint16_t tops[] = { HELLO_TLS13, HELLO_TLS12, HELLO_TLS10 };
	struct hello_reply reply = { .answer = HELLO_MORE };
	enum hello_end end = ANSWER_SILENCE;
	struct ev_tls_hello *ev = NULL;
	int result = 0;

	for (size_t i = 0; i < sizeof(tops) / sizeof(tops[0]); i++) {
		result = say_hello(r, tops[i], tls_retry_until(r->contact), &reply, &end);
		if (result != 0 || end == ANSWER_SERVER_HELLO) {
			break;
		}
	}
	if (result < 0) {
		return result == -ECANCELED || result == -ETIME ? result : 0;
	}
	ev = READING(r, tls_hello);
	if (end == ANSWER_SERVER_HELLO) {
		const char *cipher = hello_cipher_name(reply.cipher);

		SET_TEXT(r, ev, version, version_name(reply.version),
		         strlen(version_name(reply.version)));
		SET(ev, old_version, reply.version < HELLO_TLS12);
		if (cipher != NULL) {
			SET_TEXT(r, ev, cipher, cipher, strlen(cipher));
		}
		SET(ev, secure_renegotiation, reply.renegotiation_info);
	}
	if (end == ANSWER_ALERT) {
		SET(ev, alert, reply.alert);
	}
	SET(ev, end, end);
	return 0;
}

static bool wanted_hello(const struct probe_run *r)
{
	const struct attempt *a = r->contact->a;

	return target_schemes[r->run->e->target.scheme].tls && ended(a) &&
	       (a->tls->end == TLS_ALERT || a->tls->end == TLS_REFUSED_HERE ||
	        a->tls->end == TLS_RST || a->tls->end == TLS_FIN);
}

const struct probe probe_tls_hello = {
	.name = "tls_hello",
	.summary = "offers every TLS version and cipher to see what the server would speak",
	.scope = PROBE_PER_ADDRESS,
	.explains = true,
	.n_gives = 1,
	.gives = { KIND_tls_hello },
	.wanted = wanted_hello,
	.observe = observe_hello,
};
