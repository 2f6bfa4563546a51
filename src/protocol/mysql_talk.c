/* SPDX-License-Identifier: Apache-2.0 */
/* Greeting, TLS, login. */
#include "protocol/mysql_talk.h"
#include "protocol/app.h"
#include "protocol/tls.h"

#include <errno.h>
#include <string.h>

enum { COM_QUIT = 1, ROUNDS = 8, LAST_WORDS_US = 300000 };

static void finish(struct mysql_talk *t, enum app_end end)
{
	t->end = end;
	t->has_end = true;
}

static void ended_by(struct mysql_talk *t, int n)
{
	finish(t, n == 0                            ? APP_FIN
	          : n == -ECONNRESET || n == -EPIPE ? APP_RST
	          : n == -ETIMEDOUT || n == -ETIME  ? APP_SILENCE
	                                            : APP_FOREIGN);
}

/* The next packet. 1 with ret; 0 when there is none, which is written down; or negative. */
static int receive(struct mysql_talk *t, struct mysql_text *ret)
{
	usec_t until = t->until;

	t->n_in -= t->n_used;
	memmove(t->in, t->in + t->n_used, t->n_in);
	t->n_used = 0;
	for (;;) {
		int n = mysql_packet(t->in, t->n_in, ret, &t->sequence);

		if (n > 0) {
			t->n_used = (size_t)n;
			t->sequence++;
			return 1;
		}
		if (n == -EPROTO || t->n_in == sizeof(t->in)) {
			finish(t, APP_FOREIGN);
			return 0;
		}
		n = t->records ? app_read(t->r, t->in + t->n_in, sizeof(t->in) - t->n_in, until)
		               : stream_read(t->stream, t->in + t->n_in, sizeof(t->in) - t->n_in,
		                             until);
		if (n == -ECANCELED || n == -ENOMEM) {
			return n;
		}
		if (n <= 0) {
			ended_by(t, n);
			return 0;
		}
		t->n_in += (size_t)n;
	}
}

static int transmit(struct mysql_talk *t, const void *bytes, size_t len)
{
	int n = mysql_build(bytes, len, t->sequence, t->out);

	if (n > 0) {
		n = stream_write(t->stream, t->out, (size_t)n, t->until);
		explicit_bzero(t->out, sizeof(t->out));
	}
	return n;
}

/* A stream that broke while something was written: the server may have said why before. */
static int wrote(const struct mysql_talk *t, int n)
{
	(void)t;
	return n == -ECONNRESET || n == -EPIPE ? 0 : n;
}

static void deny(struct mysql_talk *t, const struct mysql_error *error)
{
	t->code = error->code;
	t->n_said = error->text.len < sizeof(t->said) ? error->text.len : sizeof(t->said);
	memcpy(t->said, error->text.at, t->n_said);
	finish(t, APP_REFUSED);
}

/* 1 when the conversation goes on. */
static int greeting(struct mysql_talk *t)
{
	struct mysql_greeting g;
	struct mysql_error error;
	struct mysql_text payload;
	int result = receive(t, &payload);

	if (result != 1) {
		return result;
	}
	result = mysql_parse_greeting(&payload, &g, &error);
	if (result == MYSQL_ERROR) {
		deny(t, &error);
		return 0;
	}
	if (result < 0) {
		finish(t, APP_FOREIGN);
		return 0;
	}
	t->greeted = true;
	t->can = g.can;
	t->thread = g.thread;
	memcpy(t->version, g.version.at,
	       g.version.len < sizeof(t->version) - 1 ? g.version.len : sizeof(t->version) - 1);
	memcpy(t->auth.plugin, g.plugin, sizeof(t->auth.plugin));
	memcpy(t->auth.nonce, g.nonce, g.n_nonce);
	t->auth.n_nonce = g.n_nonce;
	return 1;
}

/* The handshake of a conversation that is not the run's. */
static int own_tls(struct mysql_talk *t)
{
	const struct target *target = &t->r->run->e->target;
	auto_free struct tls_result *got = calloc(1, sizeof(*got));
	const struct tls_module *module = NULL;
	const struct tls_trust *trust = NULL;
	struct tls_request request = { .host = target->host, .literal = target->literal };
	int result = 0;

	if (got == NULL || run_tls(t->r->run, &module, &trust) < 0) {
		return -ENOENT;
	}
	request.trust = trust;
	result = tls_handshake(t->stream, module, &request, t->until, got);
	return result < 0 ? result : got->outcome == TLS_OUT_DONE;
}

/* What request for TLS and login have in common. */
static struct mysql_login head_of(const struct mysql_talk *t)
{
	return (struct mysql_login){
		.can = t->can,
		.tls = t->encrypted,
		.user = t->settings->user,
		.database = t->settings->database[0] != '\0' ? t->settings->database : NULL,
	};
}

/* Whether the certificate counts, by the client's settings, and does not pass. */
static bool untrusted(const struct mysql_talk *t)
{
	const struct ev_tls *tls = t->r->contact->a->tls;

	return t->settings->mode >= MYSQL_TLS_VERIFY_CA &&
	       (tls == NULL || !tls->has.faults || tls->faults.cut || tls->faults.first != NULL);
}

/* Behind such a certificate no name and no password are sent; the login goes on without them, for
 * the sake of the server's count. */
static void forget(struct mysql_talk *t)
{
	static const struct mysql_settings nobody = { .named = false };

	t->untrusted = true;
	t->settings = &nobody;
	t->auth.secret = nobody.secret;
}

/* 1 when the conversation goes on, with TLS or without where that is good enough. */
static int encrypt(struct mysql_talk *t)
{
	bool checks = t->settings->mode >= MYSQL_TLS_VERIFY_CA;
	struct tls_wishes wishes = { .no_name = t->settings->mode == MYSQL_TLS_VERIFY_CA };
	struct mysql_login head;
	size_t n = 0;
	int result = 0;

	if (!t->tls || t->auth.secure) { /* a socket file needs none */
		return 1;
	}
	t->step = APP_ENCRYPTION;
	if ((t->can & MYSQL_CAN_TLS) == 0) {
		t->no_tls = t->settings->mode >= MYSQL_TLS_REQUIRED;
		if (t->no_tls) {
			finish(t, APP_STUCK);
		}
		return !t->no_tls;
	}
	head = head_of(t);
	head.tls = true;
	n = mysql_build_tls(&head, t->out);
	result = stream_write(t->stream, t->out, n, t->until);
	if (result == 0) {
		result = t->records ? app_tls_as(t->r, checks, &wishes) : own_tls(t);
	}
	t->encrypted = result == 1;
	t->auth.secure = t->encrypted;
	if (t->encrypted && t->records && untrusted(t)) {
		forget(t);
	}
	return result;
}

/* Sends what a plugin answers. 1 when the server's next packet is to be read. */
static int answer(struct mysql_talk *t, enum mysql_auth_next next)
{
	int result = 0;

	switch (next) {
	case MYSQL_AUTH_WAIT:
		return 1;
	case MYSQL_AUTH_SEND:
		result = transmit(t, t->auth.out, t->auth.n_out);
		explicit_bzero(t->auth.out, sizeof(t->auth.out));
		break;
	case MYSQL_AUTH_UNKNOWN:
	case MYSQL_AUTH_WITHHELD:
		t->withheld = next == MYSQL_AUTH_WITHHELD;
		finish(t, APP_STUCK);
		result = transmit(t, NULL, 0); /* or the server would count a hang-up */
		break;
	}
	result = wrote(t, result);
	return result < 0 ? result : 1;
}

/* The login's first packet. A plugin that naze does not know may still turn out not to be this
 * account's: the server is then answered as by a client whose own default is another. */
static int login(struct mysql_talk *t)
{
	static const char fallback[] = "mysql_native_password";
	struct mysql_auth *a = &t->auth;
	uint8_t nonce[MYSQL_NONCE_MAX];
	char plugin[MYSQL_NAME_MAX];
	struct mysql_login head = head_of(t);
	enum mysql_auth_next next = MYSQL_AUTH_UNKNOWN;
	int n = 0;

	memcpy(nonce, a->nonce, sizeof(nonce));
	memcpy(plugin, mysql_auth_knows(a->plugin) ? a->plugin : fallback,
	       mysql_auth_knows(a->plugin) ? sizeof(plugin) : sizeof(fallback));
	next = mysql_auth_begin(a, plugin, nonce, a->n_nonce);
	if (next != MYSQL_AUTH_SEND) {
		a->n_out = 0; /* not in the first packet; the server will ask */
	}
	head.plugin = plugin;
	head.answer = a->out;
	head.n_answer = a->n_out;
	n = mysql_build_login(&head, t->out);
	if (n > 0) {
		n = stream_write(t->stream, t->out, (size_t)n, t->until);
	}
	explicit_bzero(t->out, sizeof(t->out));
	explicit_bzero(a->out, sizeof(a->out));
	n = wrote(t, n);
	return n < 0 ? n : 1;
}

static int quit(struct mysql_talk *t)
{
	static const uint8_t word = COM_QUIT;

	finish(t, APP_READY);
	t->step = APP_DONE;
	t->sequence = 0;
	return wrote(t, transmit(t, &word, 1));
}

/* What the server says until it has decided. */
static int answers(struct mysql_talk *t)
{
	struct mysql_answer got;
	struct mysql_text payload;

	for (int i = 0; i < ROUNDS; i++) {
		int result = receive(t, &payload);

		if (result != 1) {
			return result;
		}
		mysql_parse_answer(&payload, &got);
		switch (got.kind) {
		case MYSQL_OK:
			return quit(t);
		case MYSQL_ERROR:
			deny(t, &got.error);
			return 0;
		case MYSQL_SWITCH:
			result = answer(t, mysql_auth_begin(&t->auth, got.plugin, got.data.at,
			                                    got.data.len));
			break;
		case MYSQL_MORE:
		case MYSQL_OTHER:
			result = answer(t, mysql_auth_more(&t->auth, &got.data));
			break;
		}
		if (result != 1 || t->has_end) {
			return result < 0 ? result : 0;
		}
	}
	finish(t, APP_STUCK);
	return 0;
}

/* After an empty answer the server has its say, which changes nothing any more. */
static int last_words(struct mysql_talk *t)
{
	uint8_t bytes[256];
	int n = stream_read(t->stream, bytes, sizeof(bytes), loop_now() + LAST_WORDS_US);

	return n == -ECANCELED || n == -ETIME ? n : 0;
}

int mysql_talk(struct mysql_talk *t)
{
	int result = 0;

	t->step = APP_GREETING;
	result = greeting(t);
	if (result == 1) {
		result = encrypt(t);
	}
	if (result == 1) {
		t->step = APP_LOGIN;
		result = login(t);
	}
	if (result == 1) {
		result = answers(t);
	}
	if (result == 0 && t->has_end && t->end == APP_STUCK && t->step == APP_LOGIN) {
		result = last_words(t);
	}
	if (t->untrusted) { /* the certificate is what ended it */
		t->has_end = false;
	}
	return result;
}
