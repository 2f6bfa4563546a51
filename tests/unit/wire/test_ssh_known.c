/* SPDX-License-Identifier: Apache-2.0 */
/* Lines of known_hosts, and which hosts their first word stands for. */
#include "test.h"

#include "wire/ssh_known.h"

static const char text[] = "# a comment\n"
			   "\n"
			   "host.example,10.0.3.15 ssh-ed25519 AAAA comment\r\n"
			   "  @cert-authority *.example ssh-rsa BBBB\n"
			   "@revoked * ssh-rsa CCCC\n"
			   "@other x ssh-rsa DDDD\n"
			   "old 1024 35 12345\n"
			   "half ssh-rsa\n"
			   "[host.example]:2222\tecdsa-sha2-nistp256\tEEEE";

static void lines_are_counted_and_comments_are_not_keys(void **state)
{
	static const struct {
		int number;
		enum ssh_known_marker marker;
		const char *hosts;
	} want[] = { { 3, SSH_KNOWN_KEY, "host.example,10.0.3.15" },
		     { 4, SSH_KNOWN_CA, "*.example" },
		     { 5, SSH_KNOWN_REVOKED, "*" },
		     { 9, SSH_KNOWN_KEY, "[host.example]:2222" } };
	struct ssh_known_line line = { .number = 0 };
	struct cursor c = { .bad = false };
	int number = 0;

	(void)state;
	cursor_init(&c, text, sizeof(text) - 1);
	for (size_t i = 0; i < sizeof(want) / sizeof(want[0]); i++) {
		assert_true(ssh_known_next(&c, &number, &line));
		assert_int_equal(line.number, want[i].number);
		assert_int_equal(line.marker, want[i].marker);
		assert_true(ssh_is(line.hosts, want[i].hosts));
	}
	assert_true(ssh_is(line.type, "ecdsa-sha2-nistp256"));
	assert_true(ssh_is(line.key, "EEEE"));
	assert_false(ssh_known_next(&c, &number, &line));
}

static bool matches(const char *hosts, const char *host)
{
	return ssh_known_matches(ssh_span_of(hosts), host, NULL, NULL);
}

static void patterns_and_what_takes_them_away(void **state)
{
	(void)state;
	assert_true(matches("a,b.example,c", "b.example"));
	assert_false(matches("a,b.example,c", "example"));
	assert_true(matches("*.example", "b.example"));
	assert_false(matches("*.example", "example"));
	assert_true(matches("10.0.?.15", "10.0.3.15"));
	assert_false(matches("*.example,!b.example", "b.example"));
	assert_true(matches("*.example,!b.example", "c.example"));
	assert_false(matches("!b.example", "c.example"));
	assert_true(matches("HOST.Example", "host.example"));
	assert_true(matches("[*]:2222", "[host]:2222"));
	assert_true(matches("**a*b**", "xxaxaxbb"));
	assert_false(matches("", ""));
}

/* Stands for HMAC-SHA1: the salt's first byte, then the name's length. */
static bool hash(const void *user, const uint8_t *salt, size_t n_salt, const char *name,
                 uint8_t *ret)
{
	assert_ptr_equal(user, text);
	assert_int_equal(n_salt, 3);
	memset(ret, 0, 20);
	ret[0] = salt[0];
	ret[1] = (uint8_t)strlen(name);
	return true;
}

static bool hashed(const char *hosts, const char *host)
{
	return ssh_known_matches(ssh_span_of(hosts), host, hash, text);
}

static void hashed_names_want_the_same_hash(void **state)
{
	(void)state;
	/* salt "foo"; the hash 'f', 4, zeros */
	assert_true(hashed("|1|Zm9v|ZgQAAAAAAAAAAAAAAAAAAAAAAAA=", "host"));
	assert_false(hashed("|1|Zm9v|ZgQAAAAAAAAAAAAAAAAAAAAAAAA=", "other"));
	assert_false(hashed("|1|Zm9v|ZgQAAA==", "host"));
	assert_false(matches("|1|Zm9v|ZgQAAAAAAAAAAAAAAAAAAAAAAAA=", "host"));
	assert_false(matches("|1|Zm9v", "host"));
	assert_false(matches("|1|", "host"));
	assert_false(matches("|1||", "host"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_counted_and_comments_are_not_keys),
		cmocka_unit_test(patterns_and_what_takes_them_away),
		cmocka_unit_test(hashed_names_want_the_same_hash),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
