/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the HTTP head reader: it must say the same in whatever pieces the bytes come. */
#include "wire/http_head.h"

#include <stdlib.h>
#include <string.h>

/* Feeds all in pieces of size; how many bytes were used. */
static size_t feed(struct http_head *head, const uint8_t *data, size_t len, size_t size)
{
	enum http_feed state = HTTP_FEED_MORE;
	size_t at = 0;

	http_head_init(head);
	while (at < len && state == HTTP_FEED_MORE) {
		size_t used = 0;

		state = http_head_feed(head, data + at, len - at < size ? len - at : size, &used);
		at += used;
	}
	return at;
}

static bool same(const struct http_head *x, const struct http_head *y)
{
	return x->state == y->state && x->status == y->status && x->bad == y->bad &&
	       x->n_fields == y->n_fields && x->n_interim == y->n_interim &&
	       memcmp(x->value, y->value, sizeof(x->value)) == 0 &&
	       memcmp(x->count, y->count, sizeof(x->count)) == 0 &&
	       strcmp(x->location, y->location) == 0 && strcmp(x->reason, y->reason) == 0 &&
	       strcmp(x->status_line, y->status_line) == 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct http_head whole;
	static struct http_head bytes;

	if (feed(&whole, data, size, size + 1) != feed(&bytes, data, size, 1) ||
	    !same(&whole, &bytes) || whole.n_bytes > HTTP_HEAD_MAX + 1 ||
	    (whole.state == HTTP_FEED_DONE && (whole.status < 100 || whole.status > 999))) {
		abort();
	}
	(void)http_head_length(&whole);
	return 0;
}
