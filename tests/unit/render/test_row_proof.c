/* SPDX-License-Identifier: Apache-2.0 */
/* What a failed row shows besides the failure. */

#include <string.h>

#include "seen.h"
#include "test.h"

static void what_helps_the_handshake_is_said(void **state)
{
	(void)state;
	assert_non_null(strstr(seen_row("run main -1 https://10.0.3.15/\n"
	                                "at 10.0.3.15\n"
	                                "tcp end=connected\n"
	                                "tls end=silence waited=800000\n"
	                                "tls_retry small_mss=completes again=same\n",
	                                STAGE_TLS),
	                       " | in small packets (MSS) it completes"));
}

static void a_retry_that_changes_nothing_is_not_said(void **state)
{
	(void)state;
	assert_null(strstr(seen_row("run main -1 https://10.0.3.15/\n"
	                            "at 10.0.3.15\n"
	                            "tcp end=connected\n"
	                            "tls end=rst\n"
	                            "tls_retry small_mss=same other_name=same\n",
	                            STAGE_TLS),
	                   "completes"));
}

static void a_port_that_opens_at_the_second_try_is_said(void **state)
{
	(void)state;
	assert_non_null(
		strstr(seen_row("run main -1 tcp://10.0.3.15:80\n"
	                        "at 10.0.3.15\n"
	                        "tcp end=error error=ECONNREFUSED took=200\n"
	                        "tcp_again tries=3 connected=1 refused=2 unanswered=0 waited=400\n",
	                        STAGE_PORT),
	               "tried again at once: 1 of 3 open"));
}

static void the_kernels_count_is_said_where_packets_were_thrown_away(void **state)
{
	(void)state;
	assert_non_null(strstr(
		seen_row(
			"run main -1 tcp://10.0.3.15:80\n"
			"at 10.0.3.15\n"
			"route type=unicast on_link=no src=10.0.1.20 gateway=10.0.1.1 dev=\"eth0\" dev_up=yes dev_carrier=yes\n"
			"tcp end=unanswered syns=13 took=3400000\n"
			"counters syns=3 requests=3 transmits=3 retrans_fail=0 receives=42 delivers=2 rp_filter=40\n",
			STAGE_LOCAL),
		"the kernel counts 40 packets thrown away by reverse-path filtering"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_helps_the_handshake_is_said),
		cmocka_unit_test(a_retry_that_changes_nothing_is_not_said),
		cmocka_unit_test(a_port_that_opens_at_the_second_try_is_said),
		cmocka_unit_test(the_kernels_count_is_said_where_packets_were_thrown_away),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
