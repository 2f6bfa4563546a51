/* SPDX-License-Identifier: Apache-2.0 */
/* Explains an HTTP exchange that failed: does the port speak TLS, does the same request with a
 * small MSS get through, and what does the same address answer for another Host. */
#include "protocol/http.h"
#include "protocol/http_ask.h"
#include "protocol/http_names.h"
#include "protocol/protocols.h"
#include "protocol/tls.h"

#include <errno.h>
#include <string.h>

enum { SMALL_MSS = 536, REQUEST_MAX = 32768 };

static bool plain(const struct run *run)
{
	return !target_schemes[run->e->target.scheme].tls;
}

/* The request over a connection of its own: 1 when a head came; 0 when none came until then. */
static int ask(const struct probe_run *r, int mss, usec_t until, const struct buf *text)
{
	auto_free struct http_asker *asker = calloc(1, sizeof(*asker));
	int result = 0;

	if (asker == NULL) {
		return 0;
	}
	asker->r = r;
	asker->left = 1;
	asker->until = until;
	asker->mss = mss;
	asker->head_only = true;
	result = http_ask(asker, text);
	http_ask_close(asker);
	return result;
}

static int try_small_mss(const struct probe_run *r, struct ev_http_retry *ev)
{
	auto_free char *text = malloc(REQUEST_MAX);
	struct buf buf;
	int result = 0;

	if (text == NULL) {
		return 0;
	}
	buf_init(&buf, text, REQUEST_MAX);
	if (http_request_for(r->run, &buf) < 0) {
		return 0;
	}
	result = ask(r, SMALL_MSS, tls_retry_until(r->contact), &buf);
	if (result >= 0) {
		SET(ev, small_mss, result == 1 ? RETRY_COMPLETES : RETRY_SAME);
	}
	/* Or is the server just slow at times, or the path lossy? Then its twin gets through, too,
	 * if it has the time for several repeats. */
	if (result == 1) {
		result = ask(r, 0, tls_retry_until(r->contact), &buf);
		if (result >= 0) {
			SET(ev, again, result == 1 ? RETRY_COMPLETES : RETRY_SAME);
		}
		if (result == 0 && r->contact->waiting_since != 0) {
			stream_interrupt(r->contact->stream); /* its answer will not come */
		}
	}
	return result < 0 ? result : 0;
}

/* Where a redirect leads under another Host: a portal sends everybody to one place. */
static int try_other_host(const struct probe_run *r, struct ev_http_retry *ev)
{
	const struct ev_http *http = r->contact->a->http;
	auto_free struct http_asker *asker = calloc(1, sizeof(*asker));
	const struct http_head *head = asker != NULL ? &asker->head : NULL;
	int result = 0;

	if (head == NULL) {
		return 0;
	}
	asker->r = r;
	asker->left = 1;
	asker->until = tls_retry_until(r->contact);
	asker->head_only = true;
	result = http_ask_name(asker, "www.example.com", "/");
	if (result == 1) {
		SET(ev, other_host, head->status);
		if (head->location[0] != '\0') {
			SET_TEXT(r, ev, other_location, head->location, strlen(head->location));
		}
		SET(ev, other_same,
		    http->has.status && http->status == head->status &&
		            (!http->has.location) == (head->location[0] == '\0'));
	}
	http_ask_close(asker);
	return result < 0 ? result : 0;
}

static bool stalled(const struct probe_run *r)
{
	return tls_stalled(r->contact) &&
	       (r->contact->a->http == NULL || !r->contact->a->http->has.took);
}

static int observe(const struct probe_run *r)
{
	const struct ev_http *http = r->contact->a->http;
	struct ev_http_retry *ev = READING(r, http_retry);
	bool answered = http != NULL && http->has.end && http->end == HTTP_HEAD;
	bool closed = http != NULL && http->has.end && !answered && http->end != HTTP_SILENCE;
	bool names = http_names_matter(r);
	enum tri tls = UNKNOWN;
	int result = 0;

	if (!answered && (plain(r->run) || !closed)) {
		result = try_small_mss(r, ev);
	}
	if (result == 0 && !answered && plain(r->run) &&
	    !(ev != NULL && ev->has.small_mss && ev->small_mss == RETRY_COMPLETES)) {
		result = tls_answers(r, tls_retry_until(r->contact), &tls);
	}
	if (result == 0 && tls != UNKNOWN) {
		SET(ev, tls_answers, tls == YES);
	}
	if (result == 0 && names && tls != YES) {
		result = http_names_ask(r, ev);
	} else if (result == 0 && answered && !names) {
		result = try_other_host(r, ev);
	}
	return result;
}

static bool wanted(const struct probe_run *r)
{
	const struct ev_http *http = r->contact->a->http;

	if (run_proxied(r->run) || r->contact->stream == NULL || http == NULL) {
		return false;
	}
	if (!http->has.end) {
		return stalled(r);
	}
	if (http->end != HTTP_HEAD) {
		return plain(r->run) || http->end == HTTP_SILENCE || http_names_matter(r);
	}
	return http_names_matter(r) || (plain(r->run) && captive(r->contact->a) == UNKNOWN);
}

const struct probe probe_http_retry = {
	.name = "http_retry",
	.summary = "repeats a failed HTTP request with one thing varied",
	.scope = PROBE_PER_ADDRESS,
	.explains = true,
	.n_gives = 1,
	.gives = { KIND_http_retry },
	.wanted = wanted,
	.observe = observe,
};
