/* SPDX-License-Identifier: Apache-2.0 */
/* --compare-host: who signs for an unrelated host. A box that re-signs connections does it with one
 * authority of its own, whatever the name; nothing else shows that from here. */
#include "engine/child.h"
#include "protocol/protocols.h"
#include "stream/tls.h"

#include <errno.h>
#include <string.h>

enum { EACH_US = 1500000, MAX_TRIED = 2 };

static bool broken_off(int r)
{
	return r == -ECANCELED || r == -ETIME;
}

/* A connection to the first address of t that takes it; NULL with 0 or -ECANCELED and the like. */
static struct stream *connect_to(const struct probe_run *r, const struct target *t, int *ret)
{
	auto_free struct sys_nss *got = calloc(1, sizeof(*got));
	const struct sys_nss_question question = child_question(r->run->options, t->host, "0");
	struct stream *s = NULL;

	*ret = 0;
	if (t->literal) {
		return probe_connect(r, &(struct probe_peer){ .addr = &t->addr, .port = t->port },
		                     loop_now() + EACH_US, ret);
	}
	*ret = got == NULL ? -ENOMEM
	                   : child_lookup(r->run->loop, &question, loop_now() + EACH_US, got);
	for (size_t i = 0; *ret >= 0 && i < got->n && i < MAX_TRIED && s == NULL; i++) {
		s = probe_connect(
			r, &(struct probe_peer){ .addr = &got->addrs[i].addr, .port = t->port },
			loop_now() + EACH_US, ret);
		*ret = broken_off(*ret) ? *ret : 0;
	}
	return s;
}

/* The issuer of what the other host shows, made comparable: cleaned as the evidence is. */
static void note(const struct probe_run *r, const struct target *t, const struct tls_result *got)
{
	struct ev_compare_tls *ev = READING(r, compare_tls);

	SET_TEXT(r, ev, host, t->host, strlen(t->host));
	if (got->outcome != TLS_OUT_DONE || got->n_chain == 0) {
		return;
	}
	SET_TEXT(r, ev, issuer, got->chain[0].issuer, strlen(got->chain[0].issuer));
	SET(ev, trusted, got->n_faults == 0);
}

static int observe(const struct probe_run *r)
{
	const char *text = r->run->options->compare_host;
	auto_free struct target *t = malloc(sizeof(*t));
	auto_free struct tls_result *got = calloc(1, sizeof(*got));
	struct target_error error;
	const struct tls_module *module = NULL;
	const struct tls_trust *trust = NULL;
	struct stream *s = NULL;
	int result = 0;

	if (t == NULL || got == NULL) {
		return -ENOMEM;
	}
	if (run_tls(r->run, &module, &trust) < 0 ||
	    target_parse(text, strlen(text), t, &error) < 0 || t->flawed_is_fatal ||
	    run_proxied(r->run)) {
		probe_skip(r, KIND_compare_tls, SKIP_UNSUPPORTED);
		return 0;
	}
	s = connect_to(r, t, &result);
	if (s != NULL) {
		const struct tls_request q = { .host = t->host,
			                       .literal = t->literal,
			                       .trust = trust };

		result = tls_handshake(s, module, &q, loop_now() + EACH_US, got);
	}
	if (s == NULL && !broken_off(result)) {
		got->outcome = TLS_OUT_SILENCE;
		result = 0;
	}
	stream_free(s);
	if (result == 0) {
		note(r, t, got);
	}
	return result;
}

static bool wanted(const struct probe_run *r)
{
	for (int i = 0; r->run->options->compare_host != NULL && i < r->run->n_contacts; i++) {
		const struct ev_tls *tls = r->run->contacts[i].a->tls;

		if (tls != NULL && tls->has.end && tls->end == TLS_DONE && tls->has.faults &&
		    tls->faults.first != NULL) {
			return true;
		}
	}
	return false;
}

const struct probe probe_compare_tls = {
	.name = "compare_tls",
	.summary = "looks who signs for the host of --compare-host",
	.scope = PROBE_PER_RUN,
	.explains = true,
	.n_gives = 1,
	.gives = { KIND_compare_tls },
	.wanted = wanted,
	.observe = observe,
};
