/* SPDX-License-Identifier: Apache-2.0 */
/* The agent's protocol (draft-miller-ssh-agent): which keys it has, and signatures by them. */
#include "protocol/ssh_keys.h"
#include "sys/host.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum {
	AGENT_MAX = 262144, /* as OpenSSH's limit of a message */
	AGENT_US = 1000000, /* an agent answers at once; a signature may want a touch */
	REQUEST_IDENTITIES = 11,
	IDENTITIES_ANSWER = 12,
	SIGN_REQUEST = 13,
	SIGN_RESPONSE = 14,
};

/* The socket's path: IdentityAgent, else SSH_AUTH_SOCK (ssh_config(5)). */
static bool socket_path(const struct ssh_session *s, struct buf *ret)
{
	struct ssh_span value = { .len = 0 };
	const char *env = NULL;

	if (ssh_settings_get(s->settings, "identityagent", &value)) {
		if (ssh_is(value, "none")) {
			return false;
		}
		if (!ssh_is(value, "SSH_AUTH_SOCK") && value.at[0] != '$') {
			return ssh_client_path(s, value, ret);
		}
	}
	env = sys_env("SSH_AUTH_SOCK");
	buf_puts(ret, env != NULL ? env : "");
	return ret->len > 0 && !ret->cut;
}

/* Sends a message and reads the answer: its bytes, owned by the caller; NULL with *ret_error. */
static uint8_t *ask(struct ssh_keys *k, const struct ssh_out *message, usec_t until,
                    size_t *ret_len, int *ret_error)
{
	uint8_t head[4] = { (uint8_t)(message->len >> 24), (uint8_t)(message->len >> 16),
		            (uint8_t)(message->len >> 8), (uint8_t)message->len };
	uint8_t *bytes = NULL;
	size_t size = sizeof(head);
	size_t n = 0;
	int r = message->cut ? -EMSGSIZE : stream_write(k->agent, head, sizeof(head), until);

	r = r == 0 ? stream_write(k->agent, message->bytes, message->len, until) : r;
	while (r >= 0 && n < size) {
		r = stream_read(k->agent, bytes == NULL ? head + n : bytes + n, size - n, until);
		n += r > 0 ? (size_t)r : 0;
		r = r == 0 ? -ECONNRESET : r;
		if (r > 0 && bytes == NULL && n == sizeof(head)) {
			size = (size_t)head[0] << 24 | (size_t)head[1] << 16 |
			       (size_t)head[2] << 8 | head[3];
			n = 0;
			bytes = size > 0 && size <= AGENT_MAX ? malloc(size) : NULL;
			r = bytes != NULL ? 0 : -EPROTO;
		}
	}
	if (r < 0) {
		free(take_ptr(bytes));
	}
	*ret_len = size;
	*ret_error = r;
	return bytes;
}

static int note(const struct ssh_session *s, enum ssh_agent state)
{
	struct ev_ssh_client *ev = READING(s->r, ssh_client);

	SET(ev, agent, state);
	return (int)state;
}

int ssh_agent_list(struct ssh_keys *k,
                   void (*add)(struct ssh_keys *k, struct ssh_span blob, struct ssh_span comment))
{
	uint8_t request = REQUEST_IDENTITIES;
	struct ssh_out out = { .bytes = &request, .size = 1, .len = 1 };
	auto_free uint8_t *answer = NULL;
	struct cursor c = { .bad = false };
	char path[SSH_KEYS_PATH];
	struct buf buf;
	uint32_t n = 0;
	size_t len = 0;
	int r = 0;

	buf_init(&buf, path, sizeof(path));
	if (!socket_path(k->s, &buf)) {
		return note(k->s, SSH_AGENT_NONE);
	}
	r = sys_connect_unix(run_root(k->s->r->run), path);
	k->agent = r >= 0 ? stream_new(k->s->r->run->loop, r) : NULL;
	if (k->agent == NULL) {
		return note(k->s, SSH_AGENT_DEAD);
	}
	answer = ask(k, &out, loop_now() + AGENT_US, &len, &r);
	if (answer == NULL) {
		stream_free(take_ptr(k->agent));
		return r == -ECANCELED || r == -ETIME ? r : note(k->s, SSH_AGENT_DEAD);
	}
	cursor_init(&c, answer, len);
	n = cursor_u8(&c) == IDENTITIES_ANSWER ? cursor_u32(&c) : 0;
	for (uint32_t i = 0; i < n && !c.bad; i++) {
		struct ssh_span blob = ssh_string(&c);
		struct ssh_span comment = ssh_string(&c);

		if (!c.bad && blob.len > 0 && blob.len <= SSH_KEY_BLOB_MAX) {
			add(k, blob, comment);
		}
	}
	return note(k->s, n > 0 ? SSH_AGENT_KEYS : SSH_AGENT_EMPTY);
}

int ssh_agent_sign(struct ssh_keys *k, struct ssh_span blob, struct ssh_span data, uint32_t flags,
                   uint8_t *ret)
{
	size_t size = blob.len + data.len + 32;
	auto_free uint8_t *bytes = malloc(size);
	auto_free uint8_t *answer = NULL;
	struct ssh_out out = { .bytes = bytes, .size = size };
	struct ssh_span signature = { .len = 0 };
	struct cursor c = { .bad = false };
	size_t len = 0;
	int r = 0;

	if (bytes == NULL || k->agent == NULL) {
		return 0;
	}
	ssh_put_u8(&out, SIGN_REQUEST);
	ssh_put_string(&out, blob.at, blob.len);
	ssh_put_string(&out, data.at, data.len);
	ssh_put_u32(&out, flags);
	answer = ask(k, &out, 0, &len, &r);
	if (answer == NULL) {
		return r == -ECANCELED || r == -ETIME ? r : 0;
	}
	cursor_init(&c, answer, len);
	if (cursor_u8(&c) == SIGN_RESPONSE) {
		signature = ssh_string(&c);
	}
	if (c.bad || signature.len == 0 || signature.len > SSH_SIGNATURE_MAX) {
		return 0;
	}
	memcpy(ret, signature.at, signature.len);
	return (int)signature.len;
}
