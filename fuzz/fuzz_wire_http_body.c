/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the body reader behind a head: it must say the same in whatever pieces the bytes come. */
#include "wire/http_body.h"

#include <stdlib.h>
#include <string.h>

static struct http_head head;

/* Feeds all in pieces of size; how many bytes were used. */
static size_t feed(struct http_body *body, const uint8_t *data, size_t len, size_t size)
{
	size_t at = 0;

	http_body_init(body, &head);
	while (at < len) {
		size_t n = len - at < size ? len - at : size;
		size_t used = http_body_feed(body, data + at, n);

		at += used;
		if (used < n) {
			break;
		}
	}
	return at;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct http_body whole;
	static struct http_body bytes;
	size_t used = 0;
	size_t all = 0;

	http_head_init(&head);
	if (http_head_feed(&head, data, size, &used) != HTTP_FEED_DONE) {
		return 0;
	}
	all = feed(&whole, data + used, size - used, size + 1);
	if (all != feed(&bytes, data + used, size - used, 1) || whole.n > HTTP_BODY_KEPT ||
	    whole.done != bytes.done || whole.broken != bytes.broken ||
	    strlen(whole.text) != whole.n || strcmp(whole.text, bytes.text) != 0 ||
	    (!whole.done && !whole.broken && all != size - used)) {
		abort();
	}
	return 0;
}
