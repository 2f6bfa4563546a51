/* SPDX-License-Identifier: Apache-2.0 */
/* Characters of hosts. */
#include "test.h"

#include "target/letters.h"

static char shown[64];

static enum flaw check(const char *text)
{
	struct buf buf;

	buf_init(&buf, shown, sizeof(shown));
	return letters_check(span_of(text), &buf);
}

static void letters_of_all_scripts_are_fine(void **state)
{
	static const char *const fine[] = {
		"a-b_c.D9",        "m\xc3\xbcnchen.de", "\xe6\x97\xa5\xe6\x9c\xac.jp",
		"\xe2\x9d\xa4.ws", "l\xc2\xb7l.cat",    "\xd7\xa2.il"
	};

	(void)state;
	for (size_t i = 0; i < N_OF(fine); i++) {
		if (check(fine[i]) != FLAW_NONE) {
			fail_msg("%s: %s", fine[i], shown);
		}
	}
}

static void every_other_ascii_character_is_a_flaw(void **state)
{
	(void)state;
	for (int c = 1; c < 0x80; c++) {
		char text[] = { 'a', (char)c, '\0' };
		enum flaw want = letters_is_name((char)c) ? FLAW_NONE
		                 : c <= ' ' || c == 0x7f  ? FLAW_BLANK
		                                          : FLAW_CHARACTER;

		assert_int_equal(check(text), want);
	}
}

static void what_cannot_be_seen_has_its_number(void **state)
{
	(void)state;
	assert_int_equal(check("a\xc2\xad"), FLAW_CHARACTER);
	assert_string_equal(shown, "U+00ad");
	assert_int_equal(check("a\xe2\x80\xae"), FLAW_CHARACTER);
	assert_string_equal(shown, "U+202e");
	assert_int_equal(check("a\xf3\xa0\x80\x81"), FLAW_CHARACTER);
	assert_string_equal(shown, "U+e0001");
	assert_int_equal(check("a\xef\xbc\x8e"), FLAW_CHARACTER);
	assert_string_equal(shown, "\xef\xbc\x8e (U+ff0e)");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_of_all_scripts_are_fine),
		cmocka_unit_test(every_other_ascii_character_is_a_flaw),
		cmocka_unit_test(what_cannot_be_seen_has_its_number),
	};

	return cmocka_run_group_tests_name("letters", tests, NULL, NULL);
}
