/* SPDX-License-Identifier: Apache-2.0 */
/* Where bodies end, in one piece and byte by byte. */
#include "test.h"

#include "wire/http_body.h"

#include <string.h>

static struct http_head head;
static struct http_body body;

/* Feeds head and body in pieces of size; how many bytes belong to the body. */
static size_t feed_in(const char *text, size_t size)
{
	size_t used = 0;
	size_t at = 0;
	size_t n = strlen(text);

	http_head_init(&head);
	assert_int_equal(http_head_feed(&head, text, n, &used), HTTP_FEED_DONE);
	text += used;
	n -= used;
	http_body_init(&body, &head);
	while (at < n) {
		size_t piece = n - at < size ? n - at : size;
		size_t taken = http_body_feed(&body, text + at, piece);

		at += taken;
		if (taken < piece) {
			break;
		}
	}
	return at;
}

static void feed(const char *text, size_t used)
{
	assert_int_equal(feed_in(text, 1), used);
	assert_int_equal(feed_in(text, 3), used);
	assert_int_equal(feed_in(text, strlen(text)), used);
}

static void a_length_is_the_end(void **state)
{
	(void)state;
	feed("HTTP/1.1 404 x\r\nContent-Length: 5\r\n\r\nhelloHTTP/1.1", 5);
	assert_string_equal(body.text, "hello");
	assert_true(body.done);
	feed("HTTP/1.1 404 x\r\nContent-Length: 9\r\n\r\nhello", 5);
	assert_false(body.done);
	feed("HTTP/1.1 404 x\r\nContent-Length: 0\r\n\r\nx", 0);
	assert_true(body.done);
}

static void chunks_are_put_together(void **state)
{
	(void)state;
	feed("HTTP/1.1 200 x\r\nTransfer-Encoding: gzip, Chunked\r\n\r\n"
	     "5;a=b\r\nhello\r\n00b\r\n, you there\r\n0\r\nTrailer: x\r\n\r\nHTTP/1.1",
	     49);
	assert_string_equal(body.text, "hello, you there");
	assert_true(body.done);
	assert_false(body.broken);
}

static void chunks_that_make_no_sense_are_said(void **state)
{
	static const char *const texts[] = {
		"HTTP/1.1 200 x\r\nTransfer-Encoding: chunked\r\n\r\nhello",
		"HTTP/1.1 200 x\r\nTransfer-Encoding: chunked\r\n\r\n\r\n",
		"HTTP/1.1 200 x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n",
		"HTTP/1.1 200 x\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		(void)feed_in(texts[i], 1);
		assert_true(body.broken);
		assert_false(body.done);
	}
}

static void without_either_the_end_is_the_end(void **state)
{
	(void)state;
	feed("HTTP/1.0 200 x\r\n\r\nhello", 5);
	assert_false(body.done);
	assert_false(body.delimited);
	feed("HTTP/1.1 304 x\r\nContent-Length: 5\r\n\r\nHTTP", 0);
	assert_true(body.done);
}

static void only_the_beginning_is_kept(void **state)
{
	static char text[HTTP_BODY_KEPT + 200];
	static const char begin[] = "HTTP/1.0 200 x\r\n\r\n";

	(void)state;
	memset(text, 'x', HTTP_BODY_KEPT + 100 + strlen(begin));
	for (size_t i = 0; begin[i] != '\0'; i++) {
		text[i] = begin[i];
	}
	feed(text, HTTP_BODY_KEPT + 100);
	assert_int_equal(body.n, HTTP_BODY_KEPT);
	assert_int_equal(strlen(body.text), HTTP_BODY_KEPT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_length_is_the_end),
		cmocka_unit_test(chunks_are_put_together),
		cmocka_unit_test(chunks_that_make_no_sense_are_said),
		cmocka_unit_test(without_either_the_end_is_the_end),
		cmocka_unit_test(only_the_beginning_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
