/* SPDX-License-Identifier: Apache-2.0 */
/* MySQL's packets: all numbers are little-endian, texts end with NUL or with the packet. */
#include "wire/mysql.h"

#include <errno.h>
#include <string.h>

enum {
	PROTOCOL_10 = 10,
	CHARSET_UTF8 = 45, /* utf8mb4_general_ci: every server since 5.5.3 has it */
	MAX_PACKET = 1 << 24,
	NONCE_1 = 8,
	NONCE_2_MIN = 13,
};

static uint16_t u16(struct cursor *c)
{
	uint16_t low = cursor_u8(c);

	return (uint16_t)(low | cursor_u8(c) << 8);
}

static uint32_t u32(struct cursor *c)
{
	uint32_t low = u16(c);

	return low | (uint32_t)u16(c) << 16;
}

/* The bytes up to a NUL, which is taken too, or up to the end. */
static struct mysql_text text_at(struct cursor *c)
{
	struct mysql_text text = { c->at, 0 };
	size_t left = cursor_left(c);

	while (text.len < left && c->at[text.len] != 0) {
		text.len++;
	}
	(void)cursor_take(c, text.len < left ? text.len + 1 : text.len);
	return text;
}

/* A name of ours can be compared with; what does not fit is cut, and is none that is known. */
static void keep_name(char ret[static MYSQL_NAME_MAX], const struct mysql_text *text)
{
	size_t len = text->len < MYSQL_NAME_MAX - 1 ? text->len : MYSQL_NAME_MAX - 1;

	memcpy(ret, text->at, len);
	ret[len] = '\0';
}

static void keep_nonce(struct mysql_greeting *ret, const uint8_t *at, size_t len)
{
	if (at != NULL && ret->n_nonce + len <= MYSQL_NONCE_MAX) {
		memcpy(ret->nonce + ret->n_nonce, at, len);
		ret->n_nonce += len;
	}
}

int mysql_packet(const void *bytes, size_t len, struct mysql_text *ret, uint8_t *ret_sequence)
{
	struct cursor c;
	size_t size = 0;
	uint8_t sequence = 0;

	cursor_init(&c, bytes, len);
	size = u16(&c);
	size |= (size_t)cursor_u8(&c) << 16;
	sequence = cursor_u8(&c);
	if (c.bad) {
		return -EAGAIN;
	}
	if (size == 0 || size > MYSQL_PACKET_MAX) {
		return -EPROTO;
	}
	if (cursor_left(&c) < size) {
		return -EAGAIN;
	}
	*ret = (struct mysql_text){ c.at, size };
	*ret_sequence = sequence;
	return (int)(MYSQL_HEADER + size);
}

/* The marker and the SQLSTATE are missing where the server does not yet know that the client is not
 * from before 2004. */
static int parse_error(struct cursor *c, struct mysql_error *ret)
{
	memset(ret, 0, sizeof(*ret));
	ret->code = u16(c);
	if (c->bad) {
		return -EPROTO;
	}
	if (cursor_left(c) >= 6 && c->at[0] == '#') {
		ret->state = (struct mysql_text){ c->at + 1, 5 };
		(void)cursor_take(c, 6);
	}
	ret->text = (struct mysql_text){ c->at, cursor_left(c) };
	return MYSQL_ERROR;
}

int mysql_parse_greeting(const struct mysql_text *payload, struct mysql_greeting *ret,
                         struct mysql_error *ret_error)
{
	struct cursor c;
	uint8_t n_nonce = 0;
	uint8_t first = 0;

	cursor_init(&c, payload->at, payload->len);
	memset(ret, 0, sizeof(*ret));
	first = cursor_u8(&c);
	if (first == 0xff) {
		return parse_error(&c, ret_error);
	}
	if (first != PROTOCOL_10) {
		return -EPROTO;
	}
	ret->version = text_at(&c);
	ret->thread = u32(&c);
	keep_nonce(ret, cursor_take(&c, NONCE_1), NONCE_1);
	(void)cursor_u8(&c);
	ret->can = u16(&c);
	if (c.bad) {
		return -EPROTO;
	}
	if (cursor_left(&c) == 0) {
		return MYSQL_OK; /* servers before 4.1 end here */
	}
	(void)cursor_u8(&c); /* character set */
	(void)u16(&c);       /* status */
	ret->can |= (uint32_t)u16(&c) << 16;
	n_nonce = cursor_u8(&c);
	(void)cursor_take(&c, 10);
	if (c.bad) {
		return -EPROTO;
	}
	if ((ret->can & MYSQL_CAN_SECURE_CONNECTION) != 0) {
		size_t rest =
			n_nonce > NONCE_1 + NONCE_2_MIN ? (size_t)n_nonce - NONCE_1 : NONCE_2_MIN;
		const uint8_t *at = cursor_take(&c, rest);

		keep_nonce(ret, at, rest > 0 ? rest - 1 : 0); /* its last byte is a NUL */
	}
	if ((ret->can & MYSQL_CAN_PLUGIN_AUTH) != 0) {
		struct mysql_text plugin = text_at(&c);

		keep_name(ret->plugin, &plugin);
	}
	return c.bad ? -EPROTO : MYSQL_OK;
}

void mysql_parse_answer(const struct mysql_text *payload, struct mysql_answer *ret)
{
	struct cursor c;
	struct mysql_text name;

	memset(ret, 0, sizeof(*ret));
	cursor_init(&c, payload->at, payload->len);
	ret->kind = MYSQL_OTHER;
	ret->data = *payload;
	switch (cursor_u8(&c)) {
	case 0x00:
		ret->kind = MYSQL_OK;
		break;
	case 0x01:
		ret->kind = MYSQL_MORE;
		ret->data = (struct mysql_text){ c.at, cursor_left(&c) };
		break;
	case 0xfe:
		ret->kind = MYSQL_SWITCH;
		name = text_at(&c);
		keep_name(ret->plugin, &name);
		if (name.len == 0) { /* a server before 5.5 wants the scramble of 1998 */
			memcpy(ret->plugin, "mysql_old_password", sizeof("mysql_old_password"));
		}
		ret->data = (struct mysql_text){ c.at, cursor_left(&c) };
		break;
	case 0xff:
		if (parse_error(&c, &ret->error) == MYSQL_ERROR) {
			ret->kind = MYSQL_ERROR;
		}
		break;
	default:
		break;
	}
}

struct out {
	uint8_t *at;
	size_t len;
	bool full;
};

static void put(struct out *o, const void *bytes, size_t n)
{
	if (o->full || n > MYSQL_LOGIN_MAX - o->len) {
		o->full = true;
		return;
	}
	if (n > 0) {
		memcpy(o->at + o->len, bytes, n);
	}
	o->len += n;
}

static void put_number(struct out *o, uint32_t value, size_t n)
{
	uint8_t bytes[4];

	for (size_t i = 0; i < n; i++) {
		bytes[i] = (uint8_t)(value >> (8 * i));
	}
	put(o, bytes, n);
}

static void put_text(struct out *o, const char *text)
{
	put(o, text, strlen(text) + 1);
}

static void begin(struct out *o, uint8_t *bytes, uint8_t sequence)
{
	o->at = bytes;
	o->len = 0;
	o->full = false;
	put_number(o, 0, 3);
	put(o, &sequence, 1);
}

static int end(struct out *o)
{
	size_t size = o->len - MYSQL_HEADER;

	if (o->full) {
		return -EMSGSIZE;
	}
	for (size_t i = 0; i < 3; i++) {
		o->at[i] = (uint8_t)(size >> (8 * i));
	}
	return (int)o->len;
}

/* What login and request for TLS begin with alike. */
static void put_head(struct out *o, uint32_t can)
{
	static const uint8_t zeros[23] = { 0 };
	uint8_t charset = CHARSET_UTF8;

	put_number(o, can, 4);
	put_number(o, MAX_PACKET, 4);
	put(o, &charset, 1);
	put(o, zeros, sizeof(zeros));
}

static uint32_t wanted(const struct mysql_login *login)
{
	return MYSQL_CAN_LONG_PASSWORD | MYSQL_CAN_PROTOCOL_41 |
	       (login->can &
	        (MYSQL_CAN_TRANSACTIONS | MYSQL_CAN_SECURE_CONNECTION | MYSQL_CAN_PLUGIN_AUTH)) |
	       (login->tls ? MYSQL_CAN_TLS : 0) |
	       (login->database != NULL ? MYSQL_CAN_CONNECT_WITH_DB : 0);
}

size_t mysql_build_tls(const struct mysql_login *login, uint8_t ret[static MYSQL_LOGIN_MAX])
{
	struct out o;

	begin(&o, ret, 1);
	put_head(&o, wanted(login));
	return (size_t)end(&o);
}

int mysql_build_login(const struct mysql_login *login, uint8_t ret[static MYSQL_LOGIN_MAX])
{
	uint32_t can = wanted(login);
	struct out o;

	if (login->n_answer > 255) {
		return -EMSGSIZE;
	}
	begin(&o, ret, login->tls ? 2 : 1);
	put_head(&o, can);
	put_text(&o, login->user);
	put_number(&o, (uint32_t)login->n_answer, 1);
	put(&o, login->answer, login->n_answer);
	if (login->database != NULL) {
		put_text(&o, login->database);
	}
	if ((can & MYSQL_CAN_PLUGIN_AUTH) != 0) {
		put_text(&o, login->plugin);
	}
	return end(&o);
}

int mysql_build(const void *bytes, size_t len, uint8_t sequence,
                uint8_t ret[static MYSQL_LOGIN_MAX])
{
	struct out o;

	begin(&o, ret, sequence);
	put(&o, bytes, len);
	return end(&o);
}
