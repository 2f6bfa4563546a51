/* SPDX-License-Identifier: Apache-2.0 */
/* First bytes of real servers (most captured from Debian 12's packages), beginnings of them, and
 * bytes that must stay unknown. */
#include "test.h"

#include "captured.h"
#include "wire/spoken.h"

struct sample {
	const char *bytes;
	size_t len;
	enum wire_spoken spoken;
	enum spoken_after after;
};

#define S(text, id)                                                            \
	{                                                                      \
		text, sizeof(text) - 1, WIRE_SPOKEN_##id, SPOKEN_AFTER_NOTHING \
	}

static const struct sample samples[] = {
	S("HTTP/1.1 400 Bad Request\r\nServer: nginx/1.22.1\r\n", HTTP),
	S("HTTP/1.0 200 OK\r\n\r\nIt looks like you are trying to access MongoDB over HTTP", HTTP),
	S("<html>\r\n<head><title>400 Bad Request</title>", HTTP),
	S("\x15\3\3\0\2\2\x46", TLS),
	S("\x15\3\1\0\2\2\x28", TLS),
	S("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10\r\n", SSH),
	S("Exceeded MaxStartups\r\n", SSH),
	S("Not allowed at this time\r\n", SSH),
	S("220 mail.example.org ESMTP Postfix (Debian/GNU)\r\n", SMTP),
	S("220-relay ready\r\n220 relay ESMTP\r\n", SMTP),
	S("554 5.7.1 You are not allowed to connect\r\n", SMTP),
	S("421 4.7.0 Try again later, closing connection.\r\n", SMTP),
	S("220 (vsFTPd 3.0.3)\r\n", FTP),
	S("220 ProFTPD Server (Debian) [::ffff:192.0.2.1]\r\n", FTP),
	S("220-FileZilla Server 1.7.0\r\n220 ready\r\n", FTP),
	S("220 ready\r\n", SMTP_OR_FTP),
	S("* OK [CAPABILITY IMAP4rev1 SASL-IR] Dovecot (Debian) ready.\r\n", IMAP),
	S("+OK Dovecot (Debian) ready.\r\n", POP3),
	S("d\0\0\0\n5.5.5-10.11.19-MariaDB-0+deb12u1\0\3\0\0\0Kon\\aS[P\0", MYSQL),
	S("!\0\0\1\xff\x84\4#08S01Got packets out of order", MYSQL),
	S("J\0\0\0\xff\x6a\4Host '192.0.2.1' is not allowed to connect to this MariaDB server",
	  MYSQL),
	S("E\0\0\0\x77SFATAL\0VFATAL\0C0A000\0Munsupported frontend protocol\0", POSTGRES),
	S("EFATAL:  invalid length of startup packet\n\0", POSTGRES),
	S("-NOAUTH Authentication required.\r\n", REDIS),
	S("-DENIED Redis is running in protected mode because", REDIS),
	S("-ERR wrong number of arguments for 'get' command\r\n", REDIS),
	S("+PONG\r\n", REDIS),
	S("RFB 003.008\n", VNC),
	S("\3\0\0\x13\x0e\xd0\0\0\x12\x34\0\2\x0f\x08\0\2\0\0\0", RDP),
	S("\xff\xfd\x18\xff\xfd\x20", TELNET),
	S("AMQP\0\0\x9\1", AMQP),
	S(" \2\0\5", MQTT),
	S("\x30\x0c\2\1\1\x61\7\n\1\0\4\0\4\0", LDAP),
	S("\x30\x84\0\0\0\x0c\2\1\0\x78\7\n\1\2\4\0\4\0", LDAP),
	S("It looks like you are trying to access MongoDB over HTTP on the native driver port.\r\n",
	  MONGODB),
	S("\x26\0\0\0\1\0\0\0\0\0\0\0\xdd\7\0\0\0\0\0\0\0\1\2\3\4\5\6\7\x08\x09\x0a\x0b\x0c",
	  MONGODB),
	S(":irc.test NOTICE * :*** Looking up your hostname\r\n", IRC),
	S("NOTICE AUTH :*** Looking up", IRC),
	S("<?xml version='1.0'?><stream:stream xmlns='jabber:client'", XMPP),
	S("RTSP/1.0 400 Bad Request\r\n", RTSP),
	S("SIP/2.0 400 Bad Request\r\n", SIP),
	S("ERROR\r\nERROR\r\n", MEMCACHED),
	S("200 news.example InterNetNews NNRP server INN 2.7 ready\r\n", NNTP),
	S("@RSYNCD: 32.0 sha512 sha256 sha1 md5 md4\n", RSYNC),
	{ "N", 1, WIRE_SPOKEN_POSTGRES, SPOKEN_AFTER_SSLREQUEST },
	{ "S", 1, WIRE_SPOKEN_POSTGRES, SPOKEN_AFTER_SSLREQUEST },
};

static const struct sample strange[] = {
	S("hello\r\n", UNKNOWN),
	S("\xff\xff\xff\xff\xff\xff\xff\xff", UNKNOWN),
	S("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", UNKNOWN),
	S("+OK\r\n", UNKNOWN),
	S("-ERR unsupported\r\n", UNKNOWN),
	S("N", UNKNOWN),
	S("HTTP is fun\r\n", UNKNOWN),
	S("HTTPS/1.1 \r\n", UNKNOWN),
	S("SSH is here\r\n", UNKNOWN),
	S("200 ready\r\n", UNKNOWN),
	S("2200 x\r\n", UNKNOWN),
	S("\x16\3\3\0\0", UNKNOWN),
	S("\x15\3\3\0\5\1\2\3\4\5", UNKNOWN),
	S("\x16\2\0\0\x50", UNKNOWN),
	S(" \2\0\5x", UNKNOWN),
	S("\x30\x0c\2\1\1\x42\7\n", UNKNOWN),
	S("<?xml version='1.0'?>\n<a/>\n", UNKNOWN),
	S("d\0\0\0\nabcdefgh", UNKNOWN),
	S("\0\0\x12\4\0\0\0\0\1", UNKNOWN),
	S("E\0\0\0\x77Xxxxxxxxxxxxx", UNKNOWN),
	S(":not irc\r\n", UNKNOWN),
};

static enum wire_spoken guess(const struct sample *s, size_t len, bool *ret_more)
{
	return spoken_guess(s->bytes, len, s->after, ret_more);
}

static void real_servers_are_recognised(void **state)
{
	bool more = false;

	(void)state;
	for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		if (guess(&samples[i], samples[i].len, &more) != samples[i].spoken) {
			fail_msg("%s: %s", samples[i].bytes,
			         spoken_word(guess(&samples[i], samples[i].len, &more)));
		}
		assert_false(more);
	}
	assert_int_equal(spoken_guess(tls_13, sizeof(tls_13), SPOKEN_AFTER_TLS, &more),
	                 WIRE_SPOKEN_TLS);
	assert_int_equal(spoken_guess(tls_11, sizeof(tls_11), SPOKEN_AFTER_TLS, &more),
	                 WIRE_SPOKEN_TLS);
	assert_int_equal(
		spoken_guess(http2_settings, sizeof(http2_settings), SPOKEN_AFTER_HTTP, &more),
		WIRE_SPOKEN_HTTP2);
}

static void beginnings_ask_for_more_and_never_lie(void **state)
{
	bool more = false;

	(void)state;
	for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		bool known = false;

		for (size_t n = 0; n < samples[i].len; n++) {
			enum wire_spoken s = guess(&samples[i], n, &more);
			bool vague = s == WIRE_SPOKEN_UNKNOWN || s == WIRE_SPOKEN_SMTP_OR_FTP;

			known = known || s == samples[i].spoken;
			if (vague ? !known && !more : s != samples[i].spoken) {
				fail_msg("%s: %s after %zu", samples[i].bytes, spoken_word(s), n);
			}
		}
	}
}

static void ssh_is_known_behind_other_lines(void **state)
{
	bool more = true;

	(void)state;
	assert_int_equal(
		spoken_guess("Welcome\r\nto us\r\nSSH-2.0-x\r\n", 27, SPOKEN_AFTER_NOTHING, &more),
		WIRE_SPOKEN_SSH);
	assert_false(more);
}

static void strange_bytes_stay_unknown(void **state)
{
	bool more = true;

	(void)state;
	for (size_t i = 0; i < sizeof(strange) / sizeof(strange[0]); i++) {
		enum wire_spoken s = guess(&strange[i], strange[i].len, &more);

		if (s != WIRE_SPOKEN_UNKNOWN) {
			fail_msg("%s: %s", strange[i].bytes, spoken_word(s));
		}
	}
}

static void endless_bytes_stop_asking(void **state)
{
	static char text[4096];
	bool more = true;

	(void)state;
	memset(text, 'x', sizeof(text));
	memcpy(text, "220-", 4);
	assert_int_equal(spoken_guess(text, sizeof(text), SPOKEN_AFTER_NOTHING, &more),
	                 WIRE_SPOKEN_SMTP_OR_FTP);
	assert_false(more);
}

static void words_come_back(void **state)
{
	(void)state;
	for (int i = 0; i < N_WIRE_SPOKEN; i++) {
		assert_int_equal(spoken_from_word(spoken_word((enum wire_spoken)i)), i);
		assert_non_null(spoken_title((enum wire_spoken)i));
	}
	assert_int_equal(spoken_from_word("klingon"), -1);
	assert_true(spoken_unasked(WIRE_SPOKEN_SSH) && !spoken_unasked(WIRE_SPOKEN_HTTP));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(real_servers_are_recognised),
		cmocka_unit_test(beginnings_ask_for_more_and_never_lie),
		cmocka_unit_test(ssh_is_known_behind_other_lines),
		cmocka_unit_test(strange_bytes_stay_unknown),
		cmocka_unit_test(endless_bytes_stop_asking),
		cmocka_unit_test(words_come_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
