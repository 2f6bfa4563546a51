/* SPDX-License-Identifier: Apache-2.0 */
/* The handshake and the certificate. */
#include "given.h"

static void done_is_not_yet_fine(void **state)
{
	(void)state;
	says_yes(tls_ok(address_with("https://10.0.3.15", "tls end=done faults=none\n")));
	says_no(tls_ok(
		address_with("https://10.0.3.15", "tls end=done\ntls.faults depth=0 code=10\n")));
	says_nothing(tls_ok(address_with("https://10.0.3.15", "tls end=done\n")));
	says_yes(tls_passed(address_with("http://10.0.3.15", "")));
}

static void the_depth_tells_leaf_from_intermediate(void **state)
{
	(void)state;
	struct attempt *a =
		address_with("https://10.0.3.15", "tls end=done\ntls.faults depth=1 code=10\n");
	says_no(leaf_fault(a, 10));
	says_yes(fault(a, 10));
	says_yes(date_fault(a));
	says_no(issuer_fault(a));
}

static void alerts_for_a_certificate_need_its_request_before_tls_1_3(void **state)
{
	(void)state;
	says_yes(alert_for_client_cert(
		address_with("https://10.0.3.15", "tls end=alert alert=116\n")));
	says_yes(alert_for_client_cert(address_with(
		"https://10.0.3.15", "tls end=alert alert=40 asks_client_cert=yes\n")));
	says_no(alert_for_client_cert(
		address_with("https://10.0.3.15", "tls end=alert alert=40 asks_client_cert=no\n")));
	says_no(alert_for_client_cert(address_with(
		"https://10.0.3.15", "tls end=alert alert=70 asks_client_cert=yes\n")));
}

static void a_leaf_from_a_root_lacks_no_intermediate(void **state)
{
	(void)state;
	says_yes(intermediate_missing(address_with(
		"https://10.0.3.15",
		"tls end=done root_sent=no\ntls.faults depth=0 code=20\ntls.chain issuer=\"Issuing CA 3\"\n")));
	says_no(intermediate_missing(address_with(
		"https://10.0.3.15",
		"tls end=done root_sent=no\ntls.faults depth=0 code=20\ntls.chain issuer=\"Example Root CA\"\n")));
	says_nothing(intermediate_missing(address_with(
		"https://10.0.3.15",
		"tls end=done root_sent=no\ntls.faults depth=0 code=20\ntls.chain issuer=\"Corp CA\"\n")));
}

static void the_chain_is_followed_as_far_as_it_was_sent(void **state)
{
	(void)state;
	says_yes(intermediate_missing(address_with(
		"https://10.0.3.15", "tls end=done root_sent=no\n"
				     "tls.faults depth=1 code=20\n"
				     "tls.chain subject=\"a\" issuer=\"Issuing CA 3\"\n"
				     "tls.chain subject=\"Issuing CA 3\" "
				     "issuer=\"Policy CA\"\n")));
	says_no(intermediate_missing(address_with(
		"https://10.0.3.15", "tls end=done root_sent=no\n"
				     "tls.faults depth=1 code=20\n"
				     "tls.chain subject=\"a\" issuer=\"Issuing CA 3\"\n"
				     "tls.chain subject=\"Issuing CA 3\" "
				     "issuer=\"Corp CA 2\"\n")));
}

static void their_clock_decides_about_dates(void **state)
{
	(void)state;
	struct evidence *e = run_to(
		"https://10.0.3.15",
		"setting at=2000\nclock offset=-500\nat 10.0.3.15\ntls end=done\ntls.chain not_before=1000 not_after=1600\n");
	says_yes(valid_by_their_clock(e->first));
	e->clock->offset = 0;
	says_no(valid_by_their_clock(e->first));
	e->clock->has.offset = false;
	says_nothing(valid_by_their_clock(e->first));
	says_no(valid_by_their_clock(
		run_to("https://10.0.3.15",
	               "setting at=2000\nfrom clock_synced=yes\nat 10.0.3.15\ntls end=done\n")
			->first));
}

static void products_that_re_sign_are_known_by_their_issuer(void **state)
{
	(void)state;
	says_yes(issuer_re_signs(
		address_with("https://10.0.3.15", "tls.chain issuer=\"CN=Zscaler Root CA\"\n")));
	says_no(issuer_re_signs(
		address_with("https://10.0.3.15", "tls.chain issuer=\"CN=R11\"\n")));
}

static void one_library_number_means_no_secure_renegotiation(void **state)
{
	(void)state;
	says_yes(lacks_renegotiation(address_with(
		"https://10.0.3.15", "tls end=refused_here local_code=\"0A000152\"\n")));
	says_no(lacks_renegotiation(address_with(
		"https://10.0.3.15", "tls end=refused_here local_code=\"0A000102\"\n")));
	says_no(lacks_renegotiation(address_with("https://10.0.3.15", "tls end=alert\n")));
}

static void an_issuer_that_ends_before_the_leaf_is_told_in_its_last_month(void **state)
{
	(void)state;
#define LEAF "tls end=done\ntls.chain subject=\"CN=a\" issuer=\"CN=Sub\" not_after=1810000000\n"
#define SUB(issuer, until) \
	"tls.chain subject=\"CN=Sub\" issuer=\"CN=" issuer "\" not_after=" until "\n"
#define CHAIN(lines) \
	run_to("https://10.0.3.15", "setting at=1800000000\nat 10.0.3.15\n" LEAF lines)->first
	says_yes(issuer_ends_first(CHAIN(SUB("Root", "1801000000"))));
	says_no(issuer_ends_first(CHAIN(SUB("Root", "1804000000")))); /* more than a month */
	says_no(issuer_ends_first(CHAIN(SUB("Root", "1811000000")))); /* the leaf ends first */
	/* cross-signed: the other one lasts */
	says_nothing(issuer_ends_first(CHAIN(SUB("Root", "1801000000") SUB("Old", "1900000000"))));
	says_nothing(issuer_ends_first(CHAIN("")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_issuer_that_ends_before_the_leaf_is_told_in_its_last_month),
		cmocka_unit_test(done_is_not_yet_fine),
		cmocka_unit_test(the_depth_tells_leaf_from_intermediate),
		cmocka_unit_test(alerts_for_a_certificate_need_its_request_before_tls_1_3),
		cmocka_unit_test(a_leaf_from_a_root_lacks_no_intermediate),
		cmocka_unit_test(the_chain_is_followed_as_far_as_it_was_sent),
		cmocka_unit_test(their_clock_decides_about_dates),
		cmocka_unit_test(products_that_re_sign_are_known_by_their_issuer),
		cmocka_unit_test(one_library_number_means_no_secure_renegotiation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
