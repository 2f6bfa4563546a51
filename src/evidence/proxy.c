/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of the proxy: its variables, and what it said to CONNECT or to its SOCKS request. */
#include "evidence/predicates.h"
#include "evidence/read.h"
#include "target/scheme.h"

enum tri proxied(const struct evidence *e)
{
	bool seen = e->first != NULL && via_proxy(e->first) == YES;
	bool set = e->proxy_env != NULL && e->proxy_env->has.used && e->proxy_env->used;

	return tri_of(seen || set || e->proxy != NULL);
}

enum tri proxy_text_flawed(const struct evidence *e)
{
	/* the field is there only when the text is flawed */
	return tri_of(e->proxy_env != NULL && e->proxy_env->has.flaw);
}

enum tri proxy_flaw_is(const struct evidence *e, enum input_flaw flaw)
{
	return both(proxy_text_flawed(e), IS(e, proxy_env, flaw, flaw));
}

enum tri connect_is(const struct evidence *e, enum connect_end end)
{
	return IS(e, proxy, end, end);
}

enum tri connect_says(const struct evidence *e, int64_t low, int64_t high)
{
	bool socks = e->proxy != NULL && e->proxy->has.socks_reply;

	return socks ? NO
	             : THEN(connect_is(e, CONNECT_DENIED),
	                    both(AT_LEAST(e, proxy, status, low),
	                         not(AT_LEAST(e, proxy, status, high + 1))));
}

/* Not 502 to 504, which speak of the target: a client error, a redirect (to a log-in or block page:
 * RFC 9110 9.3.6 knows no such answer), a method that it has not, a network that wants a log-in
 * first (511, RFC 6585 6), or no status that HTTP has. */
enum tri connect_denied(const struct evidence *e)
{
	return any3(connect_says(e, 300, 499), connect_says(e, 600, 999),
	            either(connect_says(e, 501, 501), connect_says(e, 511, 511)));
}

/* A web server that is no proxy answers so as well. */
enum tri connect_no_proxy(const struct evidence *e)
{
	return any3(connect_says(e, 300, 400), connect_says(e, 404, 405),
	            connect_says(e, 501, 501));
}

enum tri socks_says(const struct evidence *e, int64_t low, int64_t high)
{
	bool socks = e->proxy != NULL && e->proxy->has.socks_reply;

	return socks ? tri_of(e->proxy->socks_reply >= low && e->proxy->socks_reply <= high) : NO;
}

/* It was not even asked: its kind wants an address, and this host has none for the name. */
static bool unasked(const struct evidence *e)
{
	return e->proxy == NULL && e->nss != NULL && e->nss->has.end && e->nss->end != NSS_OK;
}

/* The way through it is open, or it takes requests itself. */
enum tri proxy_opens(const struct evidence *e)
{
	if (unasked(e)) {
		return NO;
	}
	if (e->proxy != NULL && e->proxy->has.end) {
		return either(connect_is(e, CONNECT_OPEN), connect_is(e, CONNECT_FORWARDED));
	}
	return both(connect_is(e, CONNECT_OPEN), UNKNOWN);
}

static enum tri kind_is(const struct evidence *e, enum via kind)
{
	return IS(e, proxy_env, kind, kind);
}

enum tri proxy_kind_wrong(const struct evidence *e)
{
	enum tri http = SAYS(e, proxy_check, speaks_http);
	enum tri tls = SAYS(e, proxy_check, speaks_tls);
	enum tri socks = SAYS(e, proxy_check, speaks_socks);
	enum tri plain_meant = both(kind_is(e, VIA_HTTP), both(not(http), either(tls, socks)));
	enum tri tls_meant = both(kind_is(e, VIA_HTTPS), both(not(tls), either(http, socks)));
	enum tri other_meant = both(not(either(kind_is(e, VIA_HTTP), kind_is(e, VIA_HTTPS))),
	                            both(not(socks), either(http, tls)));

	return any3(plain_meant, tls_meant, other_meant);
}

/* socks5:// and socks4:// leave the lookup to this host. */
enum tri looked_up_here(const struct evidence *e)
{
	return both(tri_of(!e->target.literal),
	            either(kind_is(e, VIA_SOCKS5), kind_is(e, VIA_SOCKS4)));
}

/* And by name the proxy reaches the target. */
enum tri proxy_looks_up(const struct evidence *e)
{
	return ssh_jumps(e) == YES ? NO
	                           : both(looked_up_here(e), SAYS(e, proxy_check, remote_name));
}

enum tri direct_works(const struct evidence *e)
{
	return IS(e, proxy_check, direct, DIRECT_OPENS);
}

enum tri no_proxy_missed(const struct evidence *e)
{
	return both(SAYS(e, proxy_env, used), SAYS(e, proxy_env, meant));
}

enum tri unused_proxy_works(const struct evidence *e)
{
	/* the clients of other protocols do not read the proxy variables */
	return scheme_is_web(e->target.scheme)
	               ? both(SAYS(e, proxy_env, others_set), SAYS(e, proxy_check, unused_works))
	               : NO;
}

/* A jump host is no proxy that answers in HTTP or SOCKS. */
static enum tri goes_by_proxy(const struct attempt *a)
{
	return both(via_proxy(a), not(ssh_jumps(a->e)));
}

/* 502 to 504, tinyproxy's 500; SOCKS 1 and 3 to 6 (RFC 1928), 91 (SOCKS 4). */
enum tri proxy_cannot_reach(const struct attempt *a)
{
	const struct evidence *e = a->e;
	enum tri said = any3(connect_says(e, 500, 599), socks_says(e, 1, 1), socks_says(e, 3, 6));
	enum tri answered = both(proxy_speaks(a), status_within(a, 500, 599));

	return both(goes_by_proxy(a), any3(said, socks_says(e, 91, 91), answered));
}

/* The proxy itself refuses: it cannot, or it may not. */
enum tri proxy_says_no(const struct attempt *a)
{
	const struct evidence *e = a->e;
	enum tri said = either(connect_denied(e), socks_says(e, 2, 2));
	enum tri answered = both(proxy_speaks(a), status_within(a, 400, 499));

	return either(proxy_cannot_reach(a), both(goes_by_proxy(a), either(said, answered)));
}

/* What answers is no proxy of that kind: foreign bytes, or a ClientHello that gets no TLS back. A
 * proxy that does speak TLS and refuses this handshake is of the right kind. */
enum tri proxy_foreign(const struct evidence *e)
{
	enum tri mute = THEN(connect_is(e, CONNECT_SILENCE), kind_is(e, VIA_HTTPS));
	enum tri no_tls =
		THEN(connect_is(e, CONNECT_TLS_FAILED), not(SAYS(e, proxy_check, speaks_tls)));

	return any3(connect_is(e, CONNECT_NOT_PROXY), no_tls, mute);
}
