/* SPDX-License-Identifier: Apache-2.0 */
/* What a summary may quote. */
#include "../evidence/given.h"

#include "judge/tables.h"

#include "evidence/fields.h"

static struct judgement j;

/* The verdict of the first run of that text. */
static struct verdict *judged(const char *text)
{
	struct evidence *e = run_of(text);
	const struct store *s = (const void *)given_block;

	(void)e;
	judge(s, &j);
	return &j.runs[0];
}

static void what_was_measured_is_copied(void **state)
{
	(void)state;
	struct verdict *v = judged(
		"run main -1 tcp://10.0.3.15:5432\nat 10.0.3.15\ntcp end=error error=ECONNREFUSED took=1100 icmp=no\n");
	struct arg arg;
	assert_int_equal(judge_arg(&j, v, v->a, "port", 4, &arg), 0);
	assert_int_equal(arg.type, ARG_INT);
	assert_int_equal(arg.number, 5432);
	assert_int_equal(judge_arg(&j, v, v->a, "addr", 4, &arg), 0);
	assert_true(addr_equal(&arg.addr, &v->a->addr));
}

static void what_was_not_is_refused(void **state)
{
	(void)state;
	struct verdict *v = judged(
		"run main -1 tcp://10.0.3.15:5432\nat 10.0.3.15\ntcp end=error error=ECONNREFUSED took=1100 icmp=no\n");
	struct arg arg;
	assert_int_equal(judge_arg(&j, v, v->a, "gateway", 7, &arg), -1);
	assert_int_equal(judge_arg(&j, v, NULL, "addr", 4, &arg), -1);
	assert_int_equal(judge_arg(&j, v, v->a, "no_such_thing", 13, &arg), -1);
}

static void ages_are_differences_to_the_main_runs_clock(void **state)
{
	(void)state;
	struct verdict *v = judged(
		"run main -1 https://10.0.3.15\nsetting at=1000\nat 10.0.3.15\ntls end=done\ntls.chain not_before=1300 not_after=900\n");
	struct arg arg;
	assert_int_equal(judge_arg(&j, v, v->a, "ago", 3, &arg), 0);
	assert_int_equal(arg.number, 100);
	assert_int_equal(judge_arg(&j, v, v->a, "starts", 6, &arg), 0);
	assert_int_equal(arg.number, 300);
}

static void every_argument_may_be_asked_for_of_an_empty_run(void **state)
{
	(void)state;
	struct verdict *v = judged("run main -1 https://www.example.com\n");
	static const char *const names[] = {
#define ARG(name, type, known, value) #name,
#include "judge/args.def"
	};
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct arg arg = { .type = N_ARG_TYPES };
		if (judge_arg(&j, v, NULL, names[i], strlen(names[i]), &arg) == 0) {
			assert_true(arg.type < N_ARG_TYPES);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_measured_is_copied),
		cmocka_unit_test(what_was_not_is_refused),
		cmocka_unit_test(ages_are_differences_to_the_main_runs_clock),
		cmocka_unit_test(every_argument_may_be_asked_for_of_an_empty_run),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
