/* SPDX-License-Identifier: Apache-2.0 */
/* Which proxy an ordinary client (curl 7.88) would use for a target, from the environment. */
#pragma once
#include "target/target.h"

enum proxy_kind { PROXY_HTTP, PROXY_HTTPS, PROXY_SOCKS4, PROXY_SOCKS4A, PROXY_SOCKS5, PROXY_SOCKS5H, N_PROXY_KINDS };

struct proxy_choice {
	bool used;             /* a proxy is used for this target */
	bool broken;           /* the variable is set and its text cannot work; flaw says why */
	enum proxy_kind kind;
	char variable[24];     /* which variable decided ("https_proxy", "ALL_PROXY", "--proxy"); "" none */
	char no_proxy_variable[12]; /* "no_proxy" or "NO_PROXY" when that list is set; else "" */
	bool bypassed;         /* a proxy is set, the no_proxy list excludes this target */
	bool no_proxy_has_blank_or_semicolon; /* the list has separators that curl does not take (;) */
	char no_proxy_entry[128]; /* the entry that matched, or the one that looks as if it was meant to */
	bool no_proxy_meant;   /* an entry names this target in a form that does not match (suffix with
	                        * "*.", port, URL, CIDR on an old client, semicolons, ...) */
	char unused_variable[24]; /* a set variable that is meant but not read for this target, as
	                           * HTTP_PROXY in capitals or http_proxy for an https target; "" none */
	struct target proxy;   /* its host, port, user, secret; scheme TCP (TLS for PROXY_HTTPS) */
};

/* env(name) gives a variable's value or NULL. override is the --proxy URL, "none" or NULL. The
 * rules are curl 7.88's: <scheme>_proxy in lower case, then in capitals except HTTP_PROXY, then
 * all_proxy, ALL_PROXY; no_proxy before NO_PROXY, split at commas and blanks, "*" alone for all,
 * suffix match at a dot, leading dots ignored, CIDR for literals; default port 1080 (443 for https);
 * the user info is decoded. Only http, https, ws, wss targets have proxies, and any target with an
 * explicit --proxy. */
void proxy_choose(const struct target *target, const char *(*env)(const char *name),
                  const char *override, struct proxy_choice *ret);
