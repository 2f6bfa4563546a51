/* SPDX-License-Identifier: Apache-2.0 */
/* Targets in JSON. */
#include "help.h"
#include "json/asked.h"

static char error[128];
static const struct reading r = { .error = error, .size = sizeof(error) };
static const struct place root = { 0 };

static char *written(const struct target *t)
{
	struct caught c = { 0 };

	catch_begin(&c);
	out_object(&c.o, NULL, OUT_LINE);
	asked_write(&c.o, t);
	out_object_end(&c.o);
	catch_end(&c);
	return c.text;
}

static void comes_back(const struct target *t)
{
	auto_free char *text = written(t);
	struct target *again = calloc(1, sizeof(*again));
	json_t *json = json_loads(text, 0, NULL);

	assert_int_equal(asked_read(&r, &root, json_object_get(json, "target"), again), 0);
	assert_memory_equal(t, again, sizeof(*t));
	json_decref(json);
	free(again);
}

static void a_target_comes_back(void **state)
{
	static struct target t = { .input = "https://u@api.example.com/",
		                   .scheme = SCHEME_HTTPS,
		                   .scheme_given = true,
		                   .port = 443,
		                   .host = "api.example.com",
		                   .path = "/x?y=1",
		                   .user = "u" };
	static struct target literal = { .input = "[fe80::1%eth0]:22",
		                         .scheme = SCHEME_SSH,
		                         .port_given = true,
		                         .port = 22,
		                         .host = "fe80::1",
		                         .zone = "eth0",
		                         .literal = true,
		                         .addr = { .family = ADDR_V6,
		                                   .bytes = { 0xfe, 0x80, [15] = 1 } } };
	static struct target odd = { .scheme = SCHEME_TCP,
		                     .host = "127.1",
		                     .port = 1,
		                     .literal = true,
		                     .flaw = FLAW_BAD_ADDRESS,
		                     .flaw_text = "127.1",
		                     .flawed_is_fatal = true,
		                     .addr = { .family = ADDR_V4, .bytes = { 127, 0, 0, 1 } } };

	(void)state;
	comes_back(&t);
	comes_back(&literal);
	comes_back(&odd);
}

static void secrets_are_not_written(void **state)
{
	static struct target t = { .input = "x",
		                   .scheme = SCHEME_POSTGRES,
		                   .port = 5432,
		                   .host = "db",
		                   .path = "/app?password=hunter2&sslmode=require",
		                   .user = "u",
		                   .secret = "hunter2" };
	auto_free char *text = written(&t);

	(void)state;
	assert_null(strstr(text, "hunter2"));
	assert_non_null(strstr(text, "/app?password=***&sslmode=require"));
}

static void a_broken_password_shows_no_host(void **state)
{
	static struct target t = { .input = "redis://:pa",
		                   .scheme = SCHEME_REDIS,
		                   .port = 77,
		                   .host = "pa",
		                   .path = "/ss@host",
		                   .user = "pa",
		                   .flaw = FLAW_CREDENTIALS,
		                   .flaw_text = "@" };
	auto_free char *text = written(&t);

	(void)state;
	assert_string_equal(text, "{\"target\": {\"scheme\": \"redis\", \"flaw_text\": \"@\", "
	                          "\"flaw\": \"credentials\"}}");
}

static void a_host_that_is_too_long_is_refused(void **state)
{
	static struct target t;
	char host[TARGET_HOST_MAX + 1];
	json_t *json = NULL;

	(void)state;
	memset(host, 'a', TARGET_HOST_MAX);
	host[TARGET_HOST_MAX] = '\0';
	json = json_pack("{s:s, s:s}", "scheme", "tcp", "host", host);
	assert_int_equal(asked_read(&r, &root, json, &t), -EINVAL);
	assert_string_equal(error, "/host: this text is too long");
	json_decref(json);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_target_comes_back),
		cmocka_unit_test(secrets_are_not_written),
		cmocka_unit_test(a_broken_password_shows_no_host),
		cmocka_unit_test(a_host_that_is_too_long_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
