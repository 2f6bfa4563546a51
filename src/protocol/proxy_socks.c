/* SPDX-License-Identifier: Apache-2.0 */
/* Asking a SOCKS proxy for the way (RFC 1928, RFC 1929; SOCKS 4 and 4a). */
#include "protocol/proxy_way.h"
#include "wire/socks.h"

#include <errno.h>
#include <string.h>

/* Sends and reads one step of SOCKS; parse reads what came. */
static int socks_step(struct proxy_way *w, const uint8_t *out, int len,
                      int (*parse)(const void *bytes, size_t len, void *ret), void *ret)
{
	uint8_t bytes[SOCKS_MAX];
	size_t n = 0;
	int r = len < 0 ? len : stream_write(w->stream, out, (size_t)len, w->until);

	while (r >= 0) {
		r = proxy_read_more(w, bytes, &n, sizeof(bytes));
		if (r < 0) {
			break;
		}
		r = parse(bytes, n, ret);
		if (r != -EAGAIN) {
			break;
		}
		r = 0;
	}
	if (r == -EPROTO) {
		SET_TEXT(w->r, w->ev, bytes, bytes, n);
		SET(w->ev, end, CONNECT_NOT_PROXY);
		return 1;
	}
	if (r < 0 && r != -ECANCELED) {
		proxy_broken(w, r == -EPIPE ? 0 : r);
		return 1;
	}
	return r < 0 ? r : 0;
}

static int parse_method(const void *bytes, size_t len, void *ret)
{
	return socks_parse_method(bytes, len, ret);
}

static int parse_password(const void *bytes, size_t len, void *ret)
{
	return socks_parse_password(bytes, len, ret);
}

static int parse_reply(const void *bytes, size_t len, void *ret)
{
	return socks_parse_connect(bytes, len, ret);
}

static int parse_reply4(const void *bytes, size_t len, void *ret)
{
	return socks_parse_connect4(bytes, len, ret);
}

bool proxy_socks_remote_name(const struct proxy_way *w)
{
	return w->choice->kind == PROXY_SOCKS5H || w->choice->kind == PROXY_SOCKS4A;
}

static void note_socks(struct proxy_way *w, const struct socks_reply *reply)
{
	const char *name = socks_code_name(reply->version, reply->code);

	SET(w->ev, socks_reply, reply->code);
	if (name != NULL) {
		SET_TEXT(w->r, w->ev, reason, name, strlen(name));
	}
	SET(w->ev, end, reply->ok ? CONNECT_OPEN : CONNECT_DENIED);
}

static int socks5_login(struct proxy_way *w)
{
	const struct target *p = &w->choice->proxy;
	uint8_t out[SOCKS_MAX];
	uint8_t method = SOCKS_NO_METHOD;
	bool accepted = true;
	int r = socks_step(w, out, socks_build_greeting(p->user[0] != '\0', out), parse_method,
	                   &method);

	if (r == 0 && method == SOCKS_PASSWORD) {
		r = socks_step(w, out, socks_build_password(p->user, p->secret, out),
		               parse_password, &accepted);
	}
	if (r == 0 && (method == SOCKS_NO_METHOD || !accepted)) {
		SET(w->ev, status, 407); /* the same answer in SOCKS: it wants credentials */
		SET(w->ev, end, CONNECT_DENIED);
		return 1;
	}
	return r;
}

int proxy_socks_connect(struct proxy_way *w)
{
	const struct target *t = &w->r->run->e->target;
	const struct addr *addr = t->literal                   ? &t->addr
	                          : proxy_socks_remote_name(w) ? NULL
	                                                       : w->local;
	bool v4 = w->choice->kind == PROXY_SOCKS4 || w->choice->kind == PROXY_SOCKS4A;
	struct socks_reply reply = { .version = 5 };
	uint8_t out[SOCKS_MAX];
	int r = v4 ? 0 : socks5_login(w);

	if (r != 0) {
		return r < 0 ? r : 0;
	}
	r = v4 ? socks_step(w, out,
	                    socks_build_connect4(addr, addr == NULL ? t->host : NULL, t->port,
	                                         w->choice->proxy.user, out),
	                    parse_reply4, &reply)
	       : socks_step(w, out, socks_build_connect(addr, t->host, t->port, out), parse_reply,
	                    &reply);
	if (r == 0) {
		note_socks(w, &reply);
	}
	return r < 0 ? r : 0;
}
