/* SPDX-License-Identifier: Apache-2.0 */
/* The proxy variables and what a proxy says. */
#include "given.h"

static void a_proxy_is_used_when_the_run_has_no_address_or_says_so(void **state)
{
	(void)state;
	says_yes(proxied(run_to("https://www.example.com", "at -\n")));
	says_yes(proxied(run_to("https://www.example.com", "proxy_env used=yes\n")));
	says_no(proxied(run_to("https://www.example.com", "proxy_env used=no\n")));
	says_no(proxied(run_to("unix:/run/x", "at -\n")));
}

static void the_way_is_open_or_the_request_is_forwarded(void **state)
{
	(void)state;
	says_yes(proxy_opens(run_to("https://www.example.com", "proxy end=open status=200\n")));
	says_yes(proxy_opens(run_to("http://www.example.com", "proxy end=forwarded\n")));
	says_no(proxy_opens(run_to("https://www.example.com", "proxy end=denied status=403\n")));
	says_nothing(proxy_opens(run_to("https://www.example.com", "")));
}

static void statuses_and_socks_replies_are_kept_apart(void **state)
{
	(void)state;
	struct evidence *e =
		run_to("https://www.example.com", "proxy end=denied socks_reply=4\nat -\n");
	says_no(connect_says(e, 0, 999));
	says_yes(socks_says(e, 3, 6));
	says_yes(proxy_cannot_reach(e->first));
	e = run_to("https://www.example.com", "proxy end=denied status=403\nat -\n");
	says_no(proxy_cannot_reach(e->first));
	says_yes(proxy_says_no(e->first));
}

static void another_kind_of_proxy_is_heard(void **state)
{
	(void)state;
	says_yes(proxy_kind_wrong(run_to(
		"https://www.example.com",
		"proxy_env kind=https\nproxy_check speaks_http=yes speaks_tls=no speaks_socks=no\n")));
	says_no(proxy_kind_wrong(run_to(
		"https://www.example.com",
		"proxy_env kind=http\nproxy_check speaks_http=yes speaks_tls=no speaks_socks=no\n")));
	says_yes(proxy_foreign(run_to("https://www.example.com",
	                              "proxy_env kind=https\nproxy end=tls_failed\n"
	                              "proxy_check speaks_tls=no\n")));
	says_no(proxy_foreign(run_to("https://www.example.com",
	                             "proxy_env kind=https\nproxy end=tls_failed\n"
	                             "proxy_check speaks_tls=yes\n")));
	says_yes(proxy_foreign(
		run_to("https://www.example.com", "proxy_env kind=https\nproxy end=silence\n")));
	says_no(proxy_foreign(
		run_to("https://www.example.com", "proxy_env kind=http\nproxy end=silence\n")));
}

static void a_text_that_cannot_work_is_noted(void **state)
{
	(void)state;
	says_yes(proxy_flaw_is(
		run_to("https://www.example.com", "proxy_env used=yes flaw=credentials\n"),
		INPUT_CREDENTIALS));
	says_no(proxy_text_flawed(run_to("https://www.example.com", "proxy_env used=yes\n")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_proxy_is_used_when_the_run_has_no_address_or_says_so),
		cmocka_unit_test(the_way_is_open_or_the_request_is_forwarded),
		cmocka_unit_test(statuses_and_socks_replies_are_kept_apart),
		cmocka_unit_test(another_kind_of_proxy_is_heard),
		cmocka_unit_test(a_text_that_cannot_work_is_noted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
