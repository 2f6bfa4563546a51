/* SPDX-License-Identifier: Apache-2.0 */
/* The report for the person who can fix it. */

#include <string.h>

#include "seen.h"
#include "test.h"

static void facts_and_guesses_are_apart(void **state)
{
	const char *report = seen_report(REFUSED);
	const char *facts = strstr(report, "## Facts (measured)");
	const char *unknown = strstr(report, "## Not known");

	(void)state;
	assert_non_null(facts);
	assert_non_null(unknown);
	assert_true(facts < strstr(report, "says no (RST)") &&
	            strstr(report, "says no (RST)") < unknown);
}

static void the_table_has_what_a_ticket_needs(void **state)
{
	const char *report = seen_report(REFUSED);

	(void)state;
	assert_non_null(strstr(report, "| Source | 10.0.1.20, interface eth0 |"));
	assert_non_null(strstr(report, "| Destination | 10.0.3.15, port 5432 |"));
	assert_non_null(
		strstr(report, "| Error, verbatim | `Connection refused (ECONNREFUSED)` |"));
	assert_non_null(strstr(report, "naze 1.2.3"));
	assert_non_null(strstr(report, "Since when: [ ]"));
}

static void a_target_that_works_asks_for_nothing(void **state)
{
	(void)state;
	assert_null(strstr(seen_report(WORKS), "## Request"));
	assert_non_null(strstr(seen_report(WORKS), "# Connection check: "));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(facts_and_guesses_are_apart),
		cmocka_unit_test(the_table_has_what_a_ticket_needs),
		cmocka_unit_test(a_target_that_works_asks_for_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
