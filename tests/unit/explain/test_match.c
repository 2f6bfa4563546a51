/* SPDX-License-Identifier: Apache-2.0 */
/* How phrases are found in words, and how the causes that have them are ranked. */
#include "explain/match.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int match(const char *text, struct match found[MATCH_MAX])
{
	struct words words;

	words_read(text, strlen(text), &words);
	return match_words(&words, found);
}

static bool finds(const char *text, const char *cause)
{
	struct match found[MATCH_MAX];
	int n = match(text, found);

	for (int i = 0; i < n; i++) {
		if (strcmp(tables_pages[found[i].phrase->cause].id, cause) == 0) {
			return true;
		}
	}
	return false;
}

static void scores_fall_and_no_cause_comes_twice(void **state)
{
	struct match found[MATCH_MAX];
	int n = match("SSL certificate problem: unable to get local issuer certificate", found);

	(void)state;
	assert_true(n > 2);
	for (int i = 1; i < n; i++) {
		assert_true(found[i].score <= found[i - 1].score);
		for (int k = 0; k < i; k++) {
			assert_int_not_equal(found[i].phrase->cause, found[k].phrase->cause);
		}
	}
}

static void words_too_far_apart_are_no_phrase(void **state)
{
	(void)state;
	assert_true(finds("no route to host", "path.host_down"));
	assert_true(finds("no route known to host", "path.host_down"));
	/* long enough that the loose search does not try either */
	assert_false(
		finds("no xyzzy xyzzy xyzzy xyzzy xyzzy xyzzy xyzzy xyzzy xyzzy xyzzy xyzzy "
	              "xyzzy xyzzy xyzzy xyzzy route xyzzy xyzzy xyzzy xyzzy xyzzy xyzzy xyzzy "
	              "xyzzy xyzzy xyzzy xyzzy xyzzy xyzzy xyzzy xyzzy host",
	              "path.host_down"));
}

static void a_placeholder_at_the_end_wants_something_after_it(void **state)
{
	(void)state;
	assert_true(finds("failed to connect to xyzzy", "port.silent"));
	assert_false(finds("failed to connect", "port.silent"));
}

static void a_number_counts_at_the_start_of_a_short_text(void **state)
{
	(void)state;
	assert_true(finds("502", "http.bad_gateway"));
	assert_true(finds("502/504 from the proxy", "http.bad_gateway"));
	assert_false(finds("on page 502", "http.bad_gateway"));
}

static void more_phrases_of_a_cause_are_worth_more(void **state)
{
	struct match one[MATCH_MAX], two[MATCH_MAX];

	(void)state;
	assert_true(match("connection refused", one) > 0);
	assert_true(match("connection refused ECONNREFUSED", two) > 0);
	assert_ptr_equal(&tables_pages[one[0].phrase->cause], &tables_pages[two[0].phrase->cause]);
	assert_true(two[0].score > one[0].score);
}

static void nothing_matches_nothing(void **state)
{
	struct match found[MATCH_MAX];

	(void)state;
	assert_int_equal(match("", found), 0);
}

static void a_text_of_everything_stays_within_the_list(void **state)
{
	struct match found[MATCH_MAX];

	(void)state;
	assert_in_range(
		match("connection refused timed out reset no route to host network is unreachable "
	              "permission denied certificate has expired handshake failure 502 bad gateway "
	              "name or service not known temporary failure in name resolution",
	              found),
		MATCH_MAX, MATCH_MAX);
}

static void every_phrase_is_found_in_its_own_words(void **state)
{
	(void)state;
	for (size_t i = 0; i < tables_n_phrases; i++) {
		const struct phrase *phrase = &tables_phrases[i];
		struct words words = { 0 };
		struct match found[MATCH_MAX];
		bool there = false;
		int n;

		assert_in_range(phrase->cause, 0, tables_n_causes - 1);
		assert_in_range(phrase->strength, 1, 3);
		for (uint16_t k = 0; k < phrase->n_terms; k++) {
			words.word[words.n++] = (struct word){
				.term = tables_terms[phrase->first + k].term, .place = k, .nth = k
			};
		}
		words.n_unknown = phrase->flags & PHRASE_MORE ? 1 : 0;
		n = match_words(&words, found);
		for (int k = 0; k < n; k++) {
			there = there || found[k].phrase->cause == phrase->cause;
		}
		/* more than MATCH_MAX causes may share the words */
		if (!there && n < MATCH_MAX) {
			fail_msg("not found by its own words: %s", tables_text + phrase->said);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scores_fall_and_no_cause_comes_twice),
		cmocka_unit_test(words_too_far_apart_are_no_phrase),
		cmocka_unit_test(a_placeholder_at_the_end_wants_something_after_it),
		cmocka_unit_test(a_number_counts_at_the_start_of_a_short_text),
		cmocka_unit_test(more_phrases_of_a_cause_are_worth_more),
		cmocka_unit_test(nothing_matches_nothing),
		cmocka_unit_test(a_text_of_everything_stays_within_the_list),
		cmocka_unit_test(every_phrase_is_found_in_its_own_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
