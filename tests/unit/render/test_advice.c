/* SPDX-License-Identifier: Apache-2.0 */
/* What to do next. */

#include <string.h>

#include "seen.h"
#include "test.h"

#define ROUTE                                                                                   \
	"route type=unicast on_link=no src=10.0.1.20 gateway=10.0.1.1 dev=\"eth0\" dev_up=yes " \
	"dev_carrier=yes src_forced=no src_on_dev=yes main_differs=no mtu=1500\n"
#define REFUSED                                                                                  \
	"run main -1 tcp://10.0.3.15:5432\nat 10.0.3.15\n" ROUTE "firewall skip=not_permitted\n" \
	"tcp end=error error=ECONNREFUSED took=1100 syns=1 icmp=no\n"
#define WORKS                                                \
	"run main -1 http://10.0.3.15\nat 10.0.3.15\n" ROUTE \
	"tcp end=connected took=1000\nhttp end=head status=200 took=40000\n"

static void there_are_at_most_three_steps_and_the_last_line(void **state)
{
	const char *screen = seen_screen(REFUSED, 100, false);

	(void)state;
	assert_non_null(strstr(screen, "\nNext\n  1. "));
	assert_null(strstr(screen, "  4. "));
	assert_non_null(strstr(screen, "By hand:  nc -vz -w 5 10.0.3.15 5432"));
}

static void look_alikes_are_listed(void **state)
{
	(void)state;
	assert_non_null(
		strstr(seen_screen(REFUSED, 100, false), "From here this looks the same: "));
}

static void what_works_gets_no_advice(void **state)
{
	(void)state;
	assert_null(strstr(seen_screen(WORKS, 100, false), "Next"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(there_are_at_most_three_steps_and_the_last_line),
		cmocka_unit_test(look_alikes_are_listed),
		cmocka_unit_test(what_works_gets_no_advice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
