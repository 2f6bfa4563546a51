/* SPDX-License-Identifier: Apache-2.0 */
/* The objects without evidence. */
#include "help.h"
#include "json/report.h"

static void writes_why_there_is_no_report(void **state)
{
	char *text = NULL;
	size_t len = 0;
	FILE *f = open_memstream(&text, &len);

	(void)state;
	assert_int_equal(json_error_write(f, "0.1.0", "unknown \"option\"", "--jsn"), 0);
	(void)fclose(f);
	assert_string_equal(
		text,
		"{\n  \"schema\": \"naze.report/1\",\n  \"naze\": {\"version\": \"0.1.0\"},\n"
		"  \"error\": {\"text\": \"unknown \\\"option\\\"\", \"where\": \"--jsn\"}\n}\n");
	free(text);
}

static void writes_matches_in_their_order(void **state)
{
	static const struct json_match matches[] = { { "port.refused", "Nothing accepts",
		                                       "refused" },
		                                     { "port.reset", "It is reset", NULL } };
	char *text = NULL;
	size_t len = 0;
	FILE *f = open_memstream(&text, &len);
	json_t *json = NULL;

	(void)state;
	assert_int_equal(json_explain_write(f, "0.1.0", matches, 2), 0);
	(void)fclose(f);
	json = json_loadb(text, len, 0, NULL);
	assert_non_null(json);
	assert_string_equal(json_string_value(json_object_get(json, "schema")), "naze.explain/1");
	json_t *list = json_object_get(json, "matches");
	assert_int_equal(json_array_size(list), 2);
	assert_string_equal(json_string_value(json_object_get(json_array_get(list, 0), "because")),
	                    "refused");
	assert_null(json_object_get(json_array_get(list, 1), "because"));
	json_decref(json);
	free(text);
}

static void no_match_is_an_empty_list(void **state)
{
	char *text = NULL;
	size_t len = 0;
	FILE *f = open_memstream(&text, &len);

	(void)state;
	assert_int_equal(json_explain_write(f, "0.1.0", NULL, 0), 0);
	(void)fclose(f);
	assert_non_null(strstr(text, "\"matches\": []"));
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_why_there_is_no_report),
		cmocka_unit_test(writes_matches_in_their_order),
		cmocka_unit_test(no_match_is_an_empty_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
