/* SPDX-License-Identifier: Apache-2.0 */
/* The error that ordinary programs show. */
#include "base/cleanup.h"
#include "judge/error.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { BLOCK = 1 << 20 };

static char *block;
static struct store *store;
static struct judgement k;

static struct evidence *run(void)
{
	static struct target target = { .scheme = SCHEME_HTTPS,
		                        .port = 443,
		                        .host = "api.example.com" };

	store = store_init(block, BLOCK);
	return store_run(store, ROLE_MAIN, -1, &target);
}

static struct attempt *address(void)
{
	struct addr addr = { .family = ADDR_V4, .bytes = { 10, 0, 3, 15 } };
	struct evidence *e = run(); /* makes the store */

	return store_attempt(store, e, &addr);
}

/* The error of a run that does not work, which speaks of that address. */
static void shows(const struct evidence *e, const struct attempt *a, const char *text,
                  const char *code)
{
	struct judge_error error;

	k = (struct judgement){ .n = store->n_runs };
	for (int i = 0; i < k.n; i++) {
		k.runs[i] = (struct verdict){ .e = &store->runs[i], .works = NO };
	}
	k.runs[e->index].a = a;
	assert_int_equal(judge_error(&k, &k.runs[e->index], &error), text != NULL);
	assert_string_equal(error.text, text != NULL ? text : "");
	assert_string_equal(error.code, code);
}

static void a_refused_connection(void **state)
{
	struct attempt *a = address();
	struct ev_tcp *tcp = store_kind(store, a, KIND_tcp);

	(void)state;
	tcp->end = TCP_ERROR;
	tcp->error = TCP_ECONNREFUSED;
	tcp->has.end = tcp->has.error = true;
	shows(a->e, a, "Connection refused", "ECONNREFUSED");
	tcp->error = TCP_EOTHER;
	shows(a->e, a, NULL, "");
}

static void silence_is_a_time_out(void **state)
{
	struct attempt *a = address();
	struct ev_tcp *tcp = store_kind(store, a, KIND_tcp);

	(void)state;
	tcp->end = TCP_UNANSWERED;
	tcp->has.end = true;
	shows(a->e, a, "Connection timed out", "ETIMEDOUT");
}

static void a_certificate_in_openssls_words(void **state)
{
	struct attempt *a = address();
	struct ev_tls *tls = store_kind(store, a, KIND_tls);
	struct ev_tls_fault *fault = store_item(store, &tls->faults, KIND_tls_fault);

	(void)state;
	tls->end = TLS_DONE;
	tls->has.end = tls->has.faults = true;
	fault->code = 10;
	fault->text = "certificate has expired";
	fault->has.code = fault->has.text = true;
	shows(a->e, a, "certificate has expired", "X509_V_ERR_CERT_HAS_EXPIRED");
	fault->code = 62;
	fault->text = "hostname mismatch";
	shows(a->e, a, "hostname mismatch", "X509_V_ERR_HOSTNAME_MISMATCH");
	fault->code = 12345;
	shows(a->e, a, "hostname mismatch", "");
}

static void a_status_with_its_reason(void **state)
{
	struct attempt *a = address();
	struct ev_http *http = store_kind(store, a, KIND_http);

	(void)state;
	http->end = HTTP_HEAD;
	http->status = 404;
	http->has.end = http->has.status = true;
	shows(a->e, a, "404", "404");
	http->reason = "Not Found";
	http->has.reason = true;
	shows(a->e, a, "404 Not Found", "404");
	http->status = 200;
	shows(a->e, a, NULL, "");
}

static void the_furthest_step_speaks(void **state)
{
	struct attempt *a = address();
	struct ev_tcp *tcp = store_kind(store, a, KIND_tcp);
	struct ev_http *http = store_kind(store, a, KIND_http);

	(void)state;
	tcp->end = TCP_CONNECTED;
	tcp->has.end = true;
	http->end = HTTP_FIN;
	http->has.end = true;
	shows(a->e, a, "Empty reply from server", "");
	http->end = HTTP_RST;
	shows(a->e, a, "Connection reset by peer", "ECONNRESET");
}

static void a_name_in_glibcs_words(void **state)
{
	struct evidence *e = run();
	struct ev_nss *nss = store_kind(store, e, KIND_nss);

	(void)state;
	nss->end = NSS_AGAIN;
	nss->has.end = true;
	shows(e, NULL, "Temporary failure in name resolution", "EAI_AGAIN");
	nss->code = "EAI_NODATA";
	nss->has.code = true;
	shows(e, NULL, "No address associated with hostname", "EAI_NODATA");
	nss->code = "EAI_SYSTEM EMFILE";
	shows(e, NULL, "System error", "EAI_SYSTEM EMFILE");
}

static void a_proxy_in_its_own_words(void **state)
{
	struct evidence *e = run();
	struct ev_proxy *proxy = store_kind(store, e, KIND_proxy);

	(void)state;
	proxy->end = CONNECT_DENIED;
	proxy->socks_reply = 5;
	proxy->has.end = proxy->has.socks_reply = true;
	shows(e, NULL, "Connection refused", "");
	proxy->status = 407;
	proxy->reason = "Proxy Authentication Required";
	proxy->has.status = proxy->has.reason = true;
	shows(e, NULL, "407 Proxy Authentication Required", "407");
}

static void a_dead_proxy_shows_the_proxys_error(void **state)
{
	struct evidence *e = run();
	struct evidence *proxy = store_run(store, ROLE_PROXY, 0, &e->target);
	struct ev_nss *nss = store_kind(store, proxy, KIND_nss);

	(void)state;
	nss->end = NSS_NONAME;
	nss->has.end = true;
	shows(e, NULL, "Name or service not known", "EAI_NONAME");
}

static void what_works_shows_no_error(void **state)
{
	struct attempt *a = address();
	struct ev_tcp *tcp = store_kind(store, a, KIND_tcp);
	struct judge_error error;
	struct verdict v = { .e = a->e, .a = a, .works = YES };

	(void)state;
	tcp->end = TCP_UNANSWERED;
	tcp->has.end = true;
	k = (struct judgement){ .n = 1, .runs = { v } };
	assert_false(judge_error(&k, &v, &error));
	assert_string_equal(error.text, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_refused_connection),
		cmocka_unit_test(silence_is_a_time_out),
		cmocka_unit_test(a_certificate_in_openssls_words),
		cmocka_unit_test(a_status_with_its_reason),
		cmocka_unit_test(the_furthest_step_speaks),
		cmocka_unit_test(a_name_in_glibcs_words),
		cmocka_unit_test(a_proxy_in_its_own_words),
		cmocka_unit_test(a_dead_proxy_shows_the_proxys_error),
		cmocka_unit_test(what_works_shows_no_error),
	};
	auto_free char *owned = malloc(BLOCK);

	block = owned;
	return block == NULL ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
}
