/* SPDX-License-Identifier: Apache-2.0 */
/* Every cause has words of its own on the first line, and a command by hand. */
#include "render/words.h"

#include <stdio.h>
#include <string.h>

#include "test.h"

static void every_class_is_in_capitals_and_short(void **state)
{
	(void)state;
	for (int cause = CAUSE_NONE + 1; cause < N_CAUSES; cause++) {
		struct verdict v = { .cause = (enum cause)cause, .status = STATUS_FAILED };
		const char *words = words_class(&v);

		assert_true(strlen(words) >= 3 && strlen(words) <= 30);
		for (const char *p = words; *p != '\0'; p++) {
			assert_non_null(strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -", *p));
		}
	}
}

static void no_cause_of_this_host_falls_through_to_the_last_class(void **state)
{
	(void)state;
	for (int cause = CAUSE_NONE + 1; cause < N_CAUSES; cause++) {
		struct verdict v = { .cause = (enum cause)cause, .status = STATUS_FAILED };
		const char *id = judge_causes[cause].id;

		if (strncmp(id, "name.", 5) == 0 || strncmp(id, "local.", 6) == 0 ||
		    strncmp(id, "port.", 5) == 0 || strncmp(id, "tls.", 4) == 0) {
			assert_string_not_equal(words_class(&v), "DOES NOT WORK");
		}
	}
}

static void a_verdict_without_a_cause_has_words_too(void **state)
{
	struct verdict v = { .cause = CAUSE_NONE, .status = STATUS_OK };

	(void)state;
	assert_string_equal(words_class(&v), "WORKS");
	v.status = STATUS_UNDETERMINED;
	assert_string_equal(words_class(&v), "NOT CLEAR");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_class_is_in_capitals_and_short),
		cmocka_unit_test(no_cause_of_this_host_falls_through_to_the_last_class),
		cmocka_unit_test(a_verdict_without_a_cause_has_words_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
