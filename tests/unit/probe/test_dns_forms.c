/* SPDX-License-Identifier: Apache-2.0 */
/* The search list of resolv.conf(5). */
#include "given.h"
#include "probe/dns_forms.h"

/* The forms of the name with these lines of evidence, in one line: name/search name/search. */
static const char *forms_of(const char *name, const char *lines)
{
	static char text[1024];
	const struct evidence *e = run_to("https://shop/", lines);
	struct dns_forms forms;
	struct buf buf;

	dns_forms_make(name, e->resolv, &forms);
	buf_init(&buf, text, sizeof(text));
	for (int i = 0; i < forms.n; i++) {
		buf_puts(&buf, i > 0 ? " " : "");
		buf_puts(&buf, forms.form[i].name);
		buf_putc(&buf, '/');
		buf_int(&buf, forms.form[i].search);
	}
	return text;
}

#define SEARCH \
	"resolv ndots=2 search=none\nresolv.search text=\"a.test\"\nresolv.search text=\"b.test\"\n"

static void without_a_search_list_only_the_name_itself_is_asked(void **state)
{
	(void)state;
	assert_string_equal(forms_of("shop", ""), "shop/0");
	assert_string_equal(forms_of("shop", "resolv ndots=5\n"), "shop/0");
}

static void a_name_with_few_dots_is_tried_with_the_domains_first(void **state)
{
	(void)state;
	assert_string_equal(forms_of("shop", SEARCH), "shop.a.test/1 shop.b.test/2 shop/0");
	assert_string_equal(forms_of("www.shop", SEARCH),
	                    "www.shop.a.test/1 www.shop.b.test/2 www.shop/0");
}

static void a_name_with_ndots_dots_is_tried_as_it_stands_first(void **state)
{
	(void)state;
	assert_string_equal(forms_of("a.b.shop", SEARCH),
	                    "a.b.shop/0 a.b.shop.a.test/1 a.b.shop.b.test/2");
}

static void a_dot_at_the_end_ends_the_search(void **state)
{
	(void)state;
	assert_string_equal(forms_of("shop.", SEARCH), "shop./0");
}

static void the_name_as_typed_has_its_place_behind_a_long_list(void **state)
{
	static const char many[] = SEARCH "resolv.search text=\"c.test\"\n"
					  "resolv.search text=\"d.test\"\n"
					  "resolv.search text=\"e.test\"\n";

	(void)state;
	assert_string_equal(forms_of("shop", many),
	                    "shop.a.test/1 shop.b.test/2 shop.c.test/3 shop/0");
}

static void the_root_as_a_domain_adds_nothing(void **state)
{
	(void)state;
	assert_string_equal(forms_of("shop", "resolv search=none\nresolv.search text=\".\"\n"),
	                    "shop/1 shop/0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_a_search_list_only_the_name_itself_is_asked),
		cmocka_unit_test(a_name_with_few_dots_is_tried_with_the_domains_first),
		cmocka_unit_test(a_name_with_ndots_dots_is_tried_as_it_stands_first),
		cmocka_unit_test(a_dot_at_the_end_ends_the_search),
		cmocka_unit_test(the_name_as_typed_has_its_place_behind_a_long_list),
		cmocka_unit_test(the_root_as_a_domain_adds_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
