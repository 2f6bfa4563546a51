/* SPDX-License-Identifier: Apache-2.0 */
/* What OpenSSL and nginx really answer to the hello, and answers that hurt. */
#include "test.h"

#include "captured.h"
#include "wire/hello.h"

static struct hello_reply r;

static enum hello_answer parse(const void *bytes, size_t len)
{
	hello_parse(bytes, len, &r);
	return r.answer;
}

static void a_server_of_each_version_is_read(void **state)
{
	(void)state;
	assert_int_equal(parse(tls_13, sizeof(tls_13)), HELLO_SERVER);
	assert_int_equal(r.version, HELLO_TLS13);
	assert_int_equal(r.cipher, 0x1301);
	assert_int_equal(r.group, 29);
	assert_int_equal(parse(tls_12_alpn, sizeof(tls_12_alpn)), HELLO_SERVER);
	assert_int_equal(r.version, HELLO_TLS12);
	assert_string_equal(r.alpn, "http/1.1");
	assert_true(r.renegotiation_info && r.extended_master_secret && !r.downgrade_mark);
	assert_int_equal(parse(tls_11, sizeof(tls_11)), HELLO_SERVER);
	assert_int_equal(r.version, HELLO_TLS11);
	assert_int_equal(r.record_version, HELLO_TLS11);
	assert_int_equal(parse(tls_12_downgrade, sizeof(tls_12_downgrade)), HELLO_SERVER);
	assert_true(r.downgrade_mark);
	assert_int_equal(parse(tls_12_sni, sizeof(tls_12_sni)), HELLO_SERVER);
	assert_true(r.server_name_acked);
}

static void a_retry_names_the_group_that_is_wanted(void **state)
{
	(void)state;
	assert_int_equal(parse(tls_retry, sizeof(tls_retry)), HELLO_RETRY);
	assert_int_equal(r.version, HELLO_TLS13);
	assert_int_equal(r.group, 24);
}

static void alerts_are_read(void **state)
{
	uint8_t both[200] = { 21, 3, 3, 0, 2, 1, 112 };

	(void)state;
	assert_int_equal(parse(tls_alert_name, sizeof(tls_alert_name)), HELLO_ALERT);
	assert_int_equal(r.alert_level, 2);
	assert_string_equal(hello_alert_name(r.alert), "unrecognized_name");
	assert_int_equal(parse(tls_alert_version, sizeof(tls_alert_version)), HELLO_ALERT);
	assert_int_equal(r.alert, 70);
	/* a warning about the name is not the end */
	assert_int_equal(parse(both, 7), HELLO_MORE);
	assert_int_equal(r.alert, 112);
	memcpy(both + 7, tls_12_alpn, 150);
	assert_int_equal(parse(both, 157), HELLO_SERVER);
	assert_int_equal(r.alert, 112);
}

static void a_beginning_needs_more(void **state)
{
	(void)state;
	for (size_t n = 0; n < 5 + 4 + 0x76; n++) {
		assert_int_equal(parse(tls_13, n), HELLO_MORE);
	}
	assert_int_equal(parse(tls_13, 5 + 4 + 0x76), HELLO_SERVER);
	assert_int_equal(parse(tls_alert_name, 6), HELLO_MORE);
}

static void a_message_over_several_records_is_put_together(void **state)
{
	uint8_t bytes[400];
	size_t n = 0;

	(void)state;
	for (size_t i = 5; i < 5 + 4 + 0x76; i += 30) { /* the same in records of at most 30 */
		size_t size = 5 + 4 + 0x76 - i < 30 ? 5 + 4 + 0x76 - i : 30;

		memcpy(bytes + n, "\x16\3\3\0", 4);
		bytes[n + 4] = (uint8_t)size;
		memcpy(bytes + n + 5, tls_13 + i, size);
		n += 5 + size;
	}
	assert_int_equal(parse(bytes, n), HELLO_SERVER);
	assert_int_equal(r.version, HELLO_TLS13);
	assert_int_equal(parse(bytes, n - 1), HELLO_MORE);
}

static void what_is_not_tls_is_said(void **state)
{
	(void)state;
	assert_int_equal(parse("HTTP/1.1 400", 12), HELLO_NOT_TLS);
	assert_int_equal(parse("SSH-2.0-x\r\n", 11), HELLO_NOT_TLS);
	assert_int_equal(parse("\xff\xff\xff\xff\xff\xff\xff\xff", 8), HELLO_NOT_TLS);
	assert_int_equal(parse(http2_settings, sizeof(http2_settings)), HELLO_NOT_TLS);
	assert_int_equal(parse("\x16\2\0\0\0", 5), HELLO_NOT_TLS);
	assert_int_equal(parse("\x17\3\3\0\5", 5), HELLO_NOT_TLS);
}

static void ssl2_answers_are_known(void **state)
{
	static const char hello[] = "\x80\x10\4\0\1\0\2\0\0\0\3\0\x10\1\0\x80";

	(void)state;
	assert_int_equal(parse(hello, 16), HELLO_SSL2_ANSWER);
	assert_int_equal(r.version, HELLO_SSL2);
	assert_int_equal(parse("\x80\3\0\0\1", 5), HELLO_SSL2_ANSWER);
	assert_int_equal(parse("\x80\3\0", 3), HELLO_MORE);
}

static void nonsense_in_records_is_bad(void **state)
{
	uint8_t bytes[300];

	(void)state;
	assert_int_equal(parse("\x15\3\3\0\3\2\x28\0", 8), HELLO_BAD);
	assert_int_equal(parse("\x15\3\3\0\2\7\x28", 7), HELLO_BAD);
	assert_int_equal(parse("\x16\3\3\0\4\1\0\0\0", 9), HELLO_BAD); /* a ClientHello */
	assert_int_equal(parse("\x16\3\3\0\4\2\xff\0\0", 9), HELLO_BAD);
	assert_int_equal(parse("\x16\3\3\0\6\2\0\0\2\3\3", 11), HELLO_BAD);
	assert_int_equal(parse("\x15\3\3\0\2\1\x70\x17\3\3\0\1x", 13), HELLO_BAD);
	assert_int_equal(parse("\x15\3\3\0\2\1\x70\x16\2\0\0\1x", 13), HELLO_BAD);
	memcpy(bytes, tls_12_alpn, 157);
	bytes[5 + 4 + 2 + 32 + 33 + 3 + 2 + 3] = 0x77; /* an extension that reaches past the rest */
	assert_int_equal(parse(bytes, 157), HELLO_BAD);
	memcpy(bytes, tls_13, 200);
	bytes[5 + 4 + 34] = 200; /* a session id that reaches past the end */
	assert_int_equal(parse(bytes, 200), HELLO_BAD);
	memcpy(bytes, tls_13, 200);
	bytes[5 + 4 + 2 + 32 + 33 + 3 + 1] = 0xff; /* extensions that do */
	assert_int_equal(parse(bytes, 200), HELLO_BAD);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_server_of_each_version_is_read),
		cmocka_unit_test(a_retry_names_the_group_that_is_wanted),
		cmocka_unit_test(alerts_are_read),
		cmocka_unit_test(a_beginning_needs_more),
		cmocka_unit_test(a_message_over_several_records_is_put_together),
		cmocka_unit_test(what_is_not_tls_is_said),
		cmocka_unit_test(ssl2_answers_are_known),
		cmocka_unit_test(nonsense_in_records_is_bad),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
