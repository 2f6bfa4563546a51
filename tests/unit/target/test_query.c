/* SPDX-License-Identifier: Apache-2.0 */
/* Settings and names in the URLs of databases. */
#include "test.h"

#include "target/query.h"

static struct target target;
static char text[64];

static const char *value(const char *url, const char *name)
{
	struct target_error error;
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	assert_int_equal(target_parse(url, strlen(url), &target, &error), 0);
	return query_value(&target, name, &buf) ? text : "none";
}

static const char *database(const char *url)
{
	struct target_error error;
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	assert_int_equal(target_parse(url, strlen(url), &target, &error), 0);
	query_database(&target, &buf);
	return text;
}

static void the_last_value_of_a_name_counts(void **state)
{
	(void)state;
	assert_string_equal(value("mysql://h/x?ssl-mode=REQUIRED", "ssl-mode"), "REQUIRED");
	assert_string_equal(value("mysql://h/x?sslMode=a&a=b&SSLMODE=c%20d", "sslmode"), "c d");
	assert_string_equal(value("mysql://h?tls=1", "tls"), "1");
	assert_string_equal(value("mysql://h/x?tls=&y", "tls"), "none");
	assert_string_equal(value("mysql://h/x?mytls=1", "tls"), "none");
	assert_string_equal(value("mysql://h/tls=1", "tls"), "none");
	assert_string_equal(value("mysql://h", "tls"), "none");
}

static void the_path_is_the_database(void **state)
{
	(void)state;
	assert_string_equal(database("mysql://h/shop"), "shop");
	assert_string_equal(database("mysql://h/my%20shop?a=/b"), "my shop");
	assert_string_equal(database("mysql://h/?a=b"), "");
	assert_string_equal(database("mysql://h"), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_last_value_of_a_name_counts),
		cmocka_unit_test(the_path_is_the_database),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
