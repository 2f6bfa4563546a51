/* SPDX-License-Identifier: Apache-2.0 */
/* The columns of the stages. */

#include <string.h>

#include "seen.h"
#include "test.h"

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
