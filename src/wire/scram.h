/* SPDX-License-Identifier: Apache-2.0 */
/* The texts of SCRAM (RFC 5802): what the client says and what the server answers. Which hash is
 * used, and the arithmetic, are not in the texts. */
#pragma once
#include "base/buf.h"

enum { SCRAM_NONCE_MAX = 256, SCRAM_SALT_MAX = 256, SCRAM_PROOF_MAX = 64 };

/* What the server's first message says (RFC 5802 5.1 r, s, i). */
struct scram_first {
	const char *nonce; /* in the message, which must outlive this; begins with the client's */
	size_t n_nonce;
	uint8_t salt[SCRAM_SALT_MAX];
	size_t n_salt;
	int64_t rounds;
};

/* Appends client-first-message-bare for that user ("" where the protocol has named it already) and
 * nonce (printable ASCII without a comma). */
void scram_client_first(struct buf *buf, const char *user, const char *nonce);

/* Reads the server's first message; client_nonce must be the beginning of its nonce. 0, or -EPROTO
 * for what is none, or has a nonce or salt that is too long. */
int scram_server_first(const char *text, size_t len, const char *client_nonce,
                       struct scram_first *ret);

/* Appends client-final-message-without-proof: header is the GS2 header ("n,,"), bound the
 * channel-binding data behind it. */
void scram_client_final(struct buf *buf, const char *header, const void *bound, size_t n_bound,
                        const struct scram_first *first);

/* Reads the server's final message: the verifier's size, 0 when it is an error (e=), -EPROTO. */
int scram_server_final(const char *text, size_t len, uint8_t ret[static SCRAM_PROOF_MAX]);
