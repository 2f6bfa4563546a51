/* SPDX-License-Identifier: Apache-2.0 */
/* Dates: the calendar against the C library's, and what no clock should say. */
#include "base/civil.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static void reads(int64_t seconds, bool with_seconds, const char *want)
{
	char text[60];
	struct buf buf;
	struct civil c = civil_from(seconds);

	buf_init(&buf, text, sizeof(text));
	civil_put(&buf, &c, ' ', with_seconds);
	assert_string_equal(text, want);
}

static void dates_have_four_digits_and_times_two(void **state)
{
	(void)state;
	reads(0, true, "1970-01-01 00:00:00");
	reads(-1, true, "1969-12-31 23:59:59");
	reads(951782400, false, "2000-02-29 00:00");
	reads(-62167219200, false, "0000-01-01 00:00");
	reads(-62135596800, false, "0001-01-01 00:00");
	reads(253402300800, false, "10000-01-01 00:00");
}

static void every_day_is_the_c_librarys(void **state)
{
	(void)state;
	for (time_t t = -30000000000; t < 30000000000; t += (time_t)86399 * 41) {
		struct tm tm;
		struct civil c = civil_from(t);

		assert_non_null(gmtime_r(&t, &tm));
		assert_int_equal(c.year, tm.tm_year + 1900);
		assert_int_equal(c.month, tm.tm_mon + 1);
		assert_int_equal(c.day, tm.tm_mday);
		assert_int_equal(c.hour, tm.tm_hour);
		assert_int_equal(c.minute, tm.tm_min);
		assert_int_equal(c.second, tm.tm_sec);
		assert_int_equal(civil_to(&c), t);
	}
}

static void seconds_of_a_broken_clock_come_back(void **state)
{
	static const int64_t odd[] = { INT64_MAX, INT64_MIN / 2, INT64_MAX / 2, 1, -86400 };

	(void)state;
	for (size_t i = 0; i < sizeof(odd) / sizeof(odd[0]); i++) {
		struct civil c = civil_from(odd[i]);

		assert_true(c.month >= 1 && c.month <= 12 && c.day >= 1 && c.day <= 31);
		assert_int_equal(civil_to(&c), odd[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_have_four_digits_and_times_two),
		cmocka_unit_test(every_day_is_the_c_librarys),
		cmocka_unit_test(seconds_of_a_broken_clock_come_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
