/* SPDX-License-Identifier: Apache-2.0 */
/* Hosts by themselves: limits of names, and addresses in all their forms. */
#include "test.h"

#include "target/host.h"

static struct target t;
static char shown[128];

static enum flaw check(const char *text, bool bracketed)
{
	struct buf buf;

	memset(&t, 0, sizeof(t));
	buf_init(&buf, shown, sizeof(shown));
	return host_check(span_of(text), bracketed, &t, &buf);
}

static void names_have_limits(void **state)
{
	char name[256];

	(void)state;
	memset(name, 'a', sizeof(name));
	for (size_t i = 63; i < sizeof(name); i += 64) {
		name[i] = '.';
	}
	name[63] = '\0';
	assert_int_equal(check(name, false), FLAW_NONE);
	name[63] = 'a';
	name[64] = '\0';
	assert_int_equal(check(name, false), FLAW_LONG_LABEL);
	name[63] = '.';
	name[64] = 'a';
	name[253] = '\0';
	assert_int_equal(check(name, false), FLAW_NONE);
	name[253] = '.'; /* the root does not count */
	name[254] = '\0';
	assert_int_equal(check(name, false), FLAW_NONE);
	assert_int_equal(strlen(t.host), 254);
	name[253] = 'a';
	assert_int_equal(check(name, false), FLAW_LONG_LABEL);
}

static void joiners_stand_only_between_other_scripts(void **state)
{
	(void)state;
	assert_int_equal(check("\xe0\xa4\x95\xe2\x80\x8d\xe0\xa4\xb7.in", false), FLAW_NONE);
	assert_int_equal(check("a\xe2\x80\x8d"
	                       "b.in",
	                       false),
	                 FLAW_CHARACTER);
	assert_int_equal(check("a\xe2\x80\x8d", false), FLAW_CHARACTER);
}

static void literals_become_addresses(void **state)
{
	(void)state;
	assert_int_equal(check("192.0.2.1", false), FLAW_NONE);
	assert_true(t.literal && t.addr.family == ADDR_V4 && t.addr.bytes[3] == 1);
	assert_int_equal(check("0300.0.2.1", false), FLAW_NONE);
	assert_string_equal(t.host, "192.0.2.1");
	assert_int_equal(check("0xc0.0.2.1", false), FLAW_NONE);
	assert_string_equal(t.host, "192.0.2.1");
	assert_int_equal(check("0xcafe.example", false), FLAW_NONE);
	assert_false(t.literal);
	assert_int_equal(check("4294967295", false), FLAW_NONE);
	assert_string_equal(t.host, "255.255.255.255");
	assert_int_equal(check("4294967296", false), FLAW_BAD_ADDRESS);
	assert_int_equal(check("08.0.0.1", false), FLAW_BAD_ADDRESS);
	assert_int_equal(check("127.16777216", false), FLAW_BAD_ADDRESS);
	assert_int_equal(check("fe80::1%25wlan0.1", true), FLAW_NONE);
	assert_string_equal(t.zone, "wlan0.1");
	assert_int_equal(check("fe80::1%", true), FLAW_BAD_ADDRESS);
	assert_int_equal(check("fe80::1%aninterfacewithalongname", true), FLAW_BAD_ADDRESS);
	assert_int_equal(check("::ffff:192.0.2.1", true), FLAW_NONE);
	assert_int_equal(t.addr.bytes[12], 192);
	assert_int_equal(check("::192.0.2", true), FLAW_BAD_ADDRESS);
	assert_int_equal(check("1:2", true), FLAW_BAD_ADDRESS);
}

static void ipv6_is_told_by_its_colons(void **state)
{
	(void)state;
	assert_true(host_looks_v6(span_of("fe80::1")));
	assert_true(host_looks_v6(span_of("1:2:3:4:5:6:7:8")));
	assert_false(host_looks_v6(span_of("db:5432:5432")));
	assert_false(host_looks_v6(span_of("host::1")));
	assert_false(host_looks_v6(span_of("")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_have_limits),
		cmocka_unit_test(joiners_stand_only_between_other_scripts),
		cmocka_unit_test(literals_become_addresses),
		cmocka_unit_test(ipv6_is_told_by_its_colons),
	};

	return cmocka_run_group_tests_name("host", tests, NULL, NULL);
}
