/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of this host and of the path. */

#include <string.h>

#include "seen.h"
#include "test.h"

static void the_way_out_is_one_line(void **state)
{
	(void)state;
	assert_string_equal(
		seen_row(
			"run main -1 tcp://10.0.3.15:80\n"
			"at 10.0.3.15\n"
			"route type=unicast on_link=no src=10.0.1.20 gateway=10.0.1.1 dev=\"eth0\" dev_up=yes dev_carrier=yes\n"
			"neighbour addr=10.0.1.1 state=reachable\n"
			"tcp end=connected\n",
			STAGE_LOCAL),
		"eth0 10.0.1.20 -> gateway 10.0.1.1 (answers) | ");
}

static void a_target_on_this_host_is_said(void **state)
{
	(void)state;
	assert_string_equal(seen_row("run main -1 tcp://127.0.0.1:80\n"
	                             "at 127.0.0.1\n"
	                             "route type=local dev=\"lo\"\n"
	                             "tcp end=connected\n",
	                             STAGE_LOCAL),
	                    "the target is on this host | ");
}

static void routers_that_answer_are_listed(void **state)
{
	(void)state;
	assert_string_equal(
		seen_row(
			"run main -1 tcp://10.0.3.15:80\n"
			"at 10.0.3.15\n"
			"route type=unicast on_link=no src=10.0.1.20 gateway=10.0.1.1 dev=\"eth0\" dev_up=yes dev_carrier=yes\n"
			"tcp end=connected\n"
			"trace.hops ttl=1 end=exceeded from=10.0.1.1\n"
			"trace.hops ttl=2 end=exceeded from=10.0.2.2\n"
			"trace.hops ttl=3 end=silent\n",
			STAGE_PATH),
		"10.0.1.1 -> 10.0.2.2 answer for port 80; beyond them nothing | ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_way_out_is_one_line),
		cmocka_unit_test(a_target_on_this_host_is_said),
		cmocka_unit_test(routers_that_answer_are_listed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
