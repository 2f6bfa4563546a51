/* SPDX-License-Identifier: Apache-2.0 */
/* Points in time as text. */
#include "help.h"
#include "json/when.h"

#include <time.h>

static void writes(int64_t seconds, int64_t us, const char *want)
{
	char text[40];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	assert_int_equal(when_format(&buf, seconds, us), 0);
	assert_string_equal(text, want);
}

static void writes_known_times(void **state)
{
	(void)state;
	writes(0, -1, "1970-01-01T00:00:00Z");
	writes(-1, -1, "1969-12-31T23:59:59Z");
	writes(1795403780, 114999, "2026-11-23T03:16:20.114Z");
	writes(951782400, 0, "2000-02-29T00:00:00.000Z");
	writes(253402300799, -1, "9999-12-31T23:59:59Z");
	writes(-62167219200, -1, "0000-01-01T00:00:00Z");
}

static void agrees_with_the_c_library(void **state)
{
	(void)state;
	for (time_t t = -5000000000; t < 9000000000; t += (time_t)86399 * 37) {
		char want[40];
		struct tm tm;
		int64_t seconds = 0;
		int64_t us = 0;

		assert_non_null(gmtime_r(&t, &tm));
		strftime(want, sizeof(want), "%Y-%m-%dT%H:%M:%SZ", &tm);
		writes(t, -1, want);
		assert_int_equal(when_parse(want, strlen(want), &seconds, &us), 0);
		assert_int_equal(seconds, t);
		assert_int_equal(us, -1);
	}
}

static void refuses_years_that_have_no_text(void **state)
{
	char text[40];
	struct buf buf;

	(void)state;
	buf_init(&buf, text, sizeof(text));
	assert_true(when_format(&buf, 253402300800, -1) < 0);
	assert_true(when_format(&buf, -62167219201, -1) < 0);
	assert_true(when_format(&buf, INT64_MIN, -1) < 0);
	assert_string_equal(text, "");
}

static void reads_fractions_to_the_microsecond(void **state)
{
	int64_t seconds = 0;
	int64_t us = 0;

	(void)state;
	assert_int_equal(when_parse("2026-11-23T03:16:20.114Z", 24, &seconds, &us), 0);
	assert_int_equal(seconds, 1795403780);
	assert_int_equal(us, 114000);
	assert_int_equal(when_parse("2026-11-23T03:16:20.114999Z", 27, &seconds, &us), 0);
	assert_int_equal(us, 114999);
}

static void refuses_what_is_no_time(void **state)
{
	static const char *const bad[] = { "",
		                           "Z",
		                           "2026-11-23T03:16:20",
		                           "2026-13-23T03:16:20Z",
		                           "2026-00-23T03:16:20Z",
		                           "2026-11-32T03:16:20Z",
		                           "2026-11-23T24:16:20Z",
		                           "2026-11-23T03:60:20Z",
		                           "2026-11-23T03:16:20.Z",
		                           "2026-11-23T03:16:20.1234567Z",
		                           "2026-11-23 03:16:20Z",
		                           "2026-11-23T03:16:20+Z",
		                           "2026-11-23T03:16:2xZ",
		                           "02026-11-23T03:16:20Z" };
	int64_t seconds = 0;
	int64_t us = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_true(when_parse(bad[i], strlen(bad[i]), &seconds, &us) < 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_known_times),
		cmocka_unit_test(agrees_with_the_c_library),
		cmocka_unit_test(refuses_years_that_have_no_text),
		cmocka_unit_test(reads_fractions_to_the_microsecond),
		cmocka_unit_test(refuses_what_is_no_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
