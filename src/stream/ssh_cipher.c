/* SPDX-License-Identifier: Apache-2.0 */
/* Sealing and opening packets. */
#include "stream/ssh_cipher.h"

#include <errno.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

enum mode { MODE_PLAIN, MODE_GCM, MODE_CHACHA };
enum { LENGTH = 4, AEAD_TAG = 16, CHACHA_KEY = 32, CHACHA_IV = 16 };

static const struct cipher_row {
	const char *name;
	const char *evp;
	enum mode mode;
	uint8_t key, iv, block;
} ciphers[] = {
	{ "aes128-ctr", "AES-128-CTR", MODE_PLAIN, 16, 16, 16 },
	{ "aes192-ctr", "AES-192-CTR", MODE_PLAIN, 24, 16, 16 },
	{ "aes256-ctr", "AES-256-CTR", MODE_PLAIN, 32, 16, 16 },
	{ "aes128-gcm@openssh.com", "AES-128-GCM", MODE_GCM, 16, 12, 16 },
	{ "aes256-gcm@openssh.com", "AES-256-GCM", MODE_GCM, 32, 12, 16 },
	{ "chacha20-poly1305@openssh.com", "ChaCha20", MODE_CHACHA, 64, 0, 8 },
	{ "aes128-cbc", "AES-128-CBC", MODE_PLAIN, 16, 16, 16 },
	{ "aes192-cbc", "AES-192-CBC", MODE_PLAIN, 24, 16, 16 },
	{ "aes256-cbc", "AES-256-CBC", MODE_PLAIN, 32, 16, 16 },
	{ "3des-cbc", "DES-EDE3-CBC", MODE_PLAIN, 24, 8, 8 },
};

static const struct mac_row {
	const char *name;
	const char *digest;
	uint8_t size;
	bool etm;
} macs[] = {
	{ "hmac-sha2-256-etm@openssh.com", "SHA256", 32, true },
	{ "hmac-sha2-512-etm@openssh.com", "SHA512", 64, true },
	{ "hmac-sha1-etm@openssh.com", "SHA1", 20, true },
	{ "hmac-sha2-256", "SHA256", 32, false },
	{ "hmac-sha2-512", "SHA512", 64, false },
	{ "hmac-sha1", "SHA1", 20, false },
};

const char ssh_cipher_names[] =
	"aes128-ctr,aes192-ctr,aes256-ctr,aes128-gcm@openssh.com,aes256-gcm@openssh.com,"
	"chacha20-poly1305@openssh.com,aes128-cbc,aes192-cbc,aes256-cbc,3des-cbc";
const char ssh_cipher_macs[] = "hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,"
			       "hmac-sha1-etm@openssh.com,hmac-sha2-256,hmac-sha2-512,hmac-sha1";

struct ssh_cipher {
	const struct cipher_row *row;
	const struct mac_row *mac; /* NULL for AEAD ciphers */
	bool encrypts;
	EVP_CIPHER_CTX *evp;
	EVP_CIPHER_CTX *length; /* of ChaCha20: the cipher of the length field */
	uint8_t iv[16];
	uint8_t mac_key[SSH_KEY_MATERIAL_MAX];
};

static const struct cipher_row *find_cipher(struct ssh_span name)
{
	for (size_t i = 0; i < sizeof(ciphers) / sizeof(ciphers[0]); i++) {
		if (ssh_is(name, ciphers[i].name)) {
			return &ciphers[i];
		}
	}
	return NULL;
}

static const struct mac_row *find_mac(struct ssh_span name)
{
	for (size_t i = 0; i < sizeof(macs) / sizeof(macs[0]); i++) {
		if (ssh_is(name, macs[i].name)) {
			return &macs[i];
		}
	}
	return NULL;
}

bool ssh_cipher_sizes(struct ssh_span cipher, struct ssh_span mac, struct ssh_cipher_sizes *ret)
{
	const struct cipher_row *c = find_cipher(cipher);
	const struct mac_row *m = find_mac(mac);

	if (c == NULL || (c->mode == MODE_PLAIN && m == NULL)) {
		return false;
	}
	*ret = (struct ssh_cipher_sizes){ .key = c->key, .iv = c->iv, .block = c->block };
	if (c->mode == MODE_PLAIN) {
		ret->mac_key = m->size;
		ret->tag = m->size;
		ret->length_apart = m->etm;
	} else {
		ret->tag = AEAD_TAG;
		ret->length_apart = true;
	}
	ret->head = LENGTH;
	if (!ret->length_apart) {
		ret->head = c->block;
	}
	return true;
}

static EVP_CIPHER_CTX *start(const char *name, const uint8_t *key, const uint8_t *iv, bool encrypts)
{
	EVP_CIPHER *type = EVP_CIPHER_fetch(NULL, name, NULL);
	EVP_CIPHER_CTX *ctx = type != NULL ? EVP_CIPHER_CTX_new() : NULL;

	if (ctx != NULL && (EVP_CipherInit_ex2(ctx, type, key, iv, encrypts, NULL) != 1 ||
	                    EVP_CIPHER_CTX_set_padding(ctx, 0) != 1)) {
		EVP_CIPHER_CTX_free(ctx);
		ctx = NULL;
	}
	EVP_CIPHER_free(type);
	return ctx;
}

struct ssh_cipher *ssh_cipher_new(struct ssh_span cipher, struct ssh_span mac, bool encrypts,
                                  const uint8_t *key, const uint8_t *iv, const uint8_t *mac_key)
{
	const struct cipher_row *row = find_cipher(cipher);
	struct ssh_cipher_sizes sizes = { .key = 0 };
	struct ssh_cipher *c = NULL;

	if (row == NULL || !ssh_cipher_sizes(cipher, mac, &sizes)) {
		return NULL;
	}
	c = calloc(1, sizeof(*c));
	if (c == NULL) {
		return NULL;
	}
	c->row = row;
	c->mac = row->mode == MODE_PLAIN ? find_mac(mac) : NULL;
	c->encrypts = encrypts;
	memcpy(c->iv, iv, sizes.iv);
	memcpy(c->mac_key, mac_key, sizes.mac_key);
	c->evp = start(c->row->evp, key, c->row->mode == MODE_PLAIN ? iv : NULL, encrypts);
	if (c->row->mode == MODE_CHACHA) {
		c->length = start(c->row->evp, key + CHACHA_KEY, NULL, encrypts);
	}
	if (c->evp == NULL || (c->row->mode == MODE_CHACHA && c->length == NULL)) {
		ssh_cipher_free(c);
		return NULL;
	}
	return c;
}

void ssh_cipher_free(struct ssh_cipher *c)
{
	if (c == NULL) {
		return;
	}
	EVP_CIPHER_CTX_free(c->evp);
	EVP_CIPHER_CTX_free(c->length);
	OPENSSL_cleanse(c, sizeof(*c));
	free(c);
}

static bool run(EVP_CIPHER_CTX *ctx, uint8_t *bytes, size_t len)
{
	int n = 0;

	return len == 0 ||
	       (EVP_CipherUpdate(ctx, bytes, &n, bytes, (int)len) == 1 && n == (int)len);
}

/* HMAC over the sequence number and the packet. */
static bool mac_of(const struct ssh_cipher *c, uint32_t sequence, const uint8_t *packet, size_t len,
                   uint8_t *ret)
{
	uint8_t number[4] = { (uint8_t)(sequence >> 24), (uint8_t)(sequence >> 16),
		              (uint8_t)(sequence >> 8), (uint8_t)sequence };
	char digest[16];
	OSSL_PARAM params[2] = { { .key = NULL }, { .key = NULL } };
	EVP_MAC *mac = EVP_MAC_fetch(NULL, "HMAC", NULL);
	EVP_MAC_CTX *ctx = mac != NULL ? EVP_MAC_CTX_new(mac) : NULL;
	size_t n = 0;
	bool ok = false;

	memcpy(digest, c->mac->digest, strlen(c->mac->digest) + 1);
	params[0] = OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0);
	params[1] = OSSL_PARAM_construct_end();
	ok = ctx != NULL && EVP_MAC_init(ctx, c->mac_key, c->mac->size, params) == 1 &&
	     EVP_MAC_update(ctx, number, sizeof(number)) == 1 &&
	     EVP_MAC_update(ctx, packet, len) == 1 && EVP_MAC_final(ctx, ret, &n, SSH_TAG_MAX) == 1;
	EVP_MAC_CTX_free(ctx);
	EVP_MAC_free(mac);
	return ok;
}

/* The IV's last eight bytes count the packets (RFC 5647 7.1). */
static void count_up(uint8_t *iv)
{
	for (int i = 11; i >= 4; i--) {
		if (++iv[i] != 0) {
			break;
		}
	}
}

static bool gcm(struct ssh_cipher *c, uint8_t *packet, size_t len, uint8_t *tag)
{
	int n = 0;
	bool ok = EVP_CipherInit_ex2(c->evp, NULL, NULL, c->iv, c->encrypts, NULL) == 1;

	ok = ok && (c->encrypts ||
	            EVP_CIPHER_CTX_ctrl(c->evp, EVP_CTRL_AEAD_SET_TAG, AEAD_TAG, tag) == 1);
	ok = ok && EVP_CipherUpdate(c->evp, NULL, &n, packet, LENGTH) == 1 &&
	     run(c->evp, packet + LENGTH, len - LENGTH) &&
	     EVP_CipherFinal_ex(c->evp, packet + len, &n) == 1;
	ok = ok && (!c->encrypts ||
	            EVP_CIPHER_CTX_ctrl(c->evp, EVP_CTRL_AEAD_GET_TAG, AEAD_TAG, tag) == 1);
	count_up(c->iv);
	return ok;
}

/* OpenSSL's IV of ChaCha20 is the block counter, then the nonce: here the sequence number. */
static bool chacha_iv(EVP_CIPHER_CTX *ctx, uint32_t sequence, uint8_t block, bool encrypts)
{
	uint8_t iv[CHACHA_IV] = { block };

	iv[12] = (uint8_t)(sequence >> 24);
	iv[13] = (uint8_t)(sequence >> 16);
	iv[14] = (uint8_t)(sequence >> 8);
	iv[15] = (uint8_t)sequence;
	return EVP_CipherInit_ex2(ctx, NULL, NULL, iv, encrypts, NULL) == 1;
}

static bool poly(const uint8_t *key, const uint8_t *packet, size_t len, uint8_t *tag)
{
	EVP_MAC *mac = EVP_MAC_fetch(NULL, "Poly1305", NULL);
	EVP_MAC_CTX *ctx = mac != NULL ? EVP_MAC_CTX_new(mac) : NULL;
	size_t n = 0;
	bool ok = ctx != NULL && EVP_MAC_init(ctx, key, 32, NULL) == 1 &&
	          EVP_MAC_update(ctx, packet, len) == 1 &&
	          EVP_MAC_final(ctx, tag, &n, AEAD_TAG) == 1;

	EVP_MAC_CTX_free(ctx);
	EVP_MAC_free(mac);
	return ok;
}

/* The key of Poly1305 is the cipher's first block; the payload begins at the second. */
static bool chacha_key(struct ssh_cipher *c, uint32_t sequence, uint8_t *key)
{
	memset(key, 0, 32);
	return chacha_iv(c->evp, sequence, 0, c->encrypts) && run(c->evp, key, 32) &&
	       chacha_iv(c->evp, sequence, 1, c->encrypts);
}

int ssh_cipher_seal(struct ssh_cipher *c, uint32_t sequence, uint8_t *packet, size_t len,
                    uint8_t *ret_tag)
{
	uint8_t key[32];
	bool ok = false;

	switch (c->row->mode) {
	case MODE_PLAIN:
		ok = c->mac->etm ? run(c->evp, packet + LENGTH, len - LENGTH) &&
		                           mac_of(c, sequence, packet, len, ret_tag)
		                 : mac_of(c, sequence, packet, len, ret_tag) &&
		                           run(c->evp, packet, len);
		break;
	case MODE_GCM:
		ok = gcm(c, packet, len, ret_tag);
		break;
	case MODE_CHACHA:
		ok = chacha_key(c, sequence, key) && run(c->evp, packet + LENGTH, len - LENGTH) &&
		     chacha_iv(c->length, sequence, 0, true) && run(c->length, packet, LENGTH) &&
		     poly(key, packet, len, ret_tag);
		break;
	}
	return ok ? 0 : -EPROTO;
}

static uint32_t number(const uint8_t *bytes)
{
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 |
	       bytes[3];
}

int ssh_cipher_open_head(struct ssh_cipher *c, uint32_t sequence, uint8_t *head, uint32_t *ret_len)
{
	uint8_t length[LENGTH];
	bool ok = true;

	memcpy(length, head, LENGTH);
	if (c->row->mode == MODE_CHACHA) {
		ok = chacha_iv(c->length, sequence, 0, false) && run(c->length, length, LENGTH);
	} else if (c->row->mode == MODE_PLAIN && !c->mac->etm) {
		ok = run(c->evp, head, c->row->block);
		memcpy(length, head, LENGTH);
	}
	*ret_len = number(length);
	return ok ? 0 : -EPROTO;
}

int ssh_cipher_open(struct ssh_cipher *c, uint32_t sequence, uint8_t *packet, size_t len,
                    const uint8_t *tag)
{
	uint8_t mine[SSH_TAG_MAX] = { 0 };
	uint8_t key[32];
	bool ok = false;

	switch (c->row->mode) {
	case MODE_PLAIN:
		ok = c->mac->etm || run(c->evp, packet + c->row->block, len - c->row->block);
		ok = ok && mac_of(c, sequence, packet, len, mine) &&
		     CRYPTO_memcmp(mine, tag, c->mac->size) == 0;
		ok = ok && (!c->mac->etm || run(c->evp, packet + LENGTH, len - LENGTH));
		break;
	case MODE_GCM:
		memcpy(mine, tag, AEAD_TAG);
		ok = gcm(c, packet, len, mine);
		break;
	case MODE_CHACHA:
		ok = chacha_key(c, sequence, key) && poly(key, packet, len, mine) &&
		     CRYPTO_memcmp(mine, tag, AEAD_TAG) == 0 &&
		     run(c->evp, packet + LENGTH, len - LENGTH);
		break;
	}
	return ok ? 0 : -EBADMSG;
}
