/* SPDX-License-Identifier: Apache-2.0 */
/* The schema names all that the writer writes. That golden files keep to it is shown by
 * tools/check-golden.py. */
#include "help.h"
#include "json/keys.h"
#include "json/schema.h"

static json_t *schema(void)
{
	char *text = NULL;
	size_t len = 0;
	FILE *f = open_memstream(&text, &len);
	json_t *json = NULL;

	assert_int_equal(schema_write(f), 0);
	(void)fclose(f);
	json = json_loadb(text, len, JSON_REJECT_DUPLICATES, NULL);
	free(text);
	assert_non_null(json);
	return json;
}

static void every_field_is_described(void **state)
{
	json_t *json = schema();
	const json_t *defs = json_object_get(json, "$defs");

	(void)state;
	for (int i = 0; i < N_FIELDS; i++) {
		char name[96];
		struct buf buf;
		struct keys keys;
		enum kind kind = ev_fields[i].kind;

		if (kind == KIND_setting || kind == KIND_from || keys_bare(kind) != NULL) {
			continue;
		}
		buf_init(&buf, name, sizeof(name));
		buf_puts(&buf, "evidence.");
		buf_puts(&buf, ev_kinds[kind].name);
		keys_of(&ev_fields[i], &keys);
		assert_non_null(json_object_get(
			json_object_get(json_object_get(defs, name), "properties"), keys.key));
	}
	json_decref(json);
}

/* Whether every $ref below json leads somewhere. */
static void follow(json_t *json, const json_t *defs)
{
	const char *key = NULL;
	json_t *value = NULL;

	if (json_is_array(json)) {
		for (size_t i = 0; i < json_array_size(json); i++) {
			follow(json_array_get(json, i), defs);
		}
	}
	json_object_foreach(json, key, value)
	{
		if (strcmp(key, "$ref") == 0) {
			assert_non_null(json_object_get(defs, json_string_value(value) +
			                                              strlen("#/$defs/")));
		}
		follow(value, defs);
	}
}

static void every_reference_leads_somewhere(void **state)
{
	json_t *json = schema();

	(void)state;
	follow(json, json_object_get(json, "$defs"));
	json_decref(json);
}

static void rows_end(void **state)
{
	int n = 0;

	(void)state;
	while (schema_row(n) != NULL) {
		assert_true(schema_row(n)->meaning != NULL || schema_row(n)->type == SCHEMA_KIND);
		n++;
	}
	assert_true(n > 50);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_field_is_described),
		cmocka_unit_test(every_reference_leads_somewhere),
		cmocka_unit_test(rows_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
