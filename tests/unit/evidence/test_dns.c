/* SPDX-License-Identifier: Apache-2.0 */
/* What the configured name servers said. */
#include "given.h"

static void the_first_yes_or_no_is_believed(void **state)
{
	(void)state;
	struct evidence *e = run_to("https://www.example.com",
	                            "dns.replies server=10.0.3.53 end=reply rcode=5\n"
	                            "dns.replies server=10.0.3.54 end=reply rcode=3\n");
	says_yes(answer_is(e, 3));
	says_no(answer_is(e, 5));
	e = run_to(
		"https://www.example.com",
		"dns.replies server=10.0.3.53 end=reply rcode=5\ndns.replies server=10.0.3.54 end=reply rcode=2\n");
	says_yes(answer_is(e, 5));
	says_no(answer_is(e, 2));
}

static void a_reply_that_is_not_there_leaves_it_open(void **state)
{
	(void)state;
	says_nothing(answer_is(
		run_to("https://www.example.com", "dns.replies server=10.0.3.53 end=reply\n"), 3));
	says_nothing(answer_is(run_to("https://www.example.com", ""), 3));
}

static void what_the_search_list_made_of_it_does_not_count(void **state)
{
	(void)state;
	struct evidence *e = run_to(
		"https://www.example.com",
		"dns.replies server=10.0.3.53 end=reply rcode=3 search=1\n"
		"dns.replies server=10.0.3.53 end=reply rcode=0 search=0\ndns.replies.addrs addr=10.0.3.15\n");
	says_no(answer_is(e, 3));
	says_yes(dns_has_address(e));
}

static void silence_is_no_answer_and_a_reply_is_one(void **state)
{
	(void)state;
	says_yes(no_server_answers(
		run_to("https://www.example.com", "dns.replies server=10.0.3.53 end=silent\n")));
	says_no(no_server_answers(run_to(
		"https://www.example.com",
		"dns.replies server=10.0.3.53 end=silent\ndns.replies server=10.0.3.54 end=reply rcode=2\n")));
	says_no(no_server_answers(run_to("https://www.example.com", "dns replies=none\n")));
}

static void a_closed_port_is_the_servers_own_word(void **state)
{
	(void)state;
	says_yes(ports_closed(
		run_to("https://www.example.com",
	               "dns.replies server=10.0.3.53 end=port_unreachable from=10.0.3.53\n")));
	says_no(ports_closed(
		run_to("https://www.example.com",
	               "dns.replies server=10.0.3.53 end=port_unreachable from=10.0.1.1\n")));
}

static void a_dead_server_before_a_good_one_is_told_from_a_slow_type(void **state)
{
	(void)state;
	says_yes(earlier_server_dead(run_to(
		"https://www.example.com",
		"dns.replies server=10.0.3.53 end=silent\ndns.replies server=10.0.3.54 end=reply rcode=0\n")));
	says_no(earlier_server_dead(run_to(
		"https://www.example.com",
		"dns.replies server=10.0.3.53 end=silent type=AAAA\ndns.replies server=10.0.3.53 end=reply type=A\n"
		"dns.replies server=10.0.3.54 end=reply rcode=0\n")));
	says_no(earlier_server_dead(run_to(
		"https://www.example.com",
		"dns.replies server=10.0.3.53 end=reply rcode=0\ndns.replies server=10.0.3.54 end=silent\n")));
}

static void servers_that_share_an_address_agree(void **state)
{
	(void)state;
	const char *two =
		"dns.replies server=10.0.3.53 end=reply rcode=0\ndns.replies.addrs addr=10.0.3.15\n"
		"dns.replies server=10.0.3.54 end=reply rcode=0\ndns.replies.addrs addr=10.0.3.15\n";
	says_no(servers_differ(run_to("https://www.example.com", two)));
	two = "dns.replies server=10.0.3.53 end=reply rcode=0\ndns.replies.addrs addr=10.0.3.15\n"
	      "dns.replies server=10.0.3.54 end=reply rcode=0\ndns.replies.addrs addr=10.0.9.9\n";
	says_yes(servers_differ(run_to("https://www.example.com", two)));
}

static void the_pair_with_cd_outweighs_the_extended_error(void **state)
{
	(void)state;
	says_yes(dnssec_fails(run_to(
		"https://www.example.com",
		"dns.replies server=10.0.3.53 end=reply rcode=2\ndns_check cd_answers=yes\n")));
	says_no(dnssec_fails(run_to(
		"https://www.example.com",
		"dns.replies server=10.0.3.53 end=reply rcode=2 ede=6\ndns_check cd_answers=no\n")));
	says_yes(dnssec_fails(run_to("https://www.example.com",
	                             "dns.replies server=10.0.3.53 end=reply rcode=2 ede=6\n")));
	says_nothing(dnssec_fails(run_to("https://www.example.com",
	                                 "dns.replies server=10.0.3.53 end=reply rcode=2\n")));
}

static void a_lame_answer_is_unusable_and_an_empty_zone_is_not(void **state)
{
	(void)state;
	says_yes(reply_unusable(run_to(
		"https://www.example.com",
		"dns.replies server=10.0.3.53 end=reply rcode=0 addrs=none soa=no recursion=no authoritative=no\n")));
	says_no(reply_unusable(run_to(
		"https://www.example.com",
		"dns.replies server=10.0.3.53 end=reply rcode=0 addrs=none soa=yes recursion=yes authoritative=no\n")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_yes_or_no_is_believed),
		cmocka_unit_test(a_reply_that_is_not_there_leaves_it_open),
		cmocka_unit_test(what_the_search_list_made_of_it_does_not_count),
		cmocka_unit_test(silence_is_no_answer_and_a_reply_is_one),
		cmocka_unit_test(a_closed_port_is_the_servers_own_word),
		cmocka_unit_test(a_dead_server_before_a_good_one_is_told_from_a_slow_type),
		cmocka_unit_test(servers_that_share_an_address_agree),
		cmocka_unit_test(the_pair_with_cd_outweighs_the_extended_error),
		cmocka_unit_test(a_lame_answer_is_unusable_and_an_empty_zone_is_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
