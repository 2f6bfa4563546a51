/* SPDX-License-Identifier: Apache-2.0 */
/* Signatures with the vectors of RFC 8032 7.1; their keys are passwords of 32 bytes. */
#include "stream/crypto_openssl.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static size_t from_hex(const char *hex, uint8_t *ret)
{
	size_t n = strlen(hex) / 2;

	for (size_t i = 0; i < n; i++) {
		char digits[] = { hex[2 * i], hex[2 * i + 1], '\0' };

		ret[i] = (uint8_t)strtoul(digits, NULL, 16);
	}
	return n;
}

static void signatures_are_those_of_the_rfc(void **state)
{
	static const struct {
		const char *key, *message, *signature;
	} vectors[] = {
		{ "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "",
		  "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc6"
		  "1e39701cf9b46bd25bf5f0595bbe24655141438e7a100b" },
		{ "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "af82",
		  "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae"
		  "67f760984dc6594a7c15e9716ed28dc027beceea1ec40a" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(vectors) / sizeof(vectors[0]); i++) {
		uint8_t key[64];
		uint8_t message[64];
		uint8_t want[64];
		uint8_t got[CRYPTO_MAX];
		struct crypto_part password = { key, from_hex(vectors[i].key, key) };
		struct crypto_part text = { message, from_hex(vectors[i].message, message) };

		assert_int_equal(from_hex(vectors[i].signature, want), 64);
		assert_int_equal(crypto_openssl.ed25519(&password, &text, got), 64);
		assert_memory_equal(got, want, 64);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(signatures_are_those_of_the_rfc),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
