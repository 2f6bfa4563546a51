/* SPDX-License-Identifier: Apache-2.0 */
/* Paths: encoding, dot segments, and the examples of RFC 3986 5.4. */
#include "test.h"

#include "target/path.h"

static char out[256];
static struct buf buf;

static const char *put(const char *text)
{
	buf_init(&buf, out, sizeof(out));
	path_put(&buf, span_of(text));
	return out;
}

static void nothing_in_a_path_ends_a_request_line(void **state)
{
	(void)state;
	assert_string_equal(put("/a b\r\n?c\td#e"), "/a%20b%0D%0A?c%09d");
	assert_string_equal(put("?x"), "/?x");
	assert_string_equal(put(""), "");
	assert_string_equal(put("/\x7f\xff%20"), "/%7F%FF%20");
}

static void dot_segments_go(void **state)
{
	static const char *const rows[][2] = {
		{ "/a/b/c/./../../g", "/a/g" },
		{ "/../x", "/x" },
		{ "/..", "/" },
		{ "/.", "/" },
		{ "/a/..", "/" },
		{ "/a/./", "/a/" },
		{ "/a//../b", "/a/b" },
		{ "/...", "/..." },
		{ "/a?x/../y", "/a?x/../y" },
		{ "/a/..?x", "/?x" },
		{ "/", "/" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < N_OF(rows); i++) {
		put(rows[i][0]);
		path_remove_dots(&buf);
		assert_string_equal(out, rows[i][1]);
		assert_int_equal(buf.len, strlen(out));
	}
}

static void references_are_resolved_as_the_rfc_shows(void **state)
{
	static const char *const rows[][2] = {
		/* against http://a/b/c/d;p?q */
		{ "g", "/b/c/g" },
		{ "./g", "/b/c/g" },
		{ "g/", "/b/c/g/" },
		{ "/g", "/g" },
		{ "?y", "/b/c/d;p?y" },
		{ "g?y", "/b/c/g?y" },
		{ ";x", "/b/c/;x" },
		{ "", "/b/c/d;p?q" },
		{ ".", "/b/c/" },
		{ "./", "/b/c/" },
		{ "..", "/b/" },
		{ "../g", "/b/g" },
		{ "../..", "/" },
		{ "../../g", "/g" },
		{ "../../../g", "/g" },
		{ "/./g", "/g" },
		{ "/../g", "/g" },
		{ "g.", "/b/c/g." },
		{ ".g", "/b/c/.g" },
		{ "..g", "/b/c/..g" },
		{ "./../g", "/b/g" },
		{ "./g/.", "/b/c/g/" },
		{ "g/./h", "/b/c/g/h" },
		{ "g/../h", "/b/c/h" },
		{ "g;x=1/../y", "/b/c/y" },
		{ "g?y/../x", "/b/c/g?y/../x" },
	};

	(void)state;
	for (size_t i = 0; i < N_OF(rows); i++) {
		buf_init(&buf, out, sizeof(out));
		path_merge(&buf, span_of("/b/c/d;p?q"), span_of(rows[i][0]));
		path_remove_dots(&buf);
		assert_string_equal(out, rows[i][1]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_in_a_path_ends_a_request_line),
		cmocka_unit_test(dot_segments_go),
		cmocka_unit_test(references_are_resolved_as_the_rfc_shows),
	};

	return cmocka_run_group_tests_name("path", tests, NULL, NULL);
}
