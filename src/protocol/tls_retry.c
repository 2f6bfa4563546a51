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

enum { SMALL_MSS = 536, STALLED_US = 300000, EACH_US = 1200000, TWIN_US = 500000 };

bool tls_stalled(const struct contact *c)
{
	usec_t limit = 6 * c->rtt > STALLED_US ? 6 * c->rtt : STALLED_US;

	return c->waiting_since != 0 && loop_now() - c->waiting_since > limit;
}

static bool ended(const struct attempt *a)
{
	return a->tls != NULL && a->tls->has.end;
}

static int vary(const struct probe_run *r, const struct tls_variation *v, enum retry_end *ret,
                bool *ret_has)
{
	int got = tls_vary(r, v, loop_now() + EACH_US);

	if (got >= 0) {
		*ret = (enum retry_end)got;
		*ret_has = true;
	}
	return got == -ECANCELED || got == -ETIME ? got : 0;
}

#define VARY(r, ev, field, ...) \
	vary((r), &(struct tls_variation){ __VA_ARGS__ }, &(ev)->field, &(ev)->has.field)

/* Whether the very same fails again while a small MSS gets through. A server that is slow or mute
 * at times would look like a path that swallows large packets: it lets the twin through as well. */
static int try_twin(const struct probe_run *r, struct ev_tls_retry *ev)
{
	usec_t wait = 6 * r->contact->rtt > TWIN_US ? 6 * r->contact->rtt : TWIN_US;
	int got = tls_vary(r, &(struct tls_variation){ .mss = 0 }, loop_now() + wait);

	if (got >= 0) {
		SET(ev, again, (enum retry_end)got);
	}
	return got == -ECANCELED || got == -ETIME ? got : 0;
}

/* The answer that the first handshake waits for will not come: it was explained. */
static void interrupt(const struct probe_run *r)
{
	if (r->contact->stream != NULL && !ended(r->contact->a)) {
		stream_interrupt(r->contact->stream);
	}
}

/* Whether a handshake that nobody answers is one whose large packets vanish. */
static int try_small(const struct probe_run *r, struct ev_tls_retry *ev)
{
	int result = VARY(r, ev, small_mss, .mss = SMALL_MSS);

	if (result == 0 && ev->has.small_mss && ev->small_mss == RETRY_COMPLETES) {
		result = try_twin(r, ev);
		if (result == 0 && (!ev->has.again || ev->again != RETRY_COMPLETES)) {
			interrupt(r);
		}
	}
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
		if (result != 0 || (ev->has.small_mss && ev->small_mss == RETRY_COMPLETES)) {
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
	                 : tls_stalled(r->contact));
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
		result = say_hello(r, tops[i], loop_now() + EACH_US, &reply, &end);
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
