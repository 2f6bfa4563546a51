/* SPDX-License-Identifier: Apache-2.0 */
/* The columns of the stages. */

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

static void the_row_that_broke_is_marked_in_words(void **state)
{
	(void)state;
	assert_non_null(strstr(seen_screen(REFUSED, 100, false),
	                       "\n  FAIL  port   10.0.3.15:5432 says no"));
}

static void a_narrow_terminal_gets_the_note_below(void **state)
{
	const char *screen = seen_screen(REFUSED, 50, false);

	(void)state;
	assert_non_null(strstr(screen, "says no (RST)\n"));
	assert_non_null(strstr(screen, "\n               \"Connection refused\""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_row_that_broke_is_marked_in_words),
		cmocka_unit_test(a_narrow_terminal_gets_the_note_below),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
