/* SPDX-License-Identifier: Apache-2.0 */
/* Option files line by line, as MySQL's clients read them. */
#include "test.h"

#include "wire/mycnf.h"

static struct mycnf_line line;

static bool first(const char *text)
{
	size_t len = strlen(text);

	return mycnf_next(&text, &len, &line);
}

static void groups_options_and_includes_are_told_apart(void **state)
{
	const char *text =
		"# a comment\n; another\n\n[client-mariadb]\r\n  user = app\n"
		"!include /etc/a.cnf\n!includedir /etc/mysql/conf.d/\nskip_ssl\n!odd\n[open\n";
	size_t len = strlen(text);

	(void)state;
	assert_true(mycnf_next(&text, &len, &line));
	assert_int_equal(line.kind, MYCNF_GROUP);
	assert_string_equal(line.name, "client-mariadb");
	assert_true(mycnf_next(&text, &len, &line));
	assert_int_equal(line.kind, MYCNF_OPTION);
	assert_string_equal(line.name, "user");
	assert_string_equal(line.value, "app");
	assert_true(mycnf_next(&text, &len, &line));
	assert_int_equal(line.kind, MYCNF_INCLUDE);
	assert_string_equal(line.value, "/etc/a.cnf");
	assert_true(mycnf_next(&text, &len, &line));
	assert_int_equal(line.kind, MYCNF_INCLUDE_DIR);
	assert_string_equal(line.value, "/etc/mysql/conf.d/");
	assert_true(mycnf_next(&text, &len, &line));
	assert_string_equal(line.name, "skip-ssl");
	assert_false(line.has_value);
	assert_false(mycnf_next(&text, &len, &line));
}

static void quotes_and_escapes_are_resolved(void **state)
{
	(void)state;
	assert_true(first("password=\"a#b c\" # why"));
	assert_string_equal(line.value, "a#b c");
	assert_true(first("password = x#y"));
	assert_string_equal(line.value, "x");
	assert_true(first("password='it\\'s'"));
	assert_string_equal(line.value, "it's");
	assert_true(first("password=a\\sb\\\\c\\d"));
	assert_string_equal(line.value, "a b\\c\\d");
	assert_true(first("password=a=b"));
	assert_string_equal(line.value, "a=b");
	assert_true(first("password="));
	assert_true(line.has_value);
	assert_string_equal(line.value, "");
}

static void what_does_not_fit_is_said(void **state)
{
	static char text[MYCNF_VALUE_MAX + 32];

	(void)state;
	memset(text, 'x', sizeof(text) - 1);
	memcpy(text, "password=", sizeof("password=") - 1);
	assert_true(first(text));
	assert_true(line.cut);
	assert_int_equal(strlen(line.value), MYCNF_VALUE_MAX - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(groups_options_and_includes_are_told_apart),
		cmocka_unit_test(quotes_and_escapes_are_resolved),
		cmocka_unit_test(what_does_not_fit_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
