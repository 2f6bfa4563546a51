/* SPDX-License-Identifier: Apache-2.0 */
/* Proxies and redirects as seen by the run that needed them. */
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

static void the_last_answer_of_a_chain_is_found(void **state)
{
	(void)state;
	const struct verdict *v = judged(
		"run main -1 http://10.0.3.15\nat 10.0.3.15\ntcp end=connected\nhttp end=head status=302\n"
		"run redirect 0 http://10.0.3.16\nat 10.0.3.16\ntcp end=connected\nhttp end=head status=404\n");
	assert_int_equal(kids_last(v->e->first, &j)->http->status, 404);
	says_yes(kids_end(v->e->first, &j, 404, 404));
	says_no(kids_end(v->e->first, &j, 500, 599));
	says_no(kids_loop(v->e->first, &j));
	says_no(kids_through(v->e->first, &j));
	assert_int_equal(kids_failed(v->e, &j), 1);
}

static void a_chain_that_broke_has_no_status(void **state)
{
	(void)state;
	const struct verdict *v = judged(
		"run main -1 http://10.0.3.15\nat 10.0.3.15\ntcp end=connected\nhttp end=head status=302\n"
		"run redirect 0 http://10.0.3.16\nat 10.0.3.16\ntcp end=error error=ECONNREFUSED icmp=no\n");
	says_no(kids_end(v->e->first, &j, 0, 999));
	says_no(kids_work(v->e, &j, ROLE_REDIRECT));
	says_nothing(kids_work(v->e, &j, ROLE_PROXY));
	says_yes(kids_layer(v->e, &j, ROLE_REDIRECT, STAGE_PORT));
	says_no(kids_layer(v->e, &j, ROLE_REDIRECT, STAGE_NAME));
}

static void a_redirect_that_is_not_followed_works(void **state)
{
	(void)state;
	const struct verdict *v = judged(
		"run main -1 http://10.0.3.15\nat 10.0.3.15\ntcp end=connected\nhttp end=head status=302\n");
	says_yes(kids_through(v->e->first, &j));
	assert_int_equal(kids_failed(v->e, &j), -1);
}

static void ten_redirects_are_a_circle(void **state)
{
	(void)state;
	static char text[8192];
	struct buf buf;
	buf_init(&buf, text, sizeof(text));
	for (int i = 0; i < 11; i++) {
		buf_puts(&buf, i == 0 ? "run main -1" : "run redirect ");
		if (i > 0) {
			buf_int(&buf, i - 1);
		}
		buf_puts(
			&buf,
			" http://10.0.3.15\nat 10.0.3.15\ntcp end=connected\nhttp end=head status=302\n");
	}
	assert_int_equal(judged(text)->cause, CAUSE_HTTP_REDIRECT_LOOP);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_last_answer_of_a_chain_is_found),
		cmocka_unit_test(a_chain_that_broke_has_no_status),
		cmocka_unit_test(a_redirect_that_is_not_followed_works),
		cmocka_unit_test(ten_redirects_are_a_circle),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
