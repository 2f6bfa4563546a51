/* SPDX-License-Identifier: Apache-2.0 */
/* Where something is wrong, in words. */
#include "help.h"
#include "json/place.h"

static char error[128];
static const struct reading r = { .error = error, .size = sizeof(error) };
static const struct place root = { 0 };

static void names_the_place_as_a_pointer(void **state)
{
	const struct place stages = { .up = &root, .key = "stages" };
	const struct place third = { .up = &stages, .index = 3 };
	const struct place odd = { .up = &third, .key = "a/b~c\n" };

	(void)state;
	assert_int_equal(place_fail(&r, &root, "no"), -EINVAL);
	assert_string_equal(error, "/: no");
	assert_int_equal(place_fail(&r, &odd, "no"), -EINVAL);
	assert_string_equal(error, "/stages/3/a~1b~0c\\x0a: no");
}

static void a_long_place_is_cut_to_fit(void **state)
{
	char small[8];
	const struct reading tiny = { .error = small, .size = sizeof(small) };
	const struct place stages = { .up = &root, .key = "stages" };

	(void)state;
	assert_int_equal(place_fail(&tiny, &stages, "no"), -EINVAL);
	assert_string_equal(small, "/stages");
}

static void wants_the_right_type(void **state)
{
	json_t *object =
		json_pack("{s:i, s:s, s:b, s:f, s:n}", "i", 1, "s", "x", "b", 0, "f", 1.5, "n");
	const json_t *value = NULL;

	(void)state;
	assert_int_equal(place_member(&r, &root, object, "i", JSON_INTEGER, &value), 1);
	assert_int_equal(place_member(&r, &root, object, "i", JSON_REAL, &value), 1);
	assert_int_equal(place_member(&r, &root, object, "b", JSON_TRUE, &value), 1);
	assert_int_equal(place_member(&r, &root, object, "n", JSON_STRING, &value), 0);
	assert_int_equal(place_member(&r, &root, object, "absent", JSON_STRING, &value), 0);
	assert_int_equal(place_member(&r, &root, object, "f", JSON_INTEGER, &value), -EINVAL);
	assert_string_equal(error, "/f: a whole number is wanted here");
	assert_int_equal(place_member(&r, &root, object, "s", JSON_TRUE, &value), -EINVAL);
	assert_int_equal(
		place_member(&r, &root, json_object_get(object, "i"), "x", JSON_TRUE, &value),
		-EINVAL);
	json_decref(object);
}

static void refuses_a_text_that_does_not_fit(void **state)
{
	json_t *text = json_string("abcdefgh\n");
	char small[8];
	char large[32];
	struct buf buf;

	(void)state;
	buf_init(&buf, small, sizeof(small));
	assert_int_equal(place_text(&r, &root, text, &buf), -EINVAL);
	buf_init(&buf, large, sizeof(large));
	assert_int_equal(place_text(&r, &root, text, &buf), 0);
	assert_string_equal(large, "abcdefgh\\x0a");
	json_decref(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_the_place_as_a_pointer),
		cmocka_unit_test(a_long_place_is_cut_to_fit),
		cmocka_unit_test(wants_the_right_type),
		cmocka_unit_test(refuses_a_text_that_does_not_fit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
