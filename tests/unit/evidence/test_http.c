/* SPDX-License-Identifier: Apache-2.0 */
/* The HTTP answer: who gives it and what it means. */
#include "given.h"

static void words_are_found_whatever_their_case(void **state)
{
	(void)state;
	assert_true(text_has("Server: TinyProxy/1.11", "tinyproxy"));
	assert_false(text_has("nginx", "tinyproxy"));
	assert_true(text_has("x", ""));
	assert_false(text_has("", "x"));
}

static void a_status_counts_only_with_a_head(void **state)
{
	(void)state;
	says_yes(status_is(address_with("http://10.0.3.15", "http end=head status=404\n"), 404));
	says_no(status_is(address_with("http://10.0.3.15", "http end=fin\n"), 404));
	says_nothing(status_is(address_with("http://10.0.3.15", "http end=head\n"), 404));
}

static void three_signs_ask_for_https(void **state)
{
	(void)state;
	says_yes(tls_wanted_here(
		address_with("http://10.0.3.15", "http end=head status=400 says_use_tls=yes\n")));
	says_yes(tls_wanted_here(
		address_with("http://10.0.3.15", "http end=not_http spoken=tls\n")));
	says_yes(tls_wanted_here(
		address_with("http://10.0.3.15", "http end=fin\nhttp_retry tls_answers=yes\n")));
	says_no(tls_wanted_here(
		address_with("http://10.0.3.15", "http end=head status=400 says_use_tls=no\n")));
	says_nothing(tls_wanted_here(address_with("http://10.0.3.15", "http end=fin\n")));
}

static void a_portal_sends_every_host_to_one_place(void **state)
{
	(void)state;
	const char *portal = "http end=head status=302 location=\"http://10.0.1.1:8080/login\"\n";
	struct evidence *e =
		run_to("http://www.example.com",
	               "at 10.0.3.15\nhttp end=head status=302 location=\"http://10.0.1.1/login\"\n"
	               "http_retry other_location=\"http://10.0.1.1/login?x\"\n");
	says_yes(captive(e->first));
	says_nothing(captive(address_with("http://www.example.com", portal)));
	says_no(captive(address_with("http://10.0.3.15", portal))); /* no name, no stranger */
}

static void ordinary_redirects_are_no_portals(void **state)
{
	(void)state;
	says_no(captive(
		address_with("http://example.com",
	                     "http end=head status=301 location=\"https://www.example.com/\"\n")));
	says_no(captive(address_with(
		"http://www.example.com",
		"http end=head status=302 location=\"https://portal.example.com/\"\n")));
	says_no(captive(
		address_with("http://old.example",
	                     "http end=head status=301 location=\"https://new.example/\"\n")));
	says_no(captive(address_with("http://www.example.com",
	                             "http end=head status=302 location=\"/login\"\n")));
	says_no(captive(address_with("http://www.example.com",
	                             "http end=head status=302 location=\"http://10.0.3.15/\"\n")));
	says_yes(captive(address_with("http://www.example.com", "http end=head status=511\n")));
}

static void a_proxy_is_known_by_its_marks(void **state)
{
	(void)state;
	says_yes(proxy_speaks(run_to("http://www.example.com",
	                             "at -\nhttp end=head status=503 squid_error=\"x\"\n")
	                              ->first));
	says_yes(proxy_speaks(run_to("http://www.example.com",
	                             "at -\nhttp end=head status=503 server=\"tinyproxy/1.11\"\n")
	                              ->first));
	says_no(proxy_speaks(run_to("http://www.example.com",
	                            "at -\nhttp end=head status=503 server=\"nginx\"\n")
	                             ->first));
	says_no(proxy_speaks(
		address_with("http://10.0.3.15", "http end=head status=503 server=\"squid\"\n")));
}

static void a_closed_connection_after_a_request_for_a_certificate_is_an_answer(void **state)
{
	(void)state;
	says_yes(client_cert_wanted(
		address_with("https://10.0.3.15", "tls asks_client_cert=yes\nhttp end=fin\n")));
	says_no(client_cert_wanted(
		address_with("https://10.0.3.15", "tls asks_client_cert=no\nhttp end=fin\n")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_found_whatever_their_case),
		cmocka_unit_test(a_status_counts_only_with_a_head),
		cmocka_unit_test(three_signs_ask_for_https),
		cmocka_unit_test(a_portal_sends_every_host_to_one_place),
		cmocka_unit_test(ordinary_redirects_are_no_portals),
		cmocka_unit_test(a_proxy_is_known_by_its_marks),
		cmocka_unit_test(
			a_closed_connection_after_a_request_for_a_certificate_is_an_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
