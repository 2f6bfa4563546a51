/* SPDX-License-Identifier: Apache-2.0 */
/* Columns of a terminal. */
#include "render/width.h"

#include <string.h>

#include "test.h"

static size_t width(const char *text)
{
	return width_of(text, strlen(text));
}

static void wide_characters_take_two_columns(void **state)
{
	(void)state;
	assert_int_equal(width("abc"), 3);
	assert_int_equal(width("\xe5\xbf\x9c\xe7\xad\x94"), 4); /* kanji */
	assert_int_equal(width("\xc3\xa9"), 1);                 /* e acute */
	assert_int_equal(width("e\xcc\x81"), 1);                /* the same, as a mark */
	assert_int_equal(width("\xf0\x9f\x98\x80"), 2);         /* a face */
}

static void a_cut_never_splits_a_character(void **state)
{
	const char *text = "a\xe5\xbf\x9c\xe7\xad\x94";

	(void)state;
	assert_int_equal(width_fit(text, 7, 1), 1);
	assert_int_equal(width_fit(text, 7, 2), 1);
	assert_int_equal(width_fit(text, 7, 3), 4);
	assert_int_equal(width_fit(text, 7, 99), 7);
	assert_int_equal(width_fit(text, 3, 99), 3); /* cut bytes are passed, not read beyond */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wide_characters_take_two_columns),
		cmocka_unit_test(a_cut_never_splits_a_character),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
