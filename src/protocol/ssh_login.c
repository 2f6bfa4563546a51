/* SPDX-License-Identifier: Apache-2.0 */
/* The login (RFC 4252), as the user's ssh would try it: "none" to hear the methods, then key by key,
 * each asked about before it signs. Nothing is done with the session but to end it. */
#include "protocol/ssh_keys.h"
#include "sys/files.h"
#include "sys/host.h"

#include <errno.h>
#include <string.h>

enum { METHODS_MAX = 256 };

struct login {
	struct ssh_session *s;
	struct ssh_keys *keys;
	char methods[METHODS_MAX]; /* that can continue, as the server named them last */
	bool partial;
	bool in;
};

/* Waits for the answer to what was sent; banners are passed over. */
static int answer(struct login *l, struct ssh_span *ret)
{
	usec_t waited = 0;
	int result = 0;

	do {
		result = ssh_link_receive(l->s, ret);
		waited += result == 1 ? l->s->waited : 0;
	} while (result == 1 && ret->at[0] == SSH_USERAUTH_BANNER);
	if (result == 1 && l->s->ev != NULL && (!l->s->ev->has.pause || waited > l->s->ev->pause)) {
		SET(l->s->ev, pause, waited);
		SET(l->s->ev, pause_at, SSH_PAUSE_LOGIN);
	}
	return result;
}

static void note_failure(struct login *l, struct ssh_span payload)
{
	struct cursor c = { .bad = false };
	struct ssh_span methods = { .len = 0 };
	bool partial = false;

	cursor_init(&c, payload.at + 1, payload.len - 1);
	methods = ssh_string(&c);
	partial = cursor_u8(&c) != 0;
	if (c.bad || methods.len >= sizeof(l->methods)) {
		return;
	}
	memcpy(l->methods, methods.at, methods.len);
	l->methods[methods.len] = '\0';
	l->partial |= partial;
	SET_TEXT(l->s->r, l->s->ev, methods, methods.at, methods.len);
}

/* A request of that method is begun; the writer takes what is its own. */
static struct ssh_out request(struct login *l, const char *method)
{
	struct ssh_out out = ssh_link_begin(l->s, SSH_USERAUTH_REQUEST);

	ssh_put_text(&out, l->s->user);
	ssh_put_text(&out, "ssh-connection");
	ssh_put_text(&out, method);
	return out;
}

/* Sends it and takes the answer: 1 with *ret_message. */
static int exchange(struct login *l, const struct ssh_out *out, uint8_t *ret_message)
{
	struct ssh_span payload = { .len = 0 };
	int result = ssh_link_send(l->s, out);

	result = result == 1 ? answer(l, &payload) : result;
	if (result == 1) {
		*ret_message = payload.at[0];
		if (*ret_message == SSH_USERAUTH_FAILURE) {
			note_failure(l, payload);
		}
		l->in = *ret_message == SSH_USERAUTH_SUCCESS;
	}
	return result;
}

static int begin(struct login *l)
{
	struct ssh_out out = ssh_link_begin(l->s, SSH_SERVICE_REQUEST);
	struct ssh_span payload = { .len = 0 };
	uint8_t message = 0;
	int result = 0;

	ssh_put_text(&out, "ssh-userauth");
	result = ssh_link_send(l->s, &out);
	result = result == 1 ? answer(l, &payload) : result;
	if (result == 1 && payload.at[0] != SSH_SERVICE_ACCEPT) {
		return ssh_link_broken(l->s, "the service of logging in is not accepted");
	}
	if (result == 1) {
		out = request(l, "none");
		result = exchange(l, &out, &message);
	}
	return result;
}

static bool allows(const struct login *l, const char *method)
{
	return ssh_list_has(ssh_span_of(l->methods), ssh_span_of(method));
}

static bool list_allows(const struct login *l, const char *setting, struct ssh_span name)
{
	struct ssh_span list = { .len = 0 };

	return !ssh_settings_get(l->s->settings, setting, &list) || ssh_list_has(list, name);
}

/* Whether the user's ssh uses that method at all. */
static bool uses(const struct login *l, const char *method, const char *setting)
{
	return list_allows(l, "preferredauthentications", ssh_span_of(method)) &&
	       !ssh_settings_is(l->s->settings, setting, "no") &&
	       !ssh_settings_is(l->s->settings, setting, "false");
}

/* With which algorithm the key signs (sshconnect2.c, key_sig_algorithm()): for RSA what the server
 * said it takes; without a word from it ssh-rsa, as old servers know nothing else. */
static bool pick_algorithm(const struct login *l, struct ssh_span type, struct ssh_span *ret)
{
	static const char *const rsa[] = { "rsa-sha2-512", "rsa-sha2-256", "ssh-rsa" };
	static const char *const certs[] = { "rsa-sha2-512-cert-v01@openssh.com",
		                             "rsa-sha2-256-cert-v01@openssh.com",
		                             "ssh-rsa-cert-v01@openssh.com" };
	bool cert = ssh_is(type, "ssh-rsa-cert-v01@openssh.com");

	if ((!ssh_is(type, "ssh-rsa") && !cert) || !l->s->said_algorithms) {
		*ret = type;
		return list_allows(l, "pubkeyacceptedalgorithms", type);
	}
	for (size_t i = 0; i < sizeof(rsa) / sizeof(rsa[0]); i++) {
		struct ssh_span name = ssh_span_of(cert ? certs[i] : rsa[i]);

		if (ssh_list_has(ssh_span_of(l->s->signature_algorithms), ssh_span_of(rsa[i])) &&
		    list_allows(l, "pubkeyacceptedalgorithms", name)) {
			*ret = name;
			return true;
		}
	}
	return false;
}

static void put_key(struct ssh_out *out, const struct ssh_identity *key, struct ssh_span algorithm,
                    bool with_signature)
{
	ssh_put_u8(out, with_signature);
	ssh_put_string(out, algorithm.at, algorithm.len);
	ssh_put_string(out, key->blob, key->n_blob);
}

/* The server would take the key: sign the request (RFC 4252 7). 1 when the conversation goes on. */
static int sign(struct login *l, struct ssh_identity *key, struct ssh_span algorithm)
{
	struct ssh_out out = request(l, "publickey");
	uint8_t signature[SSH_SIGNATURE_MAX];
	uint8_t data[SSH_KEY_BLOB_MAX + 1024];
	struct ssh_out covered = { .bytes = data, .size = sizeof(data) };
	uint8_t message = 0;
	int result = 0;
	int n = 0;

	put_key(&out, key, algorithm, true);
	ssh_put_string(&covered, l->s->id, l->s->n_id);
	ssh_put(&covered, out.bytes + 5, out.len - 5);
	n = covered.cut
	            ? 0
	            : ssh_keys_sign(l->keys, key, algorithm,
	                            (struct ssh_span){ .at = data, .len = covered.len }, signature);
	if (n <= 0) {
		SET(key->ev, end, key->state);
		return n < 0 ? n : 1;
	}
	ssh_put_string(&out, signature, (size_t)n);
	result = exchange(l, &out, &message);
	if (result == 1) {
		SET(key->ev, end, l->in || l->partial ? SSH_KEY_ACCEPTED : SSH_KEY_REFUSED);
	}
	return result;
}

/* One key: 1 to go on with the next (or, with l->in, to end). */
static int offer(struct login *l, struct ssh_identity *key)
{
	struct ssh_span blob = { .at = key->blob, .len = key->n_blob };
	struct ssh_span algorithm = { .len = 0 };
	struct ssh_out out = { .cut = false };
	uint8_t message = 0;
	int result = 0;

	if (key->blob == NULL) {
		return 1; /* its end says why */
	}
	if (!pick_algorithm(l, ssh_key_type(blob), &algorithm)) {
		SET(key->ev, end, SSH_KEY_NOT_ALLOWED);
		return 1;
	}
	out = request(l, "publickey");
	put_key(&out, key, algorithm, false);
	result = exchange(l, &out, &message);
	if (result != 1) {
		if (l->s->ev != NULL && l->s->ev->has.reason && key->state == SSH_KEY_UNTRIED) {
			SET(key->ev, end, SSH_KEY_REFUSED); /* the answer to it was the end */
		}
		return result;
	}
	SET(key->ev, wanted, message == SSH_USERAUTH_PK_OK);
	if (message == SSH_USERAUTH_PK_OK) {
		return sign(l, key, algorithm);
	}
	if (key->state == SSH_KEY_UNTRIED) {
		SET(key->ev, end, SSH_KEY_REFUSED);
	}
	return 1;
}

static int offer_all(struct login *l)
{
	int result = 1;

	for (int i = 0; i < l->keys->n && result == 1 && !l->in; i++) {
		if (!allows(l, "publickey") || !uses(l, "publickey", "pubkeyauthentication")) {
			break;
		}
		result = offer(l, &l->keys->list[i]);
	}
	return result;
}

/* A password from the target's text goes only to a host whose key is known. */
static int try_password(struct login *l)
{
	struct ssh_session *s = l->s;
	const char *secret = s->r->run->e->target.secret;
	struct ssh_out out = { .cut = false };
	uint8_t message = 0;
	int result = 0;

	if (secret[0] == '\0' || !allows(l, "password") || s->ev == NULL || !s->ev->has.host_key ||
	    s->ev->host_key != SSH_HOST_KNOWN) {
		return 1;
	}
	out = request(l, "password");
	ssh_put_u8(&out, 0);
	ssh_put_text(&out, secret);
	SET(s->app, secret, true);
	result = exchange(l, &out, &message);
	memset(s->out_bytes, 0, sizeof(s->out_bytes));
	return result;
}

/* Kerberos and host keys are not tried here: where the user's ssh would, that is said. */
static void note_untried(struct login *l)
{
	const char *cache = sys_env("KRB5CCNAME");
	char path[40];
	struct sys_host host = { .uid = 0 };
	struct buf buf;

	sys_host(&host);
	buf_init(&buf, path, sizeof(path));
	buf_puts(&buf, "/tmp/krb5cc_");
	buf_int(&buf, host.uid);
	if (allows(l, "gssapi-with-mic") && uses(l, "gssapi-with-mic", "gssapiauthentication") &&
	    (cache != NULL || sys_exists(run_root(l->s->r->run), path) == 1)) {
		SET_TEXT(l->s->r, l->s->ev, untried, "gssapi-with-mic", 15);
	} else if (allows(l, "hostbased") &&
	           ssh_settings_is(l->s->settings, "hostbasedauthentication", "yes")) {
		SET_TEXT(l->s->r, l->s->ev, untried, "hostbased", 9);
	}
}

/* Whether a passphrase, and nothing else, stands between a key that is wanted and the login. */
static bool wants_passphrase(const struct login *l)
{
	for (int i = 0; i < l->keys->n; i++) {
		const struct ev_ssh_identity *ev = l->keys->list[i].ev;

		if (ev != NULL && ev->has.end && ev->end == SSH_KEY_PASSPHRASE &&
		    (!ev->has.wanted || ev->wanted)) {
			return true;
		}
	}
	return false;
}

static void conclude(struct login *l)
{
	struct ssh_session *s = l->s;
	bool asks = (allows(l, "password") && uses(l, "password", "passwordauthentication")) ||
	            (allows(l, "keyboard-interactive") &&
	             uses(l, "keyboard-interactive", "kbdinteractiveauthentication"));
	char text[METHODS_MAX + 32];
	struct buf buf;

	SET(s->ev, partial, l->partial);
	if (l->in) {
		SET(s->app, step, APP_DONE);
		SET(s->app, secret, true);
		ssh_link_end(s, APP_READY);
		return;
	}
	note_untried(l);
	if ((asks && !(s->app != NULL && s->app->has.secret && s->app->secret)) ||
	    wants_passphrase(l)) {
		ssh_link_end(s, APP_ASKS);
		return;
	}
	buf_init(&buf, text, sizeof(text)); /* in ssh's own words */
	buf_puts(&buf, "Permission denied (");
	buf_puts(&buf, l->methods);
	buf_putc(&buf, ')');
	SET_TEXT(s->r, s->app, said, text, buf.len);
	/* what was not tried might have been let in: then this is no refusal */
	ssh_link_end(s, s->ev != NULL && s->ev->has.untried ? APP_STUCK : APP_REFUSED);
}

static int go(struct login *l)
{
	int result = begin(l);

	if (result == 1 && !l->in) {
		result = offer_all(l);
	}
	if (result == 1 && !l->in) {
		result = try_password(l);
	}
	if (result == 1) {
		conclude(l);
	}
	return result;
}

int ssh_login_try(struct ssh_session *s)
{
	struct login l = { .s = s };
	int result = 0;

	SET_TEXT(s->r, s->app, user, s->user, strlen(s->user));
	if (s->r->run->options->no_login) {
		ssh_link_end(s, APP_READY);
		return 1;
	}
	result = ssh_keys_load(s, &l.keys);
	if (result == 0) {
		result = go(&l);
		SET(s->ev, partial, l.partial);
	}
	ssh_keys_free(l.keys);
	return result;
}
