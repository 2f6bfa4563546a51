/* SPDX-License-Identifier: Apache-2.0 */
/* The authentication plugins of MySQL and MariaDB that clients have: what is answered to the
 * server's challenge. Nothing here reads or writes. */
#pragma once
#include "stream/crypto.h"
#include "wire/mysql.h"

enum mysql_auth_next {
	MYSQL_AUTH_SEND,     /* what is in out, which may be empty */
	MYSQL_AUTH_WAIT,     /* for the server's next packet */
	MYSQL_AUTH_UNKNOWN,  /* the plugin is none that naze knows */
	MYSQL_AUTH_WITHHELD, /* the password would go over the line as it is */
};

struct mysql_auth {
	const struct crypto *crypto; /* NULL: the module is not installed */
	const char *secret;
	bool secure; /* TLS, or a socket of this host: nobody listens in */
	char plugin[MYSQL_NAME_MAX];
	uint8_t nonce[MYSQL_NONCE_MAX];
	size_t n_nonce;
	bool asked_for_key;
	uint8_t out[768];
	size_t n_out;
};

/* Whether naze can answer for that plugin. */
bool mysql_auth_knows(const char *plugin);

/* The answer to a plugin's challenge of len bytes, as it stands in the greeting or in a switch. */
enum mysql_auth_next mysql_auth_begin(struct mysql_auth *a, const char *plugin, const void *nonce,
                                      size_t len);

/* The answer to a further packet of the plugin. */
enum mysql_auth_next mysql_auth_more(struct mysql_auth *a, const struct mysql_text *data);
