/* SPDX-License-Identifier: Apache-2.0 */
/* From pieces to fields: which flaw stays, and ports. */
#include "test.h"

#include "target/take.h"

static struct take_port port_of(const char *text)
{
	struct split s;

	split_text(span_of(text), &s);
	return take_port(&s);
}

static void the_first_fatal_flaw_stays(void **state)
{
	static struct target t;

	(void)state;
	take_flaw(&t, FLAW_UNSPECIFIED, span_of("0.0.0.0"));
	assert_false(t.flawed_is_fatal);
	take_flaw(&t, FLAW_BAD_PORT, span_of("99999"));
	take_flaw(&t, FLAW_BLANK, span_of(" "));
	take_flaw(&t, FLAW_NONE, span_of(""));
	assert_int_equal(t.flaw, FLAW_BAD_PORT);
	assert_string_equal(t.flaw_text, "99999");
}

static void ports_are_numbers_up_to_65535(void **state)
{
	(void)state;
	assert_int_equal(port_of("h:65535").port, 65535);
	assert_int_equal(port_of("h:65536").flaw, FLAW_BAD_PORT);
	assert_int_equal(port_of("h:99999999999999999999999").flaw, FLAW_BAD_PORT);
	assert_int_equal(port_of("h:0").flaw, FLAW_BAD_PORT);
	assert_int_equal(port_of("h:").flaw, FLAW_PLACEHOLDER);
	assert_int_equal(port_of("http://h:").flaw, FLAW_NONE);
	assert_false(port_of("http://h:").given);
	assert_int_equal(port_of("h:8 0").flaw, FLAW_BLANK);
}

static void socket_paths_have_a_limit(void **state)
{
	static struct target t;
	char path[120];

	(void)state;
	memset(path, 'a', sizeof(path));
	take_unix(&t, (struct span){ path, 107 });
	assert_int_equal(t.flaw, FLAW_NONE);
	take_unix(&t, (struct span){ path, 108 });
	assert_int_equal(t.flaw, FLAW_UNIX_PATH);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_fatal_flaw_stays),
		cmocka_unit_test(ports_are_numbers_up_to_65535),
		cmocka_unit_test(socket_paths_have_a_limit),
	};

	return cmocka_run_group_tests_name("take", tests, NULL, NULL);
}
