/* SPDX-License-Identifier: Apache-2.0 */
/* Where the parts of a target begin and end. */
#include "test.h"

#include "target/split.h"

static const struct {
	const char *text;
	const char *before, *scheme, *user, *password, *host, *port, *rest;
} rows[] = {
	{ "http://u:p@h:1/a?b#c", "", "http", "u", "p", "h", "1", "/a?b" },
	{ "h:1", "", "", "", "", "h", "1", "" },
	{ "[::1]:1/x", "", "", "", "", "::1", "1", "/x" },
	{ "[::1]1", "", "", "", "", "::1", "1", "" },
	{ "::1", "", "", "", "", "::1", "", "" },
	{ "X=\"http://h", "X=\"", "http", "", "", "h", "", "" },
	{ "jdbc:mysql://h/x", "", "mysql", "", "", "h", "", "/x" },
	{ "http://${H:-a/b}:${P}/c", "", "http", "", "", "${H:-a/b}", "${P}", "/c" },
	{ "http://#{h}/c", "", "http", "", "", "#{h}", "", "/c" },
	{ "h/?u=http://x", "", "", "", "", "h", "", "/?u=http://x" },
	{ "u:p@://x", "", "", "u", "p", "", "", "//x" },
	{ "http://u:a:b@h", "", "http", "u", "a:b", "h", "", "" },
	{ "http://@h/", "", "http", "", "", "h", "", "/" },
};

static void check(struct span span, const char *want, const char *text)
{
	if (span.len != strlen(want) || (span.len > 0 && memcmp(span.at, want, span.len) != 0)) {
		fail_msg("%s: \"%.*s\", not \"%s\"", text, (int)span.len, span.at, want);
	}
}

static void parts_lie_between_separators(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_OF(rows); i++) {
		struct split s;

		split_text(span_of(rows[i].text), &s);
		check(s.before, rows[i].before, rows[i].text);
		check(s.scheme, rows[i].scheme, rows[i].text);
		check(s.user, rows[i].user, rows[i].text);
		check(s.password, rows[i].password, rows[i].text);
		check(s.host, rows[i].host, rows[i].text);
		check(s.port, rows[i].port, rows[i].text);
		check(s.rest, rows[i].rest, rows[i].text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_lie_between_separators),
	};

	return cmocka_run_group_tests_name("split", tests, NULL, NULL);
}
