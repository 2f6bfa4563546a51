/* SPDX-License-Identifier: Apache-2.0 */
/* Base64, with the vectors of RFC 4648 section 10. */
#include "base/base64.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const char *const vectors[] = { "",         "Zg==",     "Zm8=",    "Zm9v",
	                               "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy" };

static void what_is_written_is_padded(void **state)
{
	char text[40];
	struct buf buf;

	(void)state;
	for (size_t n = 0; n <= 6; n++) {
		buf_init(&buf, text, sizeof(text));
		base64_put(&buf, "foobar", n);
		assert_string_equal(text, vectors[n]);
	}
	buf_init(&buf, text, sizeof(text));
	base64_put(&buf, "\xff\xef\xbe", 3);
	assert_string_equal(text, "/+++");
}

static void what_was_written_is_read(void **state)
{
	uint8_t bytes[6];

	(void)state;
	for (size_t n = 0; n <= 6; n++) {
		assert_int_equal(base64_take(vectors[n], strlen(vectors[n]), bytes, sizeof(bytes)),
		                 n);
		assert_memory_equal(bytes, "foobar", n);
	}
}

static void what_is_no_base64_is_refused(void **state)
{
	static const char *const bad[] = {
		"Z", "Zg=", "Zg", "Z===", "Zm=v", "=m9v", "Zm9\n", "Zm9-"
	};
	uint8_t bytes[6];

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_int_equal(base64_take(bad[i], strlen(bad[i]), bytes, sizeof(bytes)), -1);
	}
	assert_int_equal(base64_take("Zm9vYmFy", 8, bytes, 5), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_written_is_padded),
		cmocka_unit_test(what_was_written_is_read),
		cmocka_unit_test(what_is_no_base64_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
