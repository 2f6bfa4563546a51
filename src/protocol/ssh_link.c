/* SPDX-License-Identifier: Apache-2.0 */
/* SSH packets over the contact's stream (RFC 4253 4 and 6). */
#include "protocol/ssh_session.h"

#include <errno.h>
#include <string.h>

enum { PAD_MIN = 4, PLAIN_BLOCK = 8, LENGTH = 4, PACKET_MIN = 5, HEAD = 5 };

/* As OpenSSH's, so that servers that look at it treat naze as they treat ssh. */
static const char our_line[] = "SSH-2.0-OpenSSH_9.2 naze";

struct ssh_out ssh_link_begin(struct ssh_session *s, uint8_t message)
{
	struct ssh_out out = { .bytes = s->out_bytes, .size = SSH_OUT_SIZE - 256, .len = HEAD };

	ssh_put_u8(&out, message);
	return out;
}

void ssh_link_end(const struct ssh_session *s, enum app_end end)
{
	if (!s->quiet) {
		app_end(s->r, end);
	}
}

static int writing(struct ssh_session *s, int result)
{
	if (result == 0 || s->quiet) {
		return result == 0;
	}
	if (result == -ECONNRESET || result == -EPIPE) {
		ssh_link_end(s, result == -EPIPE ? APP_FIN : APP_RST);
		return 0;
	}
	if (result == -ETIMEDOUT || result == -ETIME) {
		ssh_link_end(s, APP_SILENCE);
	}
	return result == -ETIMEDOUT ? 0 : result;
}

int ssh_link_send(struct ssh_session *s, const struct ssh_out *out)
{
	struct ssh_direction *w = &s->out;
	size_t block = w->cipher != NULL ? w->sizes.block : PLAIN_BLOCK;
	size_t apart = w->cipher != NULL && w->sizes.length_apart ? LENGTH : 0;
	size_t pad = block - (out->len - apart) % block;
	size_t len = 0;
	int result = out->cut ? -EMSGSIZE : 0;

	pad += pad < PAD_MIN ? block : 0;
	len = out->len + pad;
	if (result == 0) {
		result = sys_random(s->out_bytes + out->len, pad);
	}
	if (result < 0) {
		return result;
	}
	s->out_bytes[0] = 0;
	s->out_bytes[1] = (uint8_t)((len - LENGTH) >> 16);
	s->out_bytes[2] = (uint8_t)((len - LENGTH) >> 8);
	s->out_bytes[3] = (uint8_t)(len - LENGTH);
	s->out_bytes[4] = (uint8_t)pad;
	if (w->cipher != NULL) {
		result = s->m->seal(w->cipher, w->sequence, s->out_bytes, len, s->out_bytes + len);
		len += w->sizes.tag;
	}
	w->sequence++;
	if (result == 0) {
		result = stream_write(s->stream, s->out_bytes, len, s->until);
	}
	return writing(s, result);
}

/* Reads until at least want bytes are there. 1, 0, negative. */
static int fill(struct ssh_session *s, size_t want)
{
	while (s->n_in < want) {
		uint8_t *at = s->in_bytes + s->n_in;
		size_t room = sizeof(s->in_bytes) - s->n_in;
		int n = s->quiet ? stream_read(s->stream, at, room, s->until)
		                 : app_read(s->r, at, room, s->until);

		if (n <= 0) {
			return n == -ECANCELED || n == -ETIME || n == -ENOMEM ? n : 0;
		}
		s->n_in += (size_t)n;
	}
	return 1;
}

int ssh_link_broken(struct ssh_session *s, const char *what)
{
	if (s->quiet) {
		return 0;
	}
	SET_TEXT(s->r, s->app, said, what, strlen(what));
	ssh_link_end(s, APP_REFUSED);
	return 0;
}

/* One packet, decrypted and checked. */
static int next_packet(struct ssh_session *s, struct ssh_span *ret)
{
	struct ssh_direction *w = &s->in;
	size_t head = w->cipher != NULL ? w->sizes.head : PACKET_MIN;
	size_t tag = w->cipher != NULL ? w->sizes.tag : 0;
	uint32_t len = 0;
	int result = 0;

	memmove(s->in_bytes, s->in_bytes + s->packet, s->n_in - s->packet);
	s->n_in -= s->packet;
	s->packet = 0;
	result = fill(s, head);
	if (result <= 0) {
		return result;
	}
	if (w->cipher != NULL) {
		result = s->m->open_head(w->cipher, w->sequence, s->in_bytes, &len);
	} else {
		len = (uint32_t)s->in_bytes[0] << 24 | (uint32_t)s->in_bytes[1] << 16 |
		      (uint32_t)s->in_bytes[2] << 8 | s->in_bytes[3];
	}
	if (result < 0 || len < PACKET_MIN || len > SSH_PACKET_MAX - LENGTH ||
	    len + LENGTH < head) {
		return ssh_link_broken(s, "a packet of impossible length");
	}
	result = fill(s, LENGTH + len + tag);
	if (result <= 0) {
		return result;
	}
	s->packet = LENGTH + len + tag;
	if (w->cipher != NULL && s->m->open(w->cipher, w->sequence, s->in_bytes, LENGTH + len,
	                                    s->in_bytes + LENGTH + len) < 0) {
		return ssh_link_broken(s, "a packet whose check sum does not fit");
	}
	w->sequence++;
	if (s->in_bytes[LENGTH] + 1U >= len) {
		return ssh_link_broken(s, "a packet without a message");
	}
	*ret = (struct ssh_span){ .at = s->in_bytes + HEAD, .len = len - 1 - s->in_bytes[LENGTH] };
	return 1;
}

static int disconnected(struct ssh_session *s, struct ssh_span payload)
{
	struct cursor c = { .bad = false };
	struct ssh_span text = { .len = 0 };
	uint32_t reason = 0;
	char digits[12];
	struct buf buf;

	cursor_init(&c, payload.at + 1, payload.len - 1);
	reason = cursor_u32(&c);
	text = ssh_string(&c);
	buf_init(&buf, digits, sizeof(digits));
	buf_int(&buf, reason);
	SET(s->ev, reason, reason);
	SET_TEXT(s->r, s->app, code, digits, buf.len);
	if (text.len > 0) {
		SET_TEXT(s->r, s->app, said, text.at, text.len);
	}
	ssh_link_end(s, APP_REFUSED);
	return 0;
}

/* What the server says it would accept as signatures (RFC 8308 3.1). */
static void note_extensions(struct ssh_session *s, struct ssh_span payload)
{
	struct cursor c = { .bad = false };
	uint32_t n = 0;

	cursor_init(&c, payload.at + 1, payload.len - 1);
	n = cursor_u32(&c);
	for (uint32_t i = 0; i < n && !c.bad; i++) {
		struct ssh_span name = ssh_string(&c);
		struct ssh_span value = ssh_string(&c);

		if (!c.bad && ssh_is(name, "server-sig-algs") &&
		    value.len < sizeof(s->signature_algorithms)) {
			memcpy(s->signature_algorithms, value.at, value.len);
			s->signature_algorithms[value.len] = '\0';
			s->said_algorithms = true;
		}
	}
}

int ssh_link_receive(struct ssh_session *s, struct ssh_span *ret)
{
	usec_t began = loop_now();

	for (;;) {
		int result = next_packet(s, ret);

		if (result <= 0) {
			return result;
		}
		s->waited = loop_now() - began;
		switch (ret->at[0]) {
		case SSH_DISCONNECT:
			return s->quiet ? 0 : disconnected(s, *ret);
		case SSH_EXT_INFO:
			note_extensions(s, *ret);
			break;
		case SSH_IGNORE:
		case SSH_DEBUG:
		case SSH_UNIMPLEMENTED:
			break;
		default:
			return 1;
		}
	}
}

/* Text before the identification: a server that says why it closes, or another protocol. */
static void note_preface(struct ssh_session *s)
{
	size_t n = 0;

	while (n < s->n_in && s->in_bytes[n] != '\r' && s->in_bytes[n] != '\n') {
		n++;
	}
	if (n > 0) {
		SET_TEXT(s->r, s->app, said, s->in_bytes, n);
	}
}

/* What came is surely another protocol's; text that sshd is known to send is not. */
static bool known_foreign(const struct ssh_session *s)
{
	bool more = false;
	enum wire_spoken spoken = spoken_guess(s->in_bytes, s->n_in, SPOKEN_AFTER_NOTHING, &more);

	return spoken != WIRE_SPOKEN_UNKNOWN && spoken != WIRE_SPOKEN_SSH && !more;
}

int ssh_link_greet(struct ssh_session *s)
{
	struct ssh_hello hello = { .state = SSH_HELLO_MORE };
	int result = stream_write(s->stream, our_line, sizeof(our_line) - 1, s->until);

	result = result == 0 ? stream_write(s->stream, "\r\n", 2, s->until) : result;
	if (result == -ECANCELED || result == -ETIME) {
		return result;
	}
	while (hello.state == SSH_HELLO_MORE) {
		result = s->n_in < SSH_PREFACE_MAX ? fill(s, s->n_in + 1) : 0;
		if (result <= 0) {
			note_preface(s);
			return result;
		}
		ssh_hello_read(s->in_bytes, s->n_in, &hello);
		/* a server of another protocol may even send our own line back: IMAP takes its
		 * first word for a tag */
		if (known_foreign(s)) {
			hello.state = SSH_HELLO_FOREIGN;
		}
	}
	if (hello.state == SSH_HELLO_FOREIGN) {
		if (!s->quiet) {
			app_foreign(s->r, s->in_bytes, s->n_in, SPOKEN_AFTER_NOTHING);
		}
		return 0;
	}
	SET_TEXT(s->r, s->app, server, hello.line.at, hello.line.len);
	memcpy(s->server_line, hello.line.at, hello.line.len);
	s->server_line[hello.line.len] = '\0';
	s->packet = hello.used;
	SET(s->app, step, APP_ENCRYPTION);
	if (!hello.version_2) {
		SET(s->ev, lacks, SSH_LACKS_VERSION);
		ssh_link_end(s, APP_STUCK);
		return 0;
	}
	return 1;
}

void ssh_link_bye(struct ssh_session *s)
{
	struct ssh_out out = ssh_link_begin(s, SSH_DISCONNECT);

	ssh_put_u32(&out, SSH_REASON_BY_APPLICATION);
	ssh_put_text(&out, "disconnected by user");
	ssh_put_text(&out, "");
	(void)ssh_link_send(s, &out);
}

void ssh_link_fingerprint(const struct ssh_session *s, struct ssh_span key, struct buf *ret)
{
	uint8_t digest[SSH_DIGEST_MAX];
	int n = s->m->digest("sha256", key.at, key.len, digest);

	buf_puts(ret, "SHA256:");
	ssh_encode(ret, digest, n > 0 ? (size_t)n : 0);
}
