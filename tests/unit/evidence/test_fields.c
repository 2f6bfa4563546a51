/* SPDX-License-Identifier: Apache-2.0 */
/* The tables as data agree with the structs that they made. */
#include "given.h"

#include "evidence/fields.h"

static void every_field_stands_in_its_kind(void **state)
{
	(void)state;
	for (int f = 0; f < N_FIELDS; f++) {
		const struct ev_field *field = &ev_fields[f];
		const struct ev_kind *kind = &ev_kinds[field->kind];

		assert_true(f >= kind->first_field && f < kind->first_field + kind->n_fields);
		assert_true(field->at < kind->size && field->has < kind->size);
		assert_int_equal(field->type == TYPE_ENUM, field->words != NULL);
		assert_int_equal(field->type == TYPE_LIST, field->item != N_KINDS);
	}
}

static void kinds_of_a_scope_have_a_slot_each(void **state)
{
	(void)state;
	for (int i = 0; i < N_KINDS; i++) {
		for (int j = 0; j < i; j++) {
			bool alike = ev_kinds[i].scope == ev_kinds[j].scope;

			if (alike && ev_kinds[i].scope != SCOPE_ITEM) {
				assert_true(ev_kinds[i].slot != ev_kinds[j].slot);
			}
		}
	}
}

static void names_are_never_used_twice(void **state)
{
	(void)state;
	for (int i = 0; i < N_FIELDS; i++) {
		for (int j = 0; j < i; j++) {
			if (ev_fields[i].kind == ev_fields[j].kind) {
				assert_string_not_equal(ev_fields[i].name, ev_fields[j].name);
			}
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_field_stands_in_its_kind),
		cmocka_unit_test(kinds_of_a_scope_have_a_slot_each),
		cmocka_unit_test(names_are_never_used_twice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
