/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of what happens once the stream is open: first words, TLS, HTTP. */
#include "evidence/predicates.h"
#include "evidence/read.h"

#include <string.h>

static const struct scheme_info *scheme(const struct evidence *e)
{
	return &target_schemes[e->target.scheme];
}

enum tri wants_tls(const struct evidence *e)
{
	return tri_of(scheme(e)->tls);
}

enum tri wants_http(const struct evidence *e)
{
	return tri_of(e->role != ROLE_PROXY && scheme(e)->app != NULL &&
	              strcmp(scheme(e)->app, "http") == 0);
}

enum tri server_speaks_first(const struct evidence *e)
{
	return tri_of(scheme(e)->server_first);
}

enum tri first_is(const struct attempt *a, enum first_end end)
{
	return IS(a, stream, first, end);
}

enum tri speaks_another(const struct attempt *a)
{
	const char *app = scheme(a->e)->app;
	enum tri other = tri_of(app != NULL || wants_tls(a->e) == YES);

	if (app == NULL) {
		/* tcp://: any word is welcome; tls://: the client speaks first */
	} else if (strcmp(app, "ssh") == 0) {
		other = not(IS(a, stream, spoken, SPOKEN_SSH));
	} else if (strcmp(app, "mysql") == 0) {
		other = not(IS(a, stream, spoken, SPOKEN_MYSQL));
	} else if (strcmp(app, "smtp") == 0) {
		other = not(IS(a, stream, spoken, SPOKEN_SMTP));
	} else if (server_speaks_first(a->e) == YES) {
		other = not(IS(a, stream, spoken, SPOKEN_UNKNOWN)); /* a greeting that nobody told apart */
	}
	return both(first_is(a, FIRST_BYTES), other);
}

enum tri tls_is(const struct attempt *a, enum tls_end end)
{
	return IS(a, tls, end, end);
}

enum tri fault(const struct attempt *a, int64_t code)
{
	return ANY(a, tls, faults, tls_fault, f, ITEM_IS(f, code, code));
}

enum tri leaf_fault(const struct attempt *a, int64_t code)
{
	return ANY(a, tls, faults, tls_fault, f,
	           both(ITEM_IS(f, depth, 0), ITEM_IS(f, code, code)));
}

enum tri tls_ok(const struct attempt *a)
{
	return both(tls_is(a, TLS_DONE), not(ANY(a, tls, faults, tls_fault, f, f ? YES : NO)));
}

enum tri valid_by_their_clock(const struct attempt *a)
{
	const struct evidence *e = a->e;
	int64_t now = 0;

	if (!KNOWN(e, setting, at) || !KNOWN(e, clock, offset)) {
		return UNKNOWN;
	}
	now = e->setting->at + e->clock->offset;
	return not(ANY(a, tls, chain, certificate, c,
	               either(c->has.not_before ? tri_of(c->not_before > now) : UNKNOWN,
	                      c->has.not_after ? tri_of(c->not_after < now) : UNKNOWN)));
}

enum tri small_mss_helps(const struct attempt *a)
{
	return IS(a, tls_retry, small_mss, RETRY_COMPLETES);
}

enum tri other_name_helps(const struct attempt *a)
{
	return IS(a, tls_retry, other_name, RETRY_COMPLETES);
}

enum tri tls_cut_off(const struct attempt *a)
{
	return any3(tls_is(a, TLS_SILENCE), tls_is(a, TLS_RST), tls_is(a, TLS_FIN));
}

enum tri date_fault(const struct attempt *a)
{
	return either(fault(a, 9), fault(a, 10));
}

enum tri intermediate_missing(const struct attempt *a)
{
	return witnesses(confirms(aia_completes(a)), not(SAYS(a, tls, root_sent)));
}

enum tri aia_completes(const struct attempt *a)
{
	return SAYS(a, aia, completes);
}

enum tri http_is(const struct attempt *a, enum http_end end)
{
	return IS(a, http, end, end);
}

enum tri status_within(const struct attempt *a, int64_t low, int64_t high)
{
	return both(http_is(a, HTTP_HEAD),
	            both(AT_LEAST(a, http, status, low), not(AT_LEAST(a, http, status, high + 1))));
}

enum tri status_is(const struct attempt *a, int64_t status)
{
	return status_within(a, status, status);
}

enum tri tls_wanted_here(const struct attempt *a)
{
	enum tri cut_off =
		any3(http_is(a, HTTP_FIN), http_is(a, HTTP_RST), http_is(a, HTTP_SILENCE));

	return either(both(status_is(a, 400), SAYS(a, http, says_use_tls)),
	              both(cut_off, SAYS(a, http_retry, tls_answers)));
}

enum tri connect_says(const struct evidence *e, int64_t low, int64_t high)
{
	return both(AT_LEAST(e, proxy, status, low), not(AT_LEAST(e, proxy, status, high + 1)));
}

enum tri app_ok(const struct attempt *a)
{
	const struct evidence *e = a->e;

	if (e->role == ROLE_PROXY) {
		return YES; /* its run ends with the transport */
	}
	if (wants_http(e) == YES) {
		return status_within(a, 100, 399);
	}
	if (server_speaks_first(e) == YES) {
		return both(first_is(a, FIRST_BYTES), not(speaks_another(a)));
	}
	if (wants_tls(e) == YES) {
		return YES; /* tls:// stops after TLS */
	}
	return either(first_is(a, FIRST_BYTES), first_is(a, FIRST_SILENCE));
}

enum tri through(const struct attempt *a)
{
	return all3(connected(a), either(not(wants_tls(a->e)), tls_ok(a)), app_ok(a));
}

enum tri store_empty(const struct evidence *e)
{
	return SAYS(e, trust, empty);
}

enum tri chain_fault(const struct attempt *a)
{
	return any3(fault(a, 19), fault(a, 20), fault(a, 21));
}
