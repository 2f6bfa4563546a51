/* SPDX-License-Identifier: Apache-2.0 */
/* What all rows share. */

#include <string.h>

#include "seen.h"
#include "test.h"

static void a_quote_is_cut_between_characters(void **state)
{
	char memory[64];
	struct buf b;

	(void)state;
	buf_init(&b, memory, sizeof(memory));
	row_quote(&b, "a\xc3\xa9z", 2);
	assert_string_equal(memory, "\"a...\"");
}

static void a_page_loses_its_markup(void **state)
{
	char memory[64];
	struct buf b;

	(void)state;
	buf_init(&b, memory, sizeof(memory));
	row_says(&b, "<h1>a</h1>\\x0a\\x0d <b>b < c", 60);
	assert_string_equal(memory, "\"a b < c\"");
}

static void too_many_details_do_not_overflow(void **state)
{
	static struct row row;

	(void)state;
	row_init(&row);
	for (int i = 0; i < 100; i++) {
		buf_puts(row_detail(&row), "something that was seen");
	}
	assert_int_equal(row.n_details, ROW_DETAILS);
}

static void a_flaw_is_said_in_words(void **state)
{
	(void)state;
	assert_string_equal(
		seen_row("run main -1 https://a..b/\ninput flaw=empty_label\n", STAGE_INPUT),
		"two dots in a row, or one at the front: \"a..b\" | decided before any packet");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_quote_is_cut_between_characters),
		cmocka_unit_test(a_page_loses_its_markup),
		cmocka_unit_test(too_many_details_do_not_overflow),
		cmocka_unit_test(a_flaw_is_said_in_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
