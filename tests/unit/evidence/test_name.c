/* SPDX-License-Identifier: Apache-2.0 */
/* What a program gets for a name. */
#include "given.h"

static void a_proxy_takes_the_name_over(void **state)
{
	(void)state;
	says_yes(by_name(run_to("https://www.example.com", "")));
	says_no(by_name(run_to("https://www.example.com", "proxy_env used=yes\n")));
	says_no(by_name(run_to("https://10.0.3.15", "")));
	says_no(by_name(run_to("unix:/run/x", "")));
}

static void resolved_waits_for_the_helper_only_where_dns_is_silent(void **state)
{
	(void)state;
	says_yes(resolved(run_to("https://www.example.com", "nss end=ok\n")));
	says_no(resolved(run_to("https://www.example.com", "nss end=again\n")));
	says_nothing(resolved(run_to("https://www.example.com", "nsswitch asks_dns=yes\n")));
	says_yes(resolved(run_to(
		"https://www.example.com",
		"nsswitch asks_dns=yes\ndns.replies end=reply rcode=0\ndns.replies.addrs addr=10.0.3.15\n")));
	says_nothing(resolved(run_to(
		"https://www.example.com",
		"nsswitch asks_dns=no\ndns.replies end=reply rcode=0\ndns.replies.addrs addr=10.0.3.15\n")));
}

static void an_empty_list_of_servers_is_known(void **state)
{
	(void)state;
	says_yes(no_server(run_to("https://www.example.com", "resolv servers=none\n")));
	says_nothing(no_server(run_to("https://www.example.com", "resolv servers=cut\n")));
	says_no(no_server(run_to("https://www.example.com", "resolv.servers addr=10.0.3.53\n")));
}

static void the_hosts_file_differs_only_where_dns_was_heard(void **state)
{
	(void)state;
	says_yes(hosts_differ(run_to(
		"https://www.example.com",
		"hosts.lines line=1 addr=10.9.9.9\ndns.replies end=reply rcode=0\ndns.replies.addrs addr=10.0.3.15\n")));
	says_no(hosts_differ(run_to(
		"https://www.example.com",
		"hosts.lines line=1 addr=10.0.3.15\ndns.replies end=reply rcode=0\ndns.replies.addrs addr=10.0.3.15\n")));
	says_nothing(
		hosts_differ(run_to("https://www.example.com",
	                            "hosts.lines line=1 addr=10.9.9.9\ndns.replies end=silent\n")));
	says_no(hosts_differ(run_to(
		"https://www.example.com",
		"hosts.lines line=1 addr=10.9.9.9\ndns.replies end=reply rcode=3 addrs=none\n")));
}

static void mdns_matters_for_local_names_only(void **state)
{
	(void)state;
	says_yes(mdns_missing(run_to("http://printer.local", "nsswitch asks_mdns=no\n")));
	says_no(mdns_missing(run_to("https://www.example.com", "nsswitch asks_mdns=no\n")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_proxy_takes_the_name_over),
		cmocka_unit_test(resolved_waits_for_the_helper_only_where_dns_is_silent),
		cmocka_unit_test(an_empty_list_of_servers_is_known),
		cmocka_unit_test(the_hosts_file_differs_only_where_dns_was_heard),
		cmocka_unit_test(mdns_matters_for_local_names_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
