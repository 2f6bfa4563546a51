/* SPDX-License-Identifier: Apache-2.0 */
/* Templates with their arguments filled in. */
#include "base/cleanup.h"
#include "judge/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { BLOCK = 1 << 20 };

static char *block;
static struct store *store;
static struct judgement judgement;

/* https://api.example.com/, at 10.0.3.15, with or without a gateway. */
static void prepare(bool gateway)
{
	static struct target target = { .scheme = SCHEME_HTTPS,
		                        .port = 443,
		                        .host = "api.example.com" };
	struct addr addr = { .family = ADDR_V4, .bytes = { 10, 0, 3, 15 } };
	struct ev_route *route = NULL;

	store = store_init(block, BLOCK);
	(void)store_run(store, ROLE_MAIN, -1, &target);
	route = store_kind(store, store_attempt(store, &store->runs[0], &addr), KIND_route);
	route->gateway = (struct addr){ .family = ADDR_V4, .bytes = { 10, 0, 1, 1 } };
	route->has.gateway = gateway;
	judge(store, &judgement);
}

static void gives(const char *template, const char *want)
{
	char text[200];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	judge_words_expand(&buf, template, &judgement, &judgement.runs[0], store->runs[0].first);
	assert_string_equal(text, want);
}

static void arguments_are_filled_in(void **state)
{
	(void)state;
	prepare(true);
	gives("{host} port {port} at {addr} via {gateway}.",
	      "api.example.com port 443 at 10.0.3.15 via 10.0.1.1.");
}

static void a_part_without_its_argument_is_left_out(void **state)
{
	(void)state;
	prepare(true);
	gives("The gateway[ {gateway}] is dead[ ({rule})].", "The gateway 10.0.1.1 is dead.");
	prepare(false);
	gives("The gateway[ {gateway}] is dead[ ({rule})].", "The gateway is dead.");
}

static void what_is_missing_elsewhere_is_a_question_mark(void **state)
{
	(void)state;
	prepare(false);
	gives("{gateway} {no_such_argument}", "? ?");
	gives("{unclosed", "{unclosed");
}

static void a_command_with_a_hole_is_not_complete(void **state)
{
	const struct verdict *v = &judgement.runs[0];
	const struct attempt *a = NULL;

	(void)state;
	prepare(false);
	a = store->runs[0].first;
	assert_false(judge_words_complete("ping {gateway}", &judgement, v, a));
	assert_true(judge_words_complete("ping[ {gateway}] {addr}", &judgement, v, a));
}

static void says(int64_t seconds, const char *want)
{
	char text[64];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	judge_words_age(&buf, seconds);
	assert_string_equal(text, want);
}

static void ages_are_in_their_largest_unit(void **state)
{
	(void)state;
	says(0, "0 seconds");
	says(1, "1 second");
	says(-119, "1 minute");
	says(7200, "2 hours");
	says(86400, "1 day");
	says(3 * 86400 + 5, "3 days");
	says(INT64_MIN, "106751991167300 days");
}

static void lists(const char *words, const char *want)
{
	char text[80];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	judge_words_list(&buf, words);
	assert_string_equal(text, want);
}

static void names_are_listed_as_people_do_and_many_are_cut(void **state)
{
	(void)state;
	lists("", "");
	lists("a.example", "a.example");
	lists("a.example b.example", "a.example and b.example");
	lists("a b c d", "a, b, c and d");
	lists("a b c d e f", "a, b, c and others");
}

static void nothing_known_is_said_to_be_unclear(void **state)
{
	char text[200];
	struct buf buf;

	(void)state;
	prepare(false);
	buf_init(&buf, text, sizeof(text));
	judge_words_summary(&buf, &judgement, &judgement.runs[0]);
	assert_non_null(strstr(text, "api.example.com"));
	assert_non_null(strstr(text, "not clear"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arguments_are_filled_in),
		cmocka_unit_test(a_part_without_its_argument_is_left_out),
		cmocka_unit_test(what_is_missing_elsewhere_is_a_question_mark),
		cmocka_unit_test(a_command_with_a_hole_is_not_complete),
		cmocka_unit_test(ages_are_in_their_largest_unit),
		cmocka_unit_test(names_are_listed_as_people_do_and_many_are_cut),
		cmocka_unit_test(nothing_known_is_said_to_be_unclear),
	};
	auto_free char *owned = malloc(BLOCK);

	block = owned;
	return block == NULL ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
}
