/* SPDX-License-Identifier: Apache-2.0 */
/* resolv.conf as glibc reads it; which server lines it takes was measured with 2.36 (strace). */
#include "test.h"

#include "wire/resolvconf.h"

static struct resolvconf conf;

static void parse(const char *text)
{
	resolvconf_parse(text, strlen(text), &conf);
}

static void a_usual_file_is_read(void **state)
{
	(void)state;
	parse("# made by hand\n; too\n\nnameserver 192.0.2.53\nnameserver\tfe80::1%eth0\n"
	      "search corp.test  b.test\noptions ndots:5 timeout:1 attempts:3 rotate edns0 "
	      "trust-ad\n");
	assert_int_equal(conf.n_used, 2);
	assert_int_equal(conf.servers[0].line, 4);
	assert_int_equal(conf.servers[0].addr.bytes[3], 53);
	assert_int_equal(conf.servers[1].addr.family, ADDR_V6);
	assert_string_equal(conf.servers[1].scope, "eth0");
	assert_int_equal(conf.n_search, 2);
	assert_string_equal(conf.search[1], "b.test");
	assert_int_equal(conf.search_line, 6);
	assert_int_equal(conf.ndots, 5);
	assert_int_equal(conf.timeout, 1);
	assert_int_equal(conf.attempts, 3);
	assert_true(conf.rotate && conf.edns0 && conf.trust_ad);
	assert_false(conf.use_vc || conf.inet6 || conf.single_request || conf.crlf);
	assert_int_equal(conf.n_unknown, 0);
}

static void an_empty_file_gives_the_defaults(void **state)
{
	(void)state;
	parse("");
	assert_true(conf.n_used == 0 && conf.n_search == 0 && conf.search_line == 0);
	assert_true(conf.ndots == 1 && conf.timeout == 5 && conf.attempts == 2);
}

static void only_three_servers_are_used(void **state)
{
	(void)state;
	parse("nameserver 192.0.2.1\nnameserver 192.0.2.2\nnameserver 192.0.2.3\nnameserver "
	      "192.0.2.4\n");
	assert_int_equal(conf.n_listed, 4);
	assert_int_equal(conf.n_servers, 4);
	assert_int_equal(conf.n_used, 3);
	parse("nameserver 1\nnameserver 1\nnameserver 1\nnameserver 1\nnameserver 1\n"
	      "nameserver 1\nnameserver 1\nnameserver 1\nnameserver 1\n");
	assert_true(conf.truncated && conf.n_listed == 9);
	assert_int_equal(conf.n_servers, RESOLVCONF_SERVERS_MAX);
}

static void servers_are_taken_as_glibc_takes_them(void **state)
{
	static const char *const good[] = { "127.0.0.8 # comment", "127.8", "0x7f000008",
		                            "0177.0.0.010", "127.0.0.8" };
	static const char *const bad[] = { "127.0.0.7#comment",
		                           "127.6;x",
		                           "127.0.0.9\r",
		                           "",
		                           "dns.test",
		                           "1.2.3.4.5",
		                           "256.0.0.1",
		                           "1.2.3.256",
		                           "0x",
		                           "09",
		                           "[::1]",
		                           "::1#",
		                           "1.2.3." };
	char text[100];

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		memcpy(text, "nameserver ", 12);
		strncat(text, good[i], 50);
		parse(text);
		assert_int_equal(conf.n_used, 1);
		assert_memory_equal(conf.servers[0].addr.bytes, "\x7f\0\0\x8", 4);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		memcpy(text, "nameserver ", 12);
		strncat(text, bad[i], 50);
		parse(text);
		assert_int_equal(conf.n_used, 0);
		assert_int_equal(conf.n_invalid, 1);
		assert_int_equal(conf.invalid_line, 1);
	}
	parse("nameserver 192.0.2.1\r\nsearch a.test\r\n");
	assert_true(conf.crlf && conf.n_used == 0 && conf.n_search == 1);
}

static void keywords_count_at_the_beginning_of_a_line_only(void **state)
{
	(void)state;
	parse(" nameserver 192.0.2.1\nnameservers 192.0.2.1\nNameserver 192.0.2.1\nnameserver\n"
	      "sortlist 10.0.0.0\n");
	assert_int_equal(conf.n_used, 0);
	assert_int_equal(conf.n_unknown, 4);
}

static void the_last_of_domain_and_search_wins(void **state)
{
	(void)state;
	parse("search a b c\ndomain d.test x\n");
	assert_true(conf.n_search == 1 && conf.search_is_domain);
	assert_string_equal(conf.search[0], "d.test");
	parse("domain d.test\nsearch a b\nsearch \n");
	assert_true(conf.n_search == 2 && !conf.search_is_domain && conf.search_line == 2);
	parse("search a # b\n");
	assert_int_equal(conf.n_search, 3); /* glibc knows no comment here */
}

static void options_have_limits(void **state)
{
	(void)state;
	parse("options ndots:99 timeout:999999999999 attempts:6 use-vc inet6 single-request\n"
	      "options ndots:x no-tld-query no-reload unknown:1\n");
	assert_true(conf.ndots == 0 && conf.timeout == 30 && conf.attempts == 5);
	assert_true(conf.use_vc && conf.inet6 && conf.single_request && conf.no_tld_query);
	assert_true(conf.no_reload && !conf.single_request_reopen && conf.options_line == 2);
	resolvconf_options("ndots:4 single-request-reopen", 29, &conf);
	assert_true(conf.ndots == 4 && conf.single_request_reopen);
}

static void hostile_files_are_cut(void **state)
{
	static char text[10000] = "search ";

	(void)state;
	for (size_t i = 7; i + 1 < sizeof(text); i += 2) {
		memcpy(text + i, "a ", 2);
	}
	resolvconf_parse(text, sizeof(text), &conf);
	assert_true(conf.truncated && conf.n_search == RESOLVCONF_SEARCH_MAX);
	memset(text + 7, 'x', sizeof(text) - 7);
	resolvconf_parse(text, sizeof(text), &conf);
	assert_true(conf.truncated && conf.n_search == 0);
	parse("search \x1b[m\nnameserver fe80::1%averyveryverylongscope\nnameserver ::1%\x1b\n");
	assert_string_equal(conf.search[0], "?[m");
	assert_int_equal(strlen(conf.servers[0].scope), 16);
	assert_string_equal(conf.servers[1].scope, "?");
	resolvconf_parse("nameserver 1.2.3.4\0x\nnameserver 5.6.7.8\n", 41, &conf);
	assert_int_equal(conf.n_used, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_usual_file_is_read),
		cmocka_unit_test(an_empty_file_gives_the_defaults),
		cmocka_unit_test(only_three_servers_are_used),
		cmocka_unit_test(servers_are_taken_as_glibc_takes_them),
		cmocka_unit_test(keywords_count_at_the_beginning_of_a_line_only),
		cmocka_unit_test(the_last_of_domain_and_search_wins),
		cmocka_unit_test(options_have_limits),
		cmocka_unit_test(hostile_files_are_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
