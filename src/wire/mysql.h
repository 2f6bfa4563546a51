/* SPDX-License-Identifier: Apache-2.0 */
/* The connection phase of the MySQL protocol as bytes (dev.mysql.com/doc/dev/mysql-server, "Client/
 * Server Protocol"; mariadb.com/kb/en/connection): the server's greeting, the request for TLS, the
 * login, and what the server answers to it. */
#pragma once
#include "base/cursor.h"

enum {
	MYSQL_HEADER = 4,        /* length of three bytes, little-endian, and sequence number */
	MYSQL_PACKET_MAX = 8192, /* what is read here is never longer: a public key is 800 bytes */
	MYSQL_NONCE_MAX = 64,
	MYSQL_NAME_MAX = 64,
	MYSQL_LOGIN_MAX = 1024,
};

/* Capability flags that are used here. */
enum {
	MYSQL_CAN_LONG_PASSWORD = 0x1,
	MYSQL_CAN_CONNECT_WITH_DB = 0x8,
	MYSQL_CAN_PROTOCOL_41 = 0x200,
	MYSQL_CAN_TLS = 0x800,
	MYSQL_CAN_TRANSACTIONS = 0x2000,
	MYSQL_CAN_SECURE_CONNECTION = 0x8000,
	MYSQL_CAN_PLUGIN_AUTH = 0x80000,
};

/* A text of foreign bytes that lies in the packet it was read from. */
struct mysql_text {
	const uint8_t *at;
	size_t len;
};

struct mysql_greeting {
	struct mysql_text version; /* as sent: MariaDB 10 puts "5.5.5-" in front */
	uint32_t thread;           /* the connection's number in the server's process list */
	uint32_t can;              /* MYSQL_CAN_... */
	uint8_t nonce[MYSQL_NONCE_MAX];
	size_t n_nonce;
	char plugin[MYSQL_NAME_MAX]; /* how the server would like to be logged in to; "" without */
};

struct mysql_error {
	uint16_t code;
	struct mysql_text state; /* SQLSTATE, empty before the greeting */
	struct mysql_text text;
};

struct mysql_login {
	uint32_t can; /* of the server; what it lacks is not asked for */
	bool tls;
	const char *user;
	const char *database; /* NULL without */
	const char *plugin;   /* that the answer was made with */
	const uint8_t *answer;
	size_t n_answer; /* at most 255 */
};

enum mysql_answer_kind {
	MYSQL_OK,
	MYSQL_ERROR,
	MYSQL_SWITCH, /* to another plugin, with its data */
	MYSQL_MORE,   /* data of the plugin */
	MYSQL_OTHER
};

struct mysql_answer {
	enum mysql_answer_kind kind;
	char plugin[MYSQL_NAME_MAX]; /* with MYSQL_SWITCH */
	struct mysql_text data;      /* with MYSQL_SWITCH, MYSQL_MORE and MYSQL_OTHER */
	struct mysql_error error;    /* with MYSQL_ERROR */
};

/* The first packet of len bytes: its payload and sequence number, where they are. How many bytes it
 * has with its header, -EAGAIN for more bytes, -EPROTO when it is longer than MYSQL_PACKET_MAX or
 * empty. */
int mysql_packet(const void *bytes, size_t len, struct mysql_text *ret, uint8_t *ret_sequence);

/* The server's first packet, a greeting of protocol 10 or an error instead of it: MYSQL_OK with
 * ret, MYSQL_ERROR with ret_error, or -EPROTO when it is neither. */
int mysql_parse_greeting(const struct mysql_text *payload, struct mysql_greeting *ret,
                         struct mysql_error *ret_error);

/* What the server answers to a login or to one of its further packets. */
void mysql_parse_answer(const struct mysql_text *payload, struct mysql_answer *ret);

/* Writes the request for TLS, after which the ClientHello follows, as a whole packet. Its length.
 * The login is the one that will come: MariaDB keeps the capabilities of this first packet. */
size_t mysql_build_tls(const struct mysql_login *login, uint8_t ret[static MYSQL_LOGIN_MAX]);

/* Writes the login as a whole packet. Its length, or -EMSGSIZE when it does not fit. */
int mysql_build_login(const struct mysql_login *login, uint8_t ret[static MYSQL_LOGIN_MAX]);

/* Writes a packet of those bytes with that sequence number. Its length, or -EMSGSIZE. */
int mysql_build(const void *bytes, size_t len, uint8_t sequence,
                uint8_t ret[static MYSQL_LOGIN_MAX]);
