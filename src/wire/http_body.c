/* SPDX-License-Identifier: Apache-2.0 */
/* Reading bodies: by length, by chunks, or to the connection's end. */
#include "wire/http_body.h"
#include "base/str.h"

#include <string.h>

enum {
	CHUNK_SIZE,      /* in the digits of a chunk's size */
	CHUNK_EXTENSION, /* behind them, to the end of the line */
	CHUNK_DATA,
	CHUNK_END,     /* the line end behind a chunk's data */
	TRAILER_START, /* at the start of a line behind the last chunk */
	TRAILER,       /* in such a line */
};

enum { SIZE_DIGITS_MAX = 12 }; /* a chunk of 2^48 bytes is nobody's */

static bool says_chunked(const struct http_head *head)
{
	const char *coding = http_head_value(head, HTTP_TRANSFER_ENCODING);
	size_t n = coding != NULL ? strlen(coding) : 0;
	const char *word = "chunked";
	size_t len = strlen(word);

	if (n < len) {
		return false;
	}
	for (size_t i = 0; i < len; i++) { /* it is the last one (RFC 9112 6.1) */
		if (str_lower(coding[n - len + i]) != word[i]) {
			return false;
		}
	}
	return true;
}

void http_body_init(struct http_body *body, const struct http_head *head)
{
	int64_t length = http_head_length(head);

	memset(body, 0, sizeof(*body));
	body->chunked = says_chunked(head);
	if (head->status < 200 || head->status == 204 || head->status == 304) {
		body->delimited = true; /* such answers have none (RFC 9112 6.3) */
		body->done = true;
		body->chunked = false;
	} else if (body->chunked) {
		body->delimited = true;
	} else if (http_head_value(head, HTTP_TRANSFER_ENCODING) == NULL && length >= 0) {
		body->delimited = true;
		body->left = (uint64_t)length;
		body->done = length == 0;
	}
}

static void keep(struct http_body *body, const char *bytes, size_t len)
{
	size_t room = HTTP_BODY_KEPT - body->n;

	len = len < room ? len : room;
	for (size_t i = 0; i < len; i++) {
		body->text[body->n++] = bytes[i];
		if (bytes[i] == '\0') {
			body->text[body->n - 1] = ' ';
		}
	}
}

static int hex(char c)
{
	c = str_lower(c);
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* One byte of a chunk's size or of what stands behind it. */
static void take_size(struct http_body *body, char c)
{
	int digit = body->state == CHUNK_SIZE ? hex(c) : -1;

	if (digit >= 0 && body->digits < SIZE_DIGITS_MAX) {
		body->left = body->left * 16 + (uint64_t)digit;
		body->digits++;
	} else if (digit >= 0 || body->digits == 0) {
		body->broken = true;
	} else if (c == '\n') {
		body->state = body->left == 0 ? TRAILER_START : CHUNK_DATA;
		body->digits = 0;
	} else {
		body->state = CHUNK_EXTENSION;
	}
}

/* One byte of what stands around the data of the chunks. */
static void take_mark(struct http_body *body, char c)
{
	switch (body->state) {
	case CHUNK_SIZE:
	case CHUNK_EXTENSION:
		take_size(body, c);
		break;
	case CHUNK_END:
		body->broken = c != '\r' && c != '\n';
		body->state = c == '\n' ? CHUNK_SIZE : CHUNK_END;
		break;
	case TRAILER_START:
		body->done = c == '\n';
		body->state = c == '\r' || c == '\n' ? TRAILER_START : TRAILER;
		break;
	case TRAILER:
		body->state = c == '\n' ? TRAILER_START : TRAILER;
		break;
	}
}

size_t http_body_feed(struct http_body *body, const void *bytes, size_t len)
{
	const char *at = bytes;
	size_t used = 0;

	while (used < len && !body->done && !body->broken) {
		bool marks = body->chunked && body->state != CHUNK_DATA;
		size_t n = len - used;

		if (marks) {
			take_mark(body, at[used]);
			used++;
			continue;
		}
		if (body->delimited && n > body->left) {
			n = (size_t)body->left;
		}
		keep(body, at + used, n);
		used += n;
		body->left -= body->delimited ? n : 0;
		if (body->delimited && body->left == 0) {
			body->done = !body->chunked;
			body->state = CHUNK_END;
		}
	}
	return used;
}
