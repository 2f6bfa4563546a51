/* SPDX-License-Identifier: Apache-2.0 */
/* HTTP/1.1 requests as bytes (RFC 9110, RFC 9112): the few that naze sends, on a connection that is
 * used once. Reading the response is http_head.h, dates are http_date.h. */
#pragma once
#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct http_request {
	const char *method; /* "GET", "HEAD", "CONNECT"...; NULL is GET */
	const char *host; /* name, IPv4 or IPv6 without brackets; a %zone is not sent (RFC 6874) */
	uint16_t port;
	uint16_t default_port; /* the port that Host leaves out: 80 or 443; 0: always written */
	const char *path;      /* begins with "/", with the query; NULL or "" is "/" */
	bool absolute; /* absolute-form "http://host:port/path", for a proxy (RFC 9112 3.2.2) */
	const char *user, *secret;             /* Authorization: Basic, NULL for none */
	const char *proxy_user, *proxy_secret; /* Proxy-Authorization: Basic, NULL for none */
	const char *bearer;      /* Authorization: Bearer, NULL for none; not together with user */
	const char *host_header; /* what Host says instead of host and port; NULL */
	const char *connection;  /* what Connection says instead of "close" ("Upgrade"); NULL */
	const char *extra;       /* more complete field lines, each with its CRLF; NULL */
};

/* Appends the request head. For "CONNECT" the target is host:port (RFC 9112 section 3.2.3) and path
 * and absolute do not matter. 0; -EINVAL when a part has a blank or control character that would
 * break the head (a path with one must be percent-encoded before); -EMSGSIZE when buf is full. */
int http_build(struct buf *buf, const struct http_request *request);

/* Appends "host", "host:port" or "[v6]:port", the port unless it is default_port. */
void http_authority(struct buf *buf, const char *host, uint16_t port, uint16_t default_port);

/* The reason phrase that the registry gives to a status ("Bad Gateway"); NULL for none. */
const char *http_status_name(unsigned status);
