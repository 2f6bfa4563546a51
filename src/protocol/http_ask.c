/* SPDX-License-Identifier: Apache-2.0 */
/* Asking the target's server again. */
#include "protocol/http_ask.h"
#include "protocol/tls.h"
#include "wire/http.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

enum { REQUEST_MAX = 32768, BODY_MAX = 65536, BODY_WAIT_US = 150000 };

static bool broken_off(int r)
{
	return r == -ECANCELED || r == -ETIME;
}

void http_ask_close(struct http_asker *asker)
{
	stream_free(asker->stream);
	asker->stream = NULL;
}

/* A connection is used again only behind an answer that has come whole. */
static int read_body(struct http_asker *asker, const uint8_t *bytes, size_t len)
{
	usec_t until = loop_now() + BODY_WAIT_US;
	size_t all = len;
	size_t used = http_body_feed(&asker->body, bytes, len);
	bool more = used < len; /* bytes that nobody asked for */
	int n = 0;

	until = until < asker->until ? until : asker->until;
	while (!more && !asker->body.done && !asker->body.broken && all < BODY_MAX) {
		uint8_t next[4096];

		n = stream_read(asker->stream, next, sizeof(next), until);
		if (n <= 0) {
			break;
		}
		all += (size_t)n;
		more = http_body_feed(&asker->body, next, (size_t)n) < (size_t)n;
	}
	if (more || !asker->body.done || asker->body.broken) {
		http_ask_close(asker);
	}
	return broken_off(n) ? n : 0;
}

static bool closes(const struct http_head *head)
{
	const char *says = http_head_value(head, HTTP_CONNECTION);

	if (head->minor == 0) {
		return says == NULL || strcasecmp(says, "keep-alive") != 0;
	}
	return says != NULL && strcasecmp(says, "close") == 0;
}

/* Sends it over the open connection. 1, 0, or negative as http_ask(). */
static int exchange(struct http_asker *asker, const struct buf *request)
{
	int result = stream_write(asker->stream, request->text, request->len, asker->until);

	http_head_init(&asker->head);
	while ((result >= 0 || result == -ECONNRESET) && asker->head.state == HTTP_FEED_MORE) {
		uint8_t bytes[2048];
		size_t used = 0;

		result = stream_read(asker->stream, bytes, sizeof(bytes), asker->until);
		if (result <= 0) {
			asker->closed = result == 0;
			break;
		}
		if (http_head_feed(&asker->head, bytes, (size_t)result, &used) == HTTP_FEED_DONE) {
			http_body_init(&asker->body, &asker->head);
			result = asker->head_only
			                 ? 0
			                 : read_body(asker, bytes + used, (size_t)result - used);
		}
	}
	return broken_off(result) ? result : asker->head.state == HTTP_FEED_DONE;
}

static int connect_again(struct http_asker *asker)
{
	int result = 0;

	if (asker->left == 0) {
		return 0;
	}
	asker->left--;
	asker->stream = tls_open_again(asker->r, asker->mss, asker->sni, asker->until, &result);
	return asker->stream != NULL ? 1 : broken_off(result) ? result : 0;
}

int http_ask(struct http_asker *asker, const struct buf *request)
{
	bool used = asker->stream != NULL;
	int result = used ? 1 : connect_again(asker);

	memset(&asker->body, 0, sizeof(asker->body));
	asker->head.status = 0;
	asker->closed = false;
	if (result == 1) {
		result = exchange(asker, request);
	}
	if (result == 0 && used) { /* the server need not keep it (RFC 9112 9.3.1) */
		http_ask_close(asker);
		result = connect_again(asker);
		result = result == 1 ? exchange(asker, request) : result;
	}
	if (result != 1 || asker->head_only || closes(&asker->head)) {
		http_ask_close(asker);
	}
	return result;
}

int http_ask_name(struct http_asker *asker, const char *host, const char *path)
{
	const struct target *t = &asker->r->run->e->target;
	auto_free char *text = malloc(REQUEST_MAX);
	const struct http_request q = { .host = host,
		                        .port = t->port,
		                        .default_port = target_schemes[t->scheme].port,
		                        .path = path != NULL ? path : t->path,
		                        .connection = "keep-alive" };
	struct buf buf;

	if (text == NULL) {
		return 0;
	}
	buf_init(&buf, text, REQUEST_MAX);
	return http_build(&buf, &q) < 0 ? 0 : http_ask(asker, &buf);
}
