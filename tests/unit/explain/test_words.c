/* SPDX-License-Identifier: Apache-2.0 */
/* What of a text counts as a word. The words themselves come from the pages. */
#include "explain/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct words read_text(const char *text)
{
	struct words words;

	words_read(text, strlen(text), &words);
	return words;
}

/* Whether two texts say the same known words in the same order. */
static bool same(const char *x, const char *y)
{
	struct words a = read_text(x), b = read_text(y);

	if (a.n != b.n || a.n == 0) {
		return false;
	}
	for (int i = 0; i < a.n; i++) {
		if (a.word[i].term != b.word[i].term) {
			return false;
		}
	}
	return true;
}

static void case_and_forms_of_a_word_are_one(void **state)
{
	(void)state;
	assert_true(same("Connection REFUSED", "connections refuses"));
	assert_true(same("certificate", "certs"));
	assert_false(same("refused", "reset"));
}

static void can_t_is_a_refusal_with_any_apostrophe(void **state)
{
	(void)state;
	assert_true(same("can't resolve", "cannot resolve"));
	assert_true(same("can\xe2\x80\x99t resolve", "unable to resolve"));
}

static void a_word_in_capitals_is_split_where_they_divide_it(void **state)
{
	(void)state;
	assert_true(same("HostUnreachable host unreachable", "HostUnreachable HOST_UNREACHABLE"));
	assert_true(same("ERR_CONNECTION_REFUSED", "connection refused"));
}

static void two_words_can_be_one(void **state)
{
	struct words words = read_text("it times out");
	struct words one = read_text("timeout");

	(void)state;
	assert_int_equal(one.n, 1);
	assert_true(words.n >= 1);
	assert_int_equal(words.word[words.n - 1].term, one.word[0].term);
}

static void words_that_say_nothing_leave_no_trace(void **state)
{
	struct words words = read_text("it was the connection that is refused");

	(void)state;
	assert_int_equal(words.n, 2);
	assert_int_equal(words.n_unknown, 0);
	assert_int_equal(words.word[1].place - words.word[0].place, 1);
}

static void names_count_as_unknown_words_only(void **state)
{
	struct words words = read_text("connection xyzzy-q.plugh.quux refused");

	(void)state;
	assert_int_equal(words.n, 2);
	assert_int_equal(words.word[1].place - words.word[0].place, 2);
	assert_true(words.n_unknown >= 3);
}

static void addresses_are_known_by_their_kind(void **state)
{
	(void)state;
	assert_true(same("refused 127.0.0.1", "refused 127.1.2.3"));
	assert_true(same("refused ::1:3000", "refused [::1]:3001"));
	assert_false(same("refused 127.0.0.1", "refused 0.0.0.0"));
	/* times and class names are no addresses */
	assert_true(same("00:00:00 refused", "refused"));
	assert_true(same("std::cert refused", "std cert refused"));
}

static void a_duration_leaves_its_unit(void **state)
{
	(void)state;
	assert_true(same("timeout of 5000ms", "timeout of ms"));
}

static void a_long_text_is_cut_not_overrun(void **state)
{
	static char text[8 * WORDS_MAX];
	struct words words;

	(void)state;
	for (size_t i = 0; i + 8 <= sizeof(text); i += 8) {
		memcpy(text + i, "refused ", 8);
	}
	words_read(text, sizeof(text), &words);
	assert_int_equal(words.n, WORDS_MAX);
	for (size_t i = 0; i + 4 <= sizeof(text); i += 4) {
		memcpy(text + i, "tls ", 4);
	}
	words_read(text, sizeof(text), &words);
	assert_int_equal(words.n, WORDS_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(case_and_forms_of_a_word_are_one),
		cmocka_unit_test(can_t_is_a_refusal_with_any_apostrophe),
		cmocka_unit_test(a_word_in_capitals_is_split_where_they_divide_it),
		cmocka_unit_test(two_words_can_be_one),
		cmocka_unit_test(words_that_say_nothing_leave_no_trace),
		cmocka_unit_test(names_count_as_unknown_words_only),
		cmocka_unit_test(addresses_are_known_by_their_kind),
		cmocka_unit_test(a_duration_leaves_its_unit),
		cmocka_unit_test(a_long_text_is_cut_not_overrun),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
