/* SPDX-License-Identifier: Apache-2.0 */
/* What logins need, with the vectors of the RFCs. */
#include "stream/crypto_openssl.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define PART(text) ((struct crypto_part){ (text), strlen(text) })

static void assert_hex(const uint8_t *bytes, int len, const char *want)
{
	char text[2 * CRYPTO_MAX + 1];

	assert_true(len > 0);
	for (int i = 0; i < len; i++) {
		snprintf(text + 2 * i, 3, "%02x", bytes[i]);
	}
	assert_string_equal(text, want);
}

static void digests_go_over_all_parts(void **state)
{
	const struct crypto_part parts[] = { PART("a"), PART(""), PART("bc") };
	uint8_t got[CRYPTO_MAX];
	int len = 0;

	(void)state;
	len = crypto_openssl.digest(CRYPTO_MD5, parts, 3, got); /* RFC 1321 A.5 */
	assert_hex(got, len, "900150983cd24fb0d6963f7d28e17f72");
	len = crypto_openssl.digest(CRYPTO_SHA1, parts, 3, got); /* RFC 3174 7.3 */
	assert_hex(got, len, "a9993e364706816aba3e25717850c26c9cd0d89d");
	len = crypto_openssl.digest(CRYPTO_SHA256, parts, 3, got); /* FIPS 180-4 */
	assert_hex(got, len, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	assert_int_equal(crypto_openssl.digest(CRYPTO_SHA512, parts, 3, got), 64);
}

static void keys_of_any_length_make_an_hmac(void **state)
{
	uint8_t key[131];
	uint8_t got[CRYPTO_MAX];
	int len = 0;

	(void)state;
	memset(key, 0xaa, sizeof(key));
	len = crypto_openssl.hmac(
		CRYPTO_SHA256, &PART("Jefe"), /* RFC 4231 4.3 */
		(struct crypto_part[]){ PART("what do ya want "), PART("for nothing?") }, 2, got);
	assert_hex(got, len, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
	len = crypto_openssl.hmac(CRYPTO_SHA256, /* RFC 4231 4.7 */
	                          &(struct crypto_part){ key, sizeof(key) },
	                          &PART("Test Using Larger Than Block-Size Key - Hash Key First"),
	                          1, got);
	assert_hex(got, len, "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

static void rounds_that_would_take_seconds_are_refused(void **state)
{
	uint8_t got[CRYPTO_MAX];
	int len = 0;

	(void)state;
	len = crypto_openssl.pbkdf2(CRYPTO_SHA256, &PART("passwd"), /* RFC 7914 11 */
	                            &PART("salt"), 1, got);
	assert_hex(got, len, "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc");
	assert_true(crypto_openssl.pbkdf2(CRYPTO_SHA256, &PART("x"), &PART("y"), 0, got) < 0);
	assert_true(crypto_openssl.pbkdf2(CRYPTO_SHA256, &PART("x"), &PART("y"),
	                                  CRYPTO_MAX_ROUNDS + 1, got) < 0);
}

static void what_is_no_key_encrypts_nothing(void **state)
{
	uint8_t got[CRYPTO_RSA_MAX];
	static const char pem[] = /* 512 bits: enough for a short text */
		"-----BEGIN PUBLIC KEY-----\n"
		"MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf\n"
		"9Cnzj4p4WGeKLs1Pt8QuKUpRKfFLfRYC9AIKjbJTWit+CqvjWYzvQwECAwEAAQ==\n"
		"-----END PUBLIC KEY-----\n";

	(void)state;
	assert_true(crypto_openssl.rsa_oaep(&PART("no key"), &PART("x"), got) < 0);
	assert_int_equal(crypto_openssl.rsa_oaep(&PART(pem), &PART("secret"), got), 64);
	assert_true(crypto_openssl.rsa_oaep(
			    &PART(pem), &PART("longer than forty-two bytes less than the key is"),
			    got) < 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(digests_go_over_all_parts),
		cmocka_unit_test(keys_of_any_length_make_an_hmac),
		cmocka_unit_test(rounds_that_would_take_seconds_are_refused),
		cmocka_unit_test(what_is_no_key_encrypts_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
