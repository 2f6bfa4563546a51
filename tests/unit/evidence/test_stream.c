/* SPDX-License-Identifier: Apache-2.0 */
/* The first words, and how far an address comes. */
#include "given.h"

static void silence_counts_only_when_the_run_was_waited_out(void **state)
{
	(void)state;
	struct evidence *e = run_to(
		"ssh://10.0.3.15",
		"setting timeout=5000000 ended=done\nat 10.0.3.15\nstream first=silence waited=1000000\n");
	says_no(silent_whole_run(e->first));
	e->first->stream->waited = 4900000;
	says_yes(silent_whole_run(e->first));
	e->first->stream->waited = 3000000;
	says_no(silent_whole_run(e->first));
	e->setting->ended = RUN_DEADLINE;
	says_yes(silent_whole_run(e->first));
	e->first->stream->waited = 14000; /* what came before had taken the time */
	says_no(silent_whole_run(e->first));
	e->first->stream->has.waited = false;
	says_nothing(silent_whole_run(e->first));
	e->first->stream->has.waited = true;
	e->setting->has.timeout = false;
	e->setting->has.ended = false;
	says_nothing(silent_whole_run(e->first));
}

static void each_protocol_has_its_greeting(void **state)
{
	(void)state;
	says_no(speaks_another(address_with("ssh://10.0.3.15", "stream first=bytes spoken=ssh\n")));
	says_yes(speaks_another(
		address_with("ssh://10.0.3.15", "stream first=bytes spoken=http\n")));
	says_no(speaks_another(
		address_with("smtp://10.0.3.15", "stream first=bytes spoken=smtp_or_ftp\n")));
	says_yes(speaks_another(
		address_with("redis://10.0.3.15", "stream first=bytes spoken=ssh\n")));
	says_no(speaks_another(
		address_with("tcp://10.0.3.15:9", "stream first=bytes spoken=ssh\n")));
	says_no(speaks_another(address_with("redis://10.0.3.15", "stream first=silence\n")));
}

static void a_quiet_port_is_fine_and_a_closed_one_is_not(void **state)
{
	(void)state;
	says_yes(through(
		address_with("tcp://10.0.3.15:9", "tcp end=connected\nstream first=silence\n")));
	says_no(through(
		address_with("tcp://10.0.3.15:9", "tcp end=connected\nstream first=fin\n")));
	says_nothing(through(address_with("tcp://10.0.3.15:9", "tcp end=connected\n")));
	says_no(through(address_with("tcp://10.0.3.15:9", "tcp end=unanswered\n")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(silence_counts_only_when_the_run_was_waited_out),
		cmocka_unit_test(each_protocol_has_its_greeting),
		cmocka_unit_test(a_quiet_port_is_fine_and_a_closed_one_is_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
