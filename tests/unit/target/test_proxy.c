/* SPDX-License-Identifier: Apache-2.0 */
/* The choice of a proxy; what is used and bypassed was compared with curl 7.88.1, row by row. */
#include "test.h"

#include "target/proxy.h"

static const char *const *environment; /* name, value, ..., NULL */

static const char *env(const char *name)
{
	for (const char *const *p = environment; *p != NULL; p += 2) {
		if (strcmp(p[0], name) == 0) {
			return p[1];
		}
	}
	return NULL;
}

static struct target t;
static struct proxy_choice c;

static void choose(const char *url, const char *override, const char *const *variables)
{
	struct target_error error;

	assert_int_equal(target_parse(url, strlen(url), &t, &error), 0);
	environment = variables;
	proxy_choose(&t, env, override, &c);
}

#define CHOOSE(url, ...) choose((url), NULL, (const char *const[]){ __VA_ARGS__, NULL })

struct row {
	const char *url;
	const char *name;
	const char *value;
	const char *host; /* "" when no proxy is used */
	enum proxy_kind kind;
	uint16_t port;
};

static const struct row rows[] = {
	{ "http://h/", "http_proxy", "http://p:3128", "p", PROXY_HTTP, 3128 },
	{ "http://h/", "http_proxy", "p:3128", "p", PROXY_HTTP, 3128 },
	{ "http://h/", "http_proxy", "p", "p", PROXY_HTTP, 1080 },
	{ "http://h/", "http_proxy", "http://p/", "p", PROXY_HTTP, 1080 },
	{ "http://h/", "http_proxy", "HTTPS://p", "p", PROXY_HTTPS, 443 },
	{ "http://h/", "http_proxy", "socks5h://p", "p", PROXY_SOCKS5H, 1080 },
	{ "http://h/", "http_proxy", "socks5://p:9", "p", PROXY_SOCKS5, 9 },
	{ "http://h/", "http_proxy", "socks4a://p", "p", PROXY_SOCKS4A, 1080 },
	{ "http://h/", "http_proxy", "socks://p", "p", PROXY_SOCKS4, 1080 },
	{ "http://h/", "http_proxy", "http://[::1]:3128", "::1", PROXY_HTTP, 3128 },
	{ "http://h/", "http_proxy", "", "", PROXY_HTTP, 0 },
	{ "http://h/", "HTTP_PROXY", "http://p:3128", "", PROXY_HTTP, 0 },
	{ "http://h/", "https_proxy", "http://p:3128", "", PROXY_HTTP, 0 },
	{ "http://h/", "all_proxy", "http://p:3128", "p", PROXY_HTTP, 3128 },
	{ "http://h/", "ALL_PROXY", "http://p:3128", "p", PROXY_HTTP, 3128 },
	{ "https://h/", "https_proxy", "http://p:3128", "p", PROXY_HTTP, 3128 },
	{ "https://h/", "HTTPS_PROXY", "http://p:3128", "p", PROXY_HTTP, 3128 },
	{ "https://h/", "http_proxy", "http://p:3128", "", PROXY_HTTP, 0 },
	{ "wss://h/", "wss_proxy", "http://p:3128", "p", PROXY_HTTP, 3128 },
	{ "wss://h/", "https_proxy", "http://p:3128", "", PROXY_HTTP, 0 },
	{ "postgres://h/", "all_proxy", "http://p:3128", "", PROXY_HTTP, 0 },
};

static void the_scheme_s_variable_decides(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_OF(rows); i++) {
		CHOOSE(rows[i].url, rows[i].name, rows[i].value);
		if (c.used != (rows[i].host[0] != '\0')) {
			fail_msg("%s with %s=%s", rows[i].url, rows[i].name, rows[i].value);
		}
		assert_false(c.broken);
		assert_int_equal(c.kind, rows[i].kind);
		assert_string_equal(c.proxy.host, rows[i].host);
		assert_int_equal(c.proxy.port, rows[i].port);
		assert_string_equal(c.variable, c.used ? rows[i].name : "");
	}
}

static void small_letters_go_first(void **state)
{
	(void)state;
	CHOOSE("https://h/", "https_proxy", "low", "HTTPS_PROXY", "up", "all_proxy", "all");
	assert_string_equal(c.proxy.host, "low");
	CHOOSE("https://h/", "https_proxy", "", "HTTPS_PROXY", "up", "all_proxy", "all");
	assert_string_equal(c.proxy.host, "up");
	CHOOSE("http://h/", "HTTP_PROXY", "up", "ALL_PROXY", "all");
	assert_string_equal(c.proxy.host, "all");
	assert_string_equal(c.unused_variable, "HTTP_PROXY");
}

struct list {
	const char *url;
	const char *no_proxy;
	bool bypassed;
	bool meant;
};

static const struct list lists[] = {
	{ "http://h.example.com/", "example.com", true, false },
	{ "http://h.example.com/", ".example.com", true, false },
	{ "http://h.example.com/", "Example.COM.", true, false },
	{ "http://h.example.com./", "example.com", true, false },
	{ "http://example.com/", ".example.com", true, false },
	{ "http://badexample.com/", "example.com", false, false },
	{ "http://h.example.com/", "a,example.com,b", true, false },
	{ "http://h.example.com/", "a , example.com", true, false },
	{ "http://h.example.com/", "a example.com", true, false },
	{ "http://h.example.com/", "a\texample.com", true, false },
	{ "http://h.example.com/", ",,example.com", true, false },
	{ "http://h.example.com/", "a;example.com", false, true },
	{ "http://h.example.com/", "example.com;a", false, true },
	{ "http://h.example.com/", "a|example.com", false, true },
	{ "http://h.example.com/", "*.example.com", false, true },
	{ "http://h.example.com/", "*example.com", false, true },
	{ "http://h.example.com/", "h.example.com:80", false, true },
	{ "http://h.example.com/", "http://h.example.com/", false, true },
	{ "http://h.example.com/", "\"example.com\"", false, true },
	{ "http://h.example.com/", "'a,example.com'", false, true },
	{ "http://h.example.com/", "..example.com", false, false },
	{ "http://h.example.com/", "other.com", false, false },
	{ "http://h.example.com/", "*", true, false },
	{ "http://h.example.com/", "a,*", false, true },
	{ "http://h.example.com/", " *", false, true },
	{ "http://h.example.com/", "", false, false },
	{ "http://h.example.com/", "10.0.0.0/8", false, false },
	{ "http://10.1.2.3/", "10.1.2.3", true, false },
	{ "http://10.1.2.3/", "10.0.0.0/8", true, false },
	{ "http://10.1.2.3/", "10.1.2.2/31", true, false },
	{ "http://10.1.2.3/", "10.1.2.4/30", false, false },
	{ "http://10.1.2.3/", "10.1.2.3/32", true, false },
	{ "http://10.1.2.3/", "10.0.0.0/8x", true, false },
	{ "http://10.1.2.3/", "10.0.0.0/0", false, false },
	{ "http://10.1.2.3/", "10.0.0.0/33", false, false },
	{ "http://10.1.2.3/", "010.1.2.3", false, false },
	{ "http://10.1.2.3/", "10.", false, true },
	{ "http://10.1.2.3/", "10.1.*", false, true },
	{ "http://10.1.2.3/", "10.1.2.3:80", false, true },
	{ "http://10.1.2.3/", ".10.1.2.3", false, false },
	{ "http://127.1/", "127.0.0.1", true, false },
	{ "http://[2001:db8::1]/", "2001:db8::1", true, false },
	{ "http://[2001:db8::1]/", "[2001:db8::1]", false, true },
	{ "http://[2001:db8::1]/", "2001:db8::/32", false, true },
	{ "http://[2001:db8::1]/", "2001:db8:0::1", false, true },
};

static void the_list_excludes_as_curl_reads_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_OF(lists); i++) {
		CHOOSE(lists[i].url, "http_proxy", "p:3128", "no_proxy", lists[i].no_proxy);
		if (c.bypassed != lists[i].bypassed || c.no_proxy_meant != lists[i].meant) {
			fail_msg("%s with no_proxy=%s: %d %d", lists[i].url, lists[i].no_proxy,
			         c.bypassed, c.no_proxy_meant);
		}
		assert_int_equal(c.used, !c.bypassed);
		assert_int_equal(c.no_proxy_entry[0] != '\0', c.bypassed || c.no_proxy_meant);
	}
}

static void the_entry_is_told(void **state)
{
	(void)state;
	CHOOSE("http://h.example.com/", "http_proxy", "p", "NO_PROXY", "a,.example.com");
	assert_true(c.bypassed);
	assert_string_equal(c.no_proxy_entry, ".example.com");
	assert_string_equal(c.no_proxy_variable, "NO_PROXY");
	CHOOSE("http://h.example.com/", "http_proxy", "p", "no_proxy", "localhost;.example.com");
	assert_true(c.no_proxy_has_blank_or_semicolon);
	assert_string_equal(c.no_proxy_entry, ".example.com");
	CHOOSE("http://h.example.com/", "http_proxy", "p", "no_proxy", "localhost, x");
	assert_false(c.no_proxy_has_blank_or_semicolon);
}

static void the_other_list_is_not_read(void **state)
{
	(void)state;
	CHOOSE("http://h/", "http_proxy", "p", "no_proxy", "x", "NO_PROXY", "h");
	assert_true(c.used);
	assert_true(c.no_proxy_meant);
	assert_string_equal(c.unused_variable, "NO_PROXY");
}

static void a_variable_that_nobody_reads_is_told(void **state)
{
	(void)state;
	CHOOSE("http://h/", "HTTP_PROXY", "p");
	assert_string_equal(c.unused_variable, "HTTP_PROXY");
	CHOOSE("https://h/", "http_proxy", "p");
	assert_string_equal(c.unused_variable, "http_proxy");
	CHOOSE("http://h/", "http_proxy", "p", "no_proxy", "h");
	assert_string_equal(c.unused_variable, "");
}

static void an_option_goes_first_and_none_means_none(void **state)
{
	static const char *const variables[] = { "http_proxy", "p", "no_proxy", "x.example", NULL };

	(void)state;
	choose("http://h/", "http://q:8080", variables);
	assert_true(c.used);
	assert_string_equal(c.variable, "--proxy");
	assert_string_equal(c.proxy.host, "q");
	choose("postgres://h/", "socks5://q", variables);
	assert_true(c.used);
	choose("http://h/", "none", variables);
	assert_false(c.used);
	assert_string_equal(c.variable, "");
	choose("http://h.x.example/", "http://q:8080", variables);
	assert_true(c.bypassed);
}

static void a_proxy_s_user_is_decoded_and_not_shown(void **state)
{
	(void)state;
	CHOOSE("http://h/", "http_proxy", "http://u%40x:p%3Ay@p:3128");
	assert_string_equal(c.proxy.user, "u@x");
	assert_string_equal(c.proxy.secret, "p:y");
	assert_string_equal(c.proxy.input, "u%40x:***@p:3128");
}

static void what_cannot_be_a_proxy_is_broken(void **state)
{
	static const struct {
		const char *value;
		enum flaw flaw;
	} broken[] = {
		{ "ftp://p:1", FLAW_CHARACTER },       { "http://u:a@b@p:3128", FLAW_CREDENTIALS },
		{ "http://p:31a", FLAW_BAD_PORT },     { "http://${PROXY}", FLAW_PLACEHOLDER },
		{ "ftp.p:3128", FLAW_CHARACTER },      { " http://p", FLAW_BLANK },
		{ "undefined", FLAW_PLACEHOLDER },     { "http://", FLAW_NO_HOST },
		{ "http://p,q:3128", FLAW_CHARACTER },
	};

	(void)state;
	for (size_t i = 0; i < N_OF(broken); i++) {
		CHOOSE("http://h/", "http_proxy", broken[i].value);
		if (!c.broken || c.proxy.flaw != broken[i].flaw) {
			fail_msg("%s: %s", broken[i].value, target_flaw_words[c.proxy.flaw]);
		}
		assert_true(c.used);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_scheme_s_variable_decides),
		cmocka_unit_test(small_letters_go_first),
		cmocka_unit_test(the_list_excludes_as_curl_reads_it),
		cmocka_unit_test(the_entry_is_told),
		cmocka_unit_test(the_other_list_is_not_read),
		cmocka_unit_test(a_variable_that_nobody_reads_is_told),
		cmocka_unit_test(an_option_goes_first_and_none_means_none),
		cmocka_unit_test(a_proxy_s_user_is_decoded_and_not_shown),
		cmocka_unit_test(what_cannot_be_a_proxy_is_broken),
	};

	return cmocka_run_group_tests_name("proxy", tests, NULL, NULL);
}
