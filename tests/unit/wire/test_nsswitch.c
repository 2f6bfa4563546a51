/* SPDX-License-Identifier: Apache-2.0 */
/* The hosts line. What glibc does with odd files was measured with 2.36: getaddrinfo() under strace
 * with each of these texts as /etc/nsswitch.conf. */
#include "test.h"

#include "wire/nsswitch.h"

static struct nsswitch conf;

static void parse(const char *text, unsigned minor)
{
	nsswitch_parse(text, strlen(text), minor, &conf);
}

static void the_usual_lines_are_read(void **state)
{
	(void)state;
	parse("passwd: files systemd\n# hosts: dns\nhosts:          files dns\n", 36);
	assert_int_equal(conf.line, 3);
	assert_int_equal(conf.n_services, 2);
	assert_true(conf.files && conf.dns && conf.dns_after_files && conf.dns_reachable);
	assert_false(conf.is_default || conf.mdns || conf.resolve || conf.myhostname);
	parse("hosts: files mdns4_minimal [NOTFOUND=return] dns myhostname\n", 36);
	assert_true(conf.mdns && conf.myhostname && conf.dns_after_files);
	assert_false(conf.dns_reachable);
	assert_int_equal(conf.services[1].on[NSSWITCH_NOTFOUND], NSSWITCH_RETURN);
	assert_int_equal(conf.services[1].on[NSSWITCH_UNAVAIL], NSSWITCH_CONTINUE);
	parse("hosts: mymachines resolve [!UNAVAIL=return] files myhostname dns\n", 36);
	assert_true(conf.resolve && conf.dns_reachable);
	assert_int_equal(conf.services[1].on[NSSWITCH_NOTFOUND], NSSWITCH_RETURN);
	assert_int_equal(conf.services[1].on[NSSWITCH_UNAVAIL], NSSWITCH_CONTINUE);
	assert_int_equal(nsswitch_find(&conf, "dns"), 4);
	assert_int_equal(nsswitch_find(&conf, "nis"), -1);
}

static void dns_that_is_not_reached_is_said(void **state)
{
	(void)state;
	parse("hosts: files\n", 36);
	assert_false(conf.dns || conf.dns_after_files || conf.dns_reachable);
	parse("hosts: files [NOTFOUND=return] dns\n", 36);
	assert_true(conf.dns && !conf.dns_after_files && !conf.dns_reachable);
	parse("hosts: files [ notfound = RETURN success=merge ] dns\n", 36);
	assert_true(!conf.dns_after_files);
	assert_int_equal(conf.services[0].on[NSSWITCH_SUCCESS], NSSWITCH_MERGE);
	parse("hosts:files[!SUCCESS=continue]dns\n", 36);
	assert_true(conf.dns_reachable);
}

static void without_a_line_the_default_depends_on_the_version(void **state)
{
	(void)state;
	parse("", 36);
	assert_true(conf.is_default && conf.line == 0);
	assert_string_equal(conf.services[0].name, "files");
	assert_string_equal(conf.services[1].name, "dns");
	parse("passwd: files\n", 31);
	assert_string_equal(conf.services[0].name, "dns");
	assert_int_equal(conf.services[0].on[NSSWITCH_NOTFOUND], NSSWITCH_RETURN);
	parse("", 0);
	assert_string_equal(conf.services[0].name, "files");
}

static void the_last_line_wins_but_once_the_first_did(void **state)
{
	(void)state;
	parse(" hosts:files\nhosts: files dns\n", 36);
	assert_true(conf.line == 2 && conf.dns);
	parse(" hosts:files\nhosts: files dns\n", 31);
	assert_true(conf.line == 1 && !conf.dns);
}

static void a_comment_after_services_is_no_comment(void **state)
{
	(void)state;
	parse("hosts: files # dns\n", 36);
	assert_true(conf.dns && conf.n_services == 3);
	parse("hosts: files # dns\n", 31);
	assert_true(!conf.dns && conf.n_services == 1);
}

static void a_last_line_without_newline_is_not_read(void **state)
{
	(void)state;
	parse("hosts: files", 36);
	assert_true(conf.unterminated && conf.is_default && conf.dns);
	parse("hosts: files", 31);
	assert_true(!conf.unterminated && !conf.is_default && !conf.dns);
}

static void a_broken_line_of_any_database_ends_all(void **state)
{
	static const char *const bad[] = {
		"hosts: files [FOO=return] dns\n",
		"hosts: files [NOTFOUND=stop] dns\n",
		"hosts: files [NOTFOUND return] dns\n",
		"hosts: files [NOTFOUND=return dns\n",
		"hosts: files []\n",
		"hosts: files [\n",
		"passwd: files [X=return]\nhosts: files dns\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		char text[100] = { 0 };

		strncat(text, bad[i], 80);
		strncat(text, "\n", 2);
		parse(text, 36);
		assert_int_equal(conf.malformed_line, 1);
		assert_int_equal(conf.n_services, 0);
		assert_false(conf.dns || conf.is_default);
	}
	parse("sudoers: files [X=return]\nhosts: files dns\n", 36);
	assert_int_equal(conf.malformed_line, 0);
	parse("hosts:\n", 36);
	assert_true(conf.line == 1 && conf.n_services == 0 && !conf.is_default);
}

static void many_and_dirty_services_are_cut(void **state)
{
	(void)state;
	parse("hosts: a b c d e f g h i j k l m n o p q r s dns\n", 36);
	assert_true(conf.truncated && conf.n_services == NSSWITCH_SERVICES_MAX);
	parse("hosts: \x1b\n", 36);
	assert_string_equal(conf.services[0].name, "?");
	parse("hosts: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa dns\n", 36);
	assert_true(conf.truncated && conf.dns);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_usual_lines_are_read),
		cmocka_unit_test(dns_that_is_not_reached_is_said),
		cmocka_unit_test(without_a_line_the_default_depends_on_the_version),
		cmocka_unit_test(the_last_line_wins_but_once_the_first_did),
		cmocka_unit_test(a_comment_after_services_is_no_comment),
		cmocka_unit_test(a_last_line_without_newline_is_not_read),
		cmocka_unit_test(a_broken_line_of_any_database_ends_all),
		cmocka_unit_test(many_and_dirty_services_are_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
