/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of the TLS handshake. Numbers of alerts are RFC 8446's (6). */
#include "evidence/predicates.h"
#include "evidence/read.h"

enum tri tls_is(const struct attempt *a, enum tls_end end)
{
	return IS(a, tls, end, end);
}

enum tri tls_whole_run(const struct attempt *a)
{
	usec_t waited = a->tls != NULL && a->tls->has.waited ? a->tls->waited : -1;

	return THEN(tls_is(a, TLS_SILENCE), waited_out(a->e, waited));
}

enum tri tls_ok(const struct attempt *a)
{
	enum tri faultless = not(ANY(a, tls, faults, tls_fault, f, f ? YES : NO));

	return THEN(tls_is(a, TLS_DONE), either(not(certificate_counts(a)), faultless));
}

/* The run of a proxy ends with its transport. Its TLS, where its URL wants that, is spoken by the
 * run that goes through it; until then nobody misses it. */
static bool only_connects(const struct attempt *a)
{
	const struct evidence *e = a->e;
	const struct evidence *through = e - (e->index - e->parent);

	return e->role == ROLE_PROXY && e->parent >= 0 && a->tls == NULL && through->proxy == NULL;
}

enum tri tls_not_wanted(const struct attempt *a)
{
	return either(tri_of(only_connects(a)), both(not(wants_tls(a->e)), not(app_began_tls(a))));
}

enum tri tls_passed(const struct attempt *a)
{
	return either(tls_not_wanted(a), tls_ok(a));
}

enum tri tls_plain_text(const struct attempt *a)
{
	return either(tls_is(a, TLS_NOT_TLS),
	              THEN(tls_cut_off(a), IS(a, tls_hello, end, ANSWER_NOT_TLS)));
}

enum tri tls_cut_off(const struct attempt *a)
{
	return any3(tls_is(a, TLS_SILENCE), tls_is(a, TLS_RST), tls_is(a, TLS_FIN));
}

enum tri alert_is(const struct attempt *a, int64_t alert)
{
	return THEN(tls_is(a, TLS_ALERT), IS(a, tls, alert, alert));
}

enum tri asks_client_cert(const struct attempt *a)
{
	return SAYS(a, tls, asks_client_cert);
}

/* What servers send for a missing certificate: 116, or before TLS 1.3 one of 40, 42 to 46, 48. */
enum tri alert_for_client_cert(const struct attempt *a)
{
	enum tri bad = both(AT_LEAST(a, tls, alert, 42), not(AT_LEAST(a, tls, alert, 49)));
	enum tri other = any3(bad, IS(a, tls, alert, 40), IS(a, tls, alert, 49));

	return THEN(tls_is(a, TLS_ALERT),
	            either(IS(a, tls, alert, 116), both(asks_client_cert(a), other)));
}

enum tri name_changes_it(const struct attempt *a)
{
	return either(IS(a, tls_retry, other_name, RETRY_COMPLETES),
	              IS(a, tls_retry, no_name, RETRY_COMPLETES));
}

/* Whoever objects to the name has read it: it comes before all that the server says. */
enum tri cut_off_unanswered(const struct attempt *a)
{
	return THEN(tls_cut_off(a), not(SAYS(a, tls, got_bytes)));
}

enum tri fails_again(const struct attempt *a)
{
	return IS(a, tls_retry, again, RETRY_SAME);
}

enum tri wide_hello_answered(const struct attempt *a)
{
	return IS(a, tls_hello, end, ANSWER_SERVER_HELLO);
}

/* Refused before a ServerHello, where more versions and ciphers get one. What fails later does not
 * fail for the lack of a cipher. */
enum tri nothing_in_common(const struct attempt *a)
{
	enum tri before = both(tls_is(a, TLS_ALERT), not(SAYS(a, tls, server_hello)));

	return THEN(before, wide_hello_answered(a));
}

enum tri old_version_only(const struct attempt *a)
{
	return THEN(wide_hello_answered(a), SAYS(a, tls_hello, old_version));
}

enum tri low_security_helps(const struct attempt *a)
{
	return IS(a, tls_retry, low_security, RETRY_COMPLETES);
}

/* RFC 5746; the library's own number, or the pair with the option that allows it. */
enum tri lacks_renegotiation(const struct attempt *a)
{
	enum tri code = a->tls != NULL && a->tls->has.local_code
	                        ? tri_of(text_has(a->tls->local_code, "0A000152"))
	                        : UNKNOWN;

	return THEN(tls_is(a, TLS_REFUSED_HERE),
	            either(code, code == NO ? NO : IS(a, tls_retry, legacy, RETRY_COMPLETES)));
}

enum tri small_mss_helps(const struct attempt *a)
{
	if (app_began_tls(a) == YES) {
		return app_small_mss_helps(a);
	}
	return THEN(IS(a, tls_retry, small_mss, RETRY_COMPLETES),
	            not(IS(a, tls_retry, again, RETRY_COMPLETES)));
}
