/* SPDX-License-Identifier: Apache-2.0 */
/* Further requests to the address of a run's target, over connections of their own (TLS where the
 * target wants it), used again as long as the server keeps them. */
#pragma once
#include "engine/probe.h"
#include "wire/http_body.h"

/* Zeroed but for r, left and until. */
struct http_asker {
	const struct probe_run *r;
	int left;        /* how many connections it may still open */
	usec_t until;    /* what has not come by then does not come */
	int mss;         /* TCP_MAXSEG, 0: the kernel's own */
	bool head_only;  /* bodies are not wanted */
	const char *sni; /* another name for TLS than the target's, NULL */
	struct stream *stream;
	bool closed;           /* the last request got the end of the connection for an answer */
	struct http_head head; /* of the last answer */
	struct http_body body; /* how far it has come with the head, or to its end */
};

/* Sends a request (a whole head) and reads the answer: 1 when a head came; 0 when none did: it is
 * silent, closed, or speaks no HTTP; -ECANCELED, -ETIME. Unless head_only is set the body is read
 * as well, to its end when it comes soon: only then is the connection used again. */
int http_ask(struct http_asker *asker, const struct buf *request);

/* The same for GET path with that Host and without any secret; path NULL: the target's. */
int http_ask_name(struct http_asker *asker, const char *host, const char *path);

/* Lets the connection go; a further request opens another. */
void http_ask_close(struct http_asker *asker);
