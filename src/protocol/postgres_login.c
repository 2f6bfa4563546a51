/* SPDX-License-Identifier: Apache-2.0 */
/* PostgreSQL's logins: trust, password, md5 and SCRAM-SHA-256 with channel binding where it is
 * offered (PostgreSQL manual 55.3). What libpq would ask for a password and has none ends here. */
#include "base/base64.h"
#include "protocol/postgres.h"
#include "sys/files.h"
#include "sys/host.h"

#include <errno.h>
#include <string.h>

enum { HASH = 32, MD5 = 16, MD5_HEX = 32, NONCE = 18 };

static bool load_crypto(struct postgres_talk *x)
{
	const struct tls_module *module = NULL;
	const struct tls_trust *trust = NULL;

	if (run_tls(x->r->run, &module, &trust) == 0) {
		x->crypto = module->crypto;
	}
	return x->crypto != NULL;
}

static struct crypto_part part(const void *bytes, size_t len)
{
	return (struct crypto_part){ bytes, len };
}

static struct crypto_part text(const char *from)
{
	return part(from, strlen(from));
}

/* No way on: the point says why. */
static int stuck(struct postgres_talk *x, const char *why)
{
	app_point(x->r, "login", why, strlen(why));
	app_end(x->r, APP_STUCK);
	return 0;
}

/* Likewise, because the client lacks what the server wants. */
static int lacks(struct postgres_talk *x, const char *why)
{
	SET(x->ev, lacks, true);
	return stuck(x, why);
}

static int send_secret(struct postgres_talk *x, const void *body, size_t len)
{
	SET(x->app, secret, true);
	return postgres_send(x, 'p', body, len);
}

static void put_hex(char *to, const uint8_t *bytes, int len)
{
	static const char digits[] = "0123456789abcdef";

	for (int i = 0; i < len; i++) {
		*to++ = digits[bytes[i] >> 4];
		*to++ = digits[bytes[i] & 15];
	}
}

/* "md5" and md5(md5(password user) salt), both in hexadecimal. */
static int answer_md5(struct postgres_talk *x, const struct postgres_request *q)
{
	struct crypto_part parts[2] = { text(x->set.secret), text(x->set.user) };
	uint8_t hash[CRYPTO_MAX];
	char body[3 + MD5_HEX + 1] = "md5";
	int r = 0;

	if (!load_crypto(x) || x->crypto->digest(CRYPTO_MD5, parts, 2, hash) != MD5) {
		return lacks(x, "md5 is not available on this host");
	}
	put_hex(body + 3, hash, MD5);
	parts[0] = part(body + 3, MD5_HEX);
	parts[1] = part(q->salt, sizeof(q->salt));
	(void)x->crypto->digest(CRYPTO_MD5, parts, 2, hash);
	put_hex(body + 3, hash, MD5);
	r = send_secret(x, body, sizeof(body));
	explicit_bzero(hash, sizeof(hash));
	explicit_bzero(body, sizeof(body));
	return r < 0 ? r : 1;
}

/* The GS2 header (RFC 5802 6): bound, could have been, or no channel to bind to. */
static const char *header_of(const struct postgres_talk *x)
{
	return x->bound                                         ? "p=tls-server-end-point,,"
	       : x->tls && x->set.binding != PG_BINDING_DISABLE ? "y,,"
	                                                        : "n,,";
}

static int begin_scram(struct postgres_talk *x, const struct postgres_request *q)
{
	char bare[128];
	char body[256];
	uint8_t random[NONCE];
	struct buf buf;
	size_t name = 0;
	size_t len = 0;

	x->bound = q->scram_plus && x->tls && x->set.binding != PG_BINDING_DISABLE;
	SET(x->ev, bound, x->bound);
	if (!load_crypto(x) || sys_random(random, sizeof(random)) < 0) {
		return stuck(x, "the cryptographic module is not installed");
	}
	buf_init(&buf, x->nonce, sizeof(x->nonce));
	base64_put(&buf, random, sizeof(random));
	buf_init(&buf, bare, sizeof(bare));
	scram_client_first(&buf, "", x->nonce); /* the startup message has named the user */
	buf_init(&x->said, x->said_text, sizeof(x->said_text));
	buf_puts(&x->said, bare);
	/* SASLInitialResponse: mechanism, NUL, the length of what follows, which is text */
	buf_init(&buf, body, sizeof(body));
	buf_puts(&buf, x->bound ? "SCRAM-SHA-256-PLUS" : "SCRAM-SHA-256");
	name = buf.len;
	len = strlen(header_of(x)) + strlen(bare);
	buf_put(&buf, "\0\0\0\0", 4);
	buf_putc(&buf, (char)len);
	buf_puts(&buf, header_of(x));
	buf_puts(&buf, bare);
	x->scram_step = 1;
	return postgres_send(x, 'p', body, name + 5 + len) < 0 ? -ECANCELED : 1;
}

/* The client's proof, and what the server has to prove (RFC 5802 3). */
static int prove(struct postgres_talk *x, const struct scram_first *first,
                 uint8_t proof[CRYPTO_MAX])
{
	const struct crypto *c = x->crypto;
	struct crypto_part secret = text(x->set.secret);
	struct crypto_part salt = part(first->salt, first->n_salt);
	struct crypto_part said = part(x->said.text, x->said.len);
	uint8_t salted[CRYPTO_MAX];
	uint8_t stored[CRYPTO_MAX];
	uint8_t signature[CRYPTO_MAX];
	struct crypto_part key = part(salted, HASH);
	int r = c->pbkdf2(CRYPTO_SHA256, &secret, &salt, first->rounds, salted);

	if (r == HASH) {
		(void)c->hmac(CRYPTO_SHA256, &key, &(struct crypto_part){ "Client Key", 10 }, 1,
		              proof);
		(void)c->digest(CRYPTO_SHA256, &(struct crypto_part){ proof, HASH }, 1, stored);
		(void)c->hmac(CRYPTO_SHA256, &(struct crypto_part){ stored, HASH }, &said, 1,
		              signature);
		for (int i = 0; i < HASH; i++) {
			proof[i] ^= signature[i];
		}
		(void)c->hmac(CRYPTO_SHA256, &key, &(struct crypto_part){ "Server Key", 10 }, 1,
		              stored);
		x->n_server_proof = c->hmac(CRYPTO_SHA256, &(struct crypto_part){ stored, HASH },
		                            &said, 1, x->server_proof);
	}
	explicit_bzero(salted, sizeof(salted));
	explicit_bzero(stored, sizeof(stored));
	return r == HASH ? 0 : -EINVAL;
}

static int go_on_scram(struct postgres_talk *x, const struct postgres_request *q)
{
	struct scram_first first;
	struct buf buf;
	char final[512];
	uint8_t bound[CRYPTO_MAX];
	uint8_t proof[CRYPTO_MAX];
	const struct stream *stream = x->r->contact->stream;
	int n_bound = 0;
	int r = 0;

	if (x->scram_step != 1 || x->crypto == NULL ||
	    scram_server_first((const char *)q->data, q->n_data, x->nonce, &first) < 0) {
		return stuck(x, "the server's SCRAM message is malformed");
	}
	if (x->bound) {
		n_bound = stream->module->end_point(stream->tls, bound);
	}
	buf_init(&buf, final, sizeof(final));
	scram_client_final(&buf, header_of(x), bound, n_bound > 0 ? (size_t)n_bound : 0, &first);
	buf_putc(&x->said, ',');
	buf_put(&x->said, (const char *)q->data, q->n_data);
	buf_putc(&x->said, ',');
	buf_puts(&x->said, final);
	if (x->said.cut || prove(x, &first, proof) < 0) {
		return stuck(x, "the server wants more SCRAM rounds than naze makes");
	}
	buf_puts(&buf, ",p=");
	base64_put(&buf, proof, HASH);
	x->scram_step = 2;
	r = send_secret(x, final, buf.len);
	explicit_bzero(proof, sizeof(proof));
	return r < 0 ? r : 1;
}

static int end_scram(struct postgres_talk *x, const struct postgres_request *q)
{
	uint8_t got[SCRAM_PROOF_MAX];
	int n = scram_server_final((const char *)q->data, q->n_data, got);

	if (x->scram_step != 2 || n != x->n_server_proof ||
	    memcmp(got, x->server_proof, (size_t)n) != 0) {
		return stuck(x, "incorrect server signature: it does not know the password");
	}
	x->scram_step = 3;
	return 1;
}

/* Whether a Kerberos ticket may be there, which libpq would use and naze does not. */
static bool kerberos_here(const struct run *run)
{
	const char *cache = sys_env("KRB5CCNAME");
	struct sys_host host = { .uid = 0 };
	char path[64];
	struct buf buf;

	if (cache != NULL && cache[0] != '\0') {
		return true;
	}
	sys_host(&host);
	buf_init(&buf, path, sizeof(path));
	buf_puts(&buf, "/tmp/krb5cc_");
	buf_int(&buf, host.euid);
	return sys_exists(run_root(run), path) == 1;
}

static void note_method(struct postgres_talk *x, const struct postgres_request *q)
{
	const char *word = postgres_method_word(q);

	SET(x->ev, number, q->method);
	if (word != NULL) {
		SET_TEXT(x->r, x->ev, method, word, strlen(word));
	}
	if (q->methods[0] != '\0') {
		SET_TEXT(x->r, x->ev, mechanisms, q->methods, strlen(q->methods));
	}
}

/* A request for which libpq needs a password: whether naze has one and may use it. */
static bool may_log_in(struct postgres_talk *x)
{
	bool has = x->set.secret[0] != '\0';

	SET(x->app, secret, false);
	if (has && x->r->run->options->no_login) {
		app_end(x->r, APP_READY);
	} else if (!has) {
		app_end(x->r, APP_ASKS);
	}
	return has && !x->r->run->options->no_login;
}

static int first_request(struct postgres_talk *x, const struct postgres_request *q)
{
	bool plus = q->scram_plus && x->tls;

	if (x->set.binding == PG_BINDING_REQUIRE && !plus) {
		SET(x->ev, wants_bound, true);
		return lacks(x, "channel_binding=require here, and the server does not offer it");
	}
	switch (q->method) {
	case POSTGRES_AUTH_PASSWORD:
		if (!may_log_in(x)) {
			return 0;
		}
		return send_secret(x, x->set.secret, strlen(x->set.secret) + 1) < 0 ? -ECANCELED
		                                                                    : 1;
	case POSTGRES_AUTH_MD5:
		return may_log_in(x) ? answer_md5(x, q) : 0;
	case POSTGRES_AUTH_SASL:
		if (!q->scram && !plus) {
			return lacks(x, "no SASL mechanism that libpq knows");
		}
		return may_log_in(x) ? begin_scram(x, q) : 0;
	case POSTGRES_AUTH_GSS:
	case POSTGRES_AUTH_SSPI: /* libpq answers both with GSSAPI */
		SET(x->ev, kerberos, kerberos_here(x->r->run));
		if (x->ev != NULL && x->ev->kerberos) {
			app_end(x->r, APP_ASKS);
			return 0;
		}
		return lacks(x, "the server wants Kerberos, and there is no ticket here");
	default:
		return lacks(x, "the server wants a method that libpq does not know");
	}
}

int postgres_login(struct postgres_talk *x, const struct postgres_message *message)
{
	struct postgres_request q;

	if (postgres_read_request(message, &q) < 0) {
		app_foreign(x->r, message->body, message->len, SPOKEN_AFTER_SSLREQUEST);
		return 0;
	}
	if (q.method == POSTGRES_AUTH_SASL_MORE) {
		return go_on_scram(x, &q);
	}
	if (q.method == POSTGRES_AUTH_SASL_LAST) {
		return end_scram(x, &q);
	}
	if (q.method == POSTGRES_AUTH_OK) {
		if (x->set.binding == PG_BINDING_REQUIRE && !(x->bound && x->scram_step == 3)) {
			SET(x->ev, wants_bound, true);
			return lacks(x,
			             "channel_binding=require here, and the server let in without");
		}
		x->logged_in = true;
		if (x->ev == NULL || !x->ev->has.number) {
			note_method(x, &q);
		}
		return 1;
	}
	note_method(x, &q);
	return first_request(x, &q);
}
