/* SPDX-License-Identifier: Apache-2.0 */
/* Explains an HTTP exchange that failed: does the port speak TLS, does the same request with a
 * small MSS get through, and what does the same address answer for another Host. */
#include "protocol/http.h"
#include "protocol/protocols.h"
#include "protocol/tls.h"
#include "wire/http.h"
#include "wire/http_head.h"

#include <errno.h>
#include <string.h>

enum { SMALL_MSS = 536, REQUEST_MAX = 32768, TWIN_US = 500000 };

static bool plain(const struct run *run)
{
	return !target_schemes[run->e->target.scheme].tls && !run_proxied(run);
}

/* The request over a connection of its own: 1 when a head came, which is then in head; 0 when none
 * came until then. */
static int ask(const struct probe_run *r, int mss, usec_t until, const struct buf *text,
               struct http_head *head)
{
	int result = 0;
	struct stream *stream = tls_connect_again(r, mss, until, &result);

	if (stream == NULL) {
		return result == -ECANCELED || result == -ETIME ? result : 0;
	}
	result = stream_write(stream, text->text, text->len, until);
	http_head_init(head);
	while (result >= 0 && head->state == HTTP_FEED_MORE) {
		uint8_t bytes[2048];
		size_t used = 0;

		result = stream_read(stream, bytes, sizeof(bytes), until);
		if (result <= 0) {
			break;
		}
		(void)http_head_feed(head, bytes, (size_t)result, &used);
	}
	stream_free(stream);
	if (result == -ECANCELED || result == -ETIME) {
		return result;
	}
	return head->state == HTTP_FEED_DONE;
}

static int try_small_mss(const struct probe_run *r, struct ev_http_retry *ev,
                         struct http_head *head)
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
	result = ask(r, SMALL_MSS, tls_retry_until(r->contact), &buf, head);
	if (result >= 0) {
		SET(ev, small_mss, result == 1 ? RETRY_COMPLETES : RETRY_SAME);
	}
	if (result == 1) { /* or is the server just slow at times? Then its twin gets through too */
		result = ask(r, 0, loop_now() + TWIN_US + 6 * r->contact->rtt, &buf, head);
		if (result >= 0) {
			SET(ev, again, result == 1 ? RETRY_COMPLETES : RETRY_SAME);
		}
		if (result == 0 && r->contact->waiting_since != 0) {
			stream_interrupt(r->contact->stream); /* its answer will not come */
		}
	}
	return result < 0 ? result : 0;
}

static int try_other_host(const struct probe_run *r, struct ev_http_retry *ev,
                          struct http_head *head)
{
	const struct target *t = &r->run->e->target;
	const struct ev_http *http = r->contact->a->http;
	char text[512];
	struct buf buf;
	int result = 0;

	buf_init(&buf, text, sizeof(text));
	if (http_build(&buf, &(struct http_request){ .host = "www.example.com",
	                                             .port = t->port,
	                                             .default_port = 80,
	                                             .path = "/" }) < 0) {
		return 0;
	}
	result = ask(r, 0, tls_retry_until(r->contact), &buf, head);
	if (result == 1) {
		SET(ev, other_host, head->status);
		if (head->location[0] != '\0') {
			SET_TEXT(r, ev, other_location, head->location, strlen(head->location));
		}
		SET(ev, other_same,
		    http->has.status && http->status == head->status &&
		            (!http->has.location) == (head->location[0] == '\0'));
	}
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
	auto_free struct http_head *head = malloc(sizeof(*head));
	bool answered = http != NULL && http->has.end && http->end == HTTP_HEAD;
	enum tri tls = UNKNOWN;
	int result = head == NULL ? -ENOMEM : 0;

	if (result == 0 && !answered) {
		result = try_small_mss(r, ev, head);
		if (result == 0 &&
		    !(ev != NULL && ev->has.small_mss && ev->small_mss == RETRY_COMPLETES)) {
			result = tls_answers(r, tls_retry_until(r->contact), &tls);
		}
	}
	if (result == 0 && tls != UNKNOWN) {
		SET(ev, tls_answers, tls == YES);
	}
	if (result == 0 && answered) {
		result = try_other_host(r, ev, head);
	}
	return result;
}

static bool wanted(const struct probe_run *r)
{
	const struct ev_http *http = r->contact->a->http;

	if (!plain(r->run) || r->contact->stream == NULL || http == NULL) {
		return false;
	}
	if (!http->has.end) {
		return stalled(r);
	}
	return http->end != HTTP_HEAD ||
	       (http->has.status && http->status >= 300 && http->status < 500 &&
	        http->status != 304 && http->status != 401 && http->status != 429);
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
