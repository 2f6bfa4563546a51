/* SPDX-License-Identifier: Apache-2.0 */
/* Texts that are the command line's fault. */
#include "test.h"

#include "target/usage.h"

static struct target_error e;

static int list(const char *text, enum scheme scheme)
{
	struct split s;

	split_text(span_of(text), &s);
	return usage_check_list(&s, scheme, &e);
}

static int slashes(const char *text)
{
	struct split s;

	split_text(span_of(text), &s);
	return usage_check_scheme(&s, &e);
}

static void lists_are_refused_where_programs_take_them(void **state)
{
	(void)state;
	assert_int_equal(list("postgres://u:p@a,b/x", SCHEME_POSTGRES), -EINVAL);
	assert_int_equal(list("kafka://a,b", SCHEME_KAFKA), -EINVAL);
	assert_int_equal(list("a:1,b:1", N_SCHEMES), -EINVAL);
	assert_int_equal(list("a,b", N_SCHEMES), 0);
	assert_int_equal(list("http://a,b/", SCHEME_HTTP), 0);
	assert_int_equal(list("postgres://u:p,q@a/x", SCHEME_POSTGRES), 0);
	assert_int_equal(list("postgres://a,/x", SCHEME_POSTGRES), 0);
}

static void a_scheme_needs_its_slashes(void **state)
{
	(void)state;
	assert_int_equal(slashes("https:/host"), -EINVAL);
	assert_string_equal(e.suggestion, "https://");
	assert_int_equal(slashes("https//host"), -EINVAL);
	assert_int_equal(slashes("redis:\\\\host"), -EINVAL);
	assert_int_equal(slashes("redis:6379"), 0);
	assert_int_equal(slashes("redis"), 0);
	assert_int_equal(slashes("http:8080/x"), 0);
	assert_int_equal(slashes("http:undefined"), 0);
	assert_int_equal(slashes("host:/x"), 0);
}

static void an_unknown_scheme_is_quoted_printably(void **state)
{
	(void)state;
	assert_int_equal(usage_unknown_scheme(span_of("htp"), &e), -EINVAL);
	assert_string_equal(e.text, "unknown scheme \"htp\"");
	assert_string_equal(e.suggestion, "http://");
	assert_int_equal(usage_check_text(span_of(" \n"), &e), -EINVAL);
	assert_int_equal(usage_check_text(span_of(" x"), &e), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_are_refused_where_programs_take_them),
		cmocka_unit_test(a_scheme_needs_its_slashes),
		cmocka_unit_test(an_unknown_scheme_is_quoted_printably),
	};

	return cmocka_run_group_tests_name("usage", tests, NULL, NULL);
}
