/* SPDX-License-Identifier: Apache-2.0 */
/* SSH: identification, key exchange, host key and login over one connection, spoken by naze itself
 * so that both offers and each answer are seen. The session ends as soon as the login is done. */
#include "protocol/protocols.h"
#include "protocol/ssh_session.h"
#include "protocol/tls.h"
#include "sys/host.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The user's ssh does not even begin: it refuses its settings. */
static bool refused_here(struct ssh_session *s)
{
	const struct ev_ssh_client *c = s->r->run->e->ssh_client;

	if (c == NULL || !c->has.error) {
		return false;
	}
	SET_TEXT(s->r, s->app, said, c->error, strlen(c->error));
	app_end(s->r, APP_STUCK);
	return true;
}

static int converse(struct ssh_session *s)
{
	int result = ssh_link_greet(s);

	if (result == 1 && s->app != NULL && s->app->has.greeted) {
		SET(s->ev, pause, s->app->greeted);
		SET(s->ev, pause_at, SSH_PAUSE_BANNER);
	}
	result = result == 1 ? ssh_kex_exchange(s) : result;
	if (result == 1) {
		SET(s->app, step, APP_LOGIN);
		result = ssh_host_check(s);
	}
	if (result == 1 && refused_here(s)) {
		return 0;
	}
	return result == 1 ? ssh_login_try(s) : result;
}

/* Where this side ends it, it says so. */
static void part(struct ssh_session *s)
{
	if (s->app == NULL || !s->app->has.end || s->server_line[0] == '\0') {
		return;
	}
	switch (s->app->end) {
	case APP_READY:
	case APP_ASKS:
	case APP_STUCK:
	case APP_REFUSED:
		ssh_link_bye(s);
		break;
	case APP_FIN:
	case APP_RST:
	case APP_SILENCE:
	case APP_FOREIGN:
		break;
	}
}

static const char *user_of(struct ssh_session *s, struct sys_host *host, char *text, size_t size)
{
	struct ssh_span value = { .len = 0 };
	struct buf buf;

	if (s->r->run->e->target.user[0] != '\0') {
		return s->r->run->e->target.user;
	}
	if (ssh_settings_get(s->settings, "user", &value) && value.len < size) {
		buf_init(&buf, text, size);
		buf_put(&buf, (const char *)value.at, value.len);
		return text;
	}
	sys_host(host);
	return host->user;
}

static int speak(const struct probe_run *r)
{
	struct ssh_session *s = calloc(1, sizeof(*s));
	struct sys_host host = { .uid = 0 };
	char user[TARGET_USER_MAX];
	int result = s == NULL ? -ENOMEM : 0;

	if (result < 0) {
		return result;
	}
	s->r = r;
	s->stream = r->contact->stream;
	r->run->carries = r->run->e->role == ROLE_JUMP; /* else it would end with the login */
	s->app = app_begin(r);
	s->ev = READING(r, ssh);
	SET(s->app, tls, false);
	s->settings = ssh_span_of(r->run->own != NULL ? r->run->own : ssh_settings_default);
	s->user = user_of(s, &host, user, sizeof(user));
	if (ssh_load(&s->m) < 0) {
		probe_skip(r, KIND_app, SKIP_NOT_INSTALLED);
	} else {
		result = converse(s);
		ssh_points_put(s);
		if (r->run->e->role == ROLE_JUMP && s->app != NULL && s->app->has.end &&
		    s->app->end == APP_READY && s->app->step == APP_DONE) {
			ssh_jump_carry(s);
		}
		part(s);
		s->m->cipher_free(s->in.cipher);
		s->m->cipher_free(s->out.cipher);
	}
	r->run->carries = false;
	free(s->server_offer);
	memset(s, 0, sizeof(*s));
	free(s);
	return result < 0 ? result : 0;
}

/* The key exchange once more with small segments, where the first one stalls: its offers are the
 * first large packets. One connection more, as MaxStartups counts them; the login is not tried. */
static int again(const struct probe_run *r, int mss, usec_t until)
{
	const struct ev_app *app = r->contact->a->app;
	struct ssh_session *s = NULL;
	int result = 0;

	if (app == NULL || !app->has.step || app->step != APP_ENCRYPTION) {
		return -ENOENT;
	}
	s = calloc(1, sizeof(*s));
	if (s == NULL || ssh_load(&s->m) < 0) {
		free(s);
		return -ENOENT;
	}
	s->r = r;
	s->quiet = true;
	s->until = until;
	s->settings = ssh_span_of(r->run->own != NULL ? r->run->own : ssh_settings_default);
	s->user = "";
	s->stream = tls_connect_again(r, mss, until, &result);
	result = s->stream != NULL ? ssh_link_greet(s) : result;
	result = result == 1 ? ssh_kex_exchange(s) : result;
	if (result == 1) {
		ssh_link_bye(s);
	}
	stream_free(s->stream);
	s->m->cipher_free(s->in.cipher);
	s->m->cipher_free(s->out.cipher);
	free(s->server_offer);
	free(s);
	return result == 1 ? RETRY_COMPLETES : result < 0 ? result : RETRY_SAME;
}

const struct protocol protocol_ssh = {
	.app = "ssh",
	.prepare = ssh_client_prepare,
	.speak = speak,
	.again = again,
};
