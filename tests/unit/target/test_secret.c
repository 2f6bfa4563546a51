/* SPDX-License-Identifier: Apache-2.0 */
/* Which texts a password broke, and which are sound. */
#include "test.h"

#include "target/secret.h"

static char broken_by(const char *text, enum scheme scheme)
{
	struct split s;
	char c = '\0';

	split_text(span_of(text), &s);
	return secret_breaks(&s, scheme, &c) ? c : '\0';
}

static void the_character_that_moved_the_host_is_told(void **state)
{
	(void)state;
	assert_int_equal(broken_by("postgres://u:a@b@h/x", SCHEME_POSTGRES), '@');
	assert_int_equal(broken_by("postgres://u:a/b@h/x", SCHEME_POSTGRES), '/');
	assert_int_equal(broken_by("postgres://u:a#b@h/x", SCHEME_POSTGRES), '#');
	assert_int_equal(broken_by("postgres://u:a?b@h/x", SCHEME_POSTGRES), '?');
	assert_int_equal(broken_by("postgres://u:1/b@h/x", SCHEME_POSTGRES), '/');
	assert_int_equal(broken_by("http://u:a@b/c@h/x", SCHEME_HTTP), '/');
	assert_int_equal(broken_by("http://u:a%00@h/x", SCHEME_HTTP), '%');
}

static void sound_texts_are_left_alone(void **state)
{
	static const struct {
		const char *text;
		enum scheme scheme;
	} sound[] = {
		{ "postgres://u:a%40b@h/x", SCHEME_POSTGRES },
		{ "postgres://u:p@h/x?user=a@b", SCHEME_POSTGRES },
		{ "postgres://h:5432/a@b", SCHEME_POSTGRES },
		{ "postgres://h/a@b", SCHEME_POSTGRES },
		{ "https://h/@a/b@1.0", SCHEME_HTTPS },
		{ "https://h:8443/a@b", SCHEME_HTTPS },
		{ "https://u:p@h.example/a@b", SCHEME_HTTPS },
		{ "https://u:p@localhost/a@b", SCHEME_HTTPS },
		{ "https://u:p@h/?mail=a@b", SCHEME_HTTPS },
		{ "https://h:$PORT/@a", SCHEME_HTTPS },
		{ "sftp://me@h/home/a@b/c", SCHEME_SFTP },
	};

	(void)state;
	for (size_t i = 0; i < N_OF(sound); i++) {
		if (broken_by(sound[i].text, sound[i].scheme) != '\0') {
			fail_msg("%s is sound", sound[i].text);
		}
	}
}

static void queries_lose_their_secrets(void **state)
{
	char out[128];
	struct buf buf;

	(void)state;
	buf_init(&buf, out, sizeof(out));
	secret_put_path(&buf, span_of("/token=1/x?a=1&Password=2&my_token=3;sslpassword=4#key=5"));
	assert_string_equal(out,
	                    "/token=1/x?a=1&Password=***&my_token=***;sslpassword=***#key=***");
	buf_init(&buf, out, sizeof(out));
	secret_put_path(&buf,
	                span_of("/?pass%77ord=1&next=https%3A%2F%2Fu%3Ap%40h%2F&u=http://h/@x"));
	assert_string_equal(out, "/?pass%77ord=***&next=***&u=http://h/@x");
}

static void only_ports_are_shown_as_ports(void **state)
{
	(void)state;
	assert_true(secret_may_show_port(span_of("80a")));
	assert_true(secret_may_show_port(span_of("123456789012")));
	assert_true(secret_may_show_port(span_of("${PORT}")));
	assert_false(secret_may_show_port(span_of("hunter2")));
	assert_false(secret_may_show_port(span_of("1secretword")));
	assert_false(secret_may_show_port(span_of("")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_character_that_moved_the_host_is_told),
		cmocka_unit_test(sound_texts_are_left_alone),
		cmocka_unit_test(queries_lose_their_secrets),
		cmocka_unit_test(only_ports_are_shown_as_ports),
	};

	return cmocka_run_group_tests_name("secret", tests, NULL, NULL);
}
