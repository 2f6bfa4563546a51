/* SPDX-License-Identifier: Apache-2.0 */
/* connect(), the error queue, other ports and the trace. */
#include "given.h"

static void one_syn_is_not_silence(void **state)
{
	(void)state;
	says_yes(silent(address_with("tcp://10.0.3.15:5432", "tcp end=unanswered syns=3\n")));
	says_nothing(silent(address_with("tcp://10.0.3.15:5432", "tcp end=unanswered syns=1\n")));
	says_no(silent(address_with("tcp://10.0.3.15:5432", "tcp end=connected\n")));
}

static void the_sender_of_the_error_decides(void **state)
{
	(void)state;
	struct attempt *a = address_with(
		"tcp://10.0.3.15:5432",
		"route src=10.0.1.20\ntcp end=error error=EHOSTUNREACH icmp=yes icmp_from=10.0.3.15 icmp_type=3 icmp_code=13\n");
	says_yes(icmp_from_target(a));
	says_no(icmp_from_router(a));
	says_yes(icmp_prohibited(a));
	a->tcp->icmp_from.bytes[2] = 1;
	says_yes(icmp_from_router(a));
	a->tcp->icmp_from = a->route->src;
	says_yes(icmp_from_self(a));
	says_no(icmp_from_router(a));
}

static void the_numbers_differ_between_the_families(void **state)
{
	(void)state;
	struct evidence *e = run_to(
		"tcp://[fd02::2]:80",
		"at fd02::2\ntcp end=error error=EACCES icmp=yes icmp_from=fd02::1 icmp_type=1 icmp_code=1\n");
	says_yes(icmp_prohibited(e->first));
	says_no(icmp_port_unreachable(e->first));
	e->first->tcp->icmp_code = 4;
	says_yes(icmp_port_unreachable(e->first));
	e->first->tcp->icmp_type = 3;
	e->first->tcp->icmp_code = 0;
	says_yes(icmp_ttl_exceeded(e->first));
}

static void a_sign_of_life_comes_from_the_host_itself(void **state)
{
	(void)state;
	says_yes(answered_elsewhere(address_with("tcp://10.0.3.15:5432",
	                                         "siblings.ports what=tcp port=22 end=refused\n")));
	says_no(answered_elsewhere(address_with(
		"tcp://10.0.3.15:5432", "siblings.ports what=udp end=icmp from=10.0.1.1\n")));
	says_yes(answered_elsewhere(address_with(
		"tcp://10.0.3.15:5432", "siblings.ports what=udp end=icmp from=10.0.3.15\n")));
	says_nothing(
		answered_elsewhere(address_with("tcp://10.0.3.15:5432", "siblings ports=cut\n")));
}

static void a_neighbour_takes_three_seconds_to_be_given_up(void **state)
{
	(void)state;
	says_yes(neighbour_timeout(address_with(
		"tcp://10.0.3.15:5432",
		"route src=10.0.1.20\ntcp end=error error=EHOSTUNREACH took=3070000 icmp=yes icmp_from=10.0.1.20\n")));
	says_no(neighbour_timeout(address_with(
		"tcp://10.0.3.15:5432",
		"route src=10.0.1.20\nneighbour state=reachable\ntcp end=error error=EHOSTUNREACH took=300 icmp=yes icmp_from=10.0.3.15\n")));
	says_yes(neighbour_timeout(
		address_with("tcp://10.0.3.15:5432",
	                     "neighbour state=incomplete\ntcp end=unanswered syns=4\n")));
}

static void a_reset_before_the_host_comes_from_a_box(void **state)
{
	(void)state;
	says_yes(refused_on_the_way(address_with(
		"tcp://10.0.3.15:5432",
		"trace.hops ttl=2 end=refused\ntrace.control ttl=2 end=exceeded from=10.0.2.2\n")));
	says_no(refused_on_the_way(address_with(
		"tcp://10.0.3.15:5432",
		"trace.hops ttl=2 end=refused\ntrace.control ttl=2 end=exceeded from=10.0.3.15\n")));
	says_no(refused_on_the_way(
		address_with("tcp://10.0.3.15:5432",
	                     "trace.hops ttl=2 end=refused\ntrace.control ttl=2 end=refused\n")));
}

static void repeated_tries_tell_starting_from_flapping(void **state)
{
	(void)state;
	says_yes(opens_later(address_with(
		"tcp://10.0.3.15:5432", "tcp_again tries=3 connected=3 refused=0 unanswered=0\n")));
	says_no(opens_at_times(address_with(
		"tcp://10.0.3.15:5432", "tcp_again tries=3 connected=3 refused=0 unanswered=0\n")));
	says_yes(opens_at_times(address_with(
		"tcp://10.0.3.15:5432", "tcp_again tries=3 connected=2 refused=1 unanswered=0\n")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_syn_is_not_silence),
		cmocka_unit_test(the_sender_of_the_error_decides),
		cmocka_unit_test(the_numbers_differ_between_the_families),
		cmocka_unit_test(a_sign_of_life_comes_from_the_host_itself),
		cmocka_unit_test(a_neighbour_takes_three_seconds_to_be_given_up),
		cmocka_unit_test(a_reset_before_the_host_comes_from_a_box),
		cmocka_unit_test(repeated_tries_tell_starting_from_flapping),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
