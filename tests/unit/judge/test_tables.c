/* SPDX-License-Identifier: Apache-2.0 */
/* The tables hold together. */
#include "../evidence/given.h"

#include "judge/tables.h"

#include "evidence/fields.h"

static void at_most_three_next_steps_together(void **state)
{
	(void)state;
	enum cause last = CAUSE_NONE;
	int n = 0;
	for (int i = 0; i < judge_n_next(); i++) {
		if (judge_next[i].cause != last) {
			last = judge_next[i].cause;
			n = 0;
		}
		n++;
		assert_true(n <= 3);
	}
}

static void every_row_that_stops_has_a_next_step(void **state)
{
	(void)state;
	for (int row = 0; row < judge_n_rows(); row++) {
		bool some = judge_rows[row].cause == CAUSE_NONE;
		for (int i = 0; i < judge_n_next(); i++) {
			some |= judge_next[i].cause == judge_rows[row].cause;
		}
		if (!some) {
			print_message("%s\n", judge_row_name(row));
		}
		assert_true(some);
	}
}

static void questions_come_before_their_answers(void **state)
{
	(void)state;
	assert_true(judge_rows[0].type == ROW_RUN_QUESTION);
	for (int row = 1; row < judge_n_rows(); row++) {
		enum row_type asked = ROW_RUN_QUESTION;
		for (int up = row; up >= 0; up--) {
			if (judge_rows[up].cause == CAUSE_NONE) {
				asked = judge_rows[up].type;
				break;
			}
		}
		if (judge_rows[row].type == ROW_WHOLE) {
			assert_int_equal(asked, ROW_RUN_QUESTION);
		} else if (judge_rows[row].type == ROW_RULE) {
			assert_int_equal(asked, ROW_QUESTION);
		}
	}
}

/* A part in [ ] is left out where something in it was not measured; other brackets get lost. */
static void brackets_hold_arguments(const char *template)
{
	const char *open = strchr(template != NULL ? template : "", '[');

	while (open != NULL) {
		const char *close = strchr(open, ']');
		const char *brace = strchr(open, '{');

		if (close == NULL || brace == NULL || brace > close) {
			print_message("%s\n", template);
		}
		assert_true(close != NULL && brace != NULL && brace < close);
		open = strchr(open + 1, '[');
	}
}

static void no_bracket_is_lost(void **state)
{
	(void)state;
	for (int i = 0; i < judge_n_next(); i++) {
		brackets_hold_arguments(judge_next[i].text);
		brackets_hold_arguments(judge_next[i].command);
	}
	for (int i = CAUSE_NONE + 1; i < N_CAUSES; i++) {
		brackets_hold_arguments(judge_causes[i].summary);
	}
}

static void ids_are_lower_case_words_with_a_layer(void **state)
{
	(void)state;
	for (int c = CAUSE_NONE + 1; c < N_CAUSES; c++) {
		const char *id = judge_causes[c].id;
		const char *dot = strchr(id, '.');
		assert_non_null(dot);
		assert_int_equal(strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789_."), strlen(id));
		assert_true(strlen(judge_causes[c].title) > 0 &&
		            strlen(judge_causes[c].summary) > 0);
	}
}

static void a_check_says_where_to_look(void **state)
{
	(void)state;
	for (int i = 0; i < N_LOOKALIKES; i++) {
		struct check check;
		judge_check(i, &check);
		assert_true(check.other != check.cause && check.text != NULL);
		assert_string_not_equal(judge_who_words[check.where], "");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(at_most_three_next_steps_together),
		cmocka_unit_test(every_row_that_stops_has_a_next_step),
		cmocka_unit_test(questions_come_before_their_answers),
		cmocka_unit_test(no_bracket_is_lost),
		cmocka_unit_test(ids_are_lower_case_words_with_a_layer),
		cmocka_unit_test(a_check_says_where_to_look),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
