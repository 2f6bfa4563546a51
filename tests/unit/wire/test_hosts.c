/* SPDX-License-Identifier: Apache-2.0 */
/* Names in /etc/hosts, in the way glibc finds them. */
#include "test.h"

#include "wire/hosts.h"

static struct hosts_hits hits;

static void find(const char *text, const char *name)
{
	hosts_find(text, strlen(text), name, &hits);
}

static const char debian[] = "127.0.0.1\tlocalhost\n"
			     "# 192.0.2.1 commented.test\n"
			     "::1     localhost ip6-localhost ip6-loopback\n"
			     "192.0.2.9 Srv.Test srv alias #not.this\n";

static void names_are_found_with_their_lines(void **state)
{
	(void)state;
	find(debian, "LOCALHOST");
	assert_int_equal(hits.n_found, 2);
	assert_int_equal(hits.hits[0].line, 1);
	assert_int_equal(hits.hits[1].line, 3);
	assert_int_equal(hits.hits[1].addr.family, ADDR_V6);
	assert_true(hits.hits[0].canonical);
	find(debian, "srv.test.");
	assert_int_equal(hits.n_found, 1);
	assert_int_equal(hits.hits[0].line, 4);
	find(debian, "alias");
	assert_false(hits.hits[0].canonical);
	assert_int_equal(hits.n_malformed, 0);
}

static void other_names_are_not(void **state)
{
	static const char *const names[] = { "srv.tes",   "srv.test.x",
		                             "not.this",  "commented.test",
		                             "192.0.2.9", "",
		                             ".",         "#not.this" };

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		find(debian, names[i]);
		assert_int_equal(hits.n_found, 0);
	}
}

static void malformed_lines_are_skipped_and_said(void **state)
{
	(void)state;
	find("a.test 192.0.2.1\n192.0.2 a.test\nfe80::1%eth0 a.test\r\n192.0.2.3 a.test\r",
	     "a.test");
	assert_int_equal(hits.n_found, 1);
	assert_int_equal(hits.hits[0].line, 4);
	assert_int_equal(hits.n_malformed, 3);
	assert_int_equal(hits.malformed_line, 2);
}

static void many_lines_are_counted(void **state)
{
	static char text[100000];
	size_t n = 0;

	(void)state;
	while (n + 12 < sizeof(text)) {
		memcpy(text + n, "192.0.2.1 a\n", 12);
		n += 12;
	}
	hosts_find(text, n, "a", &hits);
	assert_int_equal(hits.n_found, n / 12);
	assert_int_equal(hits.n_hits, HOSTS_HITS_MAX);
	memset(text, ' ', sizeof(text)); /* one line without anything */
	hosts_find(text, sizeof(text), "a", &hits);
	assert_int_equal(hits.n_found + hits.n_malformed, 0);
	hosts_find("", 0, "a", &hits);
	assert_int_equal(hits.n_found, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_found_with_their_lines),
		cmocka_unit_test(other_names_are_not),
		cmocka_unit_test(malformed_lines_are_skipped_and_said),
		cmocka_unit_test(many_lines_are_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
