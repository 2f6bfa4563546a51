/* SPDX-License-Identifier: Apache-2.0 */
/* One conversation with a MySQL or MariaDB server, from its greeting to the end of the login. It
 * is the same whether it becomes the evidence of the run or only explains another one. */
#pragma once
#include "engine/probe.h"
#include "protocol/mysql_auth.h"
#include "protocol/mysql_settings.h"

enum { MYSQL_SAID_MAX = 512 };

struct mysql_talk {
	const struct probe_run *r;
	struct stream *stream;
	bool records; /* the words are the run's: app_read() and app_tls() write them down */
	usec_t until; /* each answer is waited for till then, 0: the run's end */
	bool tls;     /* TLS is wanted where it is offered; without it: where it has to be */
	const struct mysql_settings *settings;
	struct mysql_auth auth;
	/* What came of it. */
	enum app_end end;
	enum app_step step;
	bool has_end;
	bool greeted;
	bool no_tls; /* it was wanted, and the server offers none */
	bool withheld;
	bool encrypted;
	bool untrusted; /* the certificate counts and does not pass: nobody was named */
	uint32_t can;
	uint32_t thread;
	char version[96];
	uint16_t code; /* of the server's refusal, 0 without */
	char said[MYSQL_SAID_MAX];
	size_t n_said;
	/* What is read and written. */
	uint8_t sequence; /* of the next packet that is sent */
	size_t n_used;    /* bytes of the packet that was read last */
	size_t n_in;
	uint8_t in[MYSQL_HEADER + MYSQL_PACKET_MAX];
	uint8_t out[MYSQL_LOGIN_MAX];
};

/* Speaks on t->stream until the server has said what it thinks of the login. A login that worked is
 * followed by COM_QUIT, and a challenge that cannot be met by an empty answer: a server counts a
 * client that hangs up before, and shuts it out after max_connect_errors of them. 0 (t says what),
 * or -ECANCELED and the like. */
int mysql_talk(struct mysql_talk *t);
