/* SPDX-License-Identifier: Apache-2.0 */
/* Response heads in one piece and byte by byte, real and hostile. */
#include "test.h"

#include "base/clean.h"
#include "wire/http_head.h"

static struct http_head head;

/* Feeds the text in pieces of size; how many bytes belong to the head. */
static size_t feed_all(const char *text, size_t len, size_t size, enum http_feed want)
{
	enum http_feed r = HTTP_FEED_MORE;
	size_t at = 0;

	http_head_init(&head);
	while (at < len && r == HTTP_FEED_MORE) {
		size_t used = 0;

		r = http_head_feed(&head, text + at, len - at < size ? len - at : size, &used);
		at += used;
	}
	assert_int_equal(r, want);
	return at;
}

/* The same in whatever pieces: one, bytes, threes. */
static size_t feed(const char *text, enum http_feed want)
{
	size_t n = strlen(text);
	size_t used = feed_all(text, n, 1, want);

	assert_int_equal(feed_all(text, n, 3, want), used);
	assert_int_equal(feed_all(text, n, n, want), used);
	return used;
}

#define NGINX                                                                \
	"HTTP/1.1 302 Moved Temporarily\r\nServer: nginx/1.22.1\r\n"         \
	"Date: Tue, 24 Nov 2026 11:11:15 GMT\r\nContent-Type: text/html\r\n" \
	"Content-Length: 145\r\nConnection: keep-alive\r\nLocation: https://x.example/a\r\n\r\n"

static void a_real_head_is_read(void **state)
{
	(void)state;
	assert_int_equal(feed(NGINX "<html>", HTTP_FEED_DONE), strlen(NGINX));
	assert_int_equal(head.status, 302);
	assert_int_equal(head.major, 1);
	assert_int_equal(head.minor, 1);
	assert_string_equal(head.reason, "Moved Temporarily");
	assert_string_equal(head.status_line, "HTTP/1.1 302 Moved Temporarily");
	assert_string_equal(http_head_value(&head, HTTP_LOCATION), "https://x.example/a");
	assert_string_equal(http_head_value(&head, HTTP_SERVER), "nginx/1.22.1");
	assert_null(http_head_value(&head, HTTP_VIA));
	assert_int_equal(http_head_length(&head), 145);
	assert_int_equal(head.n_fields, 6);
}

static void bare_line_feeds_and_odd_blanks_are_read(void **state)
{
	(void)state;
	assert_int_equal(feed("HTTP/1.0 200\nserver : \t x\t \nVia:\n\nbody", HTTP_FEED_DONE), 34);
	assert_int_equal(head.minor, 0);
	assert_string_equal(head.reason, "");
	assert_string_equal(http_head_value(&head, HTTP_SERVER), "x");
	assert_string_equal(http_head_value(&head, HTTP_VIA), "");
	assert_int_equal(http_head_length(&head), -1);
}

static void a_head_without_fields_is_complete(void **state)
{
	(void)state;
	assert_int_equal(feed("HTTP/1.1 204 \r\n\r\nx", HTTP_FEED_DONE), 17);
	assert_int_equal(feed("HTTP/1.1 204 \n\nx", HTTP_FEED_DONE), 15);
	assert_int_equal(feed("HTTP/2 200\r\n\r\n", HTTP_FEED_DONE), 14);
	assert_int_equal(head.major, 2);
}

static void folded_fields_are_joined(void **state)
{
	(void)state;
	feed("HTTP/1.1 401 No\r\nWWW-Authenticate: Basic\r\n  realm=\"a\",\r\n\t x\r\nServer: "
	     "y\r\n\r\n",
	     HTTP_FEED_DONE);
	assert_string_equal(http_head_value(&head, HTTP_WWW_AUTHENTICATE),
	                    "Basic  realm=\"a\",  x");
	assert_string_equal(http_head_value(&head, HTTP_SERVER), "y");
	assert_int_equal(head.n_fields, 2);
}

static void repeated_fields_are_joined(void **state)
{
	(void)state;
	feed("HTTP/1.1 407 P\r\nProxy-Authenticate: NTLM\r\nproxy-authenticate: Basic\r\n"
	     "Location: /a\r\nLocation: /b\r\n\r\n",
	     HTTP_FEED_DONE);
	assert_string_equal(http_head_value(&head, HTTP_PROXY_AUTHENTICATE), "NTLM, Basic");
	assert_int_equal(head.count[HTTP_PROXY_AUTHENTICATE], 2);
	assert_string_equal(http_head_value(&head, HTTP_LOCATION), "/a");
}

static void interim_responses_are_skipped(void **state)
{
	(void)state;
	feed("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nServer: no\r\n\r\n"
	     "HTTP/1.1 200 OK\r\nVia: 1.1 x\r\n\r\n",
	     HTTP_FEED_DONE);
	assert_int_equal(head.status, 200);
	assert_int_equal(head.n_interim, 2);
	assert_int_equal(head.interim_status, 103);
	assert_null(http_head_value(&head, HTTP_SERVER));
	feed("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n\x81", HTTP_FEED_DONE);
	assert_int_equal(head.status, 101);
	feed("HTTP/1.1 100 C\r\n\r\nSSH-2.0-x\r\n", HTTP_FEED_BAD);
	feed("HTTP/1.1 100 C\r\n\r\n", HTTP_FEED_MORE);
}

static void what_is_not_http_is_said_at_once(void **state)
{
	(void)state;
	assert_int_equal(feed("SSH-2.0-OpenSSH\r\n", HTTP_FEED_FOREIGN), 1);
	assert_int_equal(feed("HTTPS", HTTP_FEED_FOREIGN), 5);
	feed("HTTP/x", HTTP_FEED_FOREIGN);
	feed("\r\nHTTP/1.1 200 OK\r\n\r\n", HTTP_FEED_FOREIGN);
	feed("HTTP/", HTTP_FEED_MORE);
	feed("HTTP/1.1 200 OK\r\nServer: x\r\n", HTTP_FEED_MORE);
	feed("HTTP/1.1 200 OK\r\nServer: x\r\n\r", HTTP_FEED_MORE);
}

static void malformed_status_lines_are_said(void **state)
{
	static const char *const lines[] = {
		"HTTP/1.1\r\n",     "HTTP/1.1 \r\n",      "HTTP/1.1 20\r\n", "HTTP/1.1 2000 x\r\n",
		"HTTP/1.1 abc\r\n", "HTTP/1.1 099 x\r\n", "HTTP/1.1200\r\n", "HTTP/1\r\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		feed(lines[i], HTTP_FEED_BAD);
		assert_int_equal(head.bad, HTTP_BAD_STATUS_LINE);
	}
}

static void lines_without_a_colon_are_counted(void **state)
{
	(void)state;
	feed("HTTP/1.1 200 OK\r\nnonsense\r\n: x\r\nServer: s\r\n\r\n", HTTP_FEED_DONE);
	assert_int_equal(head.n_bad, 2);
	assert_string_equal(http_head_value(&head, HTTP_SERVER), "s");
}

static void endless_heads_end(void **state)
{
	static char big[HTTP_HEAD_MAX + 1000];
	size_t n = 0;

	(void)state;
	memset(big, 'a', sizeof(big));
	memcpy(big, "HTTP/1.1 200 OK\r\nServer: ", 25);
	feed_all(big, sizeof(big), sizeof(big), HTTP_FEED_BAD);
	assert_int_equal(head.bad, HTTP_BAD_TOO_LONG);
	n = 17;
	while (n + 5 < sizeof(big)) {
		memcpy(big + n, "a: b\n", 5);
		n += 5;
	}
	feed_all(big, n, n, HTTP_FEED_BAD);
	assert_true(head.n_fields <= HTTP_FIELDS_MAX + 1);
	for (n = 0; n + 16 < sizeof(big); n += 16) {
		memcpy(big + n, "HTTP/1.1 100 A\n\n", 16);
	}
	feed_all(big, n, n, HTTP_FEED_BAD);
	assert_int_equal(head.n_interim, HTTP_INTERIM_MAX + 1);
}

static void long_and_dirty_values_are_cut_and_cleaned(void **state)
{
	static char text[6000];
	size_t n = 25;

	(void)state;
	memset(text, 'L', sizeof(text));
	memcpy(text, "HTTP/1.1 200 \x1b[0m\nServer:", 25);
	memcpy(text + 25, "\x1b[31m", 5);
	memcpy(text + 5990, "\nVia: v\n\n", 9);
	feed_all(text, 5999, 7, HTTP_FEED_DONE);
	assert_string_equal(head.reason, "\\x1b[0m");
	assert_memory_equal(http_head_value(&head, HTTP_SERVER), "\\x1b[31mLL", 10);
	n = strlen(http_head_value(&head, HTTP_SERVER));
	assert_true(n > CLEAN_MAX && n < HTTP_VALUE_MAX);
	assert_string_equal(http_head_value(&head, HTTP_VIA), "v");
}

static void lengths_that_contradict_are_none(void **state)
{
	(void)state;
	feed("HTTP/1.1 200 OK\nContent-Length: 5\nContent-Length: 5\n\n", HTTP_FEED_DONE);
	assert_int_equal(http_head_length(&head), 5);
	feed("HTTP/1.1 200 OK\nContent-Length: 5, 6\n\n", HTTP_FEED_DONE);
	assert_int_equal(http_head_length(&head), -1);
	feed("HTTP/1.1 200 OK\nContent-Length: -5\n\n", HTTP_FEED_DONE);
	assert_int_equal(http_head_length(&head), -1);
	feed("HTTP/1.1 200 OK\nContent-Length: 99999999999999999999999\n\n", HTTP_FEED_DONE);
	assert_int_equal(http_head_length(&head), -1);
	for (int i = 0; i < N_HTTP_FIELDS; i++) {
		assert_true(strlen(http_head_name((enum http_field)i)) > 2);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_real_head_is_read),
		cmocka_unit_test(bare_line_feeds_and_odd_blanks_are_read),
		cmocka_unit_test(a_head_without_fields_is_complete),
		cmocka_unit_test(folded_fields_are_joined),
		cmocka_unit_test(repeated_fields_are_joined),
		cmocka_unit_test(interim_responses_are_skipped),
		cmocka_unit_test(what_is_not_http_is_said_at_once),
		cmocka_unit_test(malformed_status_lines_are_said),
		cmocka_unit_test(lines_without_a_colon_are_counted),
		cmocka_unit_test(endless_heads_end),
		cmocka_unit_test(long_and_dirty_values_are_cut_and_cleaned),
		cmocka_unit_test(lengths_that_contradict_are_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
