/* SPDX-License-Identifier: Apache-2.0 */
/* The SSH module: key exchange (RFC 4253 8, RFC 4419, RFC 5656, RFC 8268, RFC 8731) and digests on
 * OpenSSL; ciphers and keys are in the two files beside it. */
#include "stream/ssh.h"
#include "stream/ssh_cipher.h"
#include "stream/ssh_pkey.h"

#include <errno.h>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdlib.h>
#include <string.h>

enum method { METHOD_X25519, METHOD_EC, METHOD_GROUP, METHOD_GEX };
enum { SECRET_BITS = 512, PRIME_BITS_MIN = 1024, PRIME_BITS_MAX = 8192 };

static const struct kex_row {
	const char *name;
	enum method method;
	const char *curve;
	BIGNUM *(*prime)(BIGNUM *bn);
	const char *digest;
} rows[] = {
	{ "curve25519-sha256", METHOD_X25519, "X25519", NULL, "sha256" },
	{ "curve25519-sha256@libssh.org", METHOD_X25519, "X25519", NULL, "sha256" },
	{ "ecdh-sha2-nistp256", METHOD_EC, "P-256", NULL, "sha256" },
	{ "ecdh-sha2-nistp384", METHOD_EC, "P-384", NULL, "sha384" },
	{ "ecdh-sha2-nistp521", METHOD_EC, "P-521", NULL, "sha512" },
	{ "diffie-hellman-group14-sha256", METHOD_GROUP, NULL, BN_get_rfc3526_prime_2048,
	  "sha256" },
	{ "diffie-hellman-group16-sha512", METHOD_GROUP, NULL, BN_get_rfc3526_prime_4096,
	  "sha512" },
	{ "diffie-hellman-group18-sha512", METHOD_GROUP, NULL, BN_get_rfc3526_prime_8192,
	  "sha512" },
	{ "diffie-hellman-group-exchange-sha256", METHOD_GEX, NULL, NULL, "sha256" },
	{ "diffie-hellman-group14-sha1", METHOD_GROUP, NULL, BN_get_rfc3526_prime_2048, "sha1" },
	{ "diffie-hellman-group-exchange-sha1", METHOD_GEX, NULL, NULL, "sha1" },
	{ "diffie-hellman-group1-sha1", METHOD_GROUP, NULL, BN_get_rfc2409_prime_1024, "sha1" },
};

static const char kex_names[] =
	"curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256,ecdh-sha2-nistp384,"
	"ecdh-sha2-nistp521,diffie-hellman-group14-sha256,diffie-hellman-group16-sha512,"
	"diffie-hellman-group18-sha512,diffie-hellman-group-exchange-sha256,"
	"diffie-hellman-group14-sha1,diffie-hellman-group-exchange-sha1,diffie-hellman-group1-sha1";
static const char host_key_names[] =
	"ssh-ed25519-cert-v01@openssh.com,ecdsa-sha2-nistp256-cert-v01@openssh.com,"
	"ecdsa-sha2-nistp384-cert-v01@openssh.com,ecdsa-sha2-nistp521-cert-v01@openssh.com,"
	"rsa-sha2-512-cert-v01@openssh.com,rsa-sha2-256-cert-v01@openssh.com,ssh-ed25519,"
	"ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,rsa-sha2-512,rsa-sha2-256,"
	"ssh-rsa";

struct ssh_exchange {
	EVP_PKEY *mine; /* of a curve */
	BIGNUM *prime;  /* of Diffie-Hellman */
	BIGNUM *secret;
	BIGNUM *public;
};

static const struct kex_row *find(struct ssh_span name)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (ssh_is(name, rows[i].name)) {
			return &rows[i];
		}
	}
	return NULL;
}

static void exchange_free(struct ssh_exchange *x)
{
	if (x == NULL) {
		return;
	}
	EVP_PKEY_free(x->mine);
	BN_free(x->prime);
	BN_clear_free(x->secret);
	BN_free(x->public);
	free(x);
}

/* g^x mod p with a random x. */
static bool start_group(struct ssh_exchange *x, const BIGNUM *generator)
{
	BN_CTX *ctx = BN_CTX_new();
	bool ok = false;

	x->secret = BN_secure_new();
	x->public = BN_new();
	ok = ctx != NULL && x->secret != NULL && x->public != NULL && generator != NULL &&
	     BN_num_bits(x->prime) >= PRIME_BITS_MIN && BN_num_bits(x->prime) <= PRIME_BITS_MAX &&
	     BN_is_odd(x->prime) &&
	     BN_rand(x->secret, SECRET_BITS, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
	     BN_mod_exp_mont_consttime(x->public, generator, x->secret, x->prime, ctx, NULL) == 1;
	BN_CTX_free(ctx);
	return ok;
}

static struct ssh_exchange *exchange_new(struct ssh_span kex, struct ssh_span prime,
                                         struct ssh_span generator)
{
	const struct kex_row *row = find(kex);
	struct ssh_exchange *x = row != NULL ? calloc(1, sizeof(*x)) : NULL;
	BIGNUM *g = BN_new();
	bool ok = false;

	if (x == NULL) {
		BN_free(g);
		return NULL;
	}
	switch (row->method) {
	case METHOD_X25519:
		x->mine = EVP_PKEY_Q_keygen(NULL, NULL, "X25519");
		ok = x->mine != NULL;
		break;
	case METHOD_EC:
		x->mine = EVP_PKEY_Q_keygen(NULL, NULL, "EC", row->curve);
		ok = x->mine != NULL;
		break;
	case METHOD_GROUP:
		x->prime = row->prime(NULL);
		ok = x->prime != NULL && g != NULL && BN_set_word(g, 2) == 1 && start_group(x, g);
		break;
	case METHOD_GEX:
		x->prime = BN_bin2bn(prime.at, (int)prime.len, NULL);
		ok = x->prime != NULL && g != NULL &&
		     BN_bin2bn(generator.at, (int)generator.len, g) != NULL && start_group(x, g);
		break;
	}
	BN_free(g);
	if (!ok) {
		exchange_free(x);
		return NULL;
	}
	return x;
}

static const char *exchange_digest(struct ssh_span kex)
{
	const struct kex_row *row = find(kex);

	return row != NULL ? row->digest : NULL;
}

static int exchange_public(struct ssh_exchange *x, uint8_t *ret)
{
	unsigned char *point = NULL;
	size_t n = 0;

	if (x->mine == NULL) {
		return BN_bn2bin(x->public, ret);
	}
	n = EVP_PKEY_get1_encoded_public_key(x->mine, &point);
	if (n > 0 && n <= SSH_SECRET_MAX) {
		memcpy(ret, point, n);
	}
	OPENSSL_free(point);
	return n > 0 && n <= SSH_SECRET_MAX ? (int)n : -EPROTO;
}

static int curve_secret(struct ssh_exchange *x, struct ssh_span theirs, uint8_t *ret)
{
	EVP_PKEY *peer = EVP_PKEY_new();
	EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new(x->mine, NULL);
	size_t n = SSH_SECRET_MAX;
	bool ok = peer != NULL && ctx != NULL && EVP_PKEY_copy_parameters(peer, x->mine) == 1 &&
	          EVP_PKEY_set1_encoded_public_key(peer, theirs.at, theirs.len) == 1 &&
	          EVP_PKEY_derive_init(ctx) == 1 && EVP_PKEY_derive_set_peer(ctx, peer) == 1 &&
	          EVP_PKEY_derive(ctx, ret, &n) == 1;

	EVP_PKEY_CTX_free(ctx);
	EVP_PKEY_free(peer);
	return ok ? (int)n : -EPROTO;
}

static int group_secret(struct ssh_exchange *x, struct ssh_span theirs, uint8_t *ret)
{
	BN_CTX *ctx = BN_CTX_new();
	BIGNUM *f = BN_bin2bn(theirs.at, (int)theirs.len, NULL);
	BIGNUM *k = BN_new();
	int n = -EPROTO;

	/* 1 < f < p - 1 (RFC 4253 8) */
	if (ctx != NULL && f != NULL && k != NULL && BN_cmp(f, BN_value_one()) > 0 &&
	    BN_cmp(f, x->prime) < 0 && BN_num_bytes(x->prime) <= SSH_SECRET_MAX &&
	    BN_mod_exp_mont_consttime(k, f, x->secret, x->prime, ctx, NULL) == 1) {
		n = BN_bn2bin(k, ret);
	}
	BN_clear_free(k);
	BN_free(f);
	BN_CTX_free(ctx);
	return n;
}

static int exchange_secret(struct ssh_exchange *x, struct ssh_span theirs, uint8_t *ret)
{
	return x->mine != NULL ? curve_secret(x, theirs, ret) : group_secret(x, theirs, ret);
}

static int digest(const char *name, const void *bytes, size_t len, uint8_t *ret)
{
	size_t n = 0;

	return EVP_Q_digest(NULL, name, NULL, bytes, len, ret, &n) == 1 ? (int)n : -EOPNOTSUPP;
}

static int hmac(const char *name, struct ssh_span key, const void *bytes, size_t len, uint8_t *ret)
{
	size_t n = 0;

	return EVP_Q_mac(NULL, "HMAC", NULL, name, NULL, key.at, key.len, bytes, len, ret,
	                 SSH_DIGEST_MAX, &n) != NULL
	               ? (int)n
	               : -EOPNOTSUPP;
}

__attribute__((visibility("default"))) extern const struct ssh_module naze_ssh_module;
const struct ssh_module naze_ssh_module = {
	.interface = SSH_MODULE_INTERFACE,
	.version = NAZE_VERSION,
	.kex = kex_names,
	.host_keys = host_key_names,
	.ciphers = ssh_cipher_names,
	.macs = ssh_cipher_macs,
	.exchange_new = exchange_new,
	.exchange_free = exchange_free,
	.exchange_digest = exchange_digest,
	.exchange_public = exchange_public,
	.exchange_secret = exchange_secret,
	.digest = digest,
	.hmac = hmac,
	.verify = ssh_pkey_verify,
	.cipher_sizes = ssh_cipher_sizes,
	.cipher_new = ssh_cipher_new,
	.cipher_free = ssh_cipher_free,
	.seal = ssh_cipher_seal,
	.open_head = ssh_cipher_open_head,
	.open = ssh_cipher_open,
	.private_openssh = ssh_pkey_openssh,
	.private_pem = ssh_pkey_pem,
	.private_free = ssh_pkey_free,
	.private_blob = ssh_pkey_blob,
	.sign = ssh_pkey_sign,
};
