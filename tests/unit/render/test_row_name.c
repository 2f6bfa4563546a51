/* SPDX-License-Identifier: Apache-2.0 */
/* The row of the name: what programs get, and who says so. */

#include <string.h>

#include "seen.h"
#include "test.h"

static void an_address_needs_no_lookup(void **state)
{
	(void)state;
	assert_string_equal(seen_row("run main -1 tcp://10.0.3.15:80\n"
	                             "at 10.0.3.15\n"
	                             "tcp end=connected\n",
	                             STAGE_NAME),
	                    "an IP address was given, no lookup | ");
}

static void the_server_that_answered_is_named(void **state)
{
	(void)state;
	assert_string_equal(seen_row("run main -1 http://a.example.com\n"
	                             "dns.replies server=10.0.3.53 end=reply rcode=0 type=A\n"
	                             "dns.replies.addrs addr=10.0.3.15\n"
	                             "nss end=ok\n"
	                             "nss.addrs addr=10.0.3.15\n"
	                             "at 10.0.3.15\n"
	                             "tcp end=connected\n"
	                             "http end=head status=200\n",
	                             STAGE_NAME),
	                    "a.example.com = 10.0.3.15 | DNS 10.0.3.53");
}

static void the_line_of_the_hosts_file_is_named(void **state)
{
	(void)state;
	assert_string_equal(
		seen_row("run main -1 http://a.example.com\n"
	                 "hosts.lines line=7 addr=10.9.9.9\n"
	                 "dns.replies server=10.0.3.53 end=reply rcode=0\n"
	                 "dns.replies.addrs addr=10.0.3.15\n"
	                 "nss end=ok\n"
	                 "nss.addrs addr=10.9.9.9\n"
	                 "at 10.9.9.9\n"
	                 "tcp end=connected\n"
	                 "http end=head status=200\n",
	                 STAGE_NAME),
		"a.example.com = 10.9.9.9 | from /etc/hosts line 7 | DNS 10.0.3.53 says 10.0.3.15");
}

static void a_failed_lookup_says_what_each_server_said(void **state)
{
	(void)state;
	assert_string_equal(
		seen_row("run main -1 http://a.example.com\n"
	                 "hosts lines=none\n"
	                 "resolv.servers addr=10.0.3.53\n"
	                 "resolv.servers addr=10.0.3.54\n"
	                 "dns.replies server=10.0.3.53 end=silent sent=2\n"
	                 "dns.replies server=10.0.3.54 end=reply rcode=3\n"
	                 "nss end=noname\n",
	                 STAGE_NAME),
		"no address for a.example.com | \"Name or service not known\" | DNS 10.0.3.53 does not answer (2 questions) | DNS 10.0.3.54 says that the name does not exist (NXDOMAIN)");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_address_needs_no_lookup),
		cmocka_unit_test(the_server_that_answered_is_named),
		cmocka_unit_test(the_line_of_the_hosts_file_is_named),
		cmocka_unit_test(a_failed_lookup_says_what_each_server_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
