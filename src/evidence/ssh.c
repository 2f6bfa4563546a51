/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of SSH: where the conversation ended, the host key, and what became of the keys. */
#include "evidence/fields.h"
#include "evidence/predicates.h"
#include "evidence/read.h"

#include <string.h>

enum { SLOW_US = 1500000, REASON_PROTOCOL = 2 };

enum tri is_ssh(const struct evidence *e)
{
	const char *app = target_schemes[e->target.scheme].app;

	return tri_of(e->role != ROLE_PROXY && app != NULL && strcmp(app, "ssh") == 0);
}

enum tri ssh_jumps(const struct evidence *e)
{
	if (is_ssh(e) != YES) {
		return NO;
	}
	/* that the settings were asked for is always written down, and with it what they say */
	return KNOWN(e, ssh_client, asked)
	               ? tri_of(e->ssh_client->has.jump || e->ssh_client->has.command)
	               : UNKNOWN;
}

enum tri ssh_way_is(const struct evidence *e, enum ssh_way way)
{
	return IS(e, ssh_client, way, way);
}

enum tri ssh_way_fails(const struct evidence *e)
{
	return either(ssh_way_is(e, SSH_WAY_REFUSED), ssh_way_is(e, SSH_WAY_NO_PROGRAM));
}

/* Only where SSH is spoken; else NO, and nothing is missed. */
static bool spoken(const struct attempt *a)
{
	return is_ssh(a->e) == YES;
}

static enum tri ended(const struct attempt *a, enum app_end end, enum app_step step)
{
	return spoken(a) ? THEN(app_end_is(a, end), app_step_is(a, step)) : NO;
}

enum tri ssh_not_ssh(const struct attempt *a)
{
	return spoken(a) ? app_end_is(a, APP_FOREIGN) : NO;
}

enum tri ssh_closed_early(const struct attempt *a)
{
	if (!spoken(a)) {
		return NO;
	}
	return THEN(either(app_end_is(a, APP_FIN), app_end_is(a, APP_RST)),
	            either(app_step_is(a, APP_GREETING), app_step_is(a, APP_GREETING_BEGUN)));
}

enum tri ssh_nothing_common(const struct attempt *a)
{
	return ended(a, APP_STUCK, APP_ENCRYPTION);
}

static enum tri host_key_is(const struct attempt *a, enum ssh_host_key what)
{
	return IS(a, ssh, host_key, what);
}

enum tri ssh_host_key_bad(const struct attempt *a)
{
	return THEN(ended(a, APP_STUCK, APP_LOGIN),
	            either(host_key_is(a, SSH_HOST_CHANGED), host_key_is(a, SSH_HOST_REVOKED)));
}

enum tri ssh_host_key_overridden(const struct attempt *a)
{
	return THEN(ssh_works(a), host_key_is(a, SSH_HOST_CHANGED));
}

enum tri ssh_works(const struct attempt *a)
{
	return spoken(a) ? app_ok(a) : NO;
}

/* Where the client would ask, or refuse. */
static enum tri minds_new_keys(const struct evidence *e)
{
	return either(IS(e, ssh_client, strict, SSH_STRICT_ASK),
	              IS(e, ssh_client, strict, SSH_STRICT_YES));
}

enum tri ssh_host_key_new(const struct attempt *a)
{
	return THEN(ssh_works(a), both(host_key_is(a, SSH_HOST_UNKNOWN), minds_new_keys(a->e)));
}

static enum tri key_is(const struct ev_ssh_identity *key, enum ssh_key_end end)
{
	return ITEM_IS(key, end, end);
}

static enum tri some_left(const struct attempt *a)
{
	return ANY(a, ssh, keys, ssh_identity, key, key_is(key, SSH_KEY_UNTRIED));
}

static enum tri told_too_many(const struct attempt *a)
{
	return THEN(ssh_refused(a), app_says(a, "too many authentication failures"));
}

enum tri ssh_too_many_keys(const struct attempt *a)
{
	return THEN(told_too_many(a), both(IS(a, ssh, reason, REASON_PROTOCOL), some_left(a)));
}

static enum tri cannot_be_used(const struct ev_ssh_identity *key)
{
	if (!key->has.end) {
		return UNKNOWN;
	}
	return tri_of(key->end != SSH_KEY_ACCEPTED && key->end != SSH_KEY_REFUSED &&
	              key->end != SSH_KEY_UNTRIED);
}

static enum tri is_wanted_in_vain(const struct ev_ssh_identity *key)
{
	return THEN(cannot_be_used(key), ITEM_IS(key, wanted, true));
}

static enum tri takes_keys(const struct attempt *a)
{
	return KNOWN(a, ssh, methods) ? tri_of(text_has(a->ssh->methods, "publickey")) : UNKNOWN;
}

/* A key that the server would take, but that this side cannot sign with. */
static enum tri wanted_in_vain(const struct attempt *a)
{
	return ANY(a, ssh, keys, ssh_identity, key, is_wanted_in_vain(key));
}

static enum tri none_usable(const struct attempt *a)
{
	return not(ANY(a, ssh, keys, ssh_identity, key, not(cannot_be_used(key))));
}

static enum tri some_unusable(const struct attempt *a)
{
	return ANY(a, ssh, keys, ssh_identity, key, cannot_be_used(key));
}

static enum tri lacks_key(const struct attempt *a)
{
	return THEN(takes_keys(a), either(wanted_in_vain(a), none_usable(a)));
}

enum tri ssh_no_usable_key(const struct attempt *a)
{
	return THEN(ssh_refused(a), lacks_key(a));
}

enum tri ssh_key_in_vain(const struct attempt *a)
{
	return THEN(ssh_asks(a), both(lacks_key(a), some_unusable(a)));
}

enum tri ssh_refused(const struct attempt *a)
{
	return ended(a, APP_REFUSED, APP_LOGIN);
}

enum tri ssh_asks(const struct attempt *a)
{
	return spoken(a) ? app_end_is(a, APP_ASKS) : NO;
}

/* A server that has come as far as the login and is then silent: it looks something up. */
enum tri ssh_login_pending(const struct attempt *a)
{
	return ended(a, APP_SILENCE, APP_LOGIN);
}

enum tri ssh_slow(const struct attempt *a)
{
	return THEN(ssh_works(a), either(ssh_login_pending(a), AT_LEAST(a, ssh, pause, SLOW_US)));
}
