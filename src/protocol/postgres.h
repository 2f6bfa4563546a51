/* SPDX-License-Identifier: Apache-2.0 */
/* A conversation with a PostgreSQL server under way, for the files that make it. */
#pragma once
#include "protocol/app.h"
#include "protocol/pg_settings.h"
#include "wire/postgres.h"
#include "wire/scram.h"

/* What an attempt with one encryption came to. */
enum { POSTGRES_OVER = 0, POSTGRES_OTHER_WAY = 2 };

struct postgres_talk {
	const struct probe_run *r;
	struct ev_app *app;
	struct ev_postgres *ev;
	struct pg_settings set;
	const struct crypto *crypto; /* NULL until a login needs it */
	bool tls;                    /* the stream is encrypted */
	bool logged_in;              /* AuthenticationOk came */
	size_t n;                    /* bytes in `in`, of which used are done with */
	size_t used;
	uint8_t in[POSTGRES_IN_MAX];
	uint8_t out[POSTGRES_OUT_MAX];
	bool bound;      /* SCRAM with channel binding */
	int scram_step;  /* how many messages of the client were sent */
	char nonce[40];  /* the client's */
	struct buf said; /* AuthMessage, as far as it is known (RFC 5802 3) */
	char said_text[1024];
	uint8_t server_proof[CRYPTO_MAX];
	int n_server_proof;
};

/* Answers an authentication request. 1: go on reading; 0: the conversation is over and its end
 * written down; negative: cancelled. */
int postgres_login(struct postgres_talk *x, const struct postgres_message *message);

/* An ErrorResponse instead of a login: POSTGRES_OTHER_WAY where libpq would try again with the
 * other encryption; POSTGRES_OVER, and it is written down. */
int postgres_refuse(struct postgres_talk *x, const struct postgres_message *message);

/* struct protocol's again(). */
int postgres_again(const struct probe_run *r, int mss, usec_t until);

/* Sends a message of that type. 0; errors of the stream show at the next read. -ECANCELED. */
int postgres_send(struct postgres_talk *x, char type, const void *body, size_t len);
