/* SPDX-License-Identifier: Apache-2.0 */
/* Verdicts into JSON. */
#include "help.h"
#include "json/verdict.h"

static json_t *written(const struct store *s, void (*write)(struct out *, const struct judgement *,
                                                            const struct verdict *))
{
	struct judgement k;
	struct caught c = { 0 };
	json_t *json = NULL;

	judge(s, &k);
	catch_begin(&c);
	out_object(&c.o, NULL, OUT_LINE);
	write(&c.o, &k, &k.runs[0]);
	out_object_end(&c.o);
	catch_end(&c);
	json = json_loads(c.text, 0, NULL);
	assert_non_null(json);
	free(c.text);
	return json;
}

static const char *text_of(const json_t *json, const char *key)
{
	return json_string_value(json_object_get(json, key));
}

/* Nothing listens on 10.0.3.15 port 443. */
static struct store *refused(char **ret_block)
{
	struct store *s = help_store(ret_block);
	struct addr addr = { .family = ADDR_V4, .bytes = { 10, 0, 3, 15 } };
	struct ev_tcp *tcp = NULL;

	s->runs[0].target.literal = true;
	s->runs[0].target.addr = addr;
	tcp = store_kind(s, store_attempt(s, &s->runs[0], &addr), KIND_tcp);
	tcp->end = TCP_ERROR;
	tcp->error = TCP_ECONNREFUSED;
	tcp->icmp = false;
	tcp->has = (struct has_tcp){ .end = true, .error = true, .icmp = true };
	return s;
}

static void a_failure_has_cause_and_error(void **state)
{
	auto_free char *block = NULL;
	json_t *json = written(refused(&block), verdict_write);
	const json_t *v = json_object_get(json, "verdict");

	(void)state;
	assert_string_equal(text_of(v, "status"), "failed");
	assert_string_equal(text_of(v, "cause"), "port.refused");
	assert_string_equal(text_of(v, "who"), "server");
	assert_string_equal(text_of(v, "stage"), "port");
	assert_string_equal(text_of(json_object_get(v, "error"), "text"), "Connection refused");
	assert_string_equal(text_of(json_object_get(v, "error"), "code"), "ECONNREFUSED");
	assert_true(json_array_size(json_object_get(v, "could_also_be")) > 0);
	json_decref(json);
}

static void without_evidence_nothing_is_named(void **state)
{
	auto_free char *block = NULL;
	json_t *json = written(help_store(&block), verdict_write);
	const json_t *v = json_object_get(json, "verdict");

	(void)state;
	assert_string_equal(text_of(v, "status"), "undetermined");
	assert_true(json_is_null(json_object_get(v, "cause")));
	assert_null(json_object_get(v, "certainty"));
	assert_null(json_object_get(v, "error"));
	json_decref(json);
}

static void steps_say_where_and_what(void **state)
{
	auto_free char *block = NULL;
	json_t *json = written(refused(&block), verdict_next);
	const json_t *list = json_object_get(json, "next");

	(void)state;
	assert_true(json_array_size(list) > 0 && json_array_size(list) <= 3);
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *step = json_array_get(list, i);

		assert_non_null(text_of(step, "where"));
		assert_true(json_is_boolean(json_object_get(step, "changes")));
		assert_null(strchr(text_of(step, "text"), '{'));
	}
	json_decref(json);
}

static void findings_are_a_list(void **state)
{
	auto_free char *block = NULL;
	json_t *json = written(refused(&block), verdict_findings);

	(void)state;
	assert_true(json_is_array(json_object_get(json, "findings")));
	json_decref(json);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_failure_has_cause_and_error),
		cmocka_unit_test(without_evidence_nothing_is_named),
		cmocka_unit_test(steps_say_where_and_what),
		cmocka_unit_test(findings_are_a_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
