/* SPDX-License-Identifier: Apache-2.0 */
/* Which proxy an ordinary client (curl 7.88) would use for a target, from the environment. */
#pragma once
#include "target/target.h"

enum proxy_kind {
	PROXY_HTTP,
	PROXY_HTTPS,
	PROXY_SOCKS4,
	PROXY_SOCKS4A,
	PROXY_SOCKS5,
	PROXY_SOCKS5H,
	N_PROXY_KINDS
};

struct proxy_choice {
	bool used;   /* a proxy is used for this target */
	bool broken; /* the proxy's text cannot work: proxy.flaw says why */
	enum proxy_kind kind;
	char variable[24]; /* which decided ("https_proxy", "ALL_PROXY", "--proxy"); "" none */
	char no_proxy_variable[12]; /* "no_proxy" or "NO_PROXY" when that list is set; else "" */
	bool bypassed;              /* a proxy is set, the no_proxy list excludes this target */
	bool no_proxy_has_blank_or_semicolon; /* the list has separators that curl lacks: ; | */
	char no_proxy_entry
		[128];       /* the entry that matched, or the one that was probably meant to */
	bool no_proxy_meant; /* an entry names this target in a form that does not match ("*."
	                      * before a suffix, port, URL, quotes, semicolons, an IPv6 network), or
	                      * stands in NO_PROXY while no_proxy is read (unused_variable) */
	char unused_variable[24]; /* a variable that is set and not read for this target, as
	                           * HTTP_PROXY or, for https, http_proxy; "" none */
	struct target proxy; /* its host, port, user, secret; scheme TCP (TLS for PROXY_HTTPS) */
};

/* Whether its URL holds a user or a password. */
static inline bool proxy_has_login(const struct proxy_choice *choice)
{
	return choice->proxy.user[0] != '\0' || choice->proxy.secret[0] != '\0';
}

/* env(name) gives a variable's value or NULL. override is the --proxy URL, "none" or NULL. The
 * rules are curl 7.88's: <scheme>_proxy in lower case, then in capitals except HTTP_PROXY, then
 * all_proxy, ALL_PROXY; no_proxy before NO_PROXY, split at commas and blanks, "*" alone for all,
 * suffix match at a dot, one leading and one trailing dot ignored, CIDR for IPv4 literals, IPv6
 * literals as text; a matching list excludes from --proxy, too. Default port 1080 (443 for https).
 * Empty variables are not set. The user info is decoded. Only http, https, ws, wss targets have
 * proxies, and any target with an explicit --proxy. */
void proxy_choose(const struct target *target, const char *(*env)(const char *name),
                  const char *override, struct proxy_choice *ret);
