/* SPDX-License-Identifier: Apache-2.0 */
/* Explains a conversation that stalls: the same once more with a small TCP_MAXSEG tells an MTU
 * black hole; and where the server has not said a word, whether the port speaks another protocol
 * that waits for a whole line (HTTP, Redis), which it only shows when it gets one. */
#include "protocol/protocols.h"
#include "protocol/tls.h"
#include "wire/spoken.h"

#include <errno.h>
#include <string.h>

enum { SMALL_MSS = 536 };

static const struct protocol *protocol_of(const struct run *run)
{
	const char *app = target_schemes[run->e->target.scheme].app;

	for (const struct protocol *const *p = run->protocols; app != NULL && *p != NULL; p++) {
		if (strcmp((*p)->app, app) == 0) {
			return *p;
		}
	}
	return NULL;
}

static void interrupt(const struct probe_run *r)
{
	if (r->contact->waiting_since != 0 && r->contact->stream != NULL) {
		stream_interrupt(r->contact->stream); /* its answer will not come */
	}
}

/* Whether what the first conversation waited for since then came after all. */
static bool went_on(const struct probe_run *r, usec_t began)
{
	const struct ev_app *app = r->contact->a->app;

	return began != 0 && r->contact->waiting_since != began &&
	       !(app->has.end && app->end == APP_SILENCE);
}

static int ask_for_page(const struct probe_run *r, struct ev_app_retry *ev)
{
	static const char page[] = "GET / HTTP/1.0\r\n\r\n";
	usec_t until = tls_retry_until(r->contact);
	uint8_t bytes[256];
	bool more = false;
	int n = 0;
	struct stream *stream = tls_connect_again(r, 0, until, &n);

	if (stream == NULL) {
		return n == -ECANCELED || n == -ETIME ? n : 0;
	}
	n = stream_write(stream, page, sizeof(page) - 1, until);
	n = n < 0 ? n : stream_read(stream, bytes, sizeof(bytes), until);
	stream_free(stream);
	if (n > 0) {
		SET(ev, speaks,
		    (enum spoken)spoken_guess(bytes, (size_t)n, SPOKEN_AFTER_HTTP, &more));
		if (ev != NULL && ev->speaks != SPOKEN_UNKNOWN) {
			interrupt(r);
		}
	}
	return n == -ECANCELED || n == -ETIME ? n : 0;
}

static int observe(const struct probe_run *r)
{
	const struct protocol *p = protocol_of(r->run);
	const struct ev_app *app = r->contact->a->app;
	struct ev_app_retry *ev = READING(r, app_retry);
	usec_t began = r->contact->waiting_since;
	int got = p != NULL && p->again != NULL
	                  ? p->again(r, SMALL_MSS, tls_retry_until(r->contact))
	                  : -ENOENT;

	if (got < 0) {
		return got == -ECANCELED || got == -ETIME ? got : 0;
	}
	SET(ev, small_mss, (enum retry_end)got);
	if (got == RETRY_COMPLETES) { /* or was the first one just unlucky, or is slow? */
		got = went_on(r, began) ? RETRY_COMPLETES
		                        : p->again(r, 0, tls_retry_until(r->contact));
		if (got < 0) {
			return got == -ECANCELED || got == -ETIME ? got : 0;
		}
		got = went_on(r, began) ? RETRY_COMPLETES : got;
		SET(ev, again, (enum retry_end)got);
		if (got != RETRY_COMPLETES) {
			interrupt(r);
		}
		return 0;
	}
	return app->has.greeted ? 0 : ask_for_page(r, ev);
}

static bool wanted(const struct probe_run *r)
{
	const struct protocol *p = protocol_of(r->run);
	const struct ev_app *app = r->contact->a->app;

	if (p == NULL || p->again == NULL || app == NULL || r->contact->stream == NULL ||
	    target_is_socket(&r->run->e->target)) {
		return false;
	}
	return app->has.end ? app->end == APP_SILENCE : tls_stalled(r->contact);
}

const struct probe probe_app_retry = {
	.name = "app_retry",
	.summary = "repeats a conversation that stalls, with small packets and in another protocol",
	.scope = PROBE_PER_ADDRESS,
	.explains = true,
	.n_gives = 1,
	.gives = { KIND_app_retry },
	.wanted = wanted,
	.observe = observe,
};
