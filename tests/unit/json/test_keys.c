/* SPDX-License-Identifier: Apache-2.0 */
/* The spelling of fields. */
#include "help.h"
#include "json/keys.h"

static const char *key(enum field field)
{
	static struct keys keys;

	keys_of(&ev_fields[field], &keys);
	return keys.key;
}

static void times_end_in_s(void **state)
{
	(void)state;
	assert_string_equal(key(F_tcp_took), "took_s");
	assert_string_equal(key(F_clock_offset), "offset_s");
	assert_string_equal(key(F_certificate_not_after), "not_after");
	assert_string_equal(key(F_link_mtu), "mtu");
}

static void kind_stays_the_name_of_the_reading(void **state)
{
	(void)state;
	assert_string_equal(key(F_proxy_env_kind), "type");
}

/* Nothing in the tables may take a key that means something else, or one that is taken. */
static void keys_of_a_kind_are_all_different(void **state)
{
	(void)state;
	for (int i = 0; i < N_FIELDS; i++) {
		struct keys one;

		keys_of(&ev_fields[i], &one);
		assert_string_not_equal(one.key, "kind");
		assert_string_not_equal(one.key, "address");
		assert_string_not_equal(one.key, "skip");
		for (int j = i + 1; j < N_FIELDS && ev_fields[j].kind == ev_fields[i].kind; j++) {
			struct keys two;

			keys_of(&ev_fields[j], &two);
			assert_string_not_equal(one.key, two.key);
			assert_string_not_equal(one.key, two.cut);
			assert_string_not_equal(one.cut, two.key);
		}
	}
}

static void keys_are_snake_case_and_fit(void **state)
{
	(void)state;
	for (int i = 0; i < N_FIELDS; i++) {
		struct keys keys;

		keys_of(&ev_fields[i], &keys);
		assert_int_equal(strspn(keys.key, "abcdefghijklmnopqrstuvwxyz0123456789_"),
		                 strlen(keys.key));
		assert_true(strlen(keys.cut) < KEYS_MAX - 1);
	}
}

static void bare_kinds_have_one_text_or_address(void **state)
{
	(void)state;
	for (int kind = 0; kind < N_KINDS; kind++) {
		const struct ev_field *f = keys_bare((enum kind)kind);

		if (f != NULL) {
			assert_int_equal(ev_kinds[kind].scope, SCOPE_ITEM);
			assert_int_equal(ev_kinds[kind].n_fields, 1);
			assert_true(f->type == TYPE_TEXT || f->type == TYPE_ADDR);
		}
	}
	assert_non_null(keys_bare(KIND_address));
	assert_null(keys_bare(KIND_hop));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(times_end_in_s),
		cmocka_unit_test(kind_stays_the_name_of_the_reading),
		cmocka_unit_test(keys_of_a_kind_are_all_different),
		cmocka_unit_test(keys_are_snake_case_and_fit),
		cmocka_unit_test(bare_kinds_have_one_text_or_address),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
