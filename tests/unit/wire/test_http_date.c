/* SPDX-License-Identifier: Apache-2.0 */
/* The three forms of dates, and what is none. */
#include "test.h"

#include "wire/http_date.h"

static int64_t parse(const char *text)
{
	int64_t seconds = -12345;

	return http_date_parse(text, strlen(text), &seconds) == 0 ? seconds : -12345;
}

static void the_three_forms_are_the_same_time(void **state)
{
	(void)state;
	assert_int_equal(parse("Sun, 06 Nov 1994 08:49:37 GMT"), 784111777);
	assert_int_equal(parse("Sunday, 06-Nov-94 08:49:37 GMT"), 784111777);
	assert_int_equal(parse("Sun Nov  6 08:49:37 1994"), 784111777);
	assert_int_equal(parse("Thu, 01 Jan 1970 00:00:00 GMT"), 0);
	assert_int_equal(parse("Thu, 29 Feb 2024 23:59:59 GMT"), 1709251199);
	assert_int_equal(parse("Sat Jan 16 00:00:01 2027"), 1800057601);
	assert_int_equal(parse("Friday, 01-Jan-27 00:00:00 GMT"), 1798761600);
}

static void what_is_no_date_is_refused(void **state)
{
	static const char *const bad[] = {
		"",
		"Sun",
		"Sun, ",
		"0",
		"Sun, 06 Nov 1994 08:49:37",
		"Sun, 06 Nov 1994 08:49:37 CET",
		"Sun, 6 Nov 1994 08:49:37 GMT",
		"Sun, 31 Nov 1994 08:49:37 GMT",
		"Sun, 29 Feb 2023 08:49:37 GMT",
		"Sun, 00 Nov 1994 08:49:37 GMT",
		"Sun, 06 Nox 1994 08:49:37 GMT",
		"Sun, 06 Nov 1994 24:00:00 GMT",
		"Sun, 06 Nov 1994 08:60:00 GMT",
		"Sun, 06 Nov 1994 08:49:37 GMT ",
		"Sun Nov  6 08:49:37 94",
		"Sun, 06 Nov 19x4 08:49:37 GMT",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_int_equal(parse(bad[i]), -12345);
	}
}

static void what_is_written_can_be_read(void **state)
{
	static const int64_t times[] = { 0,  784111777,   951782400,    1709251199,   4102444800,
		                         -1, -2208988800, 253402300799, -62167219200, 1798761599 };
	char text[64];
	struct buf buf;

	(void)state;
	for (size_t i = 0; i < sizeof(times) / sizeof(times[0]); i++) {
		buf_init(&buf, text, sizeof(text));
		http_date_format(&buf, times[i]);
		assert_int_equal(buf.len, 29);
		assert_int_equal(parse(text), times[i]);
	}
	buf_init(&buf, text, sizeof(text));
	http_date_format(&buf, 784111777);
	assert_string_equal(text, "Sun, 06 Nov 1994 08:49:37 GMT");
	buf_init(&buf, text, sizeof(text));
	http_date_format(&buf, INT64_MAX);
	assert_string_equal(text, "-");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_three_forms_are_the_same_time),
		cmocka_unit_test(what_is_no_date_is_refused),
		cmocka_unit_test(what_is_written_can_be_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
