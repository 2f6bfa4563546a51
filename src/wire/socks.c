/* SPDX-License-Identifier: Apache-2.0 */
/* SOCKS requests and replies. */
#include "wire/socks.h"

#include "base/cursor.h"

#include <errno.h>
#include <string.h>

enum { V4_GRANTED = 90, ATYP_V4 = 1, ATYP_NAME = 3, ATYP_V6 = 4 };

/* Writes the n bytes at text, which need no end there; what follows comes after. */
static size_t put(uint8_t *bytes, size_t at, const void *text, size_t n)
{
	if (n > 0) {
		memcpy(bytes + at, text, n);
	}
	return at + n;
}

int socks_build_greeting(bool password, uint8_t bytes[static SOCKS_MAX])
{
	bytes[0] = 5;
	bytes[1] = password ? 2 : 1;
	bytes[2] = SOCKS_NO_AUTH;
	bytes[3] = SOCKS_PASSWORD;
	return 2 + bytes[1];
}

int socks_parse_method(const void *bytes, size_t len, uint8_t *ret)
{
	struct cursor c;
	uint8_t version = 0;
	uint8_t method = 0;

	cursor_init(&c, bytes, len);
	version = cursor_u8(&c);
	method = cursor_u8(&c);
	if (len > 0 && version != 5) {
		return -EPROTO;
	}
	if (c.bad) {
		return -EAGAIN;
	}
	*ret = method;
	return 2;
}

int socks_build_password(const char *user, const char *secret, uint8_t bytes[static SOCKS_MAX])
{
	size_t n_user = strlen(user);
	size_t n_secret = strlen(secret);

	if (n_user == 0 || n_user > 255 || n_secret > 255) {
		return -EINVAL;
	}
	bytes[0] = 1; /* the version of the negotiation, not of SOCKS */
	bytes[1] = (uint8_t)n_user;
	(void)put(bytes, 2, user, n_user);
	bytes[2 + n_user] = (uint8_t)n_secret;
	return (int)put(bytes, 3 + n_user, secret, n_secret);
}

int socks_parse_password(const void *bytes, size_t len, bool *ret)
{
	struct cursor c;
	uint8_t version = 0;
	uint8_t status = 0;

	cursor_init(&c, bytes, len);
	version = cursor_u8(&c);
	status = cursor_u8(&c);
	/* Some servers put 5 there, and clients accept it. */
	if (len > 0 && version != 1 && version != 5) {
		return -EPROTO;
	}
	if (c.bad) {
		return -EAGAIN;
	}
	*ret = status == 0;
	return 2;
}

int socks_build_connect(const struct addr *addr, const char *host, uint16_t port,
                        uint8_t bytes[static SOCKS_MAX])
{
	size_t at = 4;
	size_t size = 0;

	bytes[0] = 5;
	bytes[1] = 1; /* CONNECT */
	bytes[2] = 0;
	if (addr != NULL && addr->family != ADDR_NONE) {
		size = addr->family == ADDR_V4 ? 4 : 16;
		bytes[3] = addr->family == ADDR_V4 ? ATYP_V4 : ATYP_V6;
		memcpy(bytes + at, addr->bytes, size);
	} else {
		size = host != NULL ? strlen(host) : 0;
		if (size == 0 || size > 255) {
			return -EINVAL;
		}
		bytes[3] = ATYP_NAME;
		bytes[at++] = (uint8_t)size;
		memcpy(bytes + at, host, size);
	}
	at += size;
	bytes[at] = (uint8_t)(port >> 8);
	bytes[at + 1] = (uint8_t)port;
	return (int)at + 2;
}

int socks_parse_connect(const void *bytes, size_t len, struct socks_reply *ret)
{
	struct socks_reply reply = { .version = 5 };
	struct cursor c;
	uint8_t kind = 0;

	cursor_init(&c, bytes, len);
	if (cursor_u8(&c) != 5 && len > 0) {
		return -EPROTO;
	}
	reply.code = cursor_u8(&c);
	(void)cursor_u8(&c);
	kind = cursor_u8(&c);
	if (c.bad) {
		/* A cut refusal: at the end of the stream the caller looks at bytes[1]. */
		return -EAGAIN;
	}
	if (kind == ATYP_V4 || kind == ATYP_V6) {
		size_t size = kind == ATYP_V4 ? 4 : 16;
		const uint8_t *p = cursor_take(&c, size);

		if (p != NULL) {
			reply.bound.family = kind == ATYP_V4 ? ADDR_V4 : ADDR_V6;
			memcpy(reply.bound.bytes, p, size);
		}
	} else if (kind == ATYP_NAME) {
		(void)cursor_take(&c, cursor_u8(&c));
	} else if (reply.code == 0) {
		return -EPROTO;
	}
	reply.port = cursor_u16(&c);
	if (c.bad && reply.code == 0) {
		return -EAGAIN;
	}
	/* What stands after the code of a refusal does not matter, nor whether it is all there. */
	reply.ok = reply.code == 0;
	*ret = reply;
	return c.bad ? (int)len : (int)(c.at - c.begin);
}

int socks_build_connect4(const struct addr *addr, const char *host, uint16_t port, const char *user,
                         uint8_t bytes[static SOCKS_MAX])
{
	size_t n_user = user != NULL ? strlen(user) : 0;
	size_t n_host = 0;
	size_t at = 8;

	bytes[0] = 4;
	bytes[1] = 1; /* CONNECT */
	bytes[2] = (uint8_t)(port >> 8);
	bytes[3] = (uint8_t)port;
	if (n_user > 255) {
		return -EINVAL;
	}
	if (addr != NULL && addr->family != ADDR_NONE) {
		if (addr->family != ADDR_V4) {
			return -EINVAL;
		}
		memcpy(bytes + 4, addr->bytes, 4);
	} else {
		n_host = host != NULL ? strlen(host) : 0;
		if (n_host == 0 || n_host > 255) {
			return -EINVAL;
		}
		memcpy(bytes + 4, "\0\0\0\1", 4); /* 0.0.0.x: a name follows (SOCKS4A) */
	}
	if (n_user > 0) {
		memcpy(bytes + at, user, n_user);
	}
	at += n_user;
	bytes[at++] = 0;
	if (n_host > 0) {
		memcpy(bytes + at, host, n_host);
		at += n_host;
		bytes[at++] = 0;
	}
	return (int)at;
}

int socks_parse_connect4(const void *bytes, size_t len, struct socks_reply *ret)
{
	struct socks_reply reply = { .version = 4 };
	struct cursor c;
	const uint8_t *p = NULL;

	cursor_init(&c, bytes, len);
	if (cursor_u8(&c) != 0 && len > 0) {
		return -EPROTO;
	}
	reply.code = cursor_u8(&c);
	if (!c.bad && (reply.code < V4_GRANTED || reply.code > V4_GRANTED + 3)) {
		return -EPROTO;
	}
	reply.port = cursor_u16(&c);
	p = cursor_take(&c, 4);
	if (p == NULL) {
		return -EAGAIN;
	}
	reply.ok = reply.code == V4_GRANTED;
	reply.bound.family = ADDR_V4;
	memcpy(reply.bound.bytes, p, 4);
	*ret = reply;
	return 8;
}

const char *socks_code_name(uint8_t version, uint8_t code)
{
	static const char *const v5[] = {
		"succeeded",
		"general SOCKS server failure",
		"connection not allowed by ruleset",
		"network unreachable",
		"host unreachable",
		"connection refused",
		"TTL expired",
		"command not supported",
		"address type not supported",
	};
	static const char *const v4[] = {
		"request granted",
		"request rejected or failed",
		"the proxy could not reach identd on the client",
		"identd on the client names another user",
	};

	if (version == 5) {
		return code < sizeof(v5) / sizeof(v5[0]) ? v5[code] : NULL;
	}
	return code >= V4_GRANTED && code < V4_GRANTED + sizeof(v4) / sizeof(v4[0])
	               ? v4[code - V4_GRANTED]
	               : NULL;
}
