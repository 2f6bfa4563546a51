/* SPDX-License-Identifier: Apache-2.0 */
/* The reader of the name-service helper's answer: what it understands, and that it trusts nothing
 * that a module of the host's name service might have printed in between. */
#include "sys/nss_helper.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct sys_nss nss;

static int parse(const char *text)
{
	return sys_nss_parse(text, strlen(text), &nss);
}

static void addresses_keep_their_order_and_scope(void **state)
{
	(void)state;
	assert_int_equal(parse("naze-nss 1\ntook 1234\nend OK\naddr 10.0.0.2\naddr fe80::1%7\n"
	                       "addr 10.0.0.1\ndone\n"),
	                 0);
	assert_int_equal(nss.end, SYS_NSS_OK);
	assert_int_equal(nss.took, 1234);
	assert_int_equal(nss.n, 3);
	assert_int_equal(nss.addrs[0].addr.family, ADDR_V4);
	assert_int_equal(nss.addrs[0].addr.bytes[3], 2);
	assert_int_equal(nss.addrs[1].addr.family, ADDR_V6);
	assert_int_equal(nss.addrs[1].scope, 7);
	assert_int_equal(nss.addrs[2].addr.bytes[3], 1);
	assert_false(nss.cut);
}

static void every_end_is_read_as_it_is_written(void **state)
{
	char text[128];

	(void)state;
	for (int i = SYS_NSS_OK; i < N_SYS_NSS_ENDS; i++) {
		(void)snprintf(text, sizeof(text), "naze-nss 1\nend %s\ndone\n",
		               sys_nss_word((enum sys_nss_end)i));
		assert_int_equal(parse(text), 0);
		assert_int_equal(nss.end, i);
	}
}

static void a_system_error_has_its_errno(void **state)
{
	(void)state;
	assert_int_equal(parse("naze-nss 1\ntook 3\nend SYSTEM 24\ndone\n"), 0);
	assert_int_equal(nss.end, SYS_NSS_SYSTEM);
	assert_int_equal(nss.error, 24);
}

static void doubles_are_one_address(void **state)
{
	(void)state;
	assert_int_equal(parse("naze-nss 1\nend OK\naddr ::1\naddr ::1\naddr ::1%2\ndone\n"), 0);
	assert_int_equal(nss.n, 2);
}

static void a_helper_that_died_said_nothing(void **state)
{
	(void)state;
	assert_int_equal(parse(""), -EBADMSG);
	assert_int_equal(nss.end, SYS_NSS_NOTHING);
	assert_true(nss.cut);
}

static void an_answer_without_its_end_is_cut(void **state)
{
	(void)state;
	assert_int_equal(parse("naze-nss 1\ntook 5\nend OK\naddr 10.0.0.1\naddr 10.0"), -EBADMSG);
	assert_int_equal(nss.end, SYS_NSS_OK);
	assert_int_equal(nss.n, 1);
	assert_true(nss.cut);
}

static void foreign_lines_end_the_reading(void **state)
{
	static const char *const bad[] = {
		"hello\n",
		"naze-nss 2\nend OK\ndone\n",
		"naze-nss 1\nnss_foo: warning\nend OK\ndone\n",
		"naze-nss 1\nend MAYBE\ndone\n",
		"naze-nss 1\nend SYSTEM 99999999\ndone\n",
		"naze-nss 1\nend\ndone\n",
		"naze-nss 1\ntook -4\nend OK\ndone\n",
		"naze-nss 1\nend OK\naddr \ndone\n",
		"naze-nss 1\nend OK\naddr fe80::1%\ndone\n",
		"naze-nss 1\nend OK\naddr fe80::1%-1\ndone\n",
		"naze-nss 1\nend OK\naddr fe80::1%99999999999\ndone\n",
		"\n\n\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_int_equal(parse(bad[i]), -EBADMSG);
		assert_true(nss.cut);
		assert_int_equal(nss.took, 0);
	}
}

static void too_many_addresses_are_cut(void **state)
{
	char text[8192];
	size_t n = 0;

	(void)state;
	n += (size_t)snprintf(text, sizeof(text), "naze-nss 1\nend OK\n");
	for (int i = 0; i < SYS_NSS_MAX + 3; i++) {
		n += (size_t)snprintf(text + n, sizeof(text) - n, "addr 10.0.1.%d\n", i);
	}
	(void)snprintf(text + n, sizeof(text) - n, "done\n");
	assert_int_equal(parse(text), 0);
	assert_int_equal(nss.n, SYS_NSS_MAX);
	assert_true(nss.cut);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(addresses_keep_their_order_and_scope),
		cmocka_unit_test(every_end_is_read_as_it_is_written),
		cmocka_unit_test(a_system_error_has_its_errno),
		cmocka_unit_test(doubles_are_one_address),
		cmocka_unit_test(a_helper_that_died_said_nothing),
		cmocka_unit_test(an_answer_without_its_end_is_cut),
		cmocka_unit_test(foreign_lines_end_the_reading),
		cmocka_unit_test(too_many_addresses_are_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
