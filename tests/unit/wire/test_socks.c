/* SPDX-License-Identifier: Apache-2.0 */
/* SOCKS requests byte for byte, replies whole, cut and wrong. */
#include "test.h"

#include "wire/socks.h"

static uint8_t bytes[SOCKS_MAX];
static const struct addr v4 = { ADDR_V4, { 192, 0, 2, 1 } };
static const struct addr v6 = { ADDR_V6, { 0x20, 1 } };

static void requests_are_what_the_rfcs_say(void **state)
{
	(void)state;
	assert_int_equal(socks_build_greeting(false, bytes), 3);
	assert_memory_equal(bytes, "\5\1\0", 3);
	assert_int_equal(socks_build_greeting(true, bytes), 4);
	assert_memory_equal(bytes, "\5\2\0\2", 4);
	assert_int_equal(socks_build_password("me", "abc", bytes), 8);
	assert_memory_equal(bytes, "\1\2me\3abc", 8);
	assert_int_equal(socks_build_connect(&v4, NULL, 443, bytes), 10);
	assert_memory_equal(bytes, "\5\1\0\1\xc0\0\2\1\1\xbb", 10);
	assert_int_equal(socks_build_connect(&v6, "x", 443, bytes), 22);
	assert_int_equal(bytes[3], 4);
	assert_int_equal(socks_build_connect(NULL, "a.test", 80, bytes), 13);
	assert_memory_equal(bytes, "\5\1\0\3\6a.test\0\x50", 13);
	assert_int_equal(socks_build_connect4(&v4, NULL, 80, "me", bytes), 11);
	assert_memory_equal(bytes, "\4\1\0\x50\xc0\0\2\1me\0", 11);
	assert_int_equal(socks_build_connect4(NULL, "a", 80, NULL, bytes), 11);
	assert_memory_equal(bytes, "\4\1\0\x50\0\0\0\1\0a\0", 11);
}

static void what_does_not_fit_is_refused(void **state)
{
	char text[300];

	(void)state;
	memset(text, 'x', sizeof(text));
	text[256] = '\0';
	assert_int_equal(socks_build_password(text, "", bytes), -EINVAL);
	assert_int_equal(socks_build_password("", "", bytes), -EINVAL);
	assert_int_equal(socks_build_password("a", text, bytes), -EINVAL);
	assert_int_equal(socks_build_connect(NULL, text, 1, bytes), -EINVAL);
	assert_int_equal(socks_build_connect(NULL, "", 1, bytes), -EINVAL);
	assert_int_equal(socks_build_connect(NULL, NULL, 1, bytes), -EINVAL);
	assert_int_equal(socks_build_connect4(&v6, NULL, 1, NULL, bytes), -EINVAL);
	assert_int_equal(socks_build_connect4(NULL, text, 1, NULL, bytes), -EINVAL);
	assert_int_equal(socks_build_connect4(&v4, NULL, 1, text, bytes), -EINVAL);
	text[255] = '\0'; /* the longest still fit */
	assert_int_equal(socks_build_password(text, text, bytes), 513);
	assert_int_equal(socks_build_connect4(NULL, text, 1, text, bytes), 520);
}

static void methods_and_passwords_are_answered(void **state)
{
	uint8_t method = 7;
	bool ok = false;

	(void)state;
	assert_int_equal(socks_parse_method("\5\xff", 2, &method), 2);
	assert_int_equal(method, SOCKS_NO_METHOD);
	assert_int_equal(socks_parse_method("", 0, &method), -EAGAIN);
	assert_int_equal(socks_parse_method("\5", 1, &method), -EAGAIN);
	assert_int_equal(socks_parse_method("H", 1, &method), -EPROTO);
	assert_int_equal(socks_parse_password("\1\0", 2, &ok), 2);
	assert_true(ok);
	assert_int_equal(socks_parse_password("\1\1", 2, &ok), 2);
	assert_false(ok);
	assert_int_equal(socks_parse_password("\1", 1, &ok), -EAGAIN);
	assert_int_equal(socks_parse_password("HT", 2, &ok), -EPROTO);
}

static void replies_to_connect_are_read(void **state)
{
	struct socks_reply r;

	(void)state;
	assert_int_equal(socks_parse_connect("\5\0\0\1\xa\0\0\1\x1f\x90more", 14, &r), 10);
	assert_true(r.ok);
	assert_int_equal(r.port, 8080);
	assert_int_equal(r.bound.bytes[0], 10);
	assert_int_equal(socks_parse_connect("\5\0\0\3\1x\0\1", 8, &r), 8);
	assert_int_equal(r.bound.family, ADDR_NONE);
	for (size_t n = 0; n < 10; n++) {
		assert_int_equal(socks_parse_connect("\5\0\0\1\xa\0\0\1\x1f\x90", n, &r), -EAGAIN);
	}
	assert_int_equal(socks_parse_connect("\5\0\0\7\xa", 5, &r), -EPROTO);
	assert_int_equal(socks_parse_connect("HTTP/", 5, &r), -EPROTO);
	/* a refusal counts even with a nonsense or cut address */
	assert_int_equal(socks_parse_connect("\5\4\0\1\0", 5, &r), 5);
	assert_false(r.ok);
	assert_string_equal(socks_code_name(5, r.code), "host unreachable");
	assert_int_equal(socks_parse_connect("\5\5\0\0\0\0", 6, &r), 6);
	assert_int_equal(r.code, 5);
}

static void replies_of_version_4_are_read(void **state)
{
	struct socks_reply r;

	(void)state;
	assert_int_equal(socks_parse_connect4("\0\x5a\0\x50\xc0\0\2\1", 8, &r), 8);
	assert_true(r.ok);
	assert_int_equal(socks_parse_connect4("\0\x5b\0\0\0\0\0\0", 8, &r), 8);
	assert_false(r.ok);
	assert_int_equal(socks_parse_connect4("\0\x5b\0\0", 4, &r), -EAGAIN);
	assert_int_equal(socks_parse_connect4("\5\xff", 2, &r), -EPROTO);
	assert_int_equal(socks_parse_connect4("\0\0\0\0\0\0\0\0", 8, &r), -EPROTO);
	assert_non_null(socks_code_name(4, 93));
	assert_null(socks_code_name(4, 94));
	assert_null(socks_code_name(4, 0));
	assert_null(socks_code_name(5, 9));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(requests_are_what_the_rfcs_say),
		cmocka_unit_test(what_does_not_fit_is_refused),
		cmocka_unit_test(methods_and_passwords_are_answered),
		cmocka_unit_test(replies_to_connect_are_read),
		cmocka_unit_test(replies_of_version_4_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
