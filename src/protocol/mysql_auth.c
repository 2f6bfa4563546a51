/* SPDX-License-Identifier: Apache-2.0 */
/* Answers to challenges. An empty password has an answer of its own in each plugin. */
#include "protocol/mysql_auth.h"

#include <string.h>

enum {
	NONCE = 20,
	ED25519_NONCE = 32,
	SHA1_SIZE = 20,
	SHA256_SIZE = 32,
	FAST = 3,
	FULL = 4,
	MAX_SECRET = 512
};

#define PART(bytes, len) ((struct crypto_part){ (bytes), (len) })

static enum mysql_auth_next send_bytes(struct mysql_auth *a, const void *bytes, size_t len)
{
	memcpy(a->out, bytes, len);
	a->n_out = len;
	return MYSQL_AUTH_SEND;
}

/* hash(password) xor hash(...), in which the hash of the hash stands before the nonce
 * (caching_sha2_password) or behind it (mysql_native_password); that server has only the hash of
 * the hash. */
static enum mysql_auth_next scramble(struct mysql_auth *a, enum crypto_hash hash, bool nonce_first)
{
	uint8_t once[CRYPTO_MAX];
	uint8_t twice[CRYPTO_MAX];
	uint8_t mixed[CRYPTO_MAX];
	struct crypto_part nonce = PART(a->nonce, NONCE);
	struct crypto_part parts[2];
	int n = 0;

	if (a->crypto == NULL || a->n_nonce < NONCE) {
		return MYSQL_AUTH_UNKNOWN;
	}
	n = a->crypto->digest(hash, &PART(a->secret, strlen(a->secret)), 1, once);
	if (n > 0) {
		n = a->crypto->digest(hash, &PART(once, (size_t)n), 1, twice);
	}
	if (n > 0) {
		parts[nonce_first ? 0 : 1] = nonce;
		parts[nonce_first ? 1 : 0] = PART(twice, (size_t)n);
		n = a->crypto->digest(hash, parts, 2, mixed);
	}
	for (int i = 0; i < n; i++) {
		a->out[i] = once[i] ^ mixed[i];
	}
	explicit_bzero(once, sizeof(once));
	explicit_bzero(twice, sizeof(twice));
	a->n_out = n > 0 ? (size_t)n : 0;
	return n > 0 ? MYSQL_AUTH_SEND : MYSQL_AUTH_UNKNOWN;
}

static enum mysql_auth_next native(struct mysql_auth *a)
{
	return a->secret[0] == '\0' ? send_bytes(a, "", 0) : scramble(a, CRYPTO_SHA1, true);
}

static enum mysql_auth_next caching(struct mysql_auth *a)
{
	return a->secret[0] == '\0' ? send_bytes(a, "", 1) : scramble(a, CRYPTO_SHA256, false);
}

/* The password as it is, with its NUL. */
static enum mysql_auth_next plain(struct mysql_auth *a)
{
	size_t len = strlen(a->secret) + 1;

	if (!a->secure && len > 1) {
		return MYSQL_AUTH_WITHHELD;
	}
	return len <= sizeof(a->out) ? send_bytes(a, a->secret, len) : MYSQL_AUTH_UNKNOWN;
}

/* The server's public key is asked for over a plain connection: 1 for sha256_password, 2 for
 * caching_sha2_password. */
static enum mysql_auth_next ask_for_key(struct mysql_auth *a, uint8_t word)
{
	a->asked_for_key = true;
	return send_bytes(a, &word, 1);
}

/* The password with its NUL, covered with the nonce, under the server's key. Whoever sits in
 * between could hand out a key of their own; clients that fetch the key take that. */
static enum mysql_auth_next encrypt(struct mysql_auth *a, const struct mysql_text *key)
{
	uint8_t text[MAX_SECRET + 1];
	size_t len = strlen(a->secret) + 1;
	uint8_t out[CRYPTO_RSA_MAX];
	int n = 0;

	if (a->crypto == NULL || a->n_nonce < NONCE || len > sizeof(text)) {
		return MYSQL_AUTH_UNKNOWN;
	}
	for (size_t i = 0; i < len; i++) {
		text[i] = (uint8_t)a->secret[i] ^ a->nonce[i % NONCE];
	}
	n = a->crypto->rsa_oaep(&PART(key->at, key->len), &PART(text, len), out);
	explicit_bzero(text, sizeof(text));
	return n > 0 && (size_t)n <= sizeof(a->out) ? send_bytes(a, out, (size_t)n)
	                                            : MYSQL_AUTH_UNKNOWN;
}

static enum mysql_auth_next sha256(struct mysql_auth *a)
{
	return a->secure || a->secret[0] == '\0' ? plain(a) : ask_for_key(a, 1);
}

/* MariaDB's dialog (PAM): the challenge begins with a byte that says what kind of question it is,
 * then comes the question; the password answers the first one. */
static enum mysql_auth_next dialog(struct mysql_auth *a)
{
	return plain(a);
}

/* The challenge is signed with the password as the key, an empty one too. */
static enum mysql_auth_next ed25519(struct mysql_auth *a)
{
	uint8_t signature[CRYPTO_MAX];
	int n = 0;

	if (a->crypto == NULL || a->n_nonce < ED25519_NONCE) {
		return MYSQL_AUTH_UNKNOWN;
	}
	n = a->crypto->ed25519(&PART(a->secret, strlen(a->secret)), &PART(a->nonce, ED25519_NONCE),
	                       signature);
	return n > 0 ? send_bytes(a, signature, (size_t)n) : MYSQL_AUTH_UNKNOWN;
}

static const struct {
	const char *name;
	enum mysql_auth_next (*begin)(struct mysql_auth *a);
} plugins[] = {
	{ "mysql_native_password", native },
	{ "caching_sha2_password", caching },
	{ "sha256_password", sha256 },
	{ "mysql_clear_password", plain },
	{ "dialog", dialog },
	{ "client_ed25519", ed25519 },
};

bool mysql_auth_knows(const char *plugin)
{
	for (size_t i = 0; i < sizeof(plugins) / sizeof(plugins[0]); i++) {
		if (strcmp(plugins[i].name, plugin) == 0) {
			return true;
		}
	}
	return false;
}

enum mysql_auth_next mysql_auth_begin(struct mysql_auth *a, const char *plugin, const void *nonce,
                                      size_t len)
{
	size_t n = len < sizeof(a->nonce) ? len : sizeof(a->nonce);

	if (n > 0) {
		memcpy(a->nonce, nonce, n);
	}
	a->n_nonce = n;
	a->n_out = 0;
	a->asked_for_key = false;
	memset(a->plugin, 0, sizeof(a->plugin));
	memcpy(a->plugin, plugin, strnlen(plugin, sizeof(a->plugin) - 1));
	for (size_t i = 0; i < sizeof(plugins) / sizeof(plugins[0]); i++) {
		if (strcmp(plugins[i].name, plugin) == 0) {
			return plugins[i].begin(a);
		}
	}
	return MYSQL_AUTH_UNKNOWN;
}

enum mysql_auth_next mysql_auth_more(struct mysql_auth *a, const struct mysql_text *data)
{
	bool caching_sha2 = strcmp(a->plugin, "caching_sha2_password") == 0;

	a->n_out = 0;
	if (a->asked_for_key) {
		a->asked_for_key = false;
		return encrypt(a, data);
	}
	if (caching_sha2 && data->len == 1 && data->at[0] == FAST) {
		return MYSQL_AUTH_WAIT;
	}
	if (caching_sha2 && data->len == 1 && data->at[0] == FULL) {
		return a->secure ? plain(a) : ask_for_key(a, 2);
	}
	return MYSQL_AUTH_UNKNOWN;
}
