/* SPDX-License-Identifier: Apache-2.0 */
/* Measured values as people read them. */
#include "render/format.h"

#include "test.h"

static const char *took(usec_t value)
{
	static char memory[32];
	struct buf b;

	buf_init(&b, memory, sizeof(memory));
	format_took(&b, value);
	return memory;
}

static void a_time_is_rounded_to_what_matters(void **state)
{
	(void)state;
	assert_string_equal(took(0), "0.1 ms");
	assert_string_equal(took(311), "0.3 ms");
	assert_string_equal(took(980), "1 ms");
	assert_string_equal(took(12400), "12 ms");
	assert_string_equal(took(99600), "0.1 s");
	assert_string_equal(took(420000), "0.4 s");
	assert_string_equal(took(7000000), "7 s");
	assert_string_equal(took(61234567), "61 s");
	assert_string_equal(took(-5), "0.1 ms");
}

static void dates_are_those_of_the_calendar(void **state)
{
	static const struct {
		int64_t at;
		const char *text;
	} rows[] = {
		{ 0, "1970-01-01 00:00 UTC" },
		{ 1763596800, "2025-11-20 00:00 UTC" },
		{ 951782400, "2000-02-29 00:00 UTC" },
		{ 4107542399, "2100-02-28 23:59 UTC" },
		{ 4107542400, "2100-03-01 00:00 UTC" },
		{ -1, "1969-12-31 23:59 UTC" },
		{ 253402300799, "9999-12-31 23:59 UTC" },
	};
	char memory[40];
	struct buf b;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		buf_init(&b, memory, sizeof(memory));
		format_time(&b, rows[i].at);
		assert_string_equal(memory, rows[i].text);
	}
	buf_init(&b, memory, sizeof(memory));
	format_local(&b, 1763596800, -34200);
	assert_string_equal(memory, "2025-11-19 14:30:00 -09:30");
}

static void an_ipv6_address_stands_in_brackets(void **state)
{
	struct addr addr = { .family = ADDR_NONE };
	char memory[64];
	struct buf b;

	(void)state;
	assert_int_equal(addr_parse("2001:db8::1", 11, &addr), 0);
	buf_init(&b, memory, sizeof(memory));
	format_port(&b, &addr, 443);
	assert_string_equal(memory, "[2001:db8::1]:443");
	assert_int_equal(addr_parse("192.0.2.1", 9, &addr), 0);
	buf_init(&b, memory, sizeof(memory));
	format_port(&b, &addr, 443);
	assert_string_equal(memory, "192.0.2.1:443");
}

static void icmp_is_said_in_words(void **state)
{
	(void)state;
	assert_string_equal(format_icmp(ADDR_V4, 3, 1), "host unreachable");
	assert_string_equal(format_icmp(ADDR_V4, 3, 13), "administratively prohibited");
	assert_string_equal(format_icmp(ADDR_V4, 11, 0), "time to live exceeded");
	assert_string_equal(format_icmp(ADDR_V6, 1, 4), "port unreachable");
	assert_string_equal(format_icmp(ADDR_V4, 3, 99), "an ICMP error");
	assert_string_equal(format_icmp(ADDR_V4, 3, -1), "an ICMP error");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_time_is_rounded_to_what_matters),
		cmocka_unit_test(dates_are_those_of_the_calendar),
		cmocka_unit_test(an_ipv6_address_stands_in_brackets),
		cmocka_unit_test(icmp_is_said_in_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
