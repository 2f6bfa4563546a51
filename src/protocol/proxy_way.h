/* SPDX-License-Identifier: Apache-2.0 */
/* Between the files that ask a proxy for the way to the target: HTTP's CONNECT (proxy.c) and SOCKS
 * (proxy_socks.c). */
#pragma once
#include "engine/probe.h"

struct proxy_way {
	const struct probe_run *r;
	const struct proxy_choice *choice;
	struct stream *stream;
	struct ev_proxy *ev;
	const struct addr *local; /* of the target, looked up here (socks4, socks5) */
	usec_t until;
	bool first; /* the connection that counts: how its TLS went belongs to the proxy's run */
};

/* Notes how the conversation with the proxy broke off: n is 0 at the end of the stream, or what
 * reading or writing gave. */
void proxy_broken(struct proxy_way *w, int n);

/* Reads one byte more behind the *n that are there, of max at the most: nothing behind the proxy's
 * answer may be taken. 0, -EPROTO where there is no room, -EPIPE at the end, or what the stream
 * said. */
int proxy_read_more(struct proxy_way *w, uint8_t *bytes, size_t *n, size_t max);

/* Speaks SOCKS up to the proxy's answer, which is evidence then. 0, or -ECANCELED and the like. */
int proxy_socks_connect(struct proxy_way *w);

/* Whether the proxy looks the target's name up (socks5h, socks4a), and not this host. */
bool proxy_socks_remote_name(const struct proxy_way *w);
