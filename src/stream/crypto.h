/* SPDX-License-Identifier: Apache-2.0 */
/* What logins need of a cryptographic library: it lives in the TLS module (naze-tls.so), which
 * alone is linked with OpenSSL; struct tls_module carries it. None of these waits, and none keeps
 * what it was given; who holds a secret wipes it with explicit_bzero(3). */
#pragma once
#include <stddef.h>
#include <stdint.h>

enum crypto_hash { CRYPTO_MD5, CRYPTO_SHA1, CRYPTO_SHA256, CRYPTO_SHA512, N_CRYPTO_HASHES };

enum { CRYPTO_MAX = 64, CRYPTO_RSA_MAX = 1024, CRYPTO_MAX_ROUNDS = 1000000 };

/* Some bytes; what is worked on is given in parts, so that nobody has to copy them together. */
struct crypto_part {
	const void *bytes;
	size_t len;
};

struct crypto {
	/* The digest of n parts, one after the other. Its size in bytes, or -ENOTSUP where this
	 * host's library does not have that hash (MD5 under FIPS). */
	int (*digest)(enum crypto_hash hash, const struct crypto_part *parts, int n,
	              uint8_t ret[CRYPTO_MAX]);
	/* HMAC (RFC 2104) of n parts with that key. As digest(). */
	int (*hmac)(enum crypto_hash hash, const struct crypto_part *key,
	            const struct crypto_part *parts, int n, uint8_t ret[CRYPTO_MAX]);
	/* PBKDF2 with HMAC (RFC 8018 5.2), as long as the hash. A million rounds take half a
	 * second, and a server chooses them: more than CRYPTO_MAX_ROUNDS, or fewer than one, are
	 * -EINVAL. */
	int (*pbkdf2)(enum crypto_hash hash, const struct crypto_part *password,
	              const struct crypto_part *salt, int64_t rounds, uint8_t ret[CRYPTO_MAX]);
	/* RSAES-OAEP with SHA-1 (RFC 8017 7.1), as MySQL's caching_sha2_password wants it, for
	 * the public key in PEM. The size of what is in ret, -EINVAL for what is no such key or
	 * does not fit. */
	int (*rsa_oaep)(const struct crypto_part *pem, const struct crypto_part *plain,
	                uint8_t ret[CRYPTO_RSA_MAX]);
	/* The Ed25519 signature (RFC 8032 5.1.6) of the message, with the password, of any
	 * length, in place of the 32 bytes of a key. Its size, or -ENOTSUP. */
	int (*ed25519)(const struct crypto_part *password, const struct crypto_part *message,
	               uint8_t ret[CRYPTO_MAX]);
};
