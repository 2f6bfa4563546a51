/* SPDX-License-Identifier: Apache-2.0 */
/* Names: text to bytes and back, and names that hurt. */
#include "test.h"

#include "wire/dns_name.h"

static void builds(const char *text, const char *bytes, size_t n)
{
	uint8_t got[DNS_NAME_BYTES];

	assert_int_equal(dns_name_build(text, got), n);
	assert_memory_equal(got, bytes, n);
}

static void refuses(const char *text)
{
	uint8_t got[DNS_NAME_BYTES];

	assert_int_equal(dns_name_build(text, got), -EINVAL);
}

static void names_become_labels(void **state)
{
	(void)state;
	builds(".", "\0", 1);
	builds("a.bc", "\1a\2bc", 6);
	builds("a.bc.", "\1a\2bc", 6);
	builds("a\\.b.c", "\3a.b\1c", 7);
	builds("a\\255\\000.c", "\3a\xff\0\1c", 7);
	builds("_s._tcp.x", "\2_s\4_tcp\1x", 11);
}

static void an_address_is_asked_for_backwards(void **state)
{
	const struct addr v4 = { .family = ADDR_V4, .bytes = { 192, 0, 2, 17 } };
	const struct addr v6 = { .family = ADDR_V6,
		                 .bytes = { 0x20, 0x01, 0x0d, 0xb8, [15] = 0x1f } };
	char name[DNS_NAME_REVERSE_MAX];

	(void)state;
	dns_name_reverse(&v4, name);
	assert_string_equal(name, "17.2.0.192.in-addr.arpa");
	dns_name_reverse(&v6, name);
	assert_string_equal(name, "f.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0."
	                          "0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2."
	                          "ip6.arpa");
}

static void names_that_cannot_be_asked_are_refused(void **state)
{
	char label[80] = { 0 };
	char longest[300] = { 0 };
	uint8_t got[DNS_NAME_BYTES];

	(void)state;
	refuses("");
	refuses("..");
	refuses(".a");
	refuses("a..b");
	refuses("a b");
	refuses("a\tb");
	refuses("b\xc3\xbc"
	        "cher");
	refuses("a\\");
	refuses("a\\25");
	refuses("a\\256");
	refuses("a\\ b");
	memset(label, 'x', 63);
	assert_int_equal(dns_name_build(label, got), 65);
	memset(label, 'x', 64);
	refuses(label);
	for (int i = 0; i < 127; i++) {
		memcpy(longest + 2 * i, "a.", 2);
	}
	assert_int_equal(dns_name_build(longest, got), 255);
	memcpy(longest + 254, "b", 1);
	refuses(longest);
}

static int parses(const char *bytes, size_t n, size_t at, char *text, size_t size, size_t *ret_at)
{
	struct cursor c;
	struct buf buf;
	int r = 0;

	cursor_init(&c, bytes, n);
	cursor_seek(&c, at);
	buf_init(&buf, text, size);
	r = dns_name_parse(&c, &buf);
	*ret_at = (size_t)(c.at - c.begin);
	return r;
}

static void labels_become_names(void **state)
{
	char text[1024];
	size_t at = 0;

	(void)state;
	assert_int_equal(parses("\0", 1, 0, text, sizeof(text), &at), 0);
	assert_string_equal(text, ".");
	assert_int_equal(parses("\1a\2bc\0x", 7, 0, text, sizeof(text), &at), 0);
	assert_string_equal(text, "a.bc");
	assert_int_equal(at, 6);
	assert_int_equal(parses("\4a.\\\x07\1\x80\0", 8, 0, text, sizeof(text), &at), 0);
	assert_string_equal(text, "a\\.\\\\\\007.\\128");
	assert_int_equal(parses("\1a\0\1b\xc0\0!", 8, 3, text, sizeof(text), &at), 0);
	assert_string_equal(text, "b.a");
	assert_int_equal(at, 7);
}

static void pointers_cannot_loop(void **state)
{
	char text[1024];
	size_t at = 0;

	(void)state;
	/* to itself, forward, in a ring, past the end */
	assert_int_equal(parses("\xc0\0", 2, 0, text, sizeof(text), &at), -EBADMSG);
	assert_int_equal(parses("\xc0\2\0", 3, 0, text, sizeof(text), &at), -EBADMSG);
	assert_int_equal(parses("\xc0\2\xc0\0", 4, 0, text, sizeof(text), &at), -EBADMSG);
	assert_int_equal(parses("\xc0\2\xc0\0", 4, 2, text, sizeof(text), &at), -EBADMSG);
	assert_int_equal(parses("\1a\xc0\0", 4, 0, text, sizeof(text), &at), -EBADMSG);
	assert_int_equal(parses("\xff\xff", 2, 0, text, sizeof(text), &at), -EBADMSG);
}

static void cut_and_strange_labels_are_malformed(void **state)
{
	char text[1024];
	char bytes[400];
	size_t at = 0;

	(void)state;
	assert_int_equal(parses("", 0, 0, text, sizeof(text), &at), -EBADMSG);
	assert_int_equal(parses("\1a", 2, 0, text, sizeof(text), &at), -EBADMSG);
	assert_int_equal(parses("\5a\0", 3, 0, text, sizeof(text), &at), -EBADMSG);
	assert_int_equal(parses("\xc0", 1, 0, text, sizeof(text), &at), -EBADMSG);
	memset(bytes, 0x40, sizeof(bytes)); /* a label type that was never used */
	assert_int_equal(parses(bytes, sizeof(bytes), 0, text, sizeof(text), &at), -EBADMSG);
	memset(bytes, 1, sizeof(bytes)); /* longer than 255 */
	assert_int_equal(parses(bytes, sizeof(bytes), 0, text, sizeof(text), &at), -EBADMSG);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_become_labels),
		cmocka_unit_test(an_address_is_asked_for_backwards),
		cmocka_unit_test(names_that_cannot_be_asked_are_refused),
		cmocka_unit_test(labels_become_names),
		cmocka_unit_test(pointers_cannot_loop),
		cmocka_unit_test(cut_and_strange_labels_are_malformed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
