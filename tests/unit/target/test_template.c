/* SPDX-License-Identifier: Apache-2.0 */
/* Placeholders, and what only looks like one. */
#include "test.h"

#include "target/template.h"

static const struct {
	const char *text;
	size_t len;
} expressions[] = {
	{ "${A}b", 4 },    { "${A:-${B}}c", 10 },
	{ "$A.b", 2 },     { "$(x y)z", 6 },
	{ "{{ x }}y", 7 }, { "{x}", 3 },
	{ "{% x %}", 7 },  { "#{x}", 4 },
	{ "<x>y", 3 },     { "<%= x %>", 8 },
	{ "%(x)sy", 5 },   { "%HOST%x", 6 },
	{ "%s", 2 },       { "%!s(<nil>)", 10 },
	{ "${A", 0 },      { "{}", 0 },
	{ "$", 0 },        { "%20", 0 },
	{ "%da", 0 },      { "<", 0 },
	{ "a${A}", 0 },    { "", 0 },
};

static void expressions_are_measured(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_OF(expressions); i++) {
		size_t n = template_len(span_of(expressions[i].text));

		if (n != expressions[i].len) {
			fail_msg("%s: %zu", expressions[i].text, n);
		}
	}
}

static void words_count_only_alone(void **state)
{
	static const char *const fine[] = { "nulls",     "undefined.example.com",
		                            "none-such", "nil.org",
		                            "a%20b",     "10.0.0.1",
		                            "__init",    "xxx.xxx",
		                            "a.x.x.x",   "1.2.3.4",
		                            "-",         "a$" };
	static const char *const bad[] = { "NULL",     "Undefined", "none", "x.x.x.x",
		                           "10.0.0.x", "{{x",       "__X__" };
	struct span part;

	(void)state;
	for (size_t i = 0; i < N_OF(fine); i++) {
		if (template_find(span_of(fine[i]), &part)) {
			fail_msg("%s is none", fine[i]);
		}
	}
	for (size_t i = 0; i < N_OF(bad); i++) {
		if (!template_find(span_of(bad[i]), &part)) {
			fail_msg("%s is one", bad[i]);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(expressions_are_measured),
		cmocka_unit_test(words_count_only_alone),
	};

	return cmocka_run_group_tests_name("template", tests, NULL, NULL);
}
