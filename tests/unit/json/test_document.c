/* SPDX-License-Identifier: Apache-2.0 */
/* The page about evidence. That the checked-in one is up to date is shown by
 * tools/check-generated.py. */
#include "evidence/fields.h"
#include "help.h"
#include "json/document.h"

static void tells_of_every_kind_and_meaning(void **state)
{
	char *text = NULL;
	size_t len = 0;
	FILE *f = open_memstream(&text, &len);

	(void)state;
	assert_int_equal(document_write(f), 0);
	(void)fclose(f);
	for (int kind = 0; kind < N_KINDS; kind++) {
		if (kind != KIND_address && kind != KIND_word) {
			assert_non_null(strstr(text, ev_kinds[kind].meaning));
		}
	}
	for (int i = 0; i < N_FIELDS; i++) {
		assert_non_null(strstr(text, ev_fields[i].meaning));
	}
	free(text);
}

static void says_when_the_stream_is_broken(void **state)
{
	FILE *f = fopen("/dev/full", "we");

	(void)state;
	assert_non_null(f);
	setvbuf(f, NULL, _IONBF, 0);
	assert_true(document_write(f) < 0);
	(void)fclose(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_of_every_kind_and_meaning),
		cmocka_unit_test(says_when_the_stream_is_broken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
