/* SPDX-License-Identifier: Apache-2.0 */
/* Which addresses a program gets, and how the two families fare. */
#include "given.h"

static void what_getaddrinfo_gives_is_given(void **state)
{
	(void)state;
	struct evidence *e =
		run_to("https://www.example.com",
	               "nss end=ok\nnss.addrs addr=10.0.3.15\nat 10.0.3.15\nat 10.0.9.9\n");
	says_yes(given(e->first));
	says_no(given(e->first->next));
}

static void without_an_answer_the_hosts_file_comes_first(void **state)
{
	(void)state;
	struct evidence *e =
		run_to("https://www.example.com",
	               "hosts.lines line=1 addr=10.0.9.9\nnsswitch asks_dns=yes\n"
	               "dns.replies server=10.0.3.53 end=reply rcode=0\n"
	               "dns.replies.addrs addr=10.0.3.15\nat 10.0.9.9\nat 10.0.3.15\n");
	says_yes(given(e->first));
	says_nothing(given(e->first->next)); /* it confirms only */
}

static void a_literal_is_given(void **state)
{
	(void)state;
	says_yes(given(address_with("tcp://10.0.3.15:22", "")));
}

static void a_run_that_was_cut_never_says_none(void **state)
{
	(void)state;
	struct evidence *e =
		run_to("tcp://10.0.3.15:22", "at 10.0.3.15\ntcp end=unanswered\ncut\n");
	says_nothing(any_of(e, everybody, connected));
	says_nothing(none_of(e, everybody, connected));
}

static void ipv6_that_fails_at_once_hurts_nobody(void **state)
{
	(void)state;
	struct evidence *e = run_to("https://www.example.com",
	                            "nss end=ok\nnss.addrs addr=fd02::2\nnss.addrs addr=10.0.3.15\n"
	                            "at fd02::2\ntcp end=error error=ENETUNREACH took=20 icmp=no\n"
	                            "at 10.0.3.15\ntcp end=connected took=900\n");
	says_no(v6_fails_alone(e));
	e->first->tcp->end = TCP_UNANSWERED;
	says_yes(v6_fails_alone(e));
}

static void an_address_from_dns_that_works_gets_further(void **state)
{
	(void)state;
	struct evidence *e = run_to("https://www.example.com",
	                            "nss end=ok\nnss.addrs addr=10.0.9.9\n"
	                            "dns.replies server=10.0.3.53 end=reply rcode=0\n"
	                            "dns.replies.addrs addr=10.0.3.15\n"
	                            "at 10.0.9.9\ntcp end=error error=ECONNREFUSED icmp=no\n"
	                            "at 10.0.3.15\ntcp end=connected\n");
	says_yes(dns_gets_further(e));
	e->first->tcp->end = TCP_CONNECTED;
	says_nothing(dns_gets_further(e)); /* TLS was not looked at */
}

static void null_addresses_are_loopback_and_zero(void **state)
{
	(void)state;
	struct evidence *e =
		run_to("tcp://localhost:1",
	               "at 127.0.0.9\nat ::1\nat ::\nat 0.0.0.0\nat 10.0.0.1\nat fe80::1\n");
	struct attempt *a = e->first;
	for (int i = 0; i < 4; i++, a = a->next) {
		says_yes(null_address(a));
	}
	says_no(null_address(a));
	says_no(null_address(a->next));
}

static void one_loopback_of_two_may_refuse(void **state)
{
	(void)state;
	struct evidence *e = run_to(
		"http://localhost:80",
		"nss end=ok\nnss.addrs addr=::1\nnss.addrs addr=127.0.0.1\n"
		"at ::1\ntcp end=error error=ECONNREFUSED icmp=no\nat 127.0.0.1\ntcp end=connected\n");
	says_yes(one_loopback_refuses(e));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_getaddrinfo_gives_is_given),
		cmocka_unit_test(without_an_answer_the_hosts_file_comes_first),
		cmocka_unit_test(a_literal_is_given),
		cmocka_unit_test(a_run_that_was_cut_never_says_none),
		cmocka_unit_test(ipv6_that_fails_at_once_hurts_nobody),
		cmocka_unit_test(an_address_from_dns_that_works_gets_further),
		cmocka_unit_test(null_addresses_are_loopback_and_zero),
		cmocka_unit_test(one_loopback_of_two_may_refuse),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
