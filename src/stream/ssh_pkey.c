/* SPDX-License-Identifier: Apache-2.0 */
/* Keys between SSH's formats (RFC 4253 6.6, RFC 5656, RFC 8332, RFC 8709) and OpenSSL's. */
#include "stream/ssh_pkey.h"

#include <errno.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBER_MAX = 2048, ED_SIZE = 32 };

struct ssh_private {
	EVP_PKEY *key;
};

static const struct curve {
	const char *ssh; /* behind "ecdsa-sha2-" */
	const char *group;
	const char *digest;
} curves[] = {
	{ "nistp256", "prime256v1", "SHA256" },
	{ "nistp384", "secp384r1", "SHA384" },
	{ "nistp521", "secp521r1", "SHA512" },
};

static const struct curve *find_curve(struct ssh_span name)
{
	for (size_t i = 0; i < sizeof(curves) / sizeof(curves[0]); i++) {
		if (ssh_is(name, curves[i].ssh)) {
			return &curves[i];
		}
	}
	return NULL;
}

static EVP_PKEY *from_params(const char *type, int selection, OSSL_PARAM_BLD *build)
{
	OSSL_PARAM *params = OSSL_PARAM_BLD_to_param(build);
	EVP_PKEY_CTX *ctx = params != NULL ? EVP_PKEY_CTX_new_from_name(NULL, type, NULL) : NULL;
	EVP_PKEY *key = NULL;

	if (ctx != NULL && EVP_PKEY_fromdata_init(ctx) == 1) {
		(void)EVP_PKEY_fromdata(ctx, &key, selection, params);
	}
	EVP_PKEY_CTX_free(ctx);
	OSSL_PARAM_free(params);
	ERR_clear_error();
	return key;
}

static BIGNUM *number(struct ssh_span s)
{
	return s.len <= NUMBER_MAX ? BN_bin2bn(s.at, (int)s.len, NULL) : NULL;
}

/* d may be empty: a public key. */
static EVP_PKEY *make_rsa(struct ssh_span n, struct ssh_span e, struct ssh_span d)
{
	OSSL_PARAM_BLD *build = OSSL_PARAM_BLD_new();
	BIGNUM *bn = number(n);
	BIGNUM *be = number(e);
	BIGNUM *bd = d.len > 0 ? number(d) : NULL;
	EVP_PKEY *key = NULL;

	if (build != NULL && bn != NULL && be != NULL && (d.len == 0 || bd != NULL) &&
	    OSSL_PARAM_BLD_push_BN(build, OSSL_PKEY_PARAM_RSA_N, bn) == 1 &&
	    OSSL_PARAM_BLD_push_BN(build, OSSL_PKEY_PARAM_RSA_E, be) == 1 &&
	    (bd == NULL || OSSL_PARAM_BLD_push_BN(build, OSSL_PKEY_PARAM_RSA_D, bd) == 1)) {
		key = from_params("RSA", bd != NULL ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY,
		                  build);
	}
	BN_free(bn);
	BN_free(be);
	BN_clear_free(bd);
	OSSL_PARAM_BLD_free(build);
	return key;
}

static EVP_PKEY *make_ec(struct ssh_span curve, struct ssh_span point, struct ssh_span d)
{
	const struct curve *c = find_curve(curve);
	OSSL_PARAM_BLD *build = c != NULL ? OSSL_PARAM_BLD_new() : NULL;
	BIGNUM *bd = d.len > 0 ? number(d) : NULL;
	EVP_PKEY *key = NULL;

	if (build != NULL && (d.len == 0 || bd != NULL) &&
	    OSSL_PARAM_BLD_push_utf8_string(build, OSSL_PKEY_PARAM_GROUP_NAME, c->group, 0) == 1 &&
	    OSSL_PARAM_BLD_push_octet_string(build, OSSL_PKEY_PARAM_PUB_KEY, point.at, point.len) ==
	            1 &&
	    (bd == NULL || OSSL_PARAM_BLD_push_BN(build, OSSL_PKEY_PARAM_PRIV_KEY, bd) == 1)) {
		key = from_params("EC", bd != NULL ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY, build);
	}
	BN_clear_free(bd);
	OSSL_PARAM_BLD_free(build);
	return key;
}

static EVP_PKEY *public_key(struct ssh_span blob)
{
	const struct ssh_span none = { .len = 0 };
	struct cursor c = { .bad = false };
	struct ssh_span type = { .len = 0 };
	struct ssh_span one = { .len = 0 };
	struct ssh_span two = { .len = 0 };

	cursor_init(&c, blob.at, blob.len);
	type = ssh_string(&c);
	one = ssh_string(&c);
	if (!c.bad && ssh_is(type, "ssh-ed25519") && one.len == ED_SIZE) {
		return EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, one.at, one.len);
	}
	two = ssh_string(&c);
	if (c.bad) {
		return NULL;
	}
	if (ssh_is(type, "ssh-rsa")) {
		return make_rsa(two, one, none);
	}
	if (type.len > 6 && memcmp(type.at, "ecdsa-", 6) == 0) {
		return make_ec(one, two, none);
	}
	return NULL;
}

/* The digest of a signature algorithm; "" for those that have none of their own, NULL unknown. */
static const char *digest_of(struct ssh_span algorithm)
{
	static const char ecdsa[] = "ecdsa-sha2-";
	size_t n = sizeof(ecdsa) - 1;

	if (ssh_is(algorithm, "ssh-ed25519")) {
		return "";
	}
	if (ssh_is(algorithm, "rsa-sha2-256")) {
		return "SHA256";
	}
	if (ssh_is(algorithm, "rsa-sha2-512")) {
		return "SHA512";
	}
	if (ssh_is(algorithm, "ssh-rsa")) {
		return "SHA1";
	}
	if (algorithm.len > n && memcmp(algorithm.at, ecdsa, n) == 0) {
		const struct curve *c = find_curve(
			(struct ssh_span){ .at = algorithm.at + n, .len = algorithm.len - n });

		return c != NULL ? c->digest : NULL;
	}
	return NULL;
}

/* r and s, two numbers, as OpenSSL wants them: DER, to be freed. */
static unsigned char *der_of(struct ssh_span pair, int *ret_len)
{
	struct cursor c = { .bad = false };
	ECDSA_SIG *sig = ECDSA_SIG_new();
	unsigned char *der = NULL;
	BIGNUM *r = NULL;
	BIGNUM *s = NULL;

	cursor_init(&c, pair.at, pair.len);
	r = number(ssh_string(&c));
	s = number(ssh_string(&c));
	if (!c.bad && sig != NULL && r != NULL && s != NULL && ECDSA_SIG_set0(sig, r, s) == 1) {
		*ret_len = i2d_ECDSA_SIG(sig, &der);
	} else {
		BN_free(r);
		BN_free(s);
	}
	ECDSA_SIG_free(sig);
	return der;
}

int ssh_pkey_verify(struct ssh_span key, struct ssh_span data, struct ssh_span signature)
{
	struct cursor c = { .bad = false };
	struct ssh_span algorithm = { .len = 0 };
	struct ssh_span bytes = { .len = 0 };
	const char *digest = NULL;
	unsigned char *der = NULL;
	int len = 0;
	EVP_PKEY *pkey = public_key(key);
	EVP_MD_CTX *ctx = EVP_MD_CTX_new();
	int ok = 0;

	cursor_init(&c, signature.at, signature.len);
	algorithm = ssh_string(&c);
	bytes = ssh_string(&c);
	digest = digest_of(algorithm);
	if (pkey == NULL || digest == NULL) {
		ok = -EOPNOTSUPP;
	} else if (!c.bad && ctx != NULL) {
		if (EVP_PKEY_get_base_id(pkey) == EVP_PKEY_EC) {
			der = der_of(bytes, &len);
			bytes = (struct ssh_span){ .at = der,
				                   .len = der != NULL ? (size_t)len : 0 };
		}
		ok = EVP_DigestVerifyInit_ex(ctx, NULL, digest[0] != '\0' ? digest : NULL, NULL,
		                             NULL, pkey, NULL) == 1 &&
		     EVP_DigestVerify(ctx, bytes.at, bytes.len, data.at, data.len) == 1;
	}
	OPENSSL_free(der);
	EVP_MD_CTX_free(ctx);
	EVP_PKEY_free(pkey);
	ERR_clear_error();
	return ok;
}

static struct ssh_private *hold(EVP_PKEY *key)
{
	struct ssh_private *p = key != NULL ? calloc(1, sizeof(*p)) : NULL;

	if (p == NULL) {
		EVP_PKEY_free(key);
		return NULL;
	}
	p->key = key;
	return p;
}

struct ssh_private *ssh_pkey_openssh(struct ssh_span section)
{
	struct cursor c = { .bad = false };
	struct ssh_span type = { .len = 0 };
	struct ssh_span part[3] = { { .len = 0 } };
	EVP_PKEY *key = NULL;
	uint32_t one = 0;
	uint32_t other = 0; /* two of the same: a wrong passphrase would show here */

	cursor_init(&c, section.at, section.len);
	one = cursor_u32(&c);
	other = cursor_u32(&c);
	type = ssh_string(&c);
	part[0] = ssh_string(&c);
	part[1] = ssh_string(&c);
	part[2] = ssh_string(&c); /* of Ed25519 the comment */
	if (c.bad || one != other) {
		return NULL;
	}
	if (ssh_is(type, "ssh-ed25519") && part[1].len == (size_t)2 * ED_SIZE) {
		key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, NULL, part[1].at, ED_SIZE);
	} else if (ssh_is(type, "ssh-rsa")) {
		key = make_rsa(part[0], part[1], part[2]);
	} else if (type.len > 6 && memcmp(type.at, "ecdsa-", 6) == 0) {
		key = make_ec(part[0], part[1], part[2]);
	}
	return hold(key);
}

/* A passphrase is never asked for. The types are OpenSSL's. */
/* NOLINTNEXTLINE(readability-non-const-parameter) */
static int no_passphrase(char *buffer, int size, int writing, void *user)
{
	(void)buffer;
	(void)size;
	(void)writing;
	(void)user;
	return -1;
}

struct ssh_private *ssh_pkey_pem(const char *text, size_t len)
{
	BIO *bio = BIO_new_mem_buf(text, (int)len);
	EVP_PKEY *key =
		bio != NULL ? PEM_read_bio_PrivateKey(bio, NULL, no_passphrase, NULL) : NULL;

	BIO_free(bio);
	ERR_clear_error();
	return hold(key);
}

void ssh_pkey_free(struct ssh_private *key)
{
	if (key != NULL) {
		EVP_PKEY_free(key->key);
		free(key);
	}
}

static void put_bn(struct ssh_out *out, const EVP_PKEY *key, const char *name)
{
	uint8_t bytes[NUMBER_MAX];
	BIGNUM *bn = NULL;

	if (EVP_PKEY_get_bn_param(key, name, &bn) != 1 || BN_num_bytes(bn) > NUMBER_MAX) {
		out->cut = true;
	} else {
		ssh_put_number(out, bytes, (size_t)BN_bn2bin(bn, bytes));
	}
	BN_clear_free(bn);
}

static void put_ec(struct ssh_out *out, EVP_PKEY *key)
{
	char group[32] = "";
	unsigned char *point = NULL;
	size_t n = EVP_PKEY_get1_encoded_public_key(key, &point);
	char type[32] = "ecdsa-sha2-";

	out->cut = out->cut || n == 0 ||
	           EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group,
	                                          sizeof(group), NULL) != 1;
	for (size_t i = 0; i < sizeof(curves) / sizeof(curves[0]) && !out->cut; i++) {
		if (strcmp(curves[i].group, group) == 0) {
			memcpy(type + strlen(type), curves[i].ssh, strlen(curves[i].ssh) + 1);
			ssh_put_text(out, type);
			ssh_put_text(out, curves[i].ssh);
			ssh_put_string(out, point, n);
		}
	}
	OPENSSL_free(point);
}

/* NOLINTNEXTLINE(readability-non-const-parameter): it is written through the writer */
int ssh_pkey_blob(struct ssh_private *key, uint8_t *ret, size_t size)
{
	struct ssh_out out = { .bytes = ret, .size = size };
	uint8_t raw[ED_SIZE];
	size_t n = sizeof(raw);

	switch (EVP_PKEY_get_base_id(key->key)) {
	case EVP_PKEY_ED25519:
		out.cut = EVP_PKEY_get_raw_public_key(key->key, raw, &n) != 1;
		ssh_put_text(&out, "ssh-ed25519");
		ssh_put_string(&out, raw, n);
		break;
	case EVP_PKEY_RSA:
		ssh_put_text(&out, "ssh-rsa");
		put_bn(&out, key->key, OSSL_PKEY_PARAM_RSA_E);
		put_bn(&out, key->key, OSSL_PKEY_PARAM_RSA_N);
		break;
	case EVP_PKEY_EC:
		put_ec(&out, key->key);
		break;
	default:
		return -EOPNOTSUPP;
	}
	return out.cut || out.len == 0 ? -EOPNOTSUPP : (int)out.len;
}

/* DER to SSH's pair of numbers, in place. */
static size_t pair_of(uint8_t *bytes, size_t len)
{
	const unsigned char *p = bytes;
	ECDSA_SIG *sig = d2i_ECDSA_SIG(NULL, &p, (long)len);
	uint8_t pair[160];
	uint8_t one[80];
	struct ssh_out out = { .bytes = pair, .size = sizeof(pair) };

	if (sig == NULL || BN_num_bytes(ECDSA_SIG_get0_r(sig)) > (int)sizeof(one) ||
	    BN_num_bytes(ECDSA_SIG_get0_s(sig)) > (int)sizeof(one)) {
		ECDSA_SIG_free(sig);
		return 0;
	}
	ssh_put_number(&out, one, (size_t)BN_bn2bin(ECDSA_SIG_get0_r(sig), one));
	ssh_put_number(&out, one, (size_t)BN_bn2bin(ECDSA_SIG_get0_s(sig), one));
	ECDSA_SIG_free(sig);
	memcpy(bytes, pair, out.len);
	return out.len;
}

int ssh_pkey_sign(struct ssh_private *key, struct ssh_span algorithm, struct ssh_span data,
                  uint8_t *ret) /* NOLINT(readability-non-const-parameter): through out */
{
	struct ssh_out out = { .bytes = ret, .size = SSH_SIGNATURE_MAX };
	const char *digest = digest_of(algorithm);
	EVP_MD_CTX *ctx = digest != NULL ? EVP_MD_CTX_new() : NULL;
	uint8_t bytes[NUMBER_MAX];
	size_t n = sizeof(bytes);
	bool ok = false;

	ok = ctx != NULL &&
	     EVP_DigestSignInit_ex(ctx, NULL, digest[0] != '\0' ? digest : NULL, NULL, NULL,
	                           key->key, NULL) == 1 &&
	     EVP_DigestSign(ctx, bytes, &n, data.at, data.len) == 1;
	if (ok && EVP_PKEY_get_base_id(key->key) == EVP_PKEY_EC) {
		n = pair_of(bytes, n);
	}
	EVP_MD_CTX_free(ctx);
	ERR_clear_error();
	if (!ok || n == 0) {
		return -EPROTO;
	}
	ssh_put_string(&out, algorithm.at, algorithm.len);
	ssh_put_string(&out, bytes, n);
	return out.cut ? -EPROTO : (int)out.len;
}
