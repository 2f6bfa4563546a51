/* SPDX-License-Identifier: Apache-2.0 */
/* The small tools: arena, bounded reader and writer, cleaning, addresses, three-valued logic. */
#include "base/addr.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/clean.h"
#include "base/cursor.h"
#include "base/str.h"
#include "base/tri.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void an_arena_says_what_did_not_fit(void **state)
{
	_Alignas(16) uint8_t block[256];
	struct arena arena;
	char *text = NULL;

	(void)state;
	memset(block, 0xee, sizeof(block));
	arena_init(&arena, block, sizeof(block));
	text = arena_text(&arena, "naze", 4);
	assert_string_equal(text, "naze");
	assert_non_null(arena_alloc(&arena, 100));
	assert_false(arena.truncated);
	assert_null(arena_alloc(&arena, 200));
	assert_true(arena.truncated);
	assert_null(arena_text(&arena, "", SIZE_MAX));
	assert_string_equal(text, "naze");
}

static void an_arena_gives_zeroed_and_aligned_memory(void **state)
{
	uint8_t block[200];
	struct arena arena;
	uint8_t *p = NULL;

	(void)state;
	memset(block, 0xee, sizeof(block));
	arena_init(&arena, block + 1, sizeof(block) - 1);
	p = arena_alloc(&arena, 17);
	assert_non_null(p);
	assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
	for (int i = 0; i < 17; i++) {
		assert_int_equal(p[i], 0);
	}
}

static void a_cursor_never_reads_past_the_end(void **state)
{
	static const uint8_t bytes[] = { 1, 2, 3, 4, 5 };
	struct cursor c;
	struct cursor sub;

	(void)state;
	cursor_init(&c, bytes, sizeof(bytes));
	assert_int_equal(cursor_u8(&c), 1);
	assert_int_equal(cursor_u16(&c), 0x0203);
	assert_int_equal(cursor_left(&c), 2);
	assert_int_equal(cursor_u24(&c), 0);
	assert_true(c.bad);
	assert_int_equal(cursor_left(&c), 0);
	assert_int_equal(cursor_u8(&c), 0);
	assert_null(cursor_take(&c, 0));
	sub = cursor_sub(&c, 1);
	assert_true(sub.bad);
}

static void a_cursor_reads_lines_of_both_kinds(void **state)
{
	static const char text[] = "one\r\ntwo\nrest";
	struct cursor c;
	const char *line = NULL;
	size_t len = 0;

	(void)state;
	cursor_init(&c, text, strlen(text));
	assert_true(cursor_line(&c, &line, &len));
	assert_int_equal(len, 3);
	assert_memory_equal(line, "one", 3);
	assert_true(cursor_line(&c, &line, &len));
	assert_memory_equal(line, "two", 3);
	assert_false(cursor_line(&c, &line, &len));
	assert_int_equal(cursor_left(&c), 4);
}

static void cleaned(const char *in, size_t len, size_t max, const char *want)
{
	char text[256];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	clean_put(&buf, in, len, max);
	assert_string_equal(text, want);
}

static void foreign_bytes_never_stay_raw(void **state)
{
	(void)state;
	cleaned("plain \xc3\xa9", 8, 100, "plain \xc3\xa9");
	cleaned("\x1b[2J", 4, 100, "\\x1b[2J");
	cleaned("a\r\nb\x7f", 5, 100, "a\\x0d\\x0ab\\x7f");
	cleaned("\xe2\x80\xae!", 4, 100, "\\xe2\\x80\\xae!"); /* right-to-left override */
	cleaned("\xc2\x9b", 2, 100, "\\xc2\\x9b");            /* C1 CSI */
	cleaned("\xc0\xaf\xff", 3, 100, "\\xc0\\xaf\\xff");   /* no UTF-8 */
	cleaned("\xed\xa0\x80", 3, 100, "\\xed\\xa0\\x80");   /* a surrogate */
	cleaned("abcdef", 6, 3, "abc...");
}

static void a_buffer_is_cut_and_says_so(void **state)
{
	char text[6];
	struct buf buf;

	(void)state;
	buf_init(&buf, text, sizeof(text));
	buf_int(&buf, -12);
	assert_string_equal(text, "-12");
	buf_hex(&buf, 0xbeef);
	assert_string_equal(text, "-12be");
	assert_true(buf.cut);
}

static void addresses_read_back_as_they_were_written(void **state)
{
	static const char *const texts[] = { "10.0.3.15",
		                             "::",
		                             "::1",
		                             "fe80::1",
		                             "2001:db8::1:0:0:1",
		                             "2001:db8:1:2:3:4:5:6",
		                             "255.255.255.255" };
	static const char *const bad[] = { "10.0.0", "10.0.0.256", "1.2.3.4.5",
		                           ":::",    "1::2::3",    "12345::",
		                           "g::1",   "",           "10.0.0.1 " };
	struct addr addr;

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		char text[64];
		struct buf buf;

		buf_init(&buf, text, sizeof(text));
		assert_int_equal(addr_parse(texts[i], strlen(texts[i]), &addr), 0);
		addr_format(&buf, &addr);
		assert_string_equal(text, texts[i]);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_int_equal(addr_parse(bad[i], strlen(bad[i]), &addr), -1);
	}
	assert_int_equal(addr_parse("::ffff:10.0.3.15", 16, &addr), 0);
	assert_memory_equal(addr.bytes, "\0\0\0\0\0\0\0\0\0\0\377\377\12\0\3\17", 16);
	assert_int_equal(addr_parse("1:2:3:4:5:6:10.0.3.15", 21, &addr), 0);
	assert_int_equal(addr_parse("1:2:3:4:5:6:7:10.0.3.15", 23, &addr), -1);
	assert_int_equal(addr_parse("::ffff:10.0.3", 13, &addr), -1);
	assert_int_equal(addr_parse("::ffff:10.0.3.15:1", 18, &addr), -1);
}

static void what_is_unknown_stays_unknown(void **state)
{
	(void)state;
	assert_int_equal(both(YES, UNKNOWN), UNKNOWN);
	assert_int_equal(both(NO, UNKNOWN), NO);
	assert_int_equal(either(YES, UNKNOWN), YES);
	assert_int_equal(not(UNKNOWN), UNKNOWN);
	assert_int_equal(confirms(NO), UNKNOWN);
	assert_int_equal(permits(YES), UNKNOWN);
	assert_int_equal(witnesses(YES, NO), UNKNOWN);
	assert_int_equal(witnesses(YES, UNKNOWN), YES);
}

static void only_ascii_capitals_have_a_small_letter(void **state)
{
	(void)state;
	assert_int_equal(str_lower('A'), 'a');
	assert_int_equal(str_lower('Z'), 'z');
	assert_int_equal(str_lower('@'), '@');
	assert_int_equal(str_lower('['), '[');
	assert_int_equal(str_lower((char)0xc4), (char)0xc4);
}

static void a_number_is_all_digits_and_fits(void **state)
{
	int64_t n = 7;

	(void)state;
	assert_int_equal(str_to_int("-12rest", 3, &n), 0);
	assert_int_equal(n, -12);
	assert_int_equal(str_to_int("9223372036854775807", 19, &n), 0);
	assert_int_equal(n, INT64_MAX);
	assert_int_equal(str_to_int("9223372036854775808", 19, &n), -1);
	assert_int_equal(str_to_int("", 0, &n), -1);
	assert_int_equal(str_to_int("-", 1, &n), -1);
	assert_int_equal(str_to_int("1 ", 2, &n), -1);
	assert_int_equal(n, INT64_MAX);
}

static void a_word_is_compared_whole(void **state)
{
	(void)state;
	assert_true(str_is("portal", 4, "port"));
	assert_false(str_is("port", 4, "portal"));
	assert_false(str_is("port", 4, "por"));
}

static void a_mapped_address_is_ipv4(void **state)
{
	const struct addr mapped = {
		ADDR_V6, { [10] = 0xff, [11] = 0xff, [12] = 192, [13] = 0, [14] = 2, [15] = 1 }
	};
	const struct addr v4 = { ADDR_V4, { 192, 0, 2, 1 } };
	const struct addr v6 = { ADDR_V6, { 0xfd, [15] = 1 } };
	struct addr got = addr_unmapped(&mapped);

	(void)state;
	assert_true(addr_equal(&got, &v4));
	got = addr_unmapped(&v6);
	assert_true(addr_equal(&got, &v6));
	got = addr_unmapped(&v4);
	assert_true(addr_equal(&got, &v4));
}

static void link_local_is_fe80_to_febf(void **state)
{
	const struct addr first = { ADDR_V6, { 0xfe, 0x80, [15] = 1 } };
	const struct addr last = { ADDR_V6, { 0xfe, 0xbf, [15] = 1 } };
	const struct addr site = { ADDR_V6, { 0xfe, 0xc0, [15] = 1 } };
	const struct addr v4 = { ADDR_V4, { 0xfe, 0x80, 0, 1 } };

	(void)state;
	assert_true(addr_link_local(&first));
	assert_true(addr_link_local(&last));
	assert_false(addr_link_local(&site));
	assert_false(addr_link_local(&v4));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mapped_address_is_ipv4),
		cmocka_unit_test(link_local_is_fe80_to_febf),
		cmocka_unit_test(an_arena_says_what_did_not_fit),
		cmocka_unit_test(an_arena_gives_zeroed_and_aligned_memory),
		cmocka_unit_test(a_cursor_never_reads_past_the_end),
		cmocka_unit_test(a_cursor_reads_lines_of_both_kinds),
		cmocka_unit_test(foreign_bytes_never_stay_raw),
		cmocka_unit_test(a_buffer_is_cut_and_says_so),
		cmocka_unit_test(addresses_read_back_as_they_were_written),
		cmocka_unit_test(what_is_unknown_stays_unknown),
		cmocka_unit_test(only_ascii_capitals_have_a_small_letter),
		cmocka_unit_test(a_number_is_all_digits_and_fits),
		cmocka_unit_test(a_word_is_compared_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
