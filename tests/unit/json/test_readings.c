/* SPDX-License-Identifier: Apache-2.0 */
/* Single readings into JSON. */
#include "help.h"
#include "json/readings.h"

static char *stage_of(const struct evidence *e, enum stage stage)
{
	struct caught c = { 0 };

	catch_begin(&c);
	out_array(&c.o, NULL, OUT_LINE);
	readings_stage(&c.o, e, stage);
	out_array_end(&c.o);
	catch_end(&c);
	return c.text;
}

static void says_its_kind_and_its_address(void **state)
{
	auto_free char *block = NULL;
	struct store *s = help_store(&block);
	struct addr addr = { .family = ADDR_V4, .bytes = { 10, 0, 3, 15 } };
	struct ev_tcp *tcp = store_kind(s, store_attempt(s, &s->runs[0], &addr), KIND_tcp);
	auto_free char *text = NULL;

	(void)state;
	tcp->end = TCP_UNANSWERED;
	tcp->has.end = true;
	tcp->took = 400000;
	tcp->has.took = true;
	text = stage_of(&s->runs[0], STAGE_PORT);
	assert_string_equal(
		text, "[{\"kind\": \"tcp\", \"address\": \"10.0.3.15\", \"end\": \"unanswered\", "
		      "\"took_s\": 0.4}]");
	assert_true(readings_any(&s->runs[0], STAGE_PORT));
	assert_false(readings_any(&s->runs[0], STAGE_TLS));
}

static void says_why_it_is_missing(void **state)
{
	auto_free char *block = NULL;
	struct store *s = help_store(&block);
	struct addr none = { 0 };
	struct ev_trace *trace = store_kind(s, store_attempt(s, &s->runs[0], &none), KIND_trace);
	auto_free char *text = NULL;

	(void)state;
	trace->head.skip = SKIP_NOT_PERMITTED;
	text = stage_of(&s->runs[0], STAGE_PATH);
	assert_string_equal(text, "[{\"kind\": \"trace\", \"skip\": \"not_permitted\"}]");
}

static void an_address_that_is_none_is_absent(void **state)
{
	auto_free char *block = NULL;
	struct store *s = help_store(&block);
	struct ev_resolv *resolv = store_kind(s, &s->runs[0], KIND_resolv);
	struct ev_address *item = store_item(s, &resolv->servers, KIND_address);
	auto_free char *text = NULL;

	(void)state;
	resolv->has.servers = true;
	item->has.addr = true;
	text = stage_of(&s->runs[0], STAGE_NAME);
	assert_string_equal(text, "[{\"kind\": \"resolv\", \"servers\": [null]}]");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_its_kind_and_its_address),
		cmocka_unit_test(says_why_it_is_missing),
		cmocka_unit_test(an_address_that_is_none_is_absent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
