/* SPDX-License-Identifier: Apache-2.0 */
/* naze's own TLS ClientHello and what a server answers to it first (RFC 8446, RFC 5246, RFC 6101).
 * OpenSSL no longer offers RC4, export or SSL 3; this hello offers all there ever was, so
 * that a server's choice is evidence. It can finish no handshake and protects nothing. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	HELLO_MAX = 2048,       /* the longest hello that is built */
	HELLO_RANDOM_SIZE = 96, /* random bytes that it needs: random, session id, key share */
	HELLO_ALPN_MAX = 8,
};

enum {
	HELLO_SSL2 = 0x0002,
	HELLO_SSL3 = 0x0300,
	HELLO_TLS10 = 0x0301,
	HELLO_TLS11 = 0x0302,
	HELLO_TLS12 = 0x0303,
	HELLO_TLS13 = 0x0304,
};

/* Which cipher suites are offered. */
enum {
	HELLO_CIPHERS_MODERN = 1, /* TLS 1.3 and ECDHE or DHE with GCM or ChaCha20-Poly1305 */
	HELLO_CIPHERS_RSA = 2,    /* key exchange by RSA with AES (no forward secrecy) */
	HELLO_CIPHERS_CBC = 4,    /* ECDHE and DHE with AES-CBC, Camellia */
	HELLO_CIPHERS_3DES = 8,
	HELLO_CIPHERS_RC4 = 16,
	HELLO_CIPHERS_EXPORT = 32, /* 40 and 56 bits, single DES */
	HELLO_CIPHERS_ANON = 64,   /* without a certificate, and NULL encryption */
	HELLO_CIPHERS_PSK = 128,
	HELLO_CIPHERS_ALL = 255,
};

struct hello_offer {
	uint16_t min, max;       /* HELLO_SSL3 to HELLO_TLS13 */
	const char *sni;         /* the name of server_name (ASCII, no address), NULL for none */
	const char *const *alpn; /* n_alpn protocol names, the preferred first */
	size_t n_alpn;
	unsigned ciphers;           /* HELLO_CIPHERS_..., 0 is all */
	bool no_renegotiation_info; /* leave out the signalling of RFC 5746 */
	bool no_extensions;         /* none at all, as an old client; max at most HELLO_TLS12 */
	const uint8_t *random;      /* HELLO_RANDOM_SIZE random bytes of the caller */
};

/* Writes one record with the ClientHello. Its length, or -EINVAL for an offer that makes no
 * sense. */
int hello_build(const struct hello_offer *offer, uint8_t bytes[static HELLO_MAX]);

enum hello_answer {
	HELLO_MORE,        /* the bytes are the beginning of an answer */
	HELLO_SERVER,      /* a ServerHello */
	HELLO_RETRY,       /* a HelloRetryRequest: TLS 1.3, another group wanted */
	HELLO_ALERT,       /* an alert record */
	HELLO_SSL2_ANSWER, /* an SSL 2 ServerHello or error */
	HELLO_BAD,         /* TLS records with nonsense in them */
	HELLO_NOT_TLS,     /* something else: ask spoken_guess() */
	N_HELLO_ANSWERS
};

struct hello_reply {
	enum hello_answer answer;
	uint16_t version;        /* chosen, of HELLO_SERVER and HELLO_RETRY */
	uint16_t record_version; /* what the record layer says */
	uint16_t cipher;         /* IANA number */
	uint16_t group;          /* of the key share or the retry; 0 */
	bool renegotiation_info;
	bool extended_master_secret;
	bool server_name_acked;
	char alpn[64];       /* chosen, cleaned; "" for none or not visible (TLS 1.3) */
	bool downgrade_mark; /* the random ends as RFC 8446 section 4.1.3 says */
	uint8_t alert_level; /* 1 warning, 2 fatal */
	uint8_t alert;       /* AlertDescription */
};

/* Reads the first answer to a ClientHello. A warning alert unrecognized_name is skipped where
 * a ServerHello follows (then it is in alert_level and alert, with answer HELLO_SERVER). */
void hello_parse(const void *bytes, size_t len, struct hello_reply *ret);

/* "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"... (IANA), NULL for a number without a name here. */
const char *hello_cipher_name(uint16_t cipher);

/* "handshake_failure"... (RFC 8446 section 6, RFC 5246, RFC 6101), NULL for none. */
const char *hello_alert_name(uint8_t alert);

/* "TLSv1.2"..., NULL for none. */
const char *hello_version_name(uint16_t version);

/* "x25519"..., NULL for none. */
const char *hello_group_name(uint16_t group);
