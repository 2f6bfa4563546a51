/* SPDX-License-Identifier: Apache-2.0 */
/* Nothing that a stranger wrote gets into a command. */
#include "judge/command.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static uint8_t block[1 << 20];
static struct judgement judgement;
static char memory[1024];
static struct buf out;

/* A run to host:443 whose first address refuses, judged. */
static struct verdict *made(const char *host, enum role role)
{
	static struct target target;
	struct store *store = store_init(block, sizeof(block));
	struct addr addr = { .family = ADDR_V4, .bytes = { 10, 0, 3, 15 } };
	struct evidence *e = NULL;

	memset(&target, 0, sizeof(target));
	target.scheme = SCHEME_HTTPS;
	target.port = 443;
	memcpy(target.host, host, strlen(host) + 1);
	e = store_run(store, role, -1, &target);
	(void)store_attempt(store, e, &addr);
	judge(store, &judgement);
	judgement.runs[0].a = e->first;
	buf_init(&out, memory, sizeof(memory));
	return &judgement.runs[0];
}

static const char *quoted(const char *text)
{
	buf_init(&out, memory, sizeof(memory));
	return command_quote(&out, text) ? memory : NULL;
}

static void a_plain_word_stays_as_it_is(void **state)
{
	(void)state;
	assert_string_equal(quoted("db.example.com:5432"), "db.example.com:5432");
}

static void what_a_shell_understands_is_quoted(void **state)
{
	(void)state;
	assert_string_equal(quoted("x;rm -rf ~"), "'x;rm -rf ~'");
	assert_string_equal(quoted("it's"), "'it'\\''s'");
	assert_string_equal(quoted("$(id)`id`"), "'$(id)`id`'");
	assert_string_equal(quoted("~root"), "'~root'");
	assert_string_equal(quoted("a*b?[c]"), "'a*b?[c]'");
	assert_string_equal(quoted("x=y"), "'x=y'"); /* an assignment */
	assert_string_equal(quoted("\xe4\xbe\x8b.jp"), "'\xe4\xbe\x8b.jp'");
}

static void no_quoting_helps_against_an_option(void **state)
{
	(void)state;
	assert_null(quoted("-oProxyCommand=id"));
	assert_null(quoted(""));
	assert_null(quoted("a\nb"));
	assert_null(quoted("a\033[2Jb"));
	assert_int_equal(out.len, 0);
}

static void a_template_is_filled_in(void **state)
{
	struct verdict *v = made("db.example.com", ROLE_MAIN);

	(void)state;
	assert_true(command_expand(&out, "nc -vz {addr} {port}; dig {host}", &judgement, v, v->a));
	assert_string_equal(out.text, "nc -vz 10.0.3.15 443; dig db.example.com");
}

static void what_was_not_measured_takes_the_command_away(void **state)
{
	struct verdict *v = made("db.example.com", ROLE_MAIN);

	(void)state;
	assert_false(command_expand(&out, "ip neigh show {gateway}", &judgement, v, v->a));
	assert_int_equal(out.len, 0);
	assert_true(command_expand(&out, "ip neigh show[ {gateway}]", &judgement, v, v->a));
	assert_string_equal(out.text, "ip neigh show");
}

static void a_host_that_needs_quotes_does_not_go_inside_of_quotes(void **state)
{
	struct verdict *v = made("x';id;'", ROLE_MAIN);

	(void)state;
	assert_false(command_expand(&out, "grep '{host}' f", &judgement, v, v->a));
	assert_true(command_expand(&out, "grep {host} f", &judgement, v, v->a));
	assert_string_equal(out.text, "grep 'x'\\'';id;'\\''' f");
}

static void a_redirects_odd_host_is_no_part_of_a_command(void **state)
{
	struct verdict *v = made("x;id", ROLE_REDIRECT);

	(void)state;
	assert_false(command_expand(&out, "dig {host}", &judgement, v, v->a));
	v = made("www.example.com", ROLE_REDIRECT);
	assert_true(command_expand(&out, "dig {host}", &judgement, v, v->a));
}

static void a_target_that_may_hold_a_password_is_not_repeated(void **state)
{
	struct verdict *v = made("db.example.com", ROLE_MAIN);

	(void)state;
	((struct evidence *)(uintptr_t)v->e)->target.flaw = FLAW_CREDENTIALS;
	assert_false(command_expand(&out, "dig {host}", &judgement, v, v->a));
}

static void what_a_peer_says_is_no_part_of_a_command(void **state)
{
	static const char *const peers[] = { "names", "location", "server_header" };
	struct verdict *v = made("db.example.com", ROLE_MAIN);
	struct store *store = (struct store *)(void *)block;
	struct attempt *a = store->runs[0].first;
	struct ev_tls *tls = store_kind(store, a, KIND_tls);
	struct ev_http *http = store_kind(store, a, KIND_http);

	(void)state;
	tls->names = "a.example.com";
	tls->has.names = true;
	http->location = "https://b.example.com/";
	http->has.location = true;
	http->server = "nginx";
	http->has.server = true;
	for (size_t i = 0; i < sizeof(peers) / sizeof(peers[0]); i++) {
		char template[64] = "echo {";
		struct arg arg;

		assert_int_equal(judge_arg(&judgement, v, v->a, peers[i], strlen(peers[i]), &arg),
		                 0);
		strncat(template, peers[i], 40);
		strncat(template, "}", 2);
		assert_false(command_expand(&out, template, &judgement, v, v->a));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_plain_word_stays_as_it_is),
		cmocka_unit_test(what_a_shell_understands_is_quoted),
		cmocka_unit_test(no_quoting_helps_against_an_option),
		cmocka_unit_test(a_template_is_filled_in),
		cmocka_unit_test(what_was_not_measured_takes_the_command_away),
		cmocka_unit_test(a_host_that_needs_quotes_does_not_go_inside_of_quotes),
		cmocka_unit_test(a_redirects_odd_host_is_no_part_of_a_command),
		cmocka_unit_test(a_target_that_may_hold_a_password_is_not_repeated),
		cmocka_unit_test(what_a_peer_says_is_no_part_of_a_command),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
