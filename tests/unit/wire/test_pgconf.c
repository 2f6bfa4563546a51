/* SPDX-License-Identifier: Apache-2.0 */
/* ~/.pgpass and pg_service.conf, as libpq reads them. */
#include "test.h"

#include "wire/pgconf.h"

static char text[64];

static int password_of(const char *file, const char *host, const char *user)
{
	const struct pgconf_key key = { host, "5432", "orders", user };
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	return pgconf_password(file, strlen(file), &key, &buf);
}

static void the_first_line_that_fits_counts(void **state)
{
	static const char file[] = "# db:5432:orders:jo:comment\n"
				   "\n"
				   "other:*:*:*:no\n"
				   "db:5432:orders:jo:one\r\n"
				   "*:*:*:*:any";

	(void)state;
	assert_int_equal(password_of(file, "db", "jo"), 4);
	assert_string_equal(text, "one");
	assert_int_equal(password_of(file, "db", "al"), 5);
	assert_string_equal(text, "any");
	assert_int_equal(password_of("db:5432:orders:jo", "db", "jo"), 1); /* an empty one */
	assert_string_equal(text, "");
	assert_int_equal(password_of("db:5432:or:jo:x\n", "db", "jo"), 0);
	assert_int_equal(password_of("", "db", "jo"), 0);
}

static void a_backslash_takes_the_next_character_as_it_is(void **state)
{
	(void)state;
	assert_int_equal(password_of("fe80\\:\\:1:*:*:*:a\\:b\\\\c\n", "fe80::1", "jo"), 1);
	assert_string_equal(text, "a:b\\c");
	assert_int_equal(password_of("\\*:*:*:*:x\n", "db", "jo"), 0);
	assert_int_equal(password_of("*:*:*:*:x\\", "db", "jo"), 1);
	assert_string_equal(text, "x\\");
}

static void services_are_sections(void **state)
{
	static const char file[] = "host=nowhere\n"
				   "# [a]\n"
				   "[a]\n"
				   "  host=one  \n"
				   "host=two\n"
				   "user=jo=x\n"
				   "[ab]\n"
				   "port=1\n";
	struct buf buf;

	(void)state;
	buf_init(&buf, text, sizeof(text));
	assert_true(pgconf_has_service(file, strlen(file), "ab"));
	assert_false(pgconf_has_service(file, strlen(file), "b"));
	assert_true(pgconf_service(file, strlen(file), "a", "host", &buf));
	assert_string_equal(text, "one");
	buf_init(&buf, text, sizeof(text));
	assert_true(pgconf_service(file, strlen(file), "a", "user", &buf));
	assert_string_equal(text, "jo=x");
	assert_false(pgconf_service(file, strlen(file), "a", "port", &buf));
	assert_false(pgconf_service(file, strlen(file), "c", "port", &buf));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_line_that_fits_counts),
		cmocka_unit_test(a_backslash_takes_the_next_character_as_it_is),
		cmocka_unit_test(services_are_sections),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
