/* SPDX-License-Identifier: Apache-2.0 */
/* Ed25519 signatures (RFC 8032 5.1) whose key comes from a password of any length, as MariaDB's
 * client_ed25519 makes them. OpenSSL signs with a key of 32 bytes only and has no arithmetic on
 * that curve to offer, so it is done here on its big numbers: projective coordinates (x = X/Z,
 * y = Y/Z) and one addition that also doubles. It takes some 10 ms, once a login. */
#include "stream/crypto_openssl.h"

#include <errno.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <string.h>

enum { HALF = 32, WHOLE = 64, BITS = 256 };

struct curve {
	BN_CTX *ctx;
	BIGNUM *p; /* 2^255 - 19 */
	BIGNUM *d;
	BIGNUM *l; /* the order of the base point */
	int ok;    /* sticky: 0 when a call failed */
};

struct point {
	BIGNUM *x, *y, *z;
};

static const char prime[] = "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed";
static const char constant[] = "52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3";
static const char order[] = "1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed";
static const char base_x[] = "216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51a";
static const char base_y[] = "6666666666666666666666666666666666666666666666666666666666666658";

static BIGNUM *number(struct curve *c, const char *hex)
{
	BIGNUM *n = c->ok ? BN_CTX_get(c->ctx) : NULL;

	c->ok = n != NULL && (hex == NULL || BN_hex2bn(&n, hex) > 0);
	return n;
}

static struct point point_new(struct curve *c, const char *x, const char *y)
{
	struct point p = { .x = number(c, x) };

	p.y = number(c, y);
	p.z = number(c, "1");
	return p;
}

static void times(struct curve *c, BIGNUM *ret, const BIGNUM *a, const BIGNUM *b)
{
	c->ok = c->ok && BN_mod_mul(ret, a, b, c->p, c->ctx) == 1;
}

static void plus(struct curve *c, BIGNUM *ret, const BIGNUM *a, const BIGNUM *b)
{
	c->ok = c->ok && BN_mod_add_quick(ret, a, b, c->p) == 1;
}

static void minus(struct curve *c, BIGNUM *ret, const BIGNUM *a, const BIGNUM *b)
{
	c->ok = c->ok && BN_mod_sub_quick(ret, a, b, c->p) == 1;
}

/* ret = p + q (Bernstein, Birkner, Joye, Lange, Peters, "Twisted Edwards Curves", section 6, with
 * a = -1). */
static void add(struct curve *c, struct point *ret, const struct point *p, const struct point *q)
{
	enum { A, B, C, D, E, F, G, H, N };
	BIGNUM *t[N];

	BN_CTX_start(c->ctx);
	for (int i = 0; i < N; i++) {
		t[i] = number(c, NULL);
	}
	times(c, t[A], p->z, q->z);
	times(c, t[B], t[A], t[A]);
	times(c, t[C], p->x, q->x);
	times(c, t[D], p->y, q->y);
	times(c, t[E], t[C], t[D]);
	times(c, t[E], t[E], c->d);
	minus(c, t[F], t[B], t[E]);
	plus(c, t[G], t[B], t[E]);
	plus(c, t[H], p->x, p->y);
	plus(c, t[B], q->x, q->y);
	times(c, t[H], t[H], t[B]);
	minus(c, t[H], t[H], t[C]);
	minus(c, t[H], t[H], t[D]);
	times(c, t[H], t[H], t[F]);
	times(c, ret->x, t[H], t[A]);
	plus(c, t[H], t[C], t[D]);
	times(c, t[H], t[H], t[G]);
	times(c, ret->y, t[H], t[A]);
	times(c, ret->z, t[F], t[G]);
	BN_CTX_end(c->ctx);
}

/* The point times the base point, as 32 bytes (RFC 8032 5.1.2). Each bit costs the same two
 * additions, so that the time tells nothing of it. */
static void multiply(struct curve *c, const BIGNUM *scalar, uint8_t ret[HALF])
{
	struct point base;
	struct point sum[2];

	BN_CTX_start(c->ctx);
	base = point_new(c, base_x, base_y);
	sum[0] = point_new(c, "0", "1");
	sum[1] = point_new(c, "0", "1");
	for (int i = BITS - 1; i >= 0 && c->ok; i--) {
		add(c, &sum[0], &sum[0], &sum[0]);
		add(c, &sum[1], &sum[0], &base);
		if (BN_is_bit_set(scalar, i)) {
			struct point other = sum[0];

			sum[0] = sum[1];
			sum[1] = other;
		}
	}
	c->ok = c->ok && BN_mod_inverse(sum[0].z, sum[0].z, c->p, c->ctx) != NULL;
	times(c, sum[0].x, sum[0].x, sum[0].z);
	times(c, sum[0].y, sum[0].y, sum[0].z);
	c->ok = c->ok && BN_bn2lebinpad(sum[0].y, ret, HALF) == HALF;
	if (c->ok && BN_is_odd(sum[0].x)) {
		ret[HALF - 1] |= 0x80;
	}
	BN_CTX_end(c->ctx);
}

static void hash(struct curve *c, const struct crypto_part *parts, int n, uint8_t ret[WHOLE])
{
	c->ok = c->ok && crypto_openssl.digest(CRYPTO_SHA512, parts, n, ret) == WHOLE;
}

static BIGNUM *little_endian(struct curve *c, const uint8_t *bytes, int len)
{
	BIGNUM *n = number(c, NULL);

	c->ok = c->ok && BN_lebin2bn(bytes, len, n) != NULL;
	return n;
}

static void sign(struct curve *c, const struct crypto_part *password,
                 const struct crypto_part *message, uint8_t ret[WHOLE])
{
	uint8_t key[WHOLE] = { 0 };
	uint8_t digest[WHOLE] = { 0 };
	uint8_t public_key[HALF] = { 0 };
	struct crypto_part nonce[] = { { key + HALF, HALF }, *message };
	struct crypto_part all[] = { { ret, HALF }, { public_key, HALF }, *message };
	BIGNUM *a = NULL;
	BIGNUM *r = NULL;
	BIGNUM *s = NULL;

	hash(c, password, 1, key);
	key[0] &= 248;
	key[HALF - 1] = (uint8_t)((key[HALF - 1] & 63) | 64);
	a = little_endian(c, key, HALF);
	hash(c, nonce, 2, digest);
	r = little_endian(c, digest, WHOLE);
	c->ok = c->ok && BN_mod(r, r, c->l, c->ctx) == 1;
	if (c->ok) {
		multiply(c, r, ret);
		multiply(c, a, public_key);
	}
	hash(c, all, 3, digest);
	s = little_endian(c, digest, WHOLE);
	c->ok = c->ok && BN_mod_mul(s, s, a, c->l, c->ctx) == 1 &&
	        BN_mod_add(s, s, r, c->l, c->ctx) == 1 &&
	        BN_bn2lebinpad(s, ret + HALF, HALF) == HALF;
	OPENSSL_cleanse(key, sizeof(key));
}

int crypto_ed25519(const struct crypto_part *password, const struct crypto_part *message,
                   uint8_t ret[CRYPTO_MAX])
{
	struct curve c = { .ctx = BN_CTX_secure_new(), .ok = 1 };

	if (c.ctx == NULL) {
		return -ENOTSUP;
	}
	BN_CTX_start(c.ctx);
	c.p = number(&c, prime);
	c.d = number(&c, constant);
	c.l = number(&c, order);
	sign(&c, password, message, ret);
	BN_CTX_end(c.ctx);
	BN_CTX_free(c.ctx);
	ERR_clear_error();
	return c.ok ? WHOLE : -ENOTSUP;
}
