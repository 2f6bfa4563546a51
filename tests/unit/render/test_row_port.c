/* SPDX-License-Identifier: Apache-2.0 */
/* The row of the port: the connection and who said no. */

#include <string.h>

#include "seen.h"
#include "test.h"

static void a_reset_is_called_a_no(void **state)
{
	(void)state;
	assert_string_equal(
		seen_row(
			"run main -1 tcp://10.0.3.15:80\n"
			"at 10.0.3.15\n"
			"route type=unicast on_link=no src=10.0.1.20 gateway=10.0.1.1 dev=\"eth0\" dev_up=yes dev_carrier=yes\n"
			"tcp end=error error=ECONNREFUSED took=1100 syns=1 icmp=no\n",
			STAGE_PORT),
		"10.0.3.15:80 says no (RST) | \"Connection refused\" (ECONNREFUSED)");
}

static void silence_is_counted(void **state)
{
	(void)state;
	assert_string_equal(
		seen_row(
			"run main -1 tcp://10.0.3.15:80\n"
			"at 10.0.3.15\n"
			"route type=unicast on_link=no src=10.0.1.20 gateway=10.0.1.1 dev=\"eth0\" dev_up=yes dev_carrier=yes\n"
			"tcp end=unanswered took=400000 syns=4 icmp=no\n"
			"firewall skip=not_permitted\n"
			"siblings.ports what=tcp port=22 end=open took=1000\n",
			STAGE_PORT),
		"4 x SYN to 10.0.3.15:80, 0 replies | programs see \"Connection timed out\" (ETIMEDOUT) | 10.0.3.15 itself is up: port 22 opens in 1 ms");
}

static void the_sender_of_an_icmp_error_is_named(void **state)
{
	(void)state;
	assert_string_equal(
		seen_row(
			"run main -1 tcp://10.0.3.15:80\n"
			"at 10.0.3.15\n"
			"route type=unicast on_link=no src=10.0.1.20 gateway=10.0.1.1 dev=\"eth0\" dev_up=yes dev_carrier=yes\n"
			"tcp end=error error=EHOSTUNREACH icmp=yes icmp_from=10.0.3.15 icmp_type=3 icmp_code=13 took=400\n",
			STAGE_PORT),
		"10.0.3.15:80 unreachable | \"No route to host\" (EHOSTUNREACH) | 10.0.3.15 says: administratively prohibited (ICMP 3/13)");
}

static void the_first_words_are_quoted(void **state)
{
	(void)state;
	assert_string_equal(
		seen_row(
			"run main -1 tcp://10.0.3.15:80\n"
			"at 10.0.3.15\n"
			"route type=unicast on_link=no src=10.0.1.20 gateway=10.0.1.1 dev=\"eth0\" dev_up=yes dev_carrier=yes\n"
			"tcp end=connected\n"
			"stream first=bytes bytes=\"220 hi\"\n",
			STAGE_PORT),
		"10.0.3.15:80 open |  | it says: \"220 hi\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_reset_is_called_a_no),
		cmocka_unit_test(silence_is_counted),
		cmocka_unit_test(the_sender_of_an_icmp_error_is_named),
		cmocka_unit_test(the_first_words_are_quoted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
