/* SPDX-License-Identifier: Apache-2.0 */
/* Wrapping, leaving out, writing. */
#include "render/page.h"

#include <stdlib.h>
#include <string.h>

#include "test.h"

static struct page page;

static void a_long_text_is_wrapped_at_blanks(void **state)
{
	(void)state;
	page_init(&page, 20);
	page_text(&page, 0, 2, "one two three four five six");
	assert_int_equal(page.n, 2);
	assert_string_equal(page.lines[0].text, "one two three four");
	assert_string_equal(page.lines[1].text, "  five six");
}

static void a_long_word_is_cut_and_ends_the_text(void **state)
{
	(void)state;
	page_init(&page, 20);
	page_text(&page, 0, 0, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
	assert_int_equal(page.n, 1);
	assert_int_equal(strlen(page.lines[0].text), 20);
}

static void the_width_is_kept_within_bounds(void **state)
{
	(void)state;
	page_init(&page, 3);
	assert_int_equal(page.columns, 20);
	page_init(&page, 500);
	assert_int_equal(page.columns, PAGE_COLUMNS);
}

static void a_long_command_goes_on_behind_a_backslash(void **state)
{
	(void)state;
	page_init(&page, 30);
	page_command(&page, 0, "echo one two three four five six seven");
	assert_int_equal(page.n, 2);
	assert_string_equal(page.lines[0].text, "echo one two three four five \\");
	assert_string_equal(page.lines[1].text, "         six seven");
}

static void a_command_is_never_broken_within_quotes(void **state)
{
	(void)state;
	page_init(&page, 24);
	assert_false(page_command_fits(&page, 0, "'one two three four five six'"));
	assert_true(page_command_fits(&page, 0, "echo one two three four five"));
}

static void the_least_important_goes_first_and_as_a_whole(void **state)
{
	(void)state;
	page_init(&page, 20);
	page_text(&page, 0, 0, "needed");
	page_text(&page, 5, 0, "this is a text of two lines");
	page_text(&page, 1, 0, "almost needed");
	assert_int_equal(page.n, 4);
	page_fit(&page, 3);
	assert_int_equal(page.n, 2);
	assert_string_equal(page.lines[1].text, "almost needed");
	page_fit(&page, 0);
	assert_int_equal(page.n, 1); /* what is needed stays */
}

static void empty_lines_do_not_pile_up(void **state)
{
	(void)state;
	page_init(&page, 40);
	page_text(&page, 0, 0, "a");
	page_text(&page, 0, 0, "");
	page_text(&page, 0, 0, "");
	page_text(&page, 0, 0, "b");
	page_text(&page, 0, 0, "");
	page_fit(&page, 24);
	assert_int_equal(page.n, 3);
	assert_string_equal(page.lines[1].text, "");
	assert_string_equal(page.lines[2].text, "b");
}

static void colours_are_only_there_when_asked_for(void **state)
{
	char text[200] = "";
	FILE *out = NULL;

	(void)state;
	page_init(&page, 40);
	page_text(&page, 0, 0, "  FAIL  port");
	page_look(&page, LOOK_FAIL, 2, 6);
	for (int color = 0; color < 2; color++) {
		out = fmemopen(text, sizeof(text), "w");
		page_write(&page, color, out);
		(void)fclose(out);
		assert_string_equal(text,
		                    color ? "  \033[1;31mFAIL\033[0m  port\n" : "  FAIL  port\n");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_long_text_is_wrapped_at_blanks),
		cmocka_unit_test(a_long_word_is_cut_and_ends_the_text),
		cmocka_unit_test(the_width_is_kept_within_bounds),
		cmocka_unit_test(a_long_command_goes_on_behind_a_backslash),
		cmocka_unit_test(a_command_is_never_broken_within_quotes),
		cmocka_unit_test(the_least_important_goes_first_and_as_a_whole),
		cmocka_unit_test(empty_lines_do_not_pile_up),
		cmocka_unit_test(colours_are_only_there_when_asked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
