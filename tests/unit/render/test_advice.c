/* SPDX-License-Identifier: Apache-2.0 */
/* What to do next. */

#include <string.h>

#include "seen.h"
#include "test.h"

#define BROKEN_OFF(scheme, step)                                                          \
	"run main -1 " scheme                                                             \
	"://ann@10.0.3.15\nsetting at=1795553820 ended=done\nat 10.0.3.15\n" ROUTE        \
	"tcp end=connected took=1000 syns=1 icmp=no source_port=40000 source=10.0.1.20\n" \
	"app end=fin step=" step " user=\"ann\" tls=no took=40000\n"

static void there_are_at_most_three_steps_and_the_last_line(void **state)
{
	const char *screen = seen_screen(REFUSED, 100, false);

	(void)state;
	assert_non_null(strstr(screen, "\nNext\n  1. "));
	assert_null(strstr(screen, "  4. "));
	assert_non_null(strstr(screen, "By hand:  nc -vz -w 5 10.0.3.15 5432"));
}

static void look_alikes_are_listed(void **state)
{
	(void)state;
	assert_non_null(
		strstr(seen_screen(REFUSED, 100, false), "From here this looks the same: "));
}

static void what_works_gets_no_advice(void **state)
{
	(void)state;
	assert_null(strstr(seen_screen(WORKS, 100, false), "Next"));
}

static void a_handshake_that_was_not_waited_for_is_looked_at_by_hand_as_tls(void **state)
{
	const char *screen = seen_screen("run main -1 https://10.0.3.15\nsetting ended=deadline\n"
	                                 "at 10.0.3.15\n" ROUTE
	                                 "tcp end=connected took=1100\ntls skip=deadline\n",
	                                 100, false);

	(void)state;
	assert_non_null(strstr(screen, "By hand:  openssl s_client -connect 10.0.3.15:443"));
}

static void a_conversation_that_broke_off_leads_to_the_servers_log(void **state)
{
	static const char *const of[][3] = {
		{ BROKEN_OFF("ssh", "encryption"),
		  "sudo journalctl -u ssh -u sshd --since '2026-11-24 20:57 UTC'",
		  "By hand:  ssh -v -p 22 ann@10.0.3.15\n" },
		{ BROKEN_OFF("mysql", "login"),
		  "sudo journalctl -u mariadb -u mysql --since '2026-11-24 20:57 UTC'",
		  "By hand:  mariadb -h 10.0.3.15 -P 3306 -u ann -p\n" },
		{ BROKEN_OFF("postgres", "login"), "sudo tail -n 30 /var/log/postgresql/*.log",
		  "By hand:  psql -U ann postgres://10.0.3.15\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(of) / sizeof(of[0]); i++) {
		const char *screen = seen_screen(of[i][0], 100, false);

		assert_non_null(strstr(screen, "closes the connection "));
		assert_non_null(strstr(screen, ", and does not"));
		assert_non_null(strstr(screen, "1. On 10.0.3.15: See what its log says at "
		                               "2026-11-24 20:57:00 UTC of 10.0.1.20 port 40000:"));
		assert_non_null(strstr(screen, of[i][1]));
		assert_non_null(strstr(screen, "://ann@10.0.3.15\n"));
		assert_non_null(strstr(screen, of[i][2]));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(there_are_at_most_three_steps_and_the_last_line),
		cmocka_unit_test(look_alikes_are_listed),
		cmocka_unit_test(a_handshake_that_was_not_waited_for_is_looked_at_by_hand_as_tls),
		cmocka_unit_test(a_conversation_that_broke_off_leads_to_the_servers_log),
		cmocka_unit_test(what_works_gets_no_advice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
