/* SPDX-License-Identifier: Apache-2.0 */
/* How each stage of a run went. */
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

static void stages_before_the_failure_passed_and_those_behind_were_not_reached(void **state)
{
	(void)state;
	struct stage_state s[N_STAGES];
	judge_stages(
		&j,
		judged("run main -1 https://10.0.3.15\nat 10.0.3.15\ntcp end=error error=ECONNREFUSED took=1100 icmp=no\n"),
		s);
	assert_int_equal(s[STAGE_LOCAL].status, STAGE_OK);
	assert_int_equal(s[STAGE_PORT].status, STAGE_FAILED);
	assert_int_equal(s[STAGE_TLS].status, STAGE_SKIPPED);
	assert_int_equal(s[STAGE_HTTP].status, STAGE_SKIPPED);
	assert_true(s[STAGE_HTTP].shown);
	assert_false(s[STAGE_SSH].shown);
}

static void through_a_proxy_the_first_stages_are_its_business(void **state)
{
	(void)state;
	struct stage_state s[N_STAGES];
	judge_stages(
		&j,
		judged("run main -1 https://www.example.com\nproxy_env used=yes kind=http meant=no\nproxy end=denied status=407\nat -\n"
	               "run proxy 0 tcp://10.0.0.8:3128\nat 10.0.0.8\ntcp end=connected\n"),
		s);
	assert_int_equal(s[STAGE_NAME].status, STAGE_SKIPPED);
	assert_int_equal(s[STAGE_PATH].status, STAGE_SKIPPED);
	assert_int_equal(s[STAGE_PORT].status, STAGE_FAILED);
}

static void a_finding_is_a_warning_in_its_layer(void **state)
{
	(void)state;
	struct stage_state s[N_STAGES];
	judge_stages(
		&j,
		judged("run main -1 http://10.0.3.15\nat 10.0.3.15\ntcp end=connected\nloss sent=10 lost=3\nhttp end=head status=200\n"),
		s);
	assert_int_equal(s[STAGE_PATH].status, STAGE_WARN);
	assert_int_equal(s[STAGE_HTTP].status, STAGE_OK);
	assert_false(s[STAGE_TLS].shown);
}

static void where_nothing_is_known_nothing_is_said(void **state)
{
	(void)state;
	struct stage_state s[N_STAGES];
	judge_stages(&j, judged("run main -1 http://10.0.3.15\n"), s);
	assert_int_equal(s[STAGE_PORT].status, STAGE_UNKNOWN);
}

static void layers_are_first_words_of_ids(void **state)
{
	(void)state;
	assert_int_equal(stages_layer(CAUSE_NAME_NXDOMAIN), STAGE_NAME);
	assert_int_equal(stages_layer(CAUSE_PORT_REFUSED), STAGE_PORT);
	assert_int_equal(stages_layer(CAUSE_CLOUD_SG_INGRESS), STAGE_PORT);
	assert_int_equal(stages_app(run_to("ssh://10.0.3.15", "")), STAGE_SSH);
	assert_int_equal(stages_app(run_to("tcp://10.0.3.15:9", "")), STAGE_PORT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			stages_before_the_failure_passed_and_those_behind_were_not_reached),
		cmocka_unit_test(through_a_proxy_the_first_stages_are_its_business),
		cmocka_unit_test(a_finding_is_a_warning_in_its_layer),
		cmocka_unit_test(where_nothing_is_known_nothing_is_said),
		cmocka_unit_test(layers_are_first_words_of_ids),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
