/* SPDX-License-Identifier: Apache-2.0 */
/* The handshake as evidence. */
#include "protocol/tls.h"
#include "protocol/protocols.h"
#include "protocol/proxy.h"
#include "wire/spoken.h"

#include <errno.h>
#include <string.h>

enum { REFUSAL_US = 200000 }; /* one answer of a slow server */

static const char *alpn_of(const struct probe_run *r)
{
	const char *app = target_schemes[r->run->e->target.scheme].app;

	return app != NULL && (strcmp(app, "http") == 0 || strcmp(app, "ws") == 0) ? "http/1.1"
	                                                                           : NULL;
}

static enum tls_end end_of(enum tls_outcome outcome)
{
	switch (outcome) {
	case TLS_OUT_DONE:
		return TLS_DONE;
	case TLS_OUT_ALERT:
		return TLS_ALERT;
	case TLS_OUT_FIN:
		return TLS_FIN;
	case TLS_OUT_RST:
		return TLS_RST;
	case TLS_OUT_SILENCE:
		return TLS_SILENCE;
	case TLS_OUT_NOT_TLS:
		return TLS_NOT_TLS;
	case TLS_OUT_LOCAL:
	case N_TLS_OUTCOMES:
		break;
	}
	return TLS_REFUSED_HERE;
}

#define SET_STRING(r, p, field, text) \
	((text)[0] != '\0' ? SET_TEXT(r, p, field, text, strlen(text)) : (void)0)

/* Where the leaf says that its issuer's certificate is. Nobody asked naze to go there: that host is
 * a third party, so the address is only handed on. */
static void note_issuer(const struct probe_run *r, const struct tls_result *got)
{
	for (int i = 0; i < got->n_faults; i++) {
		/* X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY, ..._VERIFY_LEAF_SIGNATURE */
		if ((got->faults[i].code == 20 || got->faults[i].code == 21) &&
		    got->aia[0] != '\0') {
			struct ev_aia *ev = READING(r, aia);

			SET_STRING(r, ev, url, got->aia);
			return;
		}
	}
}

static void record_certificates(const struct probe_run *r, struct ev_tls *tls,
                                const struct tls_result *got)
{
	SET_LIST(tls, faults);
	for (int i = 0; i < got->n_faults; i++) {
		struct ev_tls_fault *f = ITEM(r, tls, faults, tls_fault);

		SET(f, depth, got->faults[i].depth);
		SET(f, code, got->faults[i].code);
		SET_STRING(r, f, text, got->faults[i].text);
	}
	SET_LIST(tls, chain);
	for (int i = 0; i < got->n_chain; i++) {
		const struct tls_certificate *c = &got->chain[i];
		struct ev_certificate *x = ITEM(r, tls, chain, certificate);

		SET_STRING(r, x, subject, c->subject);
		SET_STRING(r, x, issuer, c->issuer);
		SET(x, not_before, c->not_before);
		SET(x, not_after, c->not_after);
		SET(x, self_issued, c->self_issued);
	}
	if (got->n_chain > 0) {
		SET_STRING(r, tls, names, got->names);
		SET(tls, no_san, got->no_san);
		SET(tls, root_sent, got->root_sent);
		SET(tls, anchor_expired, got->anchor_expired);
	}
	SET_STRING(r, tls, anchor, got->anchor);
	if (got->n_faults > 0) {
		SET_STRING(r, tls, verify_text, got->faults[0].text);
	}
	if (got->ocsp >= 0) {
		SET(tls, ocsp, (enum ocsp_state)got->ocsp);
	}
}

static void record(const struct probe_run *r, struct ev_tls *tls, const struct tls_result *got)
{
	bool more = false;

	SET(tls, took, got->took);
	if (got->outcome == TLS_OUT_SILENCE) {
		SET(tls, waited, got->took);
	}
	SET(tls, got_bytes, got->got_bytes);
	SET(tls, server_hello, got->version[0] != '\0');
	if (got->alert >= 0) {
		SET(tls, alert, got->alert);
		SET_STRING(r, tls, alert_name, got->alert_name);
	}
	if (got->outcome == TLS_OUT_LOCAL) {
		SET_STRING(r, tls, local_error, got->local_error);
		SET_STRING(r, tls, local_code, got->local_code);
	}
	if (got->outcome == TLS_OUT_NOT_TLS) {
		SET(tls, spoken,
		    (enum spoken)spoken_guess(got->first, got->n_first, SPOKEN_AFTER_TLS, &more));
		SET_TEXT(r, tls, bytes, got->first, got->n_first);
	}
	SET_STRING(r, tls, version, got->version);
	SET_STRING(r, tls, cipher, got->cipher);
	SET_STRING(r, tls, alpn, got->alpn);
	SET(tls, asks_client_cert, got->asks_client_cert);
	if (got->outcome == TLS_OUT_DONE) {
		record_certificates(r, tls, got);
		note_issuer(r, got);
	}
	SET(tls, end, end_of(got->outcome));
}

static void note_trust(const struct probe_run *r, const struct tls_trust *trust)
{
	struct ev_trust *ev = READING(r, trust);

	SET(ev, empty, trust->empty);
	SET_STRING(r, ev, path, trust->path);
	SET_STRING(r, ev, variable, trust->variable);
}

void tls_note(const struct probe_run *r, const struct tls_trust *trust,
              const struct tls_result *got)
{
	note_trust(r, trust);
	record(r, READING(r, tls), got);
}

static struct tls_request request_of(const struct probe_run *r, const struct tls_trust *trust)
{
	const struct target *t = &r->run->e->target;

	return (struct tls_request){
		.host = t->host, .literal = t->literal, .alpn = alpn_of(r), .trust = trust
	};
}

/* Without a protocol on top nobody would read what a server of TLS 1.3 thinks of a client that came
 * without a certificate. */
static int hear_refusal(const struct probe_run *r, struct tls_result *got)
{
	usec_t wait = 3 * r->contact->rtt > REFUSAL_US ? 3 * r->contact->rtt : REFUSAL_US;

	if (r->run->e->target.scheme != SCHEME_TLS || got->outcome != TLS_OUT_DONE ||
	    !got->asks_client_cert || strcmp(got->version, "TLSv1.3") != 0) {
		return 0;
	}
	return tls_refusal(r->contact->stream, loop_now() + wait, got);
}

int tls_speak(const struct probe_run *r)
{
	return tls_speak_as(r, &(struct tls_wishes){ .trust = NULL });
}

int tls_speak_as(const struct probe_run *r, const struct tls_wishes *wishes)
{
	auto_free struct tls_result *got = calloc(1, sizeof(*got));
	const struct tls_module *module = NULL;
	const struct tls_trust *trust = NULL;
	struct tls_request request;
	struct ev_tls *tls = NULL;
	int result = 0;

	if (got == NULL || run_tls(r->run, &module, &trust) < 0) {
		probe_skip(r, KIND_tls, SKIP_NOT_INSTALLED);
		return 0;
	}
	trust = wishes->trust != NULL ? wishes->trust : trust;
	note_trust(r, trust);
	request = request_of(r, trust);
	request.no_name = wishes->no_name;
	r->contact->waiting_since = loop_now();
	result = tls_handshake(r->contact->stream, module, &request, 0, got);
	tls = READING(r, tls);
	if (result == -ETIME) { /* the whole run was waited */
		SET(tls, waited, loop_now() - r->contact->waiting_since);
		SET(tls, end, TLS_SILENCE);
	}
	if (result == 0) {
		result = hear_refusal(r, got);
	}
	r->contact->waiting_since = 0;
	if (result == 0) {
		record(r, tls, got);
		run_changed(r->run);
	}
	return result;
}

/* Asks the proxy for the way over that connection, which is let go when it does not open. */
static struct stream *through_proxy(const struct probe_run *r, struct stream *stream, usec_t until,
                                    int *ret)
{
	struct ev_proxy said = { .end = CONNECT_SILENCE };

	*ret = stream == NULL
	               ? -ENOMEM
	               : proxy_ask(r, &r->run->proxy, stream, &r->run->looked_up, until, &said);
	if (*ret == 0 &&
	    !(said.has.end && (said.end == CONNECT_OPEN || said.end == CONNECT_FORWARDED))) {
		*ret = -ECONNREFUSED;
	}
	if (*ret < 0) {
		stream_free(stream);
		return NULL;
	}
	return stream;
}

struct stream *tls_connect_again(const struct probe_run *r, int mss, usec_t until, int *ret)
{
	bool proxied = run_proxied(r->run);
	const struct probe_peer to = {
		.addr = proxied ? proxy_address(r->run) : &r->contact->a->addr,
		.port = proxied ? r->run->proxy.proxy.port : r->run->e->target.port,
		.scope = r->contact->scope,
		.mss = mss,
	};
	struct stream *stream = NULL;

	if (to.addr == NULL) {
		*ret = -EHOSTUNREACH;
		return NULL;
	}
	stream = probe_connect(r, &to, until, ret);
	if (stream == NULL) {
		return NULL;
	}
	return proxied ? through_proxy(r, stream, until, ret) : stream;
}

/* The handshake on that new connection: 0, or negative errno. */
static int shake_hands(const struct probe_run *r, struct stream *stream, const char *sni,
                       usec_t until)
{
	auto_free struct tls_result *got = calloc(1, sizeof(*got));
	const struct target *t = &r->run->e->target;
	const struct tls_module *module = NULL;
	const struct tls_trust *trust = NULL;
	struct tls_request request;
	int result = 0;

	if (got == NULL || run_tls(r->run, &module, &trust) < 0) {
		return -ENOENT;
	}
	request = request_of(r, trust);
	request.sni = sni;
	result = tls_handshake(stream, module, &request, until, got);
	if (result == 0 && (got->outcome != TLS_OUT_DONE ||
	                    (got->n_faults > 0 && (t->user[0] != '\0' || t->secret[0] != '\0')))) {
		result = -EPROTO;
	}
	return result;
}

struct stream *tls_open_again(const struct probe_run *r, int mss, const char *sni, usec_t until,
                              int *ret)
{
	struct stream *stream = tls_connect_again(r, mss, until, ret);

	if (stream != NULL && target_schemes[r->run->e->target.scheme].tls) {
		*ret = shake_hands(r, stream, sni, until);
	}
	if (stream != NULL && *ret < 0) {
		stream_free(stream);
		stream = NULL;
	}
	return stream;
}

static bool same_end(const struct ev_tls *first, const struct tls_result *got)
{
	return first != NULL && first->has.end && first->end == end_of(got->outcome) &&
	       (got->alert < 0 || (first->has.alert && first->alert == got->alert));
}

static void unwatch(struct tls_watch *watch)
{
	struct sys_tcp_info info;

	if (watch != NULL && sys_tcp_info(watch->stream->fd, &info) == 0) {
		watch->repeated = info.total_retrans > 0;
		watch->out_of_order = info.out_of_order > 0;
	}
	if (watch != NULL) {
		watch->stream = NULL;
	}
}

int tls_vary(const struct probe_run *r, const struct tls_variation *v, usec_t until)
{
	auto_free struct tls_result *got = calloc(1, sizeof(*got));
	const struct tls_module *module = NULL;
	const struct tls_trust *trust = NULL;
	struct tls_request request;
	struct stream *stream = NULL;
	int result = 0;

	if (got == NULL || run_tls(r->run, &module, &trust) < 0) {
		return -ENOENT;
	}
	stream = tls_connect_again(r, v->mss, until, &result);
	if (stream == NULL) {
		return result == -ECANCELED || result == -ETIME ? result : RETRY_SAME;
	}
	request = request_of(r, trust);
	request.sni = v->sni;
	request.no_sni = v->no_sni;
	request.low_security = v->low_security;
	request.legacy_connect = v->legacy;
	if (v->no_alpn) {
		request.alpn = NULL;
	}
	if (v->watch != NULL) {
		v->watch->stream = stream;
	}
	result = tls_handshake(stream, module, &request, until, got);
	unwatch(v->watch);
	stream_free(stream);
	if (result < 0) {
		return result;
	}
	return got->outcome == TLS_OUT_DONE        ? RETRY_COMPLETES
	       : same_end(r->contact->a->tls, got) ? RETRY_SAME
	       : got->outcome == TLS_OUT_SILENCE   ? RETRY_SAME
	                                           : RETRY_OTHER;
}

/* Loads the library while the packets of the name or of the connection are under way. */
static int load(const struct probe_run *r)
{
	const struct tls_module *module = NULL;
	const struct tls_trust *trust = NULL;

	(void)run_tls(r->run, &module, &trust);
	return 0;
}

static bool wanted_load(const struct probe_run *r)
{
	const struct run *run = r->run;
	bool under_way = run->e->dns != NULL;

	for (int i = 0; i < run->n_contacts; i++) {
		under_way = under_way || run->contacts[i].began != 0;
	}
	return target_schemes[run->e->target.scheme].tls && under_way;
}

const struct probe probe_tls_load = {
	.name = "tls_load",
	.summary = "loads the TLS library while packets are under way",
	.scope = PROBE_PER_RUN,
	.wanted = wanted_load,
	.observe = load,
};
