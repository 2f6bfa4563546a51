/* SPDX-License-Identifier: Apache-2.0 */
/* The evidence itself. */

#include <string.h>

#include "seen.h"
#include "test.h"

static void every_reading_is_there_under_its_stage(void **state)
{
	const char *screen = seen_screen(REFUSED, 100, true);

	(void)state;
	assert_non_null(
		strstr(screen, ". tcp 10.0.3.15 end error, error ECONNREFUSED, took 6100us"));
	assert_non_null(strstr(screen, "firewall 10.0.3.15 not looked at: not_permitted"));
	assert_non_null(strstr(screen, "row of the rules: "));
}

static void without_it_there_is_none(void **state)
{
	(void)state;
	assert_null(strstr(seen_screen(REFUSED, 100, false), "row of the rules"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_reading_is_there_under_its_stage),
		cmocka_unit_test(without_it_there_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
