/* SPDX-License-Identifier: Apache-2.0 */
/* Hosts of postgres URLs that are none by the rules of other URLs. */
#include "test.h"

#include "target/pgurl.h"

static const char *socket_of(const char *text)
{
	static char path[128];
	struct split s;
	struct buf buf;

	split_text(span_of(text), &s);
	pgurl_from_query(&s);
	buf_init(&buf, path, sizeof(path));
	return pgurl_is_socket(&buf, &s) ? path : "";
}

static void sockets_are_found_as_libpq_does(void **state)
{
	(void)state;
	assert_string_equal(socket_of("postgres:///"), "/var/run/postgresql/.s.PGSQL.5432");
	assert_string_equal(socket_of("postgres://%2fa%20b:1/x"), "/a b/.s.PGSQL.1");
	assert_string_equal(socket_of("postgres:///x?host=h&host=/tmp"), "/tmp/.s.PGSQL.5432");
	assert_string_equal(socket_of("postgres:///x?host="), "/var/run/postgresql/.s.PGSQL.5432");
	assert_string_equal(socket_of("postgres://h/x?host=/tmp"), "/tmp/.s.PGSQL.5432");
	assert_string_equal(socket_of("postgres://h:5/x?host=/tmp"), "/tmp/.s.PGSQL.5");
	assert_string_equal(socket_of("postgres://h:5/x?host=/tmp&port=6"), "/tmp/.s.PGSQL.6");
	assert_string_equal(socket_of("postgres://:5432/x"), ""); /* an empty $HOST */
	assert_string_equal(socket_of("postgres://u:p@/x"), "");
	assert_string_equal(socket_of("postgres:///x?hostname=/tmp&host=h"), "");
}

static void parameters_are_decoded(void **state)
{
	static struct target t;
	char text[32];
	struct buf buf;

	(void)state;
	memcpy(t.path, "/a%20b?x=1&user=%75&x=2&y=", 27);
	buf_init(&buf, text, sizeof(text));
	pgurl_database(&t, &buf);
	assert_string_equal(text, "a b");
	buf_init(&buf, text, sizeof(text));
	assert_true(pgurl_value(&t, "user", &buf));
	assert_true(pgurl_value(&t, "x", &buf));
	assert_string_equal(text, "u2");
	assert_false(pgurl_value(&t, "y", &buf));
	assert_false(pgurl_value(&t, "sslmode", &buf));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sockets_are_found_as_libpq_does),
		cmocka_unit_test(parameters_are_decoded),
	};

	return cmocka_run_group_tests_name("pgurl", tests, NULL, NULL);
}
