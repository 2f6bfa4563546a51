/* SPDX-License-Identifier: Apache-2.0 */
/* Strings, identification and offers of SSH: whole, cut, and by others. */
#include "test.h"

#include "base/buf.h"
#include "wire/ssh.h"

static uint8_t bytes[4096];

static struct ssh_hello hello(const char *text)
{
	struct ssh_hello h = { .state = SSH_HELLO_MORE };

	ssh_hello_read(text, strlen(text), &h);
	return h;
}

static void the_identification_ends_at_its_line(void **state)
{
	struct ssh_hello h = hello("SSH-2.0-OpenSSH_9.2p1 Debian\r\nmore");

	(void)state;
	assert_int_equal(h.state, SSH_HELLO_LINE);
	assert_true(ssh_is(h.line, "SSH-2.0-OpenSSH_9.2p1 Debian"));
	assert_int_equal(h.used, 30);
	assert_true(h.version_2);
	assert_true(hello("SSH-1.99-x\n").version_2);
	assert_int_equal(hello("SSH-1.5-x\n").state, SSH_HELLO_LINE);
	assert_false(hello("SSH-1.5-x\n").version_2);
}

static void lines_before_it_are_passed_over(void **state)
{
	struct ssh_hello h = hello("Welcome\r\nto us\r\nSSH-2.0-x\r\n");

	(void)state;
	assert_int_equal(h.state, SSH_HELLO_LINE);
	assert_true(ssh_is(h.line, "SSH-2.0-x"));
	assert_int_equal(hello("Exceeded MaxStartups\r\n").state, SSH_HELLO_MORE);
	assert_int_equal(hello("SSH-2.0-Ope").state, SSH_HELLO_MORE);
	assert_int_equal(hello("").state, SSH_HELLO_MORE);
}

static void bytes_that_no_text_has_are_foreign(void **state)
{
	struct ssh_hello h = { .state = SSH_HELLO_MORE };

	(void)state;
	ssh_hello_read("\x15\x03\x01\0\x02\x02\x46", 7, &h); /* a TLS alert */
	assert_int_equal(h.state, SSH_HELLO_FOREIGN);
	memset(bytes, 'x', sizeof(bytes));
	memcpy(bytes, "SSH-2.0-", 8);
	bytes[300] = '\n';
	ssh_hello_read(bytes, 301, &h); /* longer than an identification may be */
	assert_int_equal(h.state, SSH_HELLO_FOREIGN);
	bytes[254] = '\n';
	ssh_hello_read(bytes, 255, &h);
	assert_int_equal(h.state, SSH_HELLO_FOREIGN);
	bytes[253] = '\n';
	ssh_hello_read(bytes, 255, &h);
	assert_int_equal(h.state, SSH_HELLO_LINE);
}

static void numbers_are_positive(void **state)
{
	struct ssh_out out = { .bytes = bytes, .size = sizeof(bytes) };

	(void)state;
	ssh_put_number(&out, (const uint8_t *)"\0\0\x80\1", 4);
	assert_int_equal(out.len, 7);
	assert_memory_equal(bytes, "\0\0\0\3\0\x80\1", 7);
	out.len = 0;
	ssh_put_number(&out, (const uint8_t *)"\0", 1);
	assert_memory_equal(bytes, "\0\0\0\0", 4);
	assert_int_equal(out.len, 4);
	assert_false(out.cut);
}

static void what_does_not_fit_is_cut_for_good(void **state)
{
	struct ssh_out out = { .bytes = bytes, .size = 6 };

	(void)state;
	ssh_put_text(&out, "abc");
	assert_true(out.cut);
	assert_int_equal(out.len, 4);
	ssh_put_u8(&out, 1);
	assert_int_equal(out.len, 4);
}

static struct ssh_out an_offer(void)
{
	struct ssh_out out = { .bytes = bytes, .size = sizeof(bytes) };

	ssh_put_u8(&out, SSH_KEXINIT);
	ssh_put(&out, "0123456789abcdef", 16);
	ssh_put_text(&out, "curve25519-sha256,ecdh-sha2-nistp256");
	for (int i = 1; i < N_SSH_LISTS; i++) {
		ssh_put_text(&out, i == SSH_LIST_HOST_KEY ? "ssh-rsa" : "none");
	}
	ssh_put_u8(&out, 1);
	ssh_put_u32(&out, 0);
	return out;
}

static void an_offer_is_read_whole_or_not_at_all(void **state)
{
	struct ssh_out out = an_offer();
	struct ssh_offer offer = { .guesses = false };

	(void)state;
	assert_int_equal(ssh_offer_read(bytes, out.len, &offer), 0);
	assert_true(offer.guesses);
	assert_true(ssh_is(offer.list[SSH_LIST_HOST_KEY], "ssh-rsa"));
	for (size_t n = 0; n < out.len; n++) {
		assert_int_equal(ssh_offer_read(bytes, n, &offer), -1);
	}
	bytes[0] = SSH_NEWKEYS;
	assert_int_equal(ssh_offer_read(bytes, out.len, &offer), -1);
}

static void ours_decides_what_is_common(void **state)
{
	struct ssh_span name = { .len = 0 };

	(void)state;
	assert_true(ssh_first_common(ssh_span_of("a,bb,c"), ssh_span_of("c,bb"), &name));
	assert_true(ssh_is(name, "bb"));
	assert_false(ssh_first_common(ssh_span_of("a,b"), ssh_span_of("ab,c"), &name));
	assert_false(ssh_first_common(ssh_span_of(""), ssh_span_of(""), &name));
	assert_false(ssh_first_common(ssh_span_of(",,"), ssh_span_of(",x"), &name));
}

static void base64_both_ways(void **state)
{
	char text[16];
	struct buf buf;

	(void)state;
	assert_int_equal(ssh_decode("Zm9v\nYmE=", 9, bytes, 5), 5);
	assert_memory_equal(bytes, "fooba", 5);
	assert_int_equal(ssh_decode("Zm9vYmE=", 8, bytes, 4), -1);
	assert_int_equal(ssh_decode("Zm9*", 4, bytes, 9), -1);
	assert_int_equal(ssh_decode("Zm\0v", 4, bytes, 9), -1);
	buf_init(&buf, text, sizeof(text));
	ssh_encode(&buf, (const uint8_t *)"fooba", 5);
	assert_string_equal(text, "Zm9vYmE");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_identification_ends_at_its_line),
		cmocka_unit_test(lines_before_it_are_passed_over),
		cmocka_unit_test(bytes_that_no_text_has_are_foreign),
		cmocka_unit_test(numbers_are_positive),
		cmocka_unit_test(what_does_not_fit_is_cut_for_good),
		cmocka_unit_test(an_offer_is_read_whole_or_not_at_all),
		cmocka_unit_test(ours_decides_what_is_common),
		cmocka_unit_test(base64_both_ways),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
