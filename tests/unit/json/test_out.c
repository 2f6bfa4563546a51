/* SPDX-License-Identifier: Apache-2.0 */
/* The JSON writer. */
#include "help.h"
#include "json/out.h"

static void writes_one_line(void **state)
{
	struct caught c = { 0 };
	struct addr addr = { .family = ADDR_V4, .bytes = { 10, 0, 3, 15 } };

	(void)state;
	catch_begin(&c);
	out_object(&c.o, NULL, OUT_BLOCK);
	out_int(&c.o, "n", INT64_MIN);
	out_array(&c.o, "list", OUT_BLOCK);
	out_bool(&c.o, NULL, true);
	out_null(&c.o, NULL);
	out_addr(&c.o, NULL, &addr);
	out_array_end(&c.o);
	out_object(&c.o, "empty", OUT_LINE);
	out_object_end(&c.o);
	out_object_end(&c.o);
	assert_int_equal(out_end(&c.o), 0);
	catch_end(&c);
	assert_string_equal(c.text,
	                    "{\"n\": -9223372036854775808, \"list\": [true, null, \"10.0.3.15\"], "
	                    "\"empty\": {}}\n");
	free(c.text);
}

static void writes_blocks_with_lines_in_them(void **state)
{
	struct caught c = { 0 };

	(void)state;
	catch_begin(&c);
	out_init(&c.o, c.o.file, false);
	out_object(&c.o, NULL, OUT_BLOCK);
	out_array(&c.o, "a", OUT_BLOCK);
	for (int i = 0; i < 2; i++) {
		out_object(&c.o, NULL, OUT_LINE);
		out_array(&c.o, "b", OUT_BLOCK);
		out_int(&c.o, NULL, i);
		out_array_end(&c.o);
		out_object_end(&c.o);
	}
	out_array_end(&c.o);
	out_array(&c.o, "none", OUT_BLOCK);
	out_array_end(&c.o);
	out_object_end(&c.o);
	catch_end(&c);
	assert_string_equal(
		c.text,
		"{\n  \"a\": [\n    {\"b\": [0]},\n    {\"b\": [1]}\n  ],\n  \"none\": []\n}");
	free(c.text);
}

static void writes(usec_t value, const char *want)
{
	struct caught c = { 0 };

	catch_begin(&c);
	out_usec(&c.o, NULL, value);
	catch_end(&c);
	assert_string_equal(c.text, want);
	free(c.text);
}

static void writes_times_in_exact_decimals(void **state)
{
	(void)state;
	writes(0, "0.0");
	writes(1, "0.000001");
	writes(412, "0.000412");
	writes(5 * USEC_SEC, "5.0");
	writes(5100000, "5.1");
	writes(-1500000, "-1.5");
	writes(INT64_MIN, "-9223372036854.775808");
}

static void writes_valid_utf8_whatever_it_gets(void **state)
{
	struct caught c = { 0 };

	(void)state;
	catch_begin(&c);
	out_text(&c.o, NULL, "a\"b\\c\n\xff\x1b[31m \xe3\x81\xaa");
	catch_end(&c);
	assert_string_equal(c.text, "\"a\\\"b\\\\c\\\\x0a\\\\xff\\\\x1b[31m \xe3\x81\xaa\"");
	free(c.text);
}

static void says_when_the_stream_is_broken(void **state)
{
	FILE *f = fopen("/dev/full", "we");
	struct out o;

	(void)state;
	assert_non_null(f);
	setvbuf(f, NULL, _IONBF, 0);
	out_init(&o, f, true);
	out_text(&o, NULL, "x");
	assert_true(out_end(&o) < 0);
	(void)fclose(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_one_line),
		cmocka_unit_test(writes_blocks_with_lines_in_them),
		cmocka_unit_test(writes_times_in_exact_decimals),
		cmocka_unit_test(writes_valid_utf8_whatever_it_gets),
		cmocka_unit_test(says_when_the_stream_is_broken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
