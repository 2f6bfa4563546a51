/* SPDX-License-Identifier: Apache-2.0 */
/* The row of TLS: the handshake and the certificate. */

#include <string.h>

#include "seen.h"
#include "test.h"

static void a_good_certificate_says_for_how_long(void **state)
{
	(void)state;
	assert_string_equal(
		seen_row(
			"run main -1 https://a.example.com\n"
			"setting at=1800000000\n"
			"nss end=ok\n"
			"nss.addrs addr=10.0.3.15\n"
			"at 10.0.3.15\n"
			"route type=unicast on_link=no src=10.0.1.20 gateway=10.0.1.1 dev=\"eth0\" dev_up=yes dev_carrier=yes\n"
			"tcp end=connected\n"
			"tls end=done faults=none version=\"TLSv1.3\"\n"
			"tls.chain not_before=1790000000 not_after=1808640000\n"
			"http end=head status=200\n",
			STAGE_TLS),
		"certificate good for 100 days more | TLS 1.3, name and chain match");
}

static void an_expired_one_says_until_when(void **state)
{
	(void)state;
	assert_string_equal(
		seen_row(
			"run main -1 https://a.example.com\n"
			"setting at=1800000000\n"
			"nss end=ok\n"
			"nss.addrs addr=10.0.3.15\n"
			"at 10.0.3.15\n"
			"route type=unicast on_link=no src=10.0.1.20 gateway=10.0.1.1 dev=\"eth0\" dev_up=yes dev_carrier=yes\n"
			"tcp end=connected\n"
			"clock offset=0\n"
			"tls end=done\n"
			"tls.chain not_before=1790000000 not_after=1799000000 subject=\"CN=a\"\n"
			"tls.faults depth=0 code=10 text=\"certificate has expired\"\n",
			STAGE_TLS),
		"valid until 2027-01-03 18:13 UTC | \"certificate has expired\" | this host's clock: 2027-01-15 08:00 UTC, others agree | subject CN=a");
}

static void an_alert_has_its_number_and_name(void **state)
{
	(void)state;
	assert_string_equal(
		seen_row(
			"run main -1 https://a.example.com\n"
			"setting at=1800000000\n"
			"nss end=ok\n"
			"nss.addrs addr=10.0.3.15\n"
			"at 10.0.3.15\n"
			"route type=unicast on_link=no src=10.0.1.20 gateway=10.0.1.1 dev=\"eth0\" dev_up=yes dev_carrier=yes\n"
			"tcp end=connected\n"
			"tls end=alert alert=40 alert_name=\"handshake_failure\"\n",
			STAGE_TLS),
		"the server refuses the handshake: alert 40 handshake_failure | ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_good_certificate_says_for_how_long),
		cmocka_unit_test(an_expired_one_says_until_when),
		cmocka_unit_test(an_alert_has_its_number_and_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
