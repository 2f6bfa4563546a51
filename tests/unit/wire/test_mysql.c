/* SPDX-License-Identifier: Apache-2.0 */
/* MySQL's connection phase: greetings of real servers, logins byte for byte, answers whole and
 * cut. */
#include "test.h"

#include "wire/mysql.h"

#define TEXT(s) ((struct mysql_text){ (const uint8_t *)(s), sizeof(s) - 1 })

static uint8_t bytes[MYSQL_LOGIN_MAX];

/* mariadbd 10.11 of Debian 12. */
static const char mariadb[] = "\x0a"
			      "5.5.5-10.11.19-MariaDB-0+deb12u1\0"
			      "\x11\0\0\0"
			      "t3?%7'[w\0"
			      "\xfe\xff\x08\x02\0\xff\x81\x15"
			      "\0\0\0\0\0\0\x1d\0\0\0"
			      "abcdefghijkl\0"
			      "mysql_native_password\0";

static void a_greeting_says_version_nonce_and_plugin(void **state)
{
	struct mysql_text payload = TEXT(mariadb);
	struct mysql_greeting g;
	struct mysql_error error;

	(void)state;
	assert_int_equal(mysql_parse_greeting(&payload, &g, &error), MYSQL_OK);
	assert_int_equal(g.version.len, 32);
	assert_memory_equal(g.version.at, "5.5.5-10.11.19", 14);
	assert_int_equal(g.thread, 0x11);
	assert_int_equal(g.n_nonce, 20);
	assert_memory_equal(g.nonce, "t3?%7'[wabcdefghijkl", 20);
	assert_string_equal(g.plugin, "mysql_native_password");
	assert_true((g.can & MYSQL_CAN_TLS) != 0);
	assert_true((g.can & MYSQL_CAN_PLUGIN_AUTH) != 0);
}

static void a_cut_greeting_is_none(void **state)
{
	struct mysql_greeting g;
	struct mysql_error error;

	(void)state;
	for (size_t n = 0; n < sizeof(mariadb) - sizeof("mysql_native_password\0"); n++) {
		struct mysql_text payload = { (const uint8_t *)mariadb, n };
		int r = mysql_parse_greeting(&payload, &g, &error);

		/* one that ends behind the lower capabilities is whole: servers before 4.1 */
		assert_true(r == -EPROTO || n == 1 + 33 + 4 + 9 + 2);
	}
}

static void an_error_may_come_in_its_place_with_and_without_state(void **state)
{
	struct mysql_text early = TEXT("\xff\x6a\x04Host 'x' is not allowed to connect");
	struct mysql_text late = TEXT("\xff\x10\x04#08004Too many connections");
	struct mysql_greeting g;
	struct mysql_error error;

	(void)state;
	assert_int_equal(mysql_parse_greeting(&early, &g, &error), MYSQL_ERROR);
	assert_int_equal(error.code, 1130);
	assert_int_equal(error.state.len, 0);
	assert_memory_equal(error.text.at, "Host 'x'", 8);
	assert_int_equal(mysql_parse_greeting(&late, &g, &error), MYSQL_ERROR);
	assert_int_equal(error.code, 1040);
	assert_memory_equal(error.state.at, "08004", 5);
	assert_int_equal(error.text.len, strlen("Too many connections"));
}

static void what_is_no_greeting_is_refused(void **state)
{
	struct mysql_text ssh = TEXT("SSH-2.0-OpenSSH_9.2p1");
	struct mysql_text cut = TEXT("\xff\x10");
	struct mysql_greeting g;
	struct mysql_error error;

	(void)state;
	assert_int_equal(mysql_parse_greeting(&ssh, &g, &error), -EPROTO);
	assert_int_equal(mysql_parse_greeting(&cut, &g, &error), -EPROTO);
}

static void packets_are_whole_or_awaited(void **state)
{
	struct mysql_text payload;
	uint8_t sequence = 0;

	(void)state;
	assert_int_equal(mysql_packet("\3\0\0\7abcd", 8, &payload, &sequence), 7);
	assert_int_equal(payload.len, 3);
	assert_int_equal(sequence, 7);
	assert_int_equal(mysql_packet("\3\0\0\7ab", 6, &payload, &sequence), -EAGAIN);
	assert_int_equal(mysql_packet("\3\0", 2, &payload, &sequence), -EAGAIN);
	assert_int_equal(mysql_packet("\xff\xff\xff\0a", 5, &payload, &sequence), -EPROTO);
	assert_int_equal(mysql_packet("\0\0\0\0a", 5, &payload, &sequence), -EPROTO);
}

static void answers_are_told_apart(void **state)
{
	struct mysql_text ok = TEXT("\0\0\0\2\0\0\0");
	struct mysql_text to = TEXT("\xfe"
	                            "client_ed25519\0nonce");
	struct mysql_text old = TEXT("\xfe");
	struct mysql_text more = TEXT("\1\4");
	struct mysql_text error = TEXT("\xff\x15\x04#28000Access denied");
	struct mysql_text other = TEXT("\4Password: ");
	struct mysql_answer a;

	(void)state;
	mysql_parse_answer(&ok, &a);
	assert_int_equal(a.kind, MYSQL_OK);
	mysql_parse_answer(&to, &a);
	assert_int_equal(a.kind, MYSQL_SWITCH);
	assert_string_equal(a.plugin, "client_ed25519");
	assert_int_equal(a.data.len, 5);
	mysql_parse_answer(&old, &a);
	assert_int_equal(a.kind, MYSQL_SWITCH);
	assert_string_equal(a.plugin, "mysql_old_password");
	mysql_parse_answer(&more, &a);
	assert_int_equal(a.kind, MYSQL_MORE);
	assert_int_equal(a.data.at[0], 4);
	mysql_parse_answer(&error, &a);
	assert_int_equal(a.kind, MYSQL_ERROR);
	assert_int_equal(a.error.code, 1045);
	mysql_parse_answer(&other, &a);
	assert_int_equal(a.kind, MYSQL_OTHER);
	assert_int_equal(a.data.len, 11);
}

static void a_login_is_what_the_protocol_says(void **state)
{
	struct mysql_login login = { .can = UINT32_MAX,
		                     .user = "app",
		                     .database = "shop",
		                     .plugin = "p",
		                     .answer = (const uint8_t *)"\1\2",
		                     .n_answer = 2 };
	int n = mysql_build_login(&login, bytes);

	(void)state;
	assert_int_equal(n, 4 + 32 + 4 + 3 + 5 + 2);
	assert_int_equal(bytes[0], n - 4);
	assert_int_equal(bytes[3], 1);
	assert_memory_equal(bytes + 4, "\x09\xa2\x08\0", 4); /* no TLS flag */
	assert_memory_equal(bytes + 36, "app\0\2\1\2shop\0p\0", 14);
}

/* MariaDB takes the flags of the first packet: a database that is missing there is ignored. */
static void the_request_for_tls_has_the_flags_of_the_login(void **state)
{
	struct mysql_login login = { .can = UINT32_MAX, .tls = true, .user = "", .database = "x" };

	(void)state;
	login.plugin = "p";
	assert_int_equal(mysql_build_tls(&login, bytes), 36);
	assert_memory_equal(bytes, "\x20\0\0\1\x09\xaa\x08\0", 8);
	assert_true(mysql_build_login(&login, bytes) > 36);
	assert_int_equal(bytes[3], 2);
	assert_memory_equal(bytes + 4, "\x09\xaa\x08\0", 4);
}

static void what_the_server_lacks_is_not_asked_for(void **state)
{
	struct mysql_login login = { .user = "app", .plugin = "p" };

	(void)state;
	assert_int_equal(mysql_build_login(&login, bytes), 4 + 32 + 4 + 1);
	assert_memory_equal(bytes + 4, "\1\2\0\0", 4);
}

static void what_does_not_fit_is_refused(void **state)
{
	static char text[MYSQL_LOGIN_MAX];
	struct mysql_login login = { .user = text, .plugin = "p" };

	(void)state;
	memset(text, 'x', sizeof(text) - 1);
	assert_int_equal(mysql_build_login(&login, bytes), -EMSGSIZE);
	login = (struct mysql_login){ .user = "", .plugin = "", .n_answer = 256 };
	assert_int_equal(mysql_build_login(&login, bytes), -EMSGSIZE);
	assert_int_equal(mysql_build(text, sizeof(text), 3, bytes), -EMSGSIZE);
	assert_int_equal(mysql_build("\1", 1, 3, bytes), 5);
	assert_memory_equal(bytes, "\1\0\0\3\1", 5);
	assert_int_equal(mysql_build(NULL, 0, 4, bytes), 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_greeting_says_version_nonce_and_plugin),
		cmocka_unit_test(a_cut_greeting_is_none),
		cmocka_unit_test(an_error_may_come_in_its_place_with_and_without_state),
		cmocka_unit_test(what_is_no_greeting_is_refused),
		cmocka_unit_test(packets_are_whole_or_awaited),
		cmocka_unit_test(answers_are_told_apart),
		cmocka_unit_test(a_login_is_what_the_protocol_says),
		cmocka_unit_test(the_request_for_tls_has_the_flags_of_the_login),
		cmocka_unit_test(what_the_server_lacks_is_not_asked_for),
		cmocka_unit_test(what_does_not_fit_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
