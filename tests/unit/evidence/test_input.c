/* SPDX-License-Identifier: Apache-2.0 */
/* What is wrong with a target, and what its name says. */
#include "given.h"

static void a_flaw_is_read_from_the_target_or_from_saved_evidence(void **state)
{
	(void)state;
	says_yes(flaw_is(run_to("http://undefined/", ""), FLAW_PLACEHOLDER));
	says_yes(flaw_is(run_to("postgres://db.example.com", "input flaw=credentials\n"),
	                 FLAW_CREDENTIALS));
	says_nothing(flaw_is(run_to("postgres://db.example.com", "input skip=deadline\n"),
	                     FLAW_CREDENTIALS));
	says_no(flawed(run_to("http://www.example.com", "")));
}

static void zero_is_flawed_but_goes_on(void **state)
{
	(void)state;
	struct evidence *e = run_to("http://0.0.0.0:80", "");
	says_yes(flaw_is(e, FLAW_UNSPECIFIED));
	says_no(flawed(e));
}

static void blanks_are_bad_text_and_placeholders_are_not(void **state)
{
	(void)state;
	says_yes(bad_text(run_to("\"http://www.example.com /x\"", "")));
	says_no(bad_text(run_to("http://undefined/", "")));
}

static void localhost_and_local_are_told_by_their_end(void **state)
{
	(void)state;
	says_yes(is_localhost(run_to("http://localhost", "")));
	says_yes(is_localhost(run_to("http://app.localhost", "")));
	says_no(is_localhost(run_to("http://localhost.example.com", "")));
	says_yes(local_suffix(run_to("http://printer.local", "")));
	says_no(local_suffix(run_to("http://www.local.example", "")));
}

static void defaults_of_programs_are_few(void **state)
{
	(void)state;
	says_yes(default_of_programs(run_to("http://127.0.0.1:8080", "")));
	says_no(default_of_programs(run_to("http://127.0.0.1:3000", "")));
	says_no(default_of_programs(run_to("http://10.0.0.1:80", "")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_flaw_is_read_from_the_target_or_from_saved_evidence),
		cmocka_unit_test(zero_is_flawed_but_goes_on),
		cmocka_unit_test(blanks_are_bad_text_and_placeholders_are_not),
		cmocka_unit_test(localhost_and_local_are_told_by_their_end),
		cmocka_unit_test(defaults_of_programs_are_few),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
