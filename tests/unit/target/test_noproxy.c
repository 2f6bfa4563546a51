/* SPDX-License-Identifier: Apache-2.0 */
/* The no_proxy list by itself; its rows against curl are in test_proxy.c. */
#include "test.h"

#include "target/noproxy.h"

static struct target t;
static struct span entry;

static bool matches(const char *list, const char *host)
{
	assert_int_equal(target_make(SCHEME_HTTP, host, 80, "", &t), 0);
	return noproxy_matches(span_of(list), &t, &entry);
}

static bool means(const char *list, const char *host)
{
	assert_int_equal(target_make(SCHEME_HTTP, host, 80, "", &t), 0);
	return noproxy_means(span_of(list), &t, &entry);
}

static void the_first_entry_that_matches_is_told(void **state)
{
	(void)state;
	assert_true(matches("a, b.c ,c", "x.b.c"));
	assert_int_equal(entry.len, 3);
	assert_memory_equal(entry.at, "b.c", 3);
	assert_false(matches("a b", "c"));
	assert_false(matches("", "c"));
	assert_false(matches(",", "c"));
}

static void networks_are_cut_at_bits(void **state)
{
	(void)state;
	assert_true(matches("192.168.128.0/17", "192.168.255.1"));
	assert_false(matches("192.168.128.0/17", "192.168.127.1"));
	assert_false(matches("10.0.0.0/-8", "10.0.0.1"));
	assert_false(matches("10.0.0.0/8", "host10"));
}

static void other_programs_forms_are_seen(void **state)
{
	(void)state;
	assert_true(means("10.0.0.*", "10.0.0.1"));
	assert_false(means("10.1.0.*", "10.0.0.1"));
	assert_true(means("fd00::/8", "fd00::1"));
	assert_true(means("[fd00::1]:80", "fd00::1"));
	assert_true(means("a;*.b.c", "x.b.c"));
	assert_false(means("a;*.b.c", "x.b.d"));
	assert_false(means("<local>", "x"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_entry_that_matches_is_told),
		cmocka_unit_test(networks_are_cut_at_bits),
		cmocka_unit_test(other_programs_forms_are_seen),
	};

	return cmocka_run_group_tests_name("noproxy", tests, NULL, NULL);
}
