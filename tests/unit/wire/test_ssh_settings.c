/* SPDX-License-Identifier: Apache-2.0 */
/* Settings: as `ssh -G` prints them, and made of a configuration file. */
#include "test.h"

#include "wire/ssh_settings.h"

static void the_first_line_of_a_key_counts(void **state)
{
	struct ssh_span text = ssh_span_of("user deploy\nPort 22\nidentityfile ~/a\r\n"
	                                   "identityfile ~/b\nusers x\nport 23\n");
	struct ssh_span value = { .len = 0 };
	size_t at = 0;

	(void)state;
	assert_true(ssh_settings_get(text, "port", &value));
	assert_true(ssh_is(value, "22"));
	assert_false(ssh_settings_get(text, "use", &value));
	assert_true(ssh_settings_is(text, "user", "deploy"));
	assert_false(ssh_settings_is(text, "user", "deploy2"));
	assert_true(ssh_settings_next(text, &at, "identityfile", &value));
	assert_true(ssh_is(value, "~/a"));
	assert_true(ssh_settings_next(text, &at, "identityfile", &value));
	assert_true(ssh_is(value, "~/b"));
	assert_false(ssh_settings_next(text, &at, "identityfile", &value));
}

static void words_may_be_quoted(void **state)
{
	struct ssh_span value = ssh_span_of("  a \"b c\"=d \"e");
	struct ssh_span word = { .len = 0 };

	(void)state;
	assert_true(ssh_settings_word(&value, &word) && ssh_is(word, "a"));
	assert_true(ssh_settings_word(&value, &word) && ssh_is(word, "b c"));
	assert_true(ssh_settings_word(&value, &word) && ssh_is(word, "d"));
	assert_true(ssh_settings_word(&value, &word) && ssh_is(word, "e"));
	assert_false(ssh_settings_word(&value, &word));
}

static void blocks_hold_for_their_hosts(void **state)
{
	struct ssh_span file =
		ssh_span_of("# mine\nUser all\nHost web* !web9\n  HostName=10.0.3.15\n"
	                    "\tPort 2222\nHost *\nIdentityFile ~/.ssh/k\nUser late\n");
	char memory[256];
	struct buf buf;
	struct ssh_span value = { .len = 0 };

	(void)state;
	buf_init(&buf, memory, sizeof(memory));
	assert_true(ssh_settings_file(file, "web1", &buf));
	assert_string_equal(memory, "user all\nhostname 10.0.3.15\nport 2222\n"
	                            "identityfile ~/.ssh/k\nuser late\n");
	assert_true(ssh_settings_get(ssh_span_of(memory), "user", &value) && ssh_is(value, "all"));
	buf_init(&buf, memory, sizeof(memory));
	assert_true(ssh_settings_file(file, "web9", &buf));
	assert_string_equal(memory, "user all\nidentityfile ~/.ssh/k\nuser late\n");
}

static void what_is_not_understood_is_said(void **state)
{
	struct ssh_span file = ssh_span_of("Match user x\nPort 1\nHost *\nPort 2\nInclude y\n");
	char memory[64];
	struct buf buf;

	(void)state;
	buf_init(&buf, memory, sizeof(memory));
	assert_false(ssh_settings_file(file, "h", &buf));
	assert_string_equal(memory, "port 2\n");
}

static void the_defaults_have_what_is_asked_for(void **state)
{
	static const char *const keys[] = {
		"port", "identityfile",  "userknownhostsfile", "ciphers",
		"macs", "kexalgorithms", "hostkeyalgorithms",  "pubkeyacceptedalgorithms"
	};
	struct ssh_span value = { .len = 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		assert_true(ssh_settings_get(ssh_span_of(ssh_settings_default), keys[i], &value));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_line_of_a_key_counts),
		cmocka_unit_test(words_may_be_quoted),
		cmocka_unit_test(blocks_hold_for_their_hosts),
		cmocka_unit_test(what_is_not_understood_is_said),
		cmocka_unit_test(the_defaults_have_what_is_asked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
