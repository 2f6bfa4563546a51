/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of an address that is not the service's: none at all, or one that the name server
 * gives for whatever does not exist. */
#include "evidence/predicates.h"
#include "evidence/read.h"

static enum tri sunk(const struct attempt *a)
{
	return both(null_address(a), not(by_hosts(a)));
}

static enum tri not_sunk(const struct attempt *a)
{
	return not(sunk(a));
}

/* Whatever a program gets from the name servers is no address at all. */
enum tri answers_are_null(const struct evidence *e)
{
	return all3(both(by_name(e), not(is_localhost(e))), any_of(e, given, sunk),
	            none_of(e, given, not_sunk));
}

/* It is what the name server gives for names that do not exist, whatever their zone. */
enum tri made_up(const struct attempt *a)
{
	enum tri one = IS_ADDR(a->e, dns_check, elsewhere_addr, &a->addr);
	enum tri some = one == YES ? YES
	                           : ANY(a->e, dns_check, elsewhere_addrs, address, x,
	                                 ITEM_IS_ADDR(x, addr, &a->addr));

	return THEN(both(by_dns(a), SAYS(a->e, dns_check, elsewhere)), either(one, some));
}

static enum tri not_made_up(const struct attempt *a)
{
	return not(made_up(a));
}

enum tri all_made_up(const struct attempt *a)
{
	return THEN(made_up(a), none_of(a->e, given, not_made_up));
}

/* No connection, for a reason that lies beyond this host, whose own rows stand above. */
static enum tri fails_outside(const struct attempt *a)
{
	enum tri fails = THEN(not(connected(a)), either(refused(a), silent(a)));

	if (fails == YES || connected(a) != NO) {
		return fails;
	}
	return either(fails, not(either(failed_here(a), rejected_here(a))));
}

static enum tri early_silence(const struct attempt *a)
{
	return THEN(tls_is(a, TLS_SILENCE), not(tls_whole_run(a)));
}

/* Something that shows a certificate for that very name, whatever else is wrong with it, or asks
 * for one, is no page for whatever comes along. */
static enum tri tls_of_a_stranger(const struct attempt *a)
{
	bool asks = a->tls != NULL && a->tls->has.asks_client_cert && a->tls->asks_client_cert;

	if (tls_is(a, TLS_DONE) != NO) {
		return both(tls_is(a, TLS_DONE), name_fault(a));
	}
	return asks || alert_is(a, 116) == YES ? NO : not(early_silence(a));
}

/* What a page says that is no answer of the service. One that asks for a log-in, or that did not
 * like the request, is. */
static enum tri page_of_a_stranger(const struct attempt *a)
{
	enum tri nothing = any3(http_whole_run(a), http_is(a, HTTP_FIN), http_is(a, HTTP_RST));

	return any3(any3(nothing, http_is(a, HTTP_NOT_HTTP), leads_to_block(a)),
	            any3(status_is(a, 403), status_is(a, 404), status_is(a, 421)),
	            either(status_is(a, 451), status_within(a, 500, 599)));
}

enum tri stranger(const struct attempt *a)
{
	enum tri plain = tls_not_wanted(a);
	enum tri web = both(not(app_spoken(a->e)), either(wants_tls(a->e), wants_http(a->e)));
	enum tri page = THEN(both(plain, wants_http(a->e)), page_of_a_stranger(a));
	enum tri tls = THEN(not(plain), tls_of_a_stranger(a));
	enum tri met = THEN(both(connected(a), web), either(tls, page));

	return THEN(by_dns(a), either(fails_outside(a), met));
}

enum tri sinkhole(const struct attempt *a)
{
	return THEN(stranger(a), all_made_up(a));
}

enum tri page_shows(const struct attempt *a, int64_t low, int64_t high)
{
	enum tri page = a != NULL ? THEN(connected(a), tls_passed(a)) : NO;

	return page == NO ? NO : both(page, status_within(a, low, high));
}
