/* SPDX-License-Identifier: Apache-2.0 */
/* The loop: which address decides, what a verdict admits. */
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

static void nothing_known_is_undetermined(void **state)
{
	(void)state;
	struct verdict *v = judged("run main -1 tcp://10.0.3.15:5432\n");
	assert_int_equal(v->status, STATUS_UNDETERMINED);
	assert_int_equal(v->cause, CAUSE_NONE);
	assert_int_equal(v->certainty, CERTAINTY_NONE);
	assert_int_equal(v->row, -1);
}

static void the_winner_of_the_race_decides(void **state)
{
	(void)state;
	/* the second is given later but its head start of 250 ms is not enough */
	struct verdict *v = judged(
		"run main -1 tcp://www.example.com:9\nnss end=ok\nnss.addrs addr=fd02::2\nnss.addrs addr=10.0.3.15\n"
		"at fd02::2\ntcp end=connected took=900000\nat 10.0.3.15\ntcp end=connected took=1000\nstream first=silence\n");
	assert_int_equal(v->a->addr.family, ADDR_V4);
	assert_int_equal(v->status, STATUS_OK);
	v = judged(
		"run main -1 tcp://www.example.com:9\nnss end=ok\nnss.addrs addr=fd02::2\nnss.addrs addr=10.0.3.15\n"
		"at fd02::2\ntcp end=connected took=200000\nstream first=silence\nat 10.0.3.15\ntcp end=connected took=1000\n");
	assert_int_equal(v->a->addr.family, ADDR_V6);
}

static void what_could_still_change_it_is_wanted(void **state)
{
	(void)state;
	struct verdict *v = judged(
		"run main -1 tcp://10.0.3.15:5432\nat 10.0.3.15\ntcp end=unanswered syns=4\n");
	assert_int_equal(v->cause, CAUSE_PATH_SILENT);
	assert_true((v->wants & ev_kind_bit(KIND_siblings)) != 0);
	assert_true((v->wants & ev_kind_bit(KIND_counters)) != 0);
	assert_false((v->wants & ev_kind_bit(KIND_http)) != 0);
}

static void a_look_alike_makes_it_likely(void **state)
{
	(void)state;
	struct verdict *v = judged(
		"run main -1 tcp://10.0.3.15:5432\nat 10.0.3.15\nroute type=unicast on_link=no src=10.0.1.20\ntcp end=error error=ECONNREFUSED took=1100 icmp=no\n");
	assert_int_equal(v->cause, CAUSE_PORT_REFUSED);
	assert_int_equal(v->certainty, CERTAINTY_LIKELY);
	assert_true(v->n_also >= 1);
	assert_true(v->also[0].lookalike >= 0);
}

static void what_was_not_allowed_is_said(void **state)
{
	(void)state;
	struct verdict *v = judged(
		"run main -1 tcp://10.0.3.15:5432\nat 10.0.3.15\nfirewall skip=not_permitted\ncounters skip=not_permitted\n"
		"tcp end=unanswered syns=4\nsiblings.ports end=unanswered\n");
	assert_int_equal(v->certainty, CERTAINTY_POSSIBLE);
	assert_true(v->n_blind >= 1);
	assert_int_equal(v->blind[0].skip, SKIP_NOT_PERMITTED);
}

static void a_child_is_judged_before_its_parent(void **state)
{
	(void)state;
	(void)judged(
		"run main -1 https://www.example.com\nproxy_env used=yes kind=http meant=no\nat -\nrun proxy 0 tcp://10.0.0.8:3128\n"
		"at 10.0.0.8\ntcp end=error error=ECONNREFUSED icmp=no took=1100\n");
	assert_int_equal(j.n, 2);
	assert_int_equal(j.runs[0].cause, CAUSE_LOCAL_PROXY_DEAD);
	assert_int_equal(j.runs[1].cause, CAUSE_PORT_REFUSED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_known_is_undetermined),
		cmocka_unit_test(the_winner_of_the_race_decides),
		cmocka_unit_test(what_could_still_change_it_is_wanted),
		cmocka_unit_test(a_look_alike_makes_it_likely),
		cmocka_unit_test(what_was_not_allowed_is_said),
		cmocka_unit_test(a_child_is_judged_before_its_parent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
