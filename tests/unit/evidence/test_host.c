/* SPDX-License-Identifier: Apache-2.0 */
/* This host: links, listeners and the way to the name server. */
#include "given.h"

static void bridges_and_tunnels_do_not_count_as_links(void **state)
{
	(void)state;
	says_yes(no_link_up(run_to(
		"https://www.example.com",
		"links.list name=\"eth0\" up=yes carrier=no\nlinks.list name=\"docker0\" kind=\"bridge\" up=yes carrier=yes\n")));
	says_no(no_link_up(run_to("https://www.example.com",
	                          "links.list name=\"eth0\" up=yes carrier=yes\n")));
	says_nothing(no_link_up(run_to("https://www.example.com", "links list=cut\n")));
}

static void an_unused_socket_may_be_down(void **state)
{
	(void)state;
	says_no(used_link_down(run_to(
		"https://www.example.com",
		"links.list name=\"eno2\" up=no carrier=no\nlinks.list name=\"eth0\" up=yes carrier=yes v4=10.0.1.20\n")));
	says_yes(used_link_down(
		run_to("https://www.example.com",
	               "links.list name=\"eno2\" up=yes carrier=no v4=10.0.1.20\n")));
}

static void a_question_that_found_no_way_tells(void **state)
{
	(void)state;
	says_yes(dns_no_route(
		run_to("https://www.example.com", "dns.replies end=not_sent error=ENETUNREACH\n")));
	says_yes(dns_no_route(
		run_to("https://www.example.com", "dns.replies end=unreachable took=40\n")));
	says_no(dns_no_route(run_to("https://www.example.com",
	                            "dns.replies end=unreachable took=3000000 from=10.0.1.20\n")));
	says_no(dns_no_route(
		run_to("https://www.example.com",
	               "dns.replies end=not_sent error=ENETUNREACH\ndns.replies end=silent\n")));
	says_yes(dns_dropped_here(run_to("https://www.example.com",
	                                 "dns.replies end=not_sent sent=1 error=EPERM\n")));
	says_no(dns_dropped_here(run_to("https://www.example.com",
	                                "dns.replies end=not_sent sent=0 error=EPERM\n")));
	says_yes(dns_forbidden_here(run_to("https://www.example.com",
	                                   "dns.replies end=not_sent sent=0 error=EPERM\n")));
}

static void the_address_must_be_of_the_servers_family(void **state)
{
	(void)state;
	says_yes(no_address_for_dns(run_to(
		"https://www.example.com",
		"links.list up=yes carrier=yes v6=fd01::2\ndns.replies server=10.0.3.53 end=unreachable took=40\n")));
	says_no(no_address_for_dns(run_to(
		"https://www.example.com",
		"links.list up=yes carrier=yes v4=10.0.1.20\ndns.replies server=10.0.3.53 end=unreachable took=40\n")));
}

static void an_error_from_an_own_address_was_made_here(void **state)
{
	(void)state;
	says_yes(dns_rejected_here(run_to(
		"https://www.example.com",
		"links.list up=yes carrier=yes v4=10.0.1.20\ndns.replies server=10.0.3.53 end=port_unreachable from=10.0.1.20\n")));
	says_no(dns_rejected_here(run_to(
		"https://www.example.com",
		"links.list up=yes carrier=yes v4=10.0.1.20\ndns.replies server=10.0.3.53 end=port_unreachable from=10.0.3.53\n")));
}

static void loopback_only_and_other_family_are_two_things(void **state)
{
	(void)state;
	struct evidence *e =
		run_to("tcp://10.0.1.20:80",
	               "listener any=yes\nlistener.sockets addr=127.0.0.1\nat 10.0.1.20\n");
	says_yes(loopback_only(e->first));
	says_no(other_family_only(e->first));
	e = run_to("tcp://10.0.1.20:80",
	           "listener any=yes\nlistener.sockets addr=:: v6_only=yes\nat 10.0.1.20\n");
	says_no(loopback_only(e->first));
	says_yes(other_family_only(e->first));
	e = run_to("tcp://10.0.1.20:80",
	           "listener any=yes\nlistener.sockets addr=:: v6_only=no\nat 10.0.1.20\n");
	says_no(other_family_only(e->first));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bridges_and_tunnels_do_not_count_as_links),
		cmocka_unit_test(an_unused_socket_may_be_down),
		cmocka_unit_test(a_question_that_found_no_way_tells),
		cmocka_unit_test(the_address_must_be_of_the_servers_family),
		cmocka_unit_test(an_error_from_an_own_address_was_made_here),
		cmocka_unit_test(loopback_only_and_other_family_are_two_things),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
