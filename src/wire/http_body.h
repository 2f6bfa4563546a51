/* SPDX-License-Identifier: Apache-2.0 */
/* The body of an HTTP/1.x response, read as it comes (RFC 9112 6, 7.1): where it ends, so that the
 * connection can be used again, and how it begins, without the marks between its chunks. */
#pragma once
#include "wire/http_head.h"

enum { HTTP_BODY_KEPT = 2048 };

struct http_body {
	char text[HTTP_BODY_KEPT + 1]; /* how it begins, every NUL as a blank; ends with a NUL */
	size_t n;                      /* bytes of it */
	bool done;                     /* all of it has come */
	bool broken;    /* its chunks make no sense: it has no end that one can tell */
	bool delimited; /* it says where it ends; else the connection's end is its end */

	/* the reader's own */
	bool chunked;
	uint8_t state;
	uint8_t digits;
	uint64_t left; /* bytes of the body or of the chunk that are yet to come */
};

/* Begins the body of the answer to a GET with that head (HTTP_FEED_DONE). */
void http_body_init(struct http_body *body, const struct http_head *head);

/* Takes the next bytes of the connection. How many of them belong to the body: all, unless it is
 * done or broken. */
size_t http_body_feed(struct http_body *body, const void *bytes, size_t len);
