/* SPDX-License-Identifier: Apache-2.0 */
/* Reading what a server sends first after a ClientHello. A message may be spread over records, so
 * their contents are put together first (only as much as a ServerHello can be). */
#include "base/buf.h"
#include "base/clean.h"
#include "base/cursor.h"
#include "wire/hello.h"

#include <string.h>

enum {
	RECORD_ALERT = 21,
	RECORD_HANDSHAKE = 22,
	SERVER_HELLO = 2,
	SERVER_HELLO_MAX = 1024, /* more of one than this is nonsense */
	RECORD_MAX = 18432,      /* RFC 5246 section 6.2.3 */
	ALERT_WARNING = 1,
	ALERT_FATAL = 2,
	ALERT_UNRECOGNIZED_NAME = 112,
};

/* The random of a HelloRetryRequest (RFC 8446 section 4.1.3): SHA-256 of that word. */
static const uint8_t retry_random[32] = {
	0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c,
	0x02, 0x1e, 0x65, 0xb8, 0x91, 0xc2, 0xa2, 0x11, 0x16, 0x7a, 0xbb,
	0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c,
};

static void read_alpn(struct cursor *ext, struct hello_reply *r)
{
	uint16_t size = cursor_u16(ext);
	struct cursor list = { .bad = true };
	uint8_t n = 0;
	const uint8_t *p = NULL;
	struct buf buf;

	if (!ext->bad) {
		list = cursor_sub(ext, size);
	}
	n = cursor_u8(&list);
	p = n > 0 ? cursor_take(&list, n) : NULL;
	if (p != NULL) {
		buf_init(&buf, r->alpn, sizeof(r->alpn));
		clean_put(&buf, p, n, sizeof(r->alpn) - 4);
	}
}

static void read_extension(uint16_t type, struct cursor *ext, struct hello_reply *r)
{
	switch (type) {
	case 0:
		r->server_name_acked = true;
		break;
	case 16:
		read_alpn(ext, r);
		break;
	case 23:
		r->extended_master_secret = true;
		break;
	case 43:
		r->version = cursor_u16(ext);
		break;
	case 51: /* in a retry the group alone, else with its key */
		r->group = cursor_u16(ext);
		break;
	case 0xff01:
		r->renegotiation_info = true;
		break;
	default: /* a number from a stranger */
		break;
	}
}

static void read_server_hello(struct cursor *m, struct hello_reply *r)
{
	struct hello_reply found = *r;
	const uint8_t *random = NULL;
	bool retry = false;

	found.version = cursor_u16(m);
	random = cursor_take(m, 32);
	(void)cursor_take(m, cursor_u8(m)); /* session id */
	found.cipher = cursor_u16(m);
	(void)cursor_u8(m); /* compression */
	if (m->bad || random == NULL || found.version >> 8 != 3) {
		r->answer = HELLO_BAD;
		return;
	}
	retry = memcmp(random, retry_random, 32) == 0;
	found.downgrade_mark = memcmp(random + 24, "DOWNGRD", 7) == 0 && random[31] <= 1;
	if (cursor_left(m) > 0) {
		struct cursor all = cursor_sub(m, cursor_u16(m));

		while (cursor_left(&all) > 0) {
			uint16_t type = cursor_u16(&all);
			struct cursor ext = cursor_sub(&all, cursor_u16(&all));

			if (!ext.bad) {
				read_extension(type, &ext, &found);
			}
			if (ext.bad) {
				all.bad = true;
			}
		}
		if (all.bad) {
			r->answer = HELLO_BAD;
			return;
		}
	}
	found.answer = retry ? HELLO_RETRY : HELLO_SERVER;
	*r = found;
}

/* Reads the handshake bytes that were put together; answer stays as it is when they are too few. */
static void read_handshake(const uint8_t *bytes, size_t len, struct hello_reply *r)
{
	struct cursor c;
	struct cursor m;
	uint8_t type = 0;
	uint32_t size = 0;

	cursor_init(&c, bytes, len);
	type = cursor_u8(&c);
	size = cursor_u24(&c);
	if (len > 0 && (type != SERVER_HELLO || size > SERVER_HELLO_MAX - 4)) {
		r->answer = HELLO_BAD;
		return;
	}
	m = cursor_sub(&c, size);
	if (!c.bad) {
		read_server_hello(&m, r);
	}
}

/* Whether the alert is the answer; a warning about the name is followed by a ServerHello. */
static bool read_alert(const uint8_t *p, size_t size, struct hello_reply *r)
{
	if (size != 2 || (p[0] != ALERT_WARNING && p[0] != ALERT_FATAL)) {
		r->answer = HELLO_BAD;
		return true;
	}
	r->alert_level = p[0];
	r->alert = p[1];
	if (p[0] == ALERT_WARNING && p[1] == ALERT_UNRECOGNIZED_NAME) {
		return false;
	}
	r->answer = HELLO_ALERT;
	return true;
}

/* SSL 2: a two-byte header, then SERVER-HELLO (4) with its version, or ERROR (0). */
static bool is_ssl2(const uint8_t *p, size_t len, bool *ret_more)
{
	size_t size = 0;

	*ret_more = false;
	if (len > 0 && (p[0] & 0x80) == 0) {
		return false;
	}
	if (len > 2 && p[2] != 4 && p[2] != 0) {
		return false;
	}
	if (len < 7) {
		bool error = len == 5 && p[0] == 0x80 && p[1] == 3 && p[2] == 0;

		*ret_more = !error && len < 5;
		return error;
	}
	size = (size_t)(p[0] & 0x7f) << 8 | p[1];
	return p[2] == 4 && size >= 11 && p[3] <= 1 && p[4] <= 3 && p[5] == 0 && p[6] == 2;
}

static bool begins_as_tls(const uint8_t *p, size_t len)
{
	size_t size = len >= 5 ? (size_t)p[3] << 8 | p[4] : 1;

	return (len < 1 || p[0] == RECORD_ALERT || p[0] == RECORD_HANDSHAKE) &&
	       (len < 2 || p[1] == 3) && (len < 3 || p[2] <= 4) && size > 0 && size <= RECORD_MAX;
}

static void read_records(const void *bytes, size_t len, struct hello_reply *r)
{
	uint8_t message[SERVER_HELLO_MAX];
	size_t n_message = 0;
	struct cursor c;

	cursor_init(&c, bytes, len);
	while (r->answer == HELLO_MORE && cursor_left(&c) >= 5) {
		size_t left = cursor_left(&c) - 5;
		uint8_t type = cursor_u8(&c);
		uint16_t version = cursor_u16(&c);
		size_t size = cursor_u16(&c);
		const uint8_t *p = cursor_take(&c, size < left ? size : left);
		size_t got = size < left ? size : left;

		r->record_version = r->record_version == 0 ? version : r->record_version;
		if (version >> 8 != 3 || size == 0 || size > RECORD_MAX ||
		    (type != RECORD_ALERT && type != RECORD_HANDSHAKE)) {
			r->answer = HELLO_BAD;
		} else if (type == RECORD_ALERT) {
			if (got == size && read_alert(p, size, r)) {
				return;
			}
		} else {
			size_t room = sizeof(message) - n_message;

			got = got < room ? got : room;
			memcpy(message + n_message, p, got);
			n_message += got;
			read_handshake(message, n_message, r);
		}
	}
}

void hello_parse(const void *bytes, size_t len, struct hello_reply *ret)
{
	bool more = false;

	memset(ret, 0, sizeof(*ret));
	ret->answer = HELLO_MORE;
	if (len == 0) {
		return;
	}
	if (begins_as_tls(bytes, len)) {
		read_records(bytes, len, ret);
	} else if (is_ssl2(bytes, len, &more)) {
		ret->answer = HELLO_SSL2_ANSWER;
		ret->version = HELLO_SSL2;
	} else if (!more) {
		ret->answer = HELLO_NOT_TLS;
	}
}
