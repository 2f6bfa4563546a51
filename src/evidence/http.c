/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of the HTTP answer: who gives it, and what its status and text mean. */
#include "base/str.h"
#include "evidence/predicates.h"
#include "evidence/read.h"
#include "evidence/store.h"

#include <string.h>

bool text_has(const char *text, const char *word)
{
	for (const char *p = text; *p != '\0'; p++) {
		size_t n = 0;

		while (word[n] != '\0' && str_lower(p[n]) == str_lower(word[n])) {
			n++;
		}
		if (word[n] == '\0') {
			return true;
		}
	}
	return false;
}

enum tri http_is(const struct attempt *a, enum http_end end)
{
	return IS(a, http, end, end);
}

enum tri http_cut_off(const struct attempt *a)
{
	return any3(http_is(a, HTTP_FIN), http_is(a, HTTP_RST), http_is(a, HTTP_SILENCE));
}

enum tri status_within(const struct attempt *a, int64_t low, int64_t high)
{
	return THEN(http_is(a, HTTP_HEAD),
	            both(AT_LEAST(a, http, status, low), not(AT_LEAST(a, http, status, high + 1))));
}

enum tri status_is(const struct attempt *a, int64_t status)
{
	return status_within(a, status, status);
}

enum tri tls_wanted_here(const struct attempt *a)
{
	enum tri asks = THEN(status_is(a, 400), SAYS(a, http, says_use_tls));
	enum tri record = THEN(http_is(a, HTTP_NOT_HTTP), IS(a, http, spoken, SPOKEN_TLS));
	bool speaks_http = IS(a, http_retry, small_mss, RETRY_COMPLETES) == YES;
	enum tri answers =
		THEN(http_cut_off(a), speaks_http ? NO : SAYS(a, http_retry, tls_answers));

	return any3(asks, record, answers);
}

/* TLS 1.3 lets a client talk before the server has looked for its certificate: then the end of the
 * connection is the refusal. */
enum tri client_cert_wanted(const struct attempt *a)
{
	enum tri text = THEN(status_within(a, 400, 499), SAYS(a, http, says_client_cert));
	enum tri end =
		THEN(either(http_is(a, HTTP_FIN), http_is(a, HTTP_RST)), asks_client_cert(a));

	return both(not(tls_not_wanted(a)), any3(text, status_is(a, 496), end));
}

enum tri speaks_known(const struct attempt *a)
{
	enum tri unknown = IS(a, http, spoken, SPOKEN_UNKNOWN);
	enum tri http = IS(a, http, spoken, SPOKEN_HTTP); /* malformed, yet no other protocol */

	return THEN(http_is(a, HTTP_NOT_HTTP), not(either(unknown, http)));
}

enum tri http_small_mss_helps(const struct attempt *a)
{
	return THEN(IS(a, http_retry, small_mss, RETRY_COMPLETES),
	            not(IS(a, http_retry, again, RETRY_COMPLETES)));
}

enum tri http_whole_run(const struct attempt *a)
{
	usec_t waited = a->http != NULL && a->http->has.waited ? a->http->waited : -1;

	return THEN(http_is(a, HTTP_SILENCE), waited_out(a->e, waited));
}

/* The host of an absolute http(s) URL; 0 where there is none. */
static size_t url_host(const char *url, const char **ret)
{
	const char *p = strstr(url, "://");
	size_t n = 0;

	if (p == NULL || p - url > 5) {
		return 0;
	}
	p += 3;
	n = *p == '[' ? strcspn(++p, "]") : strcspn(p, ":/?#");
	*ret = p;
	return n;
}

static bool same_host_text(const char *x, size_t n, const char *y)
{
	size_t i = 0;

	while (i < n && str_lower(x[i]) == str_lower(y[i]) && y[i] != '\0') {
		i++;
	}
	return i == n && y[n] == '\0';
}

/* The last two labels agree: login.example.com for www.example.com is no stranger. */
static bool same_domain(const char *x, size_t n, const char *y)
{
	size_t len = strlen(y);
	int dots = 0;

	while (n > 0 && len > 0 && str_lower(x[n - 1]) == str_lower(y[len - 1])) {
		n--;
		len--;
		dots += x[n] == '.';
		if (dots == 2) {
			return true;
		}
	}
	return dots == 1 && (n == 0 || x[n - 1] == '.') && (len == 0 || y[len - 1] == '.');
}

static bool some_word(const char *url, const char *const *words)
{
	while (*words != NULL && !text_has(url, *words)) {
		words++;
	}
	return *words != NULL;
}

static bool portal_words(const char *url)
{
	static const char *const words[] = { "captive", "portal", "hotspot", "wifi",
		                             "wi-fi",   "guest",  NULL };

	return some_word(url, words);
}

static bool block_words(const char *url)
{
	static const char *const words[] = { "block",  "sinkhole", "denied",   "restrict",
		                             "filter", "parental", "nxdomain", "dnserror",
		                             "assist", NULL };

	return some_word(url, words);
}

/* A redirect to an address, or to a portal, that has nothing to do with the target. */
static bool leads_to_portal(const struct attempt *a)
{
	const char *host = NULL;
	size_t n = a->http->has.location ? url_host(a->http->location, &host) : 0;
	struct addr addr = { .family = ADDR_NONE };

	if (n == 0 || same_host_text(host, n, a->e->target.host)) {
		return false;
	}
	if (addr_parse(host, n, &addr) == 0 && !a->e->target.literal) {
		return !addr_equal(&addr, &a->addr) && !addr_equal(&addr, &a->e->target.addr);
	}
	return !same_domain(host, n, a->e->target.host) && portal_words(a->http->location);
}

static enum tri other_led_there(const struct attempt *a)
{
	const char *host = NULL;
	const char *other = NULL;
	size_t n = url_host(a->http->location, &host);
	size_t m = 0;

	if (!KNOWN(a, http_retry, other_location)) {
		/* a plain answer to another Host is an answer, too */
		return KNOWN(a, http_retry, other_host)
		               ? permits(tri_of(a->http_retry->other_host >= 300 &&
		                                a->http_retry->other_host < 400))
		               : UNKNOWN;
	}
	m = url_host(a->http_retry->other_location, &other);
	return tri_of(m == n && n > 0 && memcmp(host, other, n) == 0);
}

/* To a page of its own, which is no log-in: for who knows besides that the address is made up. */
enum tri leads_to_block(const struct attempt *a)
{
	enum tri plain = THEN(not(wants_tls(a->e)), status_within(a, 300, 399));
	const char *host = NULL;
	struct addr addr = { .family = ADDR_NONE };
	size_t n = 0;

	if (plain != YES || !a->http->has.location) {
		return plain == YES ? NO : plain;
	}
	n = url_host(a->http->location, &host);
	if (n == 0 || portal_words(a->http->location) || text_has(a->http->location, "login")) {
		return NO;
	}
	return tri_of(addr_parse(host, n, &addr) == 0
	                      ? !a->e->target.literal
	                      : block_words(a->http->location) &&
	                                !same_domain(host, n, a->e->target.host));
}

/* A portal sends everybody to one place, whatever was asked for (RFC 8910; 511: RFC 6585 6). */
enum tri captive(const struct attempt *a)
{
	enum tri redirects = both(not(wants_tls(a->e)), status_within(a, 300, 399));

	if (via_proxy(a) == YES) {
		return NO;
	}
	if (redirects == YES) {
		redirects = leads_to_portal(a) ? other_led_there(a) : NO;
	}
	return either(redirects, status_is(a, 511));
}

/* The application says so, or it takes this server's own names and refuses all others. */
enum tri host_not_allowed(const struct attempt *a)
{
	enum tri refused = either(status_is(a, 400), status_is(a, 403));
	enum tri says = THEN(refused, SAYS(a, http, says_bad_host));
	bool allowed = a->http_retry != NULL && a->http_retry->has.allowed;
	enum tri all = UNKNOWN;

	if (says == YES || refused != YES || via_proxy(a) == YES) {
		return says;
	}
	all = THEN(not(SAYS(a, http, stock_page)), SAYS(a, http_retry, other_same));
	if (!allowed && all == YES) {
		all = NO; /* its own names are refused as well */
	}
	return either(says, all);
}

enum tri front_speaks(const struct attempt *a)
{
	return tri_of(a->http != NULL && a->http->has.front);
}

/* The answer is the proxy's own: squid and others say so in a header, tinyproxy in Server. */
enum tri proxy_speaks(const struct attempt *a)
{
	const struct ev_http *h = a->http;
	bool named = h != NULL && h->has.server &&
	             (text_has(h->server, "proxy") || text_has(h->server, "squid"));

	if (h == NULL || h->has.squid_error || named) {
		return both(via_proxy(a), tri_of(h != NULL));
	}
	/* an answer that does not say who made it may be the origin's or the proxy's */
	return both(via_proxy(a), h->has.server ? NO : UNKNOWN);
}

const struct attempt *last_answer(const struct attempt *a)
{
	const struct evidence *first = a != NULL ? a->e - a->e->index : NULL;

	for (int i = a != NULL ? a->e->index + 1 : 0; a != NULL && i < STORE_MAX_RUNS; i++) {
		const struct evidence *e = &first[i];

		if (status_within(a, 300, 399) != YES || e->role != ROLE_REDIRECT ||
		    e->parent != a->e->index) {
			continue;
		}
		for (const struct attempt *b = e->first; b != NULL; b = b->next) {
			if (b->http != NULL && b->http->has.status) {
				a = b;
				break;
			}
		}
	}
	return a;
}

enum tri name_matters(const struct attempt *a)
{
	a = last_answer(a);
	if (a == NULL || via_proxy(a) == YES) {
		return NO; /* a proxy would go elsewhere: it was not asked */
	}
	return not(SAYS(a, http_retry, other_same));
}

enum tri knows_another(const struct attempt *a)
{
	bool named = false;

	a = last_answer(a);
	named = a != NULL && a->http_retry != NULL && a->http_retry->has.named;
	if (named) {
		return either(SAYS(a, http_retry, named_twin), SAYS(a, http_retry, named_page));
	}
	return a != NULL && KNOWN(a, http_retry, names_asked) ? NO : UNKNOWN;
}

/* An answer that does not depend on the name. */
static enum tri same_for_all(const struct attempt *a)
{
	return THEN(not(via_proxy(a)), SAYS(a, http_retry, other_same));
}

static bool named_target(const struct attempt *a)
{
	return !a->e->target.literal && is_localhost(a->e) != YES;
}

enum tri default_site(const struct attempt *a)
{
	const struct evidence *m = a->e - a->e->index;
	bool page = a->http != NULL && a->http->has.default_page;
	bool unasked = m->setting != NULL && m->setting->has.no_extra && m->setting->no_extra;

	return page && named_target(a) && !unasked ? same_for_all(a) : NO;
}

bool says_unclaimed(const struct attempt *a)
{
	a = last_answer(a);
	return a != NULL && a->http != NULL && a->http->has.unclaimed;
}

/* A default site that refuses: 403, 404, 410, or the end of the connection (nginx: return 444).
 * That alone is what a server's only site does as well, so either it says so, or another name has
 * the page. A 503 does not tell: that other name's backends may be the ones that are up. */
enum tri wrong_host(const struct attempt *a)
{
	enum tri closed = a != NULL ? http_is(a, HTTP_FIN) : NO;
	enum tri refuses = NO;
	enum tri same = NO;

	if (a == NULL) {
		return NO;
	}
	if (closed == YES && (!named_target(a) || a->http->has.took)) {
		return NO; /* such a name is not asked for */
	}
	refuses = either(closed, any3(status_is(a, 403), status_is(a, 404), status_is(a, 410)));
	same = THEN(refuses, same_for_all(a));
	return any3(THEN(same, knows_another(a)),
	            says_unclaimed(a) ? both(status_within(a, 400, 599), same_for_all(a)) : NO,
	            default_site(a));
}
