/* SPDX-License-Identifier: Apache-2.0 */
/* STUN answers whole, cut, wrong, and the test vectors of RFC 5769. */
#include "test.h"

#include "wire/stun.h"

#include <errno.h>

/* RFC 5769 2.2 and 2.3: 192.0.2.1 and 2001:db8:1234:5678:11:2233:4455:6677, port 32853. */
static const uint8_t id[STUN_ID_SIZE] = { 0xb7, 0xe7, 0xa7, 0x01, 0xbc, 0x34,
	                                  0xd6, 0x86, 0xfa, 0x87, 0xdf, 0xae };
static const uint8_t answer4[] = {
	0x01, 0x01, 0x00, 0x1c, 0x21, 0x12, 0xa4, 0x42, 0xb7, 0xe7, 0xa7, 0x01,
	0xbc, 0x34, 0xd6, 0x86, 0xfa, 0x87, 0xdf, 0xae, 0x80, 0x22, 0x00, 0x0b,
	0x74, 0x65, 0x73, 0x74, 0x20, 0x76, 0x65, 0x63, 0x74, 0x6f, 0x72, 0x20,
	0x00, 0x20, 0x00, 0x08, 0x00, 0x01, 0xa1, 0x47, 0xe1, 0x12, 0xa6, 0x43,
};
static const uint8_t answer6[] = {
	0x01, 0x01, 0x00, 0x18, 0x21, 0x12, 0xa4, 0x42, 0xb7, 0xe7, 0xa7, 0x01, 0xbc, 0x34, 0xd6,
	0x86, 0xfa, 0x87, 0xdf, 0xae, 0x00, 0x20, 0x00, 0x14, 0x00, 0x02, 0xa1, 0x47, 0x01, 0x13,
	0xa9, 0xfa, 0xa5, 0xd3, 0xf1, 0x79, 0xbc, 0x25, 0xf4, 0xb5, 0xbe, 0xd2, 0xb9, 0xd9,
};

static struct addr addr;
static uint16_t port;

static void expect_addr(const char *text)
{
	char memory[64];
	struct buf buf;

	buf_init(&buf, memory, sizeof(memory));
	addr_format(&buf, &addr);
	assert_string_equal(memory, text);
}

static void a_request_is_what_the_rfc_says(void **state)
{
	uint8_t bytes[STUN_REQUEST_SIZE];

	(void)state;
	stun_build(id, bytes);
	assert_memory_equal(bytes, "\0\1\0\0\x21\x12\xa4\x42", 8);
	assert_memory_equal(bytes + 8, id, sizeof(id));
}

static void the_vectors_of_the_rfc_are_read(void **state)
{
	(void)state;
	assert_int_equal(stun_parse(answer4, sizeof(answer4), id, &addr, &port), 0);
	assert_int_equal(port, 32853);
	expect_addr("192.0.2.1");
	assert_int_equal(stun_parse(answer6, sizeof(answer6), id, &addr, &port), 0);
	assert_int_equal(port, 32853);
	expect_addr("2001:db8:1234:5678:11:2233:4455:6677");
}

static void an_old_server_gives_the_plain_address(void **state)
{
	uint8_t bytes[] = { 1, 1, 0, 12, 0x21, 0x12, 0xa4, 0x42, 0, 0, 0, 0,    0,   0,  0,   0,
		            0, 0, 0, 0,  0,    1,    0,    8,    0, 1, 0, 0x50, 198, 51, 100, 7 };

	(void)state;
	memcpy(bytes + 8, id, sizeof(id));
	assert_int_equal(stun_parse(bytes, sizeof(bytes), id, &addr, &port), 0);
	assert_int_equal(port, 80);
	expect_addr("198.51.100.7");
}

static void a_cut_answer_is_malformed_or_not_ours(void **state)
{
	(void)state;
	for (size_t size = 0; size < sizeof(answer4); size++) {
		assert_int_not_equal(stun_parse(answer4, size, id, &addr, &port), 0);
	}
}

static void another_transaction_is_passed_over(void **state)
{
	uint8_t other[STUN_ID_SIZE] = { 1 };

	(void)state;
	assert_int_equal(stun_parse(answer4, sizeof(answer4), other, &addr, &port), -EAGAIN);
}

static void an_error_is_told_apart(void **state)
{
	uint8_t bytes[20];

	(void)state;
	memcpy(bytes, answer4, sizeof(bytes));
	bytes[1] = 0x11;
	bytes[2] = bytes[3] = 0;
	assert_int_equal(stun_parse(bytes, sizeof(bytes), id, &addr, &port), -EPROTO);
	bytes[1] = 1;
	assert_int_equal(stun_parse(bytes, sizeof(bytes), id, &addr, &port), -EBADMSG);
}

static void a_page_gives_its_first_address(void **state)
{
	(void)state;
	assert_int_equal(stun_parse_page("203.0.113.9\n", 12, &addr), 0);
	expect_addr("203.0.113.9");
	assert_int_equal(stun_parse_page("Your IP: 2001:db8::5 \r\n", 23, &addr), 0);
	expect_addr("2001:db8::5");
	assert_int_equal(stun_parse_page("203.0.113.9x", 12, &addr), -EBADMSG);
	assert_int_equal(stun_parse_page("", 0, &addr), -EBADMSG);
	assert_int_equal(stun_parse_page("<html>no</html>", 15, &addr), -EBADMSG);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_request_is_what_the_rfc_says),
		cmocka_unit_test(the_vectors_of_the_rfc_are_read),
		cmocka_unit_test(an_old_server_gives_the_plain_address),
		cmocka_unit_test(a_cut_answer_is_malformed_or_not_ours),
		cmocka_unit_test(another_transaction_is_passed_over),
		cmocka_unit_test(an_error_is_told_apart),
		cmocka_unit_test(a_page_gives_its_first_address),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
