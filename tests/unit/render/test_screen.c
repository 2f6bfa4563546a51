/* SPDX-License-Identifier: Apache-2.0 */
/* The head of the screen. */

#include <string.h>

#include "seen.h"
#include "test.h"

static void what_works_says_how_and_how_long(void **state)
{
	(void)state;
	assert_ptr_equal(strstr(seen_screen(WORKS, 100, false),
	                        "WORKS: http://10.0.3.15 answers HTTP 200 in 41 ms.\n"),
	                 seen_screen(WORKS, 100, false));
	assert_non_null(strstr(seen_screen(WORKS, 100, false), "(nothing wrong)"));
	assert_non_null(strstr(seen_screen(WORKS, 100, false), "Not tested:"));
}

static void what_fails_names_cause_certainty_and_who(void **state)
{
	const char *screen = seen_screen(REFUSED, 100, false);

	(void)state;
	assert_int_equal(strncmp(screen, "REFUSED: ", 9), 0);
	assert_non_null(strstr(screen, "\nport.refused   likely   who can fix it: server\n"));
	assert_non_null(strstr(screen, "naze explain port.refused\n"));
}

static void an_interrupted_run_says_so(void **state)
{
	(void)state;
	assert_non_null(
		strstr(seen_screen("run main -1 tcp://10.0.3.15:80\nsetting ended=interrupted\n"
	                           "at 10.0.3.15\n",
	                           100, false),
	               "(interrupted)"));
}

static void this_host_is_called_this_host(void **state)
{
	const char *screen = seen_screen("run main -1 tcp://127.0.0.1:81\nsetting same_host=yes\n"
	                                 "at 127.0.0.1\nroute type=local dev=\"lo\"\n"
	                                 "tcp end=error error=ECONNREFUSED icmp=no took=60\n",
	                                 100, false);

	(void)state;
	assert_non_null(strstr(screen, "this host"));
	assert_null(strstr(screen, "On 127.0.0.1"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_works_says_how_and_how_long),
		cmocka_unit_test(what_fails_names_cause_certainty_and_who),
		cmocka_unit_test(an_interrupted_run_says_so),
		cmocka_unit_test(this_host_is_called_this_host),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
