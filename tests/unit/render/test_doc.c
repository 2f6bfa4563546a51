/* SPDX-License-Identifier: Apache-2.0 */
/* What a stranger wrote stays text, in every format. */
#include "render/doc.h"

#include <string.h>

#include "test.h"

static char text[8192];

static const char *written(enum doc_format format, void (*write)(const struct doc *doc))
{
	struct doc doc = { .out = fmemopen(text, sizeof(text), "w"), .format = format };

	write(&doc);
	(void)fclose(doc.out);
	return text;
}

static void hostile(const struct doc *doc)
{
	doc_paragraph(doc, "<script>alert(1)</script> & \"x\" [a](b) *c* a|b");
}

static void html_is_escaped(void **state)
{
	(void)state;
	assert_string_equal(written(DOC_HTML, hostile),
	                    "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; [a](b) "
	                    "*c* a|b</p>\n");
}

static void markdown_is_escaped(void **state)
{
	(void)state;
	assert_string_equal(written(DOC_MARKDOWN, hostile),
	                    "\\<script>alert(1)\\</script> \\& \"x\" \\[a\\](b) \\*c\\* a\\|b\n\n");
}

static void code(const struct doc *doc)
{
	doc_row_code(doc, "Error", "a `b` | c");
}

static void code_with_backticks_has_a_longer_fence(void **state)
{
	(void)state;
	assert_string_equal(written(DOC_MARKDOWN, code), "| Error | `` a `b` \\| c `` |\n");
}

static void page(const struct doc *doc)
{
	doc_begin(doc, "a < b");
	doc_folded(doc, "JSON", "{\"x\": \"</pre><script>\"}\n");
	doc_end(doc);
}

static void html_has_a_policy_and_no_script(void **state)
{
	const char *html = written(DOC_HTML, page);

	(void)state;
	assert_non_null(strstr(html, "default-src 'none'"));
	assert_null(strstr(html, "<script"));
	assert_non_null(strstr(html, "<title>a &lt; b</title>"));
	assert_non_null(strstr(html, "&lt;/pre&gt;"));
}

static void blanks_stay_blanks(const struct doc *doc)
{
	doc_paragraph(doc, "Since when: [ ] port.loopback_only _x_");
}

static void what_means_nothing_is_not_escaped(void **state)
{
	(void)state;
	assert_string_equal(written(DOC_MARKDOWN, blanks_stay_blanks),
	                    "Since when: [ ] port.loopback_only \\_x\\_\n\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(html_is_escaped),
		cmocka_unit_test(markdown_is_escaped),
		cmocka_unit_test(code_with_backticks_has_a_longer_fence),
		cmocka_unit_test(html_has_a_policy_and_no_script),
		cmocka_unit_test(what_means_nothing_is_not_escaped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
