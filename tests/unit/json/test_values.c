/* SPDX-License-Identifier: Apache-2.0 */
/* Single readings out of JSON. */
#include "help.h"
#include "json/values.h"

static char error[128];
static const struct place root = { 0 };

/* Reads text as a reading of that kind of the main run (or of its one address). */
static int read_as(struct store *s, const char *text, enum kind kind, void **ret)
{
	const struct reading r = { .store = s, .error = error, .size = sizeof(error) };
	const struct addr none = { 0 };
	void *scope = &s->runs[0];
	json_t *json = json_loads(text, 0, NULL);
	int n = 0;

	assert_non_null(json);
	if (ev_kinds[kind].scope == SCOPE_PER_ADDRESS) {
		scope = store_attempt(s, &s->runs[0], &none);
	}
	*ret = store_kind(s, scope, kind);
	n = values_read(&r, &root, json, kind, *ret);
	json_decref(json);
	return n;
}

static void reads_each_type(void **state)
{
	auto_free char *block = NULL;
	struct store *s = help_store(&block);
	struct ev_tcp *tcp = NULL;
	struct ev_tls *tls = NULL;
	struct ev_certificate *leaf = NULL;

	(void)state;
	assert_int_equal(
		read_as(s,
	                "{\"end\": \"error\", \"took_s\": 0.000412, \"syns\": 4, \"icmp\": true, "
	                "\"icmp_from\": \"10.0.0.1\", \"call\": \"bind\"}",
	                KIND_tcp, (void **)&tcp),
		0);
	assert_int_equal(tcp->end, TCP_ERROR);
	assert_int_equal(tcp->took, 412);
	assert_int_equal(tcp->syns, 4);
	assert_true(tcp->icmp && tcp->has.icmp_from && !tcp->has.error);
	assert_string_equal(tcp->call, "bind");
	assert_int_equal(
		read_as(s,
	                "{\"chain\": [{\"not_after\": \"2026-11-23T03:16:20Z\"}, {\"not_after\": "
	                "999999999999}]}",
	                KIND_tls, (void **)&tls),
		0);
	leaf = tls->chain.first;
	assert_int_equal(leaf->not_after, 1795403780);
	leaf = leaf->head.next;
	assert_int_equal(leaf->not_after, 999999999999);
}

static void every_microsecond_comes_back(void **state)
{
	auto_free char *block = NULL;
	struct store *s = help_store(&block);
	const struct reading r = { .store = s, .error = error, .size = sizeof(error) };

	(void)state;
	for (usec_t us = 1; us < 1000000000000000; us += us / 7 + 1) {
		struct caught c = { 0 };
		json_t *json = NULL;
		usec_t got = 0;

		catch_begin(&c);
		out_usec(&c.o, NULL, us);
		catch_end(&c);
		json = json_loads(c.text, JSON_DECODE_ANY, NULL);
		assert_int_equal(values_usec(&r, &root, json, &got), 0);
		assert_int_equal(got, us);
		json_decref(json);
		free(c.text);
	}
}

static void refuses_times_out_of_range(void **state)
{
	auto_free char *block = NULL;
	struct store *s = help_store(&block);
	void *obj = NULL;

	(void)state;
	assert_int_equal(read_as(s, "{\"took_s\": 1e300}", KIND_nss, &obj), -EINVAL);
	assert_string_equal(error, "/took_s: this time is out of range");
}

static void texts_are_cleaned(void **state)
{
	auto_free char *block = NULL;
	struct store *s = help_store(&block);
	struct ev_from *from = NULL;

	(void)state;
	assert_int_equal(
		read_as(s, "{\"host\": \"a\\u001b[31m\\u202eb\"}", KIND_from, (void **)&from), 0);
	assert_string_equal(from->host, "a\\x1b[31m\\xe2\\x80\\xaeb");
}

static void a_cut_list_stays_cut(void **state)
{
	auto_free char *block = NULL;
	struct store *s = help_store(&block);
	struct ev_hosts *hosts = NULL;
	struct ev_resolv *resolv = NULL;

	(void)state;
	assert_int_equal(read_as(s, "{\"lines\": [{\"line\": 7}], \"lines_cut\": true}", KIND_hosts,
	                         (void **)&hosts),
	                 0);
	assert_true(hosts->has.lines && hosts->lines.cut && hosts->lines.first != NULL);
	assert_int_equal(
		read_as(s, "{\"servers\": [null, \"10.0.0.53\"]}", KIND_resolv, (void **)&resolv),
		0);
	assert_false(resolv->servers.cut);
	assert_false(((struct ev_address *)resolv->servers.first)->has.addr);
}

static void refuses_items_of_another_type(void **state)
{
	auto_free char *block = NULL;
	struct store *s = help_store(&block);
	void *obj = NULL;

	(void)state;
	assert_int_equal(read_as(s, "{\"servers\": [1]}", KIND_resolv, &obj), -EINVAL);
	assert_string_equal(error, "/servers/0: a text is wanted here");
	assert_int_equal(read_as(s, "{\"lines\": [[]]}", KIND_hosts, &obj), -EINVAL);
	assert_string_equal(error, "/lines/0: an object is wanted here");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_each_type),
		cmocka_unit_test(every_microsecond_comes_back),
		cmocka_unit_test(refuses_times_out_of_range),
		cmocka_unit_test(texts_are_cleaned),
		cmocka_unit_test(a_cut_list_stays_cut),
		cmocka_unit_test(refuses_items_of_another_type),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
