/* SPDX-License-Identifier: Apache-2.0 */
/* Pieces of text. */
#include "test.h"

static void words_are_compared_without_case(void **state)
{
	(void)state;
	assert_true(text_is(span_of("Null"), "null"));
	assert_false(text_is(span_of("nul"), "null"));
	assert_false(text_is(span_of("nulls"), "null"));
	assert_true(text_starts(span_of("HTTP://x"), "http://"));
	assert_true(text_ends(span_of("/x.SOCK"), ".sock"));
	assert_false(text_ends(span_of("k"), ".sock"));
}

static void nothing_found_is_the_end(void **state)
{
	struct span text = span_of("a:b:c");

	(void)state;
	assert_int_equal(text_find(text, ":/"), 1);
	assert_int_equal(text_find_last(text, ":"), 3);
	assert_int_equal(text_find(text, "/"), 5);
	assert_int_equal(text_find_last(text, "/"), 5);
	assert_int_equal(text_find_word(text, "b:"), 2);
	assert_int_equal(text_find_word(text, "c:"), 5);
	assert_int_equal(text_from(text, 9).len, 0);
	assert_int_equal(text_head(text, 9).len, 5);
}

static void percent_encoding_is_decoded(void **state)
{
	char out[32];
	struct buf buf;

	(void)state;
	buf_init(&buf, out, sizeof(out));
	assert_true(text_decode(&buf, span_of("a%20b%zz%4")));
	assert_string_equal(out, "a b%zz%4");
	buf_init(&buf, out, sizeof(out));
	assert_false(text_decode(&buf, span_of("a%00b")));
	assert_string_equal(out, "ab");
}

static void broken_utf8_is_none(void **state)
{
	uint32_t code = 0;

	(void)state;
	assert_int_equal(text_utf8(span_of("\xe3\x80\x80"), &code), 3);
	assert_int_equal(code, 0x3000);
	assert_int_equal(text_utf8(span_of("\xe3\x80"), &code), 0);
	assert_int_equal(text_utf8(span_of("\xc0\x80"), &code), 0);
	assert_int_equal(text_utf8(span_of("\xed\xa0\x80"), &code), 0);
	assert_int_equal(text_utf8(span_of("\x80"), &code), 0);
}

static void a_cut_buffer_ends_with_a_whole_character(void **state)
{
	char out[6];
	struct buf buf;

	(void)state;
	buf_init(&buf, out, sizeof(out));
	buf_puts(&buf, "abc\xe3\x80\x80");
	text_trim(&buf);
	assert_string_equal(out, "abc");
	buf_init(&buf, out, sizeof(out));
	buf_puts(&buf, "ab\xe3\x80\x80x");
	text_trim(&buf);
	assert_string_equal(out, "ab\xe3\x80\x80");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_compared_without_case),
		cmocka_unit_test(nothing_found_is_the_end),
		cmocka_unit_test(percent_encoding_is_decoded),
		cmocka_unit_test(broken_utf8_is_none),
		cmocka_unit_test(a_cut_buffer_ends_with_a_whole_character),
	};

	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
