/* SPDX-License-Identifier: Apache-2.0 */
/* Jump hosts (ProxyJump, ssh_config(5)): the jump host is a run of its own, whose session then
 * carries the conversation with the target through a channel "direct-tcpip" (RFC 4254 7.2), as ssh does. */
#include "protocol/protocols.h"
#include "protocol/ssh_session.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum {
	WINDOW = 1 << 20,
	CHUNK = 16384,
	GLOBAL_REQUEST = 80,
	REQUEST_FAILURE = 82,
};

/* The channel, and our end of the pair whose other end is the parent's stream. */
struct channel {
	struct ssh_session *s;
	struct stream *pair;
	uint32_t theirs;   /* their number of it */
	uint64_t may_send; /* their window */
	uint32_t taken;    /* of our window */
};

static int open_channel(struct channel *c, const struct target *to)
{
	struct ssh_out out = ssh_link_begin(c->s, SSH_CHANNEL_OPEN);

	ssh_put_text(&out, "direct-tcpip");
	ssh_put_u32(&out, 0);
	ssh_put_u32(&out, WINDOW);
	ssh_put_u32(&out, CHUNK);
	ssh_put_text(&out, to->host);
	ssh_put_u32(&out, to->port);
	ssh_put_text(&out, "127.0.0.1");
	ssh_put_u32(&out, 0);
	return ssh_link_send(c->s, &out);
}

/* A request about the connection as a whole; none is granted. */
static int answer_global(struct channel *c, struct ssh_span payload)
{
	struct cursor r = { .bad = false };
	struct ssh_out out = { .cut = false };

	cursor_init(&r, payload.at + 1, payload.len - 1);
	(void)ssh_string(&r);
	if (cursor_u8(&r) == 0 || r.bad) {
		return 1;
	}
	out = ssh_link_begin(c->s, REQUEST_FAILURE);
	return ssh_link_send(c->s, &out);
}

/* The answer to the opening: 1 open, 0 refused (written down) or over. */
static int await_channel(struct channel *c, const struct probe_run *parent)
{
	struct ev_ssh_client *ev = READING(parent, ssh_client);
	struct ssh_span payload = { .len = 0 };
	struct cursor r = { .bad = false };
	struct ssh_span text = { .len = 0 };
	int result = 0;

	do {
		result = ssh_link_receive(c->s, &payload);
		if (result == 1 && payload.at[0] == GLOBAL_REQUEST) {
			result = answer_global(c, payload);
			payload.len = 0;
		}
	} while (result == 1 && payload.len == 0);
	if (result != 1) {
		return result;
	}
	cursor_init(&r, payload.at + 1, payload.len - 1);
	(void)cursor_u32(&r);
	c->theirs = cursor_u32(&r); /* of a refusal the reason */
	if (payload.at[0] == SSH_CHANNEL_CONFIRMED) {
		c->may_send = cursor_u32(&r);
		SET(ev, way, SSH_WAY_OPEN);
		return !r.bad;
	}
	text = ssh_string(&r);
	if (payload.at[0] == SSH_CHANNEL_FAILURE) {
		SET_TEXT(parent, ev, way_said, text.at, text.len);
		SET(ev, way, SSH_WAY_REFUSED);
	}
	return 0;
}

/* From the parent to the jump host. 1 to go on. */
static int send_on(struct channel *c)
{
	uint8_t bytes[CHUNK];
	struct ssh_out out = { .cut = false };
	size_t room = c->may_send < sizeof(bytes) ? (size_t)c->may_send : sizeof(bytes);
	int n = stream_read(c->pair, bytes, room, loop_now());

	if (n == -ETIMEDOUT) {
		return 1;
	}
	if (n <= 0) {
		return 0;
	}
	c->may_send -= (uint64_t)n;
	out = ssh_link_begin(c->s, SSH_CHANNEL_DATA);
	ssh_put_u32(&out, c->theirs);
	ssh_put_string(&out, bytes, (size_t)n);
	return ssh_link_send(c->s, &out);
}

static int give_window(struct channel *c)
{
	struct ssh_out out = { .cut = false };

	if (c->taken < WINDOW / 2) {
		return 1;
	}
	out = ssh_link_begin(c->s, SSH_CHANNEL_WINDOW);
	ssh_put_u32(&out, c->theirs);
	ssh_put_u32(&out, c->taken);
	c->taken = 0;
	return ssh_link_send(c->s, &out);
}

/* One message of the jump host: 1 to go on. */
static int take(struct channel *c)
{
	struct ssh_span payload = { .len = 0 };
	struct cursor r = { .bad = false };
	struct ssh_span data = { .len = 0 };
	int result = ssh_link_receive(c->s, &payload);

	if (result != 1) {
		return result;
	}
	cursor_init(&r, payload.at + 1, payload.len - 1);
	switch (payload.at[0]) {
	case GLOBAL_REQUEST:
		return answer_global(c, payload);
	case SSH_CHANNEL_WINDOW:
		(void)cursor_u32(&r);
		c->may_send += cursor_u32(&r);
		return 1;
	case SSH_CHANNEL_DATA:
		(void)cursor_u32(&r);
		data = ssh_string(&r);
		if (r.bad || stream_write(c->pair, data.at, data.len, 0) < 0) {
			return 0;
		}
		c->taken += (uint32_t)data.len;
		return give_window(c);
	case SSH_CHANNEL_EOF:
	case SSH_CHANNEL_CLOSE:
		return 0;
	default:
		return 1;
	}
}

/* Both ways, until one side is through. */
static void pump(struct channel *c)
{
	struct ssh_session *s = c->s;
	int result = 1;

	while (result == 1) {
		struct loop_fd fds[2] = { { .fd = s->stream->fd, .events = LOOP_IN },
			                  { .fd = c->may_send > 0 ? c->pair->fd : -1,
			                    .events = LOOP_IN } };

		if (s->n_in > s->packet) { /* more than one message came at once */
			result = take(c);
			continue;
		}
		if (loop_wait_any(s->r->run->loop, fds, 2, 0) < 0) {
			return;
		}
		if (fds[0].ret != 0) {
			result = take(c);
		}
		if (result == 1 && fds[1].ret != 0) {
			result = send_on(c);
		}
	}
}

static void hand_over(struct channel *c, struct run *parent)
{
	int fds[2] = { -1, -1 };

	if (parent->n_contacts == 0 || parent->contacts[0].stream != NULL || sys_pair(fds) < 0) {
		return;
	}
	c->pair = stream_new(parent->loop, fds[0]);
	parent->contacts[0].stream = stream_new(parent->loop, fds[1]);
	if (c->pair != NULL && parent->contacts[0].stream != NULL) {
		run_changed(parent);
		pump(c);
	}
	stream_free(take_ptr(c->pair));
}

void ssh_jump_carry(struct ssh_session *s)
{
	struct channel c = { .s = s };
	struct run *parent = s->r->run->parent;
	struct probe_run pr = { .run = parent };

	s->quiet = true;
	if (parent != NULL && open_channel(&c, &parent->e->target) == 1 &&
	    await_channel(&c, &pr) == 1) {
		hand_over(&c, parent);
	}
	run_changed(s->r->run);
}

/* The first jump host as the target's text would have it: `ssh -G` writes brackets around every
 * host, which only IPv6 has here. */
static void first_host(const char *jump, struct buf *ret)
{
	const char *host = strncmp(jump, "ssh://", 6) == 0 ? jump + 6 : jump;
	size_t n = strcspn(host, ",");
	const char *open = memchr(host, '[', n);
	const char *shut = memchr(host, ']', n);
	bool bare = open != NULL && shut > open && memchr(open, ':', (size_t)(shut - open)) == NULL;

	for (size_t i = 0; i < n; i++) {
		if (!bare || (host + i != open && host + i != shut)) {
			buf_putc(ret, host[i]);
		}
	}
}

static int observe(const struct probe_run *r)
{
	struct target *target = calloc(1, sizeof(*target));
	struct target_error error = { .text = "" };
	char text[TARGET_HOST_MAX + TARGET_USER_MAX];
	struct buf buf;
	int result = target == NULL ? -ENOMEM : 0;

	buf_init(&buf, text, sizeof(text));
	first_host(r->run->e->ssh_client->jump, &buf);
	if (result == 0 && target_parse_rest(SCHEME_SSH, 22, text, buf.len, target, &error) == 0) {
		(void)run_child(r, ROLE_JUMP, target, NULL);
	}
	free(target);
	return result;
}

static bool wanted(const struct probe_run *r)
{
	const struct ev_ssh_client *c = r->run->e->ssh_client;

	return r->run->via && c != NULL && c->has.jump;
}

const struct probe probe_ssh_jump = {
	.name = "ssh_jump",
	.summary = "goes through the jump host that the user's ssh goes through",
	.scope = PROBE_PER_RUN,
	.n_gives = 0,
	.wanted = wanted,
	.observe = observe,
};
