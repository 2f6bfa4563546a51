/* SPDX-License-Identifier: Apache-2.0 */
/* PostgreSQL's messages, as servers send them and as nobody should. */
#include "test.h"

#include "wire/postgres.h"

#define READ(bytes, ret) postgres_read((bytes), sizeof(bytes) - 1, (ret))

static void assert_text(struct postgres_text text, const char *want)
{
	assert_non_null(text.at);
	assert_int_equal(text.len, strlen(want));
	assert_memory_equal(text.at, want, text.len);
}

static void requests_are_those_of_the_manual(void **state)
{
	uint8_t out[POSTGRES_OUT_MAX];
	static const char want[] =
		"\0\0\0\x33\0\x03\0\0user\0jo\0database\0x\0application_name\0naze\0";

	(void)state;
	postgres_ssl_request(out);
	assert_memory_equal(out, "\0\0\0\x08\x04\xd2\x16\x2f", POSTGRES_SSL_REQUEST);
	assert_int_equal(postgres_startup("jo", "x", out), sizeof(want));
	assert_int_equal(out[3], sizeof(want));
	assert_memory_equal(out + 4, want + 4, sizeof(want) - 4);
	assert_int_equal(postgres_startup("jo", "", out), sizeof(want) - strlen("database x") - 1);
	assert_int_equal(postgres_write('p', "ab", 3, out), 8);
	assert_memory_equal(out,
	                    "p\0\0\0\x07"
	                    "ab",
	                    8);
}

static void what_does_not_fit_is_not_sent(void **state)
{
	uint8_t out[POSTGRES_OUT_MAX];
	char name[POSTGRES_OUT_MAX];

	(void)state;
	memset(name, 'x', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	assert_int_equal(postgres_startup(name, "", out), -EINVAL);
	assert_int_equal(postgres_startup(name + 1000, name + 1000, out), -EINVAL);
	assert_int_equal(postgres_write('p', name, POSTGRES_OUT_MAX - 4, out), -EINVAL);
	assert_int_equal(postgres_write('p', name, POSTGRES_OUT_MAX - 5, out), POSTGRES_OUT_MAX);
}

static void a_message_is_read_when_it_is_whole(void **state)
{
	static const char bytes[] = "R\0\0\0\x08\0\0\0\x03S";
	struct postgres_message m;
	struct postgres_request q;

	(void)state;
	for (size_t n = 0; n < 9; n++) {
		assert_int_equal(postgres_read(bytes, n, &m), -EAGAIN);
	}
	assert_int_equal(postgres_read(bytes, 10, &m), 9);
	assert_int_equal(postgres_read_request(&m, &q), 0);
	assert_int_equal(q.method, POSTGRES_AUTH_PASSWORD);
	assert_string_equal(postgres_method_word(&q), "password");
}

static void an_error_is_read_by_its_fields(void **state)
{
	static const char bytes[] = "E\0\0\0\x56SFATALE\0VFATAL\0C28P01\0Mno \"x\"\0Dmore\0Htry\0"
				    "Fauth.c\0L335\0Rauth_failed\0Zunknown\0qodd\0\0";
	char text[sizeof(bytes)];
	struct postgres_message m;
	struct postgres_error e;

	(void)state;
	memcpy(text, bytes, sizeof(bytes));
	text[4] = (char)(sizeof(bytes) - 2);
	assert_int_equal(postgres_read(text, sizeof(bytes) - 1, &m), sizeof(bytes) - 1);
	assert_int_equal(postgres_read_error(&m, &e), 0);
	assert_text(e.severity, "FATAL"); /* the one that is not translated */
	assert_text(e.code, "28P01");
	assert_text(e.message, "no \"x\"");
	assert_text(e.detail, "more");
	assert_text(e.hint, "try");
	assert_text(e.routine, "auth_failed");
	m.len -= 3; /* the last text has no end */
	assert_int_equal(postgres_read_error(&m, &e), -EPROTO);
}

static void an_error_of_the_oldest_form_is_a_text(void **state)
{
	struct postgres_message m;
	struct postgres_error e;

	(void)state;
	assert_int_equal(READ("Ecould not fork new process\n\0more", &m), 29);
	assert_int_equal(m.type, 'e');
	assert_int_equal(postgres_read_error(&m, &e), 0);
	assert_text(e.message, "could not fork new process\n");
	assert_null(e.code.at);
	assert_int_equal(READ("Ecould not fork", &m), -EAGAIN);
	assert_int_equal(READ("E\0\0\0\x01", &m), -EPROTO);
}

static void another_protocol_is_none_of_ours(void **state)
{
	struct postgres_message m;

	(void)state;
	assert_int_equal(READ("HTTP/1.1 400", &m), -EPROTO);
	assert_int_equal(READ("220 mail", &m), -EPROTO);
	assert_int_equal(READ("SSH-2.0-OpenSSH_9.2", &m), -EPROTO);
	assert_int_equal(READ("\x15\x03\x01\0\x02\x02\x46", &m), -EPROTO);
	assert_int_equal(READ("R\xff\xff\xff\xff", &m), -EPROTO);
	assert_int_equal(READ("R\0\0\0\x03", &m), -EPROTO);
	assert_int_equal(READ("ERROR\r\n", &m), -EPROTO);
}

static void mechanisms_are_listed(void **state)
{
	static const char bytes[] = "R\0\0\0\x2e\0\0\0\x0aSCRAM-SHA-256-PLUS\0SCRAM-SHA-256\0X\0\0";
	char text[sizeof(bytes)];
	struct postgres_message m;
	struct postgres_request q;

	(void)state;
	memcpy(text, bytes, sizeof(bytes));
	text[4] = (char)(sizeof(bytes) - 2);
	assert_true(postgres_read(text, sizeof(bytes) - 1, &m) > 0);
	assert_int_equal(postgres_read_request(&m, &q), 0);
	assert_true(q.scram);
	assert_true(q.scram_plus);
	assert_string_equal(q.methods, "SCRAM-SHA-256-PLUS SCRAM-SHA-256 X");
	assert_string_equal(postgres_method_word(&q), "scram-sha-256");
	m.len -= 2;
	assert_int_equal(postgres_read_request(&m, &q), -EPROTO);
}

static void salt_and_data_are_read(void **state)
{
	struct postgres_message m;
	struct postgres_request q;

	(void)state;
	assert_true(READ("R\0\0\0\x0c\0\0\0\x05salt", &m) > 0);
	assert_int_equal(postgres_read_request(&m, &q), 0);
	assert_memory_equal(q.salt, "salt", 4);
	m.len--;
	assert_int_equal(postgres_read_request(&m, &q), -EPROTO);
	assert_true(READ("R\0\0\0\x0b\0\0\0\x0bv=x", &m) > 0);
	assert_int_equal(postgres_read_request(&m, &q), 0);
	assert_int_equal(q.n_data, 3);
	assert_memory_equal(q.data, "v=x", 3);
	assert_null(postgres_method_word(&q));
}

static void a_parameter_has_a_name_and_a_value(void **state)
{
	struct postgres_message m;
	struct postgres_text name;
	struct postgres_text value;

	(void)state;
	assert_true(READ("S\0\0\0\x0c"
	                 "abc\0def\0",
	                 &m) > 0);
	assert_int_equal(postgres_read_parameter(&m, &name, &value), 0);
	assert_text(name, "abc");
	assert_text(value, "def");
	m.len--;
	assert_int_equal(postgres_read_parameter(&m, &name, &value), -EPROTO);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(requests_are_those_of_the_manual),
		cmocka_unit_test(what_does_not_fit_is_not_sent),
		cmocka_unit_test(a_message_is_read_when_it_is_whole),
		cmocka_unit_test(an_error_is_read_by_its_fields),
		cmocka_unit_test(an_error_of_the_oldest_form_is_a_text),
		cmocka_unit_test(another_protocol_is_none_of_ours),
		cmocka_unit_test(mechanisms_are_listed),
		cmocka_unit_test(salt_and_data_are_read),
		cmocka_unit_test(a_parameter_has_a_name_and_a_value),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
