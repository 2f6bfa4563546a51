/* SPDX-License-Identifier: Apache-2.0 */
/* Which protocol the first bytes of a peer belong to: sent unasked, or in answer to an HTTP request
 * or a ClientHello. It rather says "unknown" than guesses wrong: a verdict hangs on it. */
#pragma once
#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum wire_spoken {
	WIRE_SPOKEN_UNKNOWN, /* enough bytes, and none of these */
	WIRE_SPOKEN_HTTP,    /* HTTP/1.x response, or MongoDB's and others' text in HTTP */
	WIRE_SPOKEN_TLS,     /* a TLS or SSL record */
	WIRE_SPOKEN_SSH,
	WIRE_SPOKEN_SMTP,
	WIRE_SPOKEN_FTP,
	WIRE_SPOKEN_SMTP_OR_FTP, /* "220 " and no word that tells them apart */
	WIRE_SPOKEN_IMAP,
	WIRE_SPOKEN_POP3,
	WIRE_SPOKEN_MYSQL,
	WIRE_SPOKEN_POSTGRES,
	WIRE_SPOKEN_REDIS,
	WIRE_SPOKEN_VNC,
	WIRE_SPOKEN_RDP, /* TPKT with an X.224 connection confirm */
	WIRE_SPOKEN_TELNET,
	WIRE_SPOKEN_AMQP,
	WIRE_SPOKEN_MQTT,
	WIRE_SPOKEN_MONGODB,
	WIRE_SPOKEN_LDAP,
	WIRE_SPOKEN_IRC,
	WIRE_SPOKEN_HTTP2, /* a SETTINGS or GOAWAY frame first: prior-knowledge h2, gRPC */
	WIRE_SPOKEN_XMPP,
	WIRE_SPOKEN_RTSP,
	WIRE_SPOKEN_SIP,
	WIRE_SPOKEN_MEMCACHED,
	WIRE_SPOKEN_NNTP,
	WIRE_SPOKEN_RSYNC,
	N_WIRE_SPOKEN
};

/* What naze had sent before the bytes came; some answers only make sense after some question. */
enum spoken_after {
	SPOKEN_AFTER_NOTHING,
	SPOKEN_AFTER_HTTP,       /* an HTTP/1.1 request */
	SPOKEN_AFTER_TLS,        /* a ClientHello */
	SPOKEN_AFTER_SSLREQUEST, /* PostgreSQL's */
	N_SPOKEN_AFTER
};

/* Guesses the protocol of the first len bytes. *ret_more is set when the answer could still change
 * with more bytes (a prefix of something known); at the end of the stream take it as it is. */
enum wire_spoken spoken_guess(const void *bytes, size_t len, enum spoken_after after,
                              bool *ret_more);

/* "http", "smtp"...: the word in files. Never NULL. */
const char *spoken_word(enum wire_spoken spoken);

/* "HTTP", "SMTP"..., "an unknown protocol": the words for people. Never NULL. */
const char *spoken_title(enum wire_spoken spoken);

/* The protocol of that word; -1 for none. */
int spoken_from_word(const char *word);

/* Whether a server of the protocol speaks first, without being asked. */
bool spoken_unasked(enum wire_spoken spoken);
