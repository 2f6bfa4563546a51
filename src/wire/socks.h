/* SPDX-License-Identifier: Apache-2.0 */
/* SOCKS 4, 4a and 5 requests as bytes and their replies (the SOCKS4 and SOCKS4A memos, RFC 1928,
 * RFC 1929). The caller sends, waits and feeds all bytes of the current reply again. */
#pragma once
#include "base/addr.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	SOCKS_MAX = 520, /* the longest request or reply */
};

enum {
	SOCKS_NO_AUTH = 0,
	SOCKS_GSSAPI = 1,
	SOCKS_PASSWORD = 2,
	SOCKS_NO_METHOD = 0xff,
};

struct socks_reply {
	uint8_t version;   /* 4 or 5: 5 when the server speaks SOCKS5 */
	uint8_t code;      /* SOCKS5: REP 0 to 8; SOCKS4: 90 to 93 */
	bool ok;           /* connected */
	struct addr bound; /* BND.ADDR, ADDR_NONE for a name */
	uint16_t port;
};

/* SOCKS5: writes the greeting, offering no authentication and, if password, RFC 1929. The
 * length. */
int socks_build_greeting(bool password, uint8_t bytes[static SOCKS_MAX]);

/* Reads the method that the server chose (SOCKS_...). The bytes used, -EAGAIN for more, -EPROTO
 * when it is not a SOCKS5 server. */
int socks_parse_method(const void *bytes, size_t len, uint8_t *ret);

/* Writes the user and the secret (RFC 1929). The length; -EINVAL when one is over 255 bytes or user
 * is empty. */
int socks_build_password(const char *user, const char *secret, uint8_t bytes[static SOCKS_MAX]);

/* Reads the answer to it; *ret is whether they were accepted. Returns as socks_parse_method(). */
int socks_parse_password(const void *bytes, size_t len, bool *ret);

/* SOCKS5: writes CONNECT to addr, or to the name host when addr is NULL or ADDR_NONE (the proxy
 * resolves it). The length; -EINVAL for a name that is empty or over 255 bytes. */
int socks_build_connect(const struct addr *addr, const char *host, uint16_t port,
                        uint8_t bytes[static SOCKS_MAX]);

/* Reads the reply to CONNECT. Returns as socks_parse_method(). */
int socks_parse_connect(const void *bytes, size_t len, struct socks_reply *ret);

/* SOCKS4 (addr is IPv4) or, with a host, SOCKS4a: writes CONNECT with the user id (NULL is "").
 * The length; -EINVAL for an IPv6 address, or a text that is too long. */
int socks_build_connect4(const struct addr *addr, const char *host, uint16_t port, const char *user,
                         uint8_t bytes[static SOCKS_MAX]);

/* Reads the reply to it. Returns as socks_parse_method(). */
int socks_parse_connect4(const void *bytes, size_t len, struct socks_reply *ret);

/* "host unreachable"... of RFC 1928 section 6 or of SOCKS4; NULL for an unassigned code. */
const char *socks_code_name(uint8_t version, uint8_t code);
