/* SPDX-License-Identifier: Apache-2.0 */
/* Which part of a conversation a sentence speaks of, and the words for it. */
#include "judge/arg_talk.h"

#include "evidence/fields.h"
#include "evidence/predicates.h"
#include "evidence/read.h"

#define HAS(s, kind, field) ((s) != NULL && (s)->kind != NULL && (s)->kind->has.field)

usec_t arg_talk_until_end(const struct attempt *a)
{
	if (HAS(a, app, took)) {
		return a->app->took;
	}
	return HAS(a, stream, waited) ? a->stream->waited : 0;
}

bool arg_talk_logged(const struct attempt *a)
{
	bool spoken =
		HAS(a, stream, first) || HAS(a, tls, end) || HAS(a, http, end) || HAS(a, app, end);

	return spoken && via_proxy(a) != YES && connected(a) == YES && HAS(a, tcp, source_port);
}

const char *arg_talk_broke_off(const struct attempt *a)
{
	static const char *const words[] = {
		[APP_FIN] = "closes the connection",
		[APP_RST] = "resets the connection",
		[APP_SILENCE] = "falls silent",
	};

	return HAS(a, app, end) && a->app->has.step &&
	                       (a->app->end == APP_FIN || a->app->end == APP_RST ||
	                        a->app->end == APP_SILENCE)
	               ? words[a->app->end]
	               : NULL;
}

const char *arg_talk_broke_off_at(const struct attempt *a)
{
	switch (a->app->step) {
	case APP_GREETING:
		return "before its greeting";
	case APP_GREETING_BEGUN:
		return "within its greeting";
	case APP_ENCRYPTION:
		return "while encryption is agreed on";
	case APP_LOGIN:
		return "during the login";
	case APP_DONE:
		break;
	}
	return "after the login";
}

const char *arg_talk_spoken_word(const struct attempt *a)
{
	enum spoken spoken = SPOKEN_UNKNOWN;

	if (HAS(a, tls, spoken)) {
		spoken = a->tls->spoken;
	} else if (HAS(a, http, spoken)) {
		spoken = a->http->spoken;
	} else if (HAS(a, app, spoken)) {
		spoken = a->app->spoken;
	} else if (HAS(a, app_retry, speaks)) {
		spoken = a->app_retry->speaks;
	} else if (HAS(a, stream, spoken)) {
		spoken = a->stream->spoken;
	}
	return spoken != SPOKEN_UNKNOWN ? ev_fields[F_stream_spoken].words[spoken] : NULL;
}

const char *arg_talk_first_offer(const struct attempt *a)
{
	const struct ev_ssh_name *n = HAS(a, ssh, theirs) ? a->ssh->theirs.first : NULL;

	return n != NULL && n->has.name ? n->name : NULL;
}

const char *arg_talk_lacks_words(enum ssh_lacks lacks)
{
	switch (lacks) {
	case SSH_LACKS_VERSION:
		return "protocol version";
	case SSH_LACKS_KEX:
		return "key exchange method";
	case SSH_LACKS_HOST_KEY:
		return "host key type";
	case SSH_LACKS_CIPHER:
		return "cipher";
	case SSH_LACKS_MAC:
		break;
	}
	return "MAC";
}

int64_t arg_talk_n_keys(const struct attempt *a, enum ssh_key_end end)
{
	int64_t n = 0;

	list_each(ssh_identity, key, &a->ssh->keys) {
		n += key->has.end && key->end == end;
	}
	return n;
}

const char *arg_talk_idle_words(enum ssh_key_end end)
{
	switch (end) {
	case SSH_KEY_MISSING:
		return "is not there";
	case SSH_KEY_UNREADABLE:
		return "may not be read";
	case SSH_KEY_TOO_OPEN:
		return "may be read by others, so ssh ignores it";
	case SSH_KEY_BROKEN:
		return "holds no private key that can be read";
	case SSH_KEY_PASSPHRASE:
		return "is locked with a passphrase";
	case SSH_KEY_UNSIGNED:
		return "did not sign";
	case SSH_KEY_NOT_ALLOWED:
		return "is of a type that is not allowed any more";
	case SSH_KEY_ACCEPTED:
	case SSH_KEY_REFUSED:
	case SSH_KEY_UNTRIED:
		break;
	}
	return NULL;
}

const struct ev_ssh_identity *arg_talk_idle_key(const struct attempt *a)
{
	const struct ev_ssh_identity *first = NULL;

	if (!HAS(a, ssh, keys)) {
		return NULL;
	}
	list_each(ssh_identity, key, &a->ssh->keys) {
		if (!key->has.end || arg_talk_idle_words(key->end) == NULL) {
			continue;
		}
		if (key->has.wanted && key->wanted) {
			return key;
		}
		first = first == NULL ? key : first;
	}
	return first;
}

const char *arg_talk_open_key(const struct attempt *a)
{
	const struct ev_ssh_identity *key = arg_talk_idle_key(a);

	return key != NULL && key->has.file && key->has.mode && key->end == SSH_KEY_TOO_OPEN
	               ? key->file
	               : NULL;
}

const char *arg_talk_ssh_jump(const struct evidence *e)
{
	if (HAS(e, ssh_client, jump)) {
		return e->ssh_client->jump;
	}
	return HAS(e, ssh_client, command) ? e->ssh_client->command : NULL;
}

usec_t arg_talk_ssh_pause(const struct attempt *a)
{
	if (HAS(a, app, waited)) {
		return a->app->waited;
	}
	return HAS(a, ssh, pause) ? a->ssh->pause : 0;
}

const char *arg_talk_ssh_pause_at(const struct attempt *a)
{
	bool banner = HAS(a, ssh, pause_at) && a->ssh->pause_at == SSH_PAUSE_BANNER;

	return banner && !HAS(a, app, waited) ? "before its banner" : "at the login";
}

bool arg_talk_revoked(const struct attempt *a)
{
	return HAS(a, ssh, host_key) && a->ssh->host_key == SSH_HOST_REVOKED;
}
