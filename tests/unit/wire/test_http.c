/* SPDX-License-Identifier: Apache-2.0 */
/* Requests byte for byte, and parts that would break the head. */
#include "test.h"

#include "wire/http.h"

static void builds(const struct http_request *q, const char *want)
{
	char text[2048];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	assert_int_equal(http_build(&buf, q), 0);
	assert_string_equal(text, want);
}

static void refuses(const struct http_request *q)
{
	char text[2048];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	assert_int_equal(http_build(&buf, q), -EINVAL);
}

#define TAIL "User-Agent: naze/0.1\r\nAccept: */*\r\n"

static void a_get_is_what_the_rfc_says(void **state)
{
	struct http_request q = { .host = "a.test", .port = 80, .default_port = 80 };

	(void)state;
	builds(&q, "GET / HTTP/1.1\r\nHost: a.test\r\n" TAIL "Connection: close\r\n\r\n");
	q.port = 8080;
	q.path = "/x?y=1";
	q.method = "HEAD";
	builds(&q,
	       "HEAD /x?y=1 HTTP/1.1\r\nHost: a.test:8080\r\n" TAIL "Connection: close\r\n\r\n");
	q.absolute = true;
	builds(&q, "HEAD http://a.test:8080/x?y=1 HTTP/1.1\r\nHost: a.test:8080\r\n" TAIL
	           "Connection: close\r\n\r\n");
}

static void ipv6_goes_into_brackets_without_its_zone(void **state)
{
	struct http_request q = { .host = "fe80::1%eth0", .port = 443, .default_port = 443 };

	(void)state;
	builds(&q, "GET / HTTP/1.1\r\nHost: [fe80::1]\r\n" TAIL "Connection: close\r\n\r\n");
}

static void connect_always_names_the_port(void **state)
{
	struct http_request q = { .method = "CONNECT",
		                  .host = "a.test",
		                  .port = 443,
		                  .default_port = 443,
		                  .proxy_user = "u",
		                  .proxy_secret = "p",
		                  .user = "not",
		                  .secret = "this" };

	(void)state;
	builds(&q, "CONNECT a.test:443 HTTP/1.1\r\nHost: a.test:443\r\n" TAIL
	           "Proxy-Authorization: Basic dTpw\r\nConnection: close\r\n\r\n");
}

static void credentials_and_more_fields_are_sent(void **state)
{
	struct http_request q = { .host = "a",
		                  .port = 80,
		                  .default_port = 80,
		                  .user = "user",
		                  .secret = "se cret",
		                  .connection = "Upgrade",
		                  .extra = "Upgrade: websocket\r\n",
		                  .host_header = "b" };

	(void)state;
	builds(&q, "GET / HTTP/1.1\r\nHost: b\r\n" TAIL
	           "Authorization: Basic dXNlcjpzZSBjcmV0\r\nConnection: Upgrade\r\n"
	           "Upgrade: websocket\r\n\r\n");
	q = (struct http_request){ .host = "a", .port = 80, .bearer = "t.t" };
	builds(&q, "GET / HTTP/1.1\r\nHost: a:80\r\n" TAIL
	           "Authorization: Bearer t.t\r\nConnection: close\r\n\r\n");
}

static void what_would_break_the_head_is_refused(void **state)
{
	static const char *const hosts[] = { "", "a b", "a\r\nX: y", "a/b", "u@a", "a#b", "a?b" };
	static const char *const paths[] = { "x", "/a b", "/a\r\nX: y", "/\x7f", "*" };
	struct http_request q = { .host = "a", .port = 80 };

	(void)state;
	for (size_t i = 0; i < sizeof(hosts) / sizeof(hosts[0]); i++) {
		q.host = hosts[i];
		refuses(&q);
	}
	q.host = "a";
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		q.path = paths[i];
		refuses(&q);
	}
	q.path = NULL;
	q.method = "GET X";
	refuses(&q);
	q.method = NULL;
	q.bearer = "a\r\nb";
	refuses(&q);
	q.bearer = NULL;
	q.connection = "a\r\nb";
	refuses(&q);
}

static void a_head_that_does_not_fit_is_said(void **state)
{
	struct http_request q = { .host = "a", .port = 80 };
	char text[20];
	char user[2000];
	char big[8192];
	struct buf buf;

	(void)state;
	buf_init(&buf, text, sizeof(text));
	assert_int_equal(http_build(&buf, &q), -EMSGSIZE);
	memset(user, 'x', sizeof(user));
	user[1999] = '\0';
	q.user = user;
	buf_init(&buf, big, sizeof(big));
	assert_int_equal(http_build(&buf, &q), 0); /* the database tokens of clouds are that long */
	buf_init(&buf, big, 2000);
	assert_int_equal(http_build(&buf, &q), -EMSGSIZE);
}

static void statuses_have_names(void **state)
{
	(void)state;
	assert_string_equal(http_status_name(502), "Bad Gateway");
	assert_null(http_status_name(999));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_get_is_what_the_rfc_says),
		cmocka_unit_test(ipv6_goes_into_brackets_without_its_zone),
		cmocka_unit_test(connect_always_names_the_port),
		cmocka_unit_test(credentials_and_more_fields_are_sent),
		cmocka_unit_test(what_would_break_the_head_is_refused),
		cmocka_unit_test(a_head_that_does_not_fit_is_said),
		cmocka_unit_test(statuses_have_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
