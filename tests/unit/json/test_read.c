/* SPDX-License-Identifier: Apache-2.0 */
/* What strangers may put into a file that is to be replayed. */
#include "help.h"
#include "json/read.h"

#define HEAD   "{\"schema\": \"naze.report/1\", "
#define TARGET "\"target\": {\"scheme\": \"tcp\", \"host\": \"h\", \"port\": 1}"

static char error[200];

static int read_text(const char *text, struct store **ret)
{
	static char *block;
	int n = 0;

	free(block);
	block = malloc(HELP_BLOCK);
	assert_non_null(block);
	*ret = store_init(block, HELP_BLOCK);
	n = json_report_read(text, strlen(text), *ret, error, sizeof(error));
	return n;
}

static void refuses(const char *text, const char *why)
{
	struct store *s = NULL;

	assert_int_equal(read_text(text, &s), -EINVAL);
	assert_string_equal(error, why);
}

static struct store *reads(const char *text)
{
	struct store *s = NULL;

	if (read_text(text, &s) != 0) {
		fail_msg("%s", error);
	}
	return s;
}

static void names_line_and_column_of_a_syntax_error(void **state)
{
	(void)state;
	refuses("{\n  \"schema\": ,\n", "line 2 column 13: unexpected token near ','");
	refuses("", "line 1 column 0: '[' or '{' expected near end of file");
}

static void refuses_other_files(void **state)
{
	(void)state;
	refuses("[]", "/: an object is wanted here");
	refuses("{}", "/: this is no naze.report/1");
	refuses("{\"schema\": \"naze.report/2\"}", "/schema: this is no naze.report/1");
	refuses(HEAD "\"error\": {\"text\": \"x\"}}",
	        "/: this run ended before there was anything to judge");
	refuses(HEAD "\"verdict\": {}}", "/: a run must say its target");
}

static void names_the_place_of_a_wrong_value(void **state)
{
	(void)state;
	refuses(HEAD "\"target\": 1}", "/target: an object is wanted here");
	refuses(HEAD "\"target\": {\"scheme\": \"nope\"}}",
	        "/target/scheme: a scheme that naze knows is wanted here");
	refuses(HEAD "\"target\": {\"scheme\": \"tcp\", \"port\": 65536}}",
	        "/target/port: a port is at most 65535");
	refuses(HEAD TARGET ", \"at\": \"yesterday\"}",
	        "/at: a time like 2026-11-23T03:16:20.114Z is wanted here");
	refuses(HEAD TARGET ", \"addresses\": [\"10.0.0.1\", \"x\"]}",
	        "/addresses/1: an IPv4 or IPv6 address is wanted here");
	refuses(HEAD TARGET ", \"stages\": [{\"evidence\": [{}]}]}",
	        "/stages/0/evidence/0: a reading must say its kind");
	refuses(HEAD TARGET ", \"stages\": [{\"evidence\": [{\"kind\": \"tcp\", \"syns\": 1.5}]}]}",
	        "/stages/0/evidence/0/syns: a whole number is wanted here");
	refuses(HEAD TARGET ", \"hops\": [{\"role\": \"proxy\"}]}",
	        "/hops/0: a run must say its target");
}

static void refuses_a_reading_twice(void **state)
{
	(void)state;
	refuses(HEAD TARGET
	        ", \"stages\": [{\"evidence\": [{\"kind\": \"nss\"}, {\"kind\": \"nss\"}]}]}",
	        "/stages/0/evidence/1: this reading is already there");
}

static void passes_over_what_a_newer_naze_may_add(void **state)
{
	struct store *s = reads(
		HEAD TARGET
		", \"new\": [1], \"hops\": [{\"role\": \"new\"}], \"stages\": [{\"id\": \"new\", "
		"\"evidence\": [{\"kind\": \"new\", \"x\": {}}, {\"kind\": \"nss\", \"end\": "
		"\"new\", \"new\": 1, \"skip\": \"new\"}]}]}");

	(void)state;
	assert_int_equal(s->n_runs, 1);
	assert_non_null(s->runs[0].nss);
	assert_false(s->runs[0].nss->has.end);
	assert_true(s->runs[0].cut); /* a hop is missing */
}

static void null_is_absent(void **state)
{
	struct store *s =
		reads(HEAD TARGET ", \"took_s\": null, \"addresses\": [null], \"hops\": null}");

	(void)state;
	assert_null(s->runs[0].setting);
	assert_int_equal(s->runs[0].first->addr.family, ADDR_NONE);
}

static void keeps_the_time_to_the_microsecond(void **state)
{
	struct store *s =
		reads(HEAD TARGET ", \"at\": \"2026-11-23T03:16:20.114Z\", \"took_s\": 0.103}");

	(void)state;
	assert_int_equal(s->runs[0].setting->at, 1795403780);
	assert_int_equal(s->runs[0].setting->at_us, 114000);
	assert_int_equal(s->runs[0].setting->took, 103000);
}

static void too_many_hops_are_dropped_and_marked(void **state)
{
	char text[4096];
	struct buf buf;
	struct store *s = NULL;

	(void)state;
	buf_init(&buf, text, sizeof(text));
	buf_puts(&buf, HEAD TARGET ", \"hops\": [");
	for (int i = 0; i < 20; i++) {
		buf_puts(&buf, i > 0 ? "," : "");
		buf_puts(&buf, "{\"role\": \"redirect\", " TARGET "}");
	}
	buf_puts(&buf, "]}");
	s = reads(text);
	assert_int_equal(s->n_runs, STORE_MAX_RUNS);
	assert_true(s->runs[0].cut);
}

static void a_full_store_is_marked_not_refused(void **state)
{
	static const char text[] =
		HEAD TARGET ", \"addresses\": [\"10.0.0.1\"], \"stages\": [{\"evidence\": ["
			    "{\"kind\": \"nss\", \"addrs\": [\"10.0.0.1\", \"10.0.0.2\"]}]}]}";
	auto_free char *block = malloc(sizeof(struct store) + 4096);

	(void)state;
	for (size_t extra = 0; extra < 2048; extra += 16) {
		struct store *s = store_init(block, sizeof(*s) + extra);

		if (s != NULL) {
			assert_int_equal(
				json_report_read(text, sizeof(text) - 1, s, error, sizeof(error)),
				0);
			assert_true(extra > 1024 || s->runs[0].cut || s->runs[0].nss->addrs.cut ||
			            !s->arena.truncated);
		}
	}
}

static void refuses_what_is_too_large(void **state)
{
	struct store *s = NULL;
	char *text = malloc(JSON_REPORT_MAX + 1);

	(void)state;
	(void)read_text("{}", &s);
	memset(text, ' ', JSON_REPORT_MAX + 1);
	assert_int_equal(json_report_read(text, JSON_REPORT_MAX + 1, s, error, sizeof(error)),
	                 -EINVAL);
	assert_string_equal(error, "/: this file is too large for a report");
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_line_and_column_of_a_syntax_error),
		cmocka_unit_test(refuses_other_files),
		cmocka_unit_test(names_the_place_of_a_wrong_value),
		cmocka_unit_test(refuses_a_reading_twice),
		cmocka_unit_test(passes_over_what_a_newer_naze_may_add),
		cmocka_unit_test(null_is_absent),
		cmocka_unit_test(keeps_the_time_to_the_microsecond),
		cmocka_unit_test(too_many_hops_are_dropped_and_marked),
		cmocka_unit_test(a_full_store_is_marked_not_refused),
		cmocka_unit_test(refuses_what_is_too_large),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
