/* SPDX-License-Identifier: Apache-2.0 */
/* struct crypto over OpenSSL's libcrypto, within the TLS module. */
#include "stream/crypto_openssl.h"

#include <errno.h>
#include <limits.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <string.h>

static const EVP_MD *md_of(enum crypto_hash hash)
{
	switch (hash) {
	case CRYPTO_MD5:
		return EVP_md5();
	case CRYPTO_SHA1:
		return EVP_sha1();
	case CRYPTO_SHA256:
		return EVP_sha256();
	case CRYPTO_SHA512:
		return EVP_sha512();
	case N_CRYPTO_HASHES:
		break;
	}
	return NULL;
}

static int digest(enum crypto_hash hash, const struct crypto_part *parts, int n,
                  uint8_t ret[CRYPTO_MAX])
{
	EVP_MD_CTX *ctx = EVP_MD_CTX_new();
	unsigned len = 0;
	int ok = ctx != NULL && EVP_DigestInit_ex(ctx, md_of(hash), NULL) == 1;

	for (int i = 0; i < n && ok; i++) {
		ok = EVP_DigestUpdate(ctx, parts[i].bytes, parts[i].len) == 1;
	}
	ok = ok && EVP_DigestFinal_ex(ctx, ret, &len) == 1;
	EVP_MD_CTX_free(ctx);
	ERR_clear_error();
	return ok ? (int)len : -ENOTSUP;
}

/* By its definition (RFC 2104 2): the functions of the library that take parts are either
 * deprecated or longer than this. */
static int hmac(enum crypto_hash hash, const struct crypto_part *key,
                const struct crypto_part *parts, int n, uint8_t ret[CRYPTO_MAX])
{
	enum { BLOCK_MAX = 128, PARTS_MAX = 8 };
	struct crypto_part inner[PARTS_MAX + 1];
	struct crypto_part outer[2];
	uint8_t pad[BLOCK_MAX] = { 0 };
	size_t block = hash == CRYPTO_SHA512 ? 128 : 64;
	int len = 0;

	if (n < 0 || n > PARTS_MAX) {
		return -EINVAL;
	}
	if (key->len > block) {
		len = digest(hash, key, 1, pad);
		if (len < 0) {
			return len;
		}
	} else if (key->len > 0) {
		memcpy(pad, key->bytes, key->len);
	}
	for (size_t i = 0; i < block; i++) {
		pad[i] ^= 0x36;
	}
	inner[0] = (struct crypto_part){ pad, block };
	for (int i = 0; i < n; i++) {
		inner[i + 1] = parts[i];
	}
	len = digest(hash, inner, n + 1, ret);
	for (size_t i = 0; i < block; i++) {
		pad[i] ^= 0x36 ^ 0x5c;
	}
	outer[0] = inner[0];
	outer[1] = (struct crypto_part){ ret, len > 0 ? (size_t)len : 0 };
	len = len < 0 ? len : digest(hash, outer, 2, ret);
	OPENSSL_cleanse(pad, sizeof(pad));
	return len;
}

static int pbkdf2(enum crypto_hash hash, const struct crypto_part *password,
                  const struct crypto_part *salt, int64_t rounds, uint8_t ret[CRYPTO_MAX])
{
	int len = EVP_MD_get_size(md_of(hash));
	int ok = 0;

	if (rounds < 1 || rounds > CRYPTO_MAX_ROUNDS || password->len > INT_MAX ||
	    salt->len > INT_MAX) {
		return -EINVAL;
	}
	ok = PKCS5_PBKDF2_HMAC(password->bytes, (int)password->len, salt->bytes, (int)salt->len,
	                       (int)rounds, md_of(hash), len, ret);
	ERR_clear_error();
	return ok == 1 ? len : -ENOTSUP;
}

static int rsa_oaep(const struct crypto_part *pem, const struct crypto_part *plain,
                    uint8_t ret[CRYPTO_RSA_MAX])
{
	BIO *bio = pem->len <= INT_MAX ? BIO_new_mem_buf(pem->bytes, (int)pem->len) : NULL;
	EVP_PKEY *key = bio != NULL ? PEM_read_bio_PUBKEY(bio, NULL, NULL, NULL) : NULL;
	EVP_PKEY_CTX *ctx = key != NULL ? EVP_PKEY_CTX_new(key, NULL) : NULL;
	size_t len = CRYPTO_RSA_MAX;
	int ok = ctx != NULL && EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA &&
	         EVP_PKEY_get_size(key) <= CRYPTO_RSA_MAX && EVP_PKEY_encrypt_init(ctx) == 1 &&
	         EVP_PKEY_CTX_set_rsa_padding(ctx, RSA_PKCS1_OAEP_PADDING) == 1 &&
	         EVP_PKEY_encrypt(ctx, ret, &len, plain->bytes, plain->len) == 1;

	EVP_PKEY_CTX_free(ctx);
	EVP_PKEY_free(key);
	BIO_free(bio);
	ERR_clear_error();
	return ok ? (int)len : -EINVAL;
}

const struct crypto crypto_openssl = {
	.digest = digest,
	.hmac = hmac,
	.pbkdf2 = pbkdf2,
	.rsa_oaep = rsa_oaep,
	.ed25519 = crypto_ed25519,
};
