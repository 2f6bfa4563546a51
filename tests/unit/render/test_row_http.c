/* SPDX-License-Identifier: Apache-2.0 */
/* The row of HTTP: the request and the answer. */

#include <string.h>

#include "seen.h"
#include "test.h"

static void the_query_is_not_shown(void **state)
{
	(void)state;
	assert_string_equal(
		seen_row(
			"run main -1 http://10.0.3.15/a?key=geheim\n"
			"at 10.0.3.15\n"
			"route type=unicast on_link=no src=10.0.1.20 gateway=10.0.1.1 dev=\"eth0\" dev_up=yes dev_carrier=yes\n"
			"tcp end=connected\n"
			"http end=head status=200 version=\"HTTP/1.1\" server=\"nginx\"\n",
			STAGE_HTTP),
		"GET /a -> 200 | HTTP/1.1, server: nginx");
}

static void a_page_says_its_text_and_not_its_markup(void **state)
{
	(void)state;
	assert_string_equal(
		seen_row(
			"run main -1 http://10.0.3.15/a?key=geheim\n"
			"at 10.0.3.15\n"
			"route type=unicast on_link=no src=10.0.1.20 gateway=10.0.1.1 dev=\"eth0\" dev_up=yes dev_carrier=yes\n"
			"tcp end=connected\n"
			"http end=head status=502 reason=\"Bad Gateway\" body=\"<html>\\\\x0a<h1>no upstream</h1>\"\n",
			STAGE_HTTP),
		"GET /a -> 502 Bad Gateway |  | it says: \"no upstream\"");
}

static void a_closed_connection_is_an_empty_reply(void **state)
{
	(void)state;
	assert_string_equal(
		seen_row(
			"run main -1 http://10.0.3.15/a?key=geheim\n"
			"at 10.0.3.15\n"
			"route type=unicast on_link=no src=10.0.1.20 gateway=10.0.1.1 dev=\"eth0\" dev_up=yes dev_carrier=yes\n"
			"tcp end=connected\n"
			"http end=fin\n",
			STAGE_HTTP),
		"GET /a: closed without an answer | \"Empty reply from server\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_query_is_not_shown),
		cmocka_unit_test(a_page_says_its_text_and_not_its_markup),
		cmocka_unit_test(a_closed_connection_is_an_empty_reply),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
