/* SPDX-License-Identifier: Apache-2.0 */
/* What a reader of pages and a searcher of error texts may count on. The hit rates over many texts
 * are measured by tools/check-explain.py with the tables beside this file. */
#include "explain/explain.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int search(const char *text, struct explain_match found[5])
{
	return explain_search(text, strlen(text), found, 5);
}

/* Fails unless cause is the first match of the text. */
static void assert_first(const char *text, const char *cause)
{
	struct explain_match found[5];

	if (search(text, found) < 1) {
		fail_msg("nothing found for: %s", text);
	}
	assert_string_equal(found[0].cause, cause);
}

static void assert_nothing(const char *text)
{
	struct explain_match found[5];

	if (search(text, found) > 0) {
		fail_msg("%s found for: %s", found[0].cause, text);
	}
}

static void a_page_is_found_by_its_id(void **state)
{
	const struct explain_page *page = explain_find("port.refused", EXPLAIN_EN);

	(void)state;
	assert_non_null(page);
	assert_string_equal(page->id, "port.refused");
	assert_string_equal(page->who, "server");
	assert_non_null(strstr(page->text, "What it means"));
	assert_non_null(strstr(page->text, "How to fix it"));
}

static void an_unknown_id_has_no_page(void **state)
{
	(void)state;
	assert_null(explain_find("port.refuse", EXPLAIN_EN));
	assert_null(explain_find("", EXPLAIN_EN));
	assert_null(explain_find("zzz", EXPLAIN_EN));
}

static void a_language_without_a_page_gets_the_english_one(void **state)
{
	const struct explain_page *page = explain_find("udp.silent", EXPLAIN_JA);

	(void)state;
	assert_non_null(page);
	assert_string_equal(page->id, "udp.silent");
}

static void every_page_is_listed_in_order_and_fits_a_terminal(void **state)
{
	const struct explain_page *page, *last = NULL;
	size_t n = 0;

	(void)state;
	for (; (page = explain_at(n, EXPLAIN_EN)); n++) {
		assert_ptr_equal(explain_find(page->id, EXPLAIN_EN), page);
		assert_true(!last || strcmp(last->id, page->id) < 0);
		for (const char *p = page->text; *p; p += strcspn(p, "\n") + 1) {
			/* a command is not broken, so that it can be copied */
			assert_true(strcspn(p, "\n") <= 80 || !strchr(p, ' ') || strchr(p, '`'));
		}
		last = page;
	}
	assert_true(n > 200);
	assert_null(explain_at(n + 1, EXPLAIN_EN));
}

static void refused_is_ranked_first(void **state)
{
	struct explain_match found[5];

	(void)state;
	assert_int_equal(search("connect to address 192.0.2.3: Connection refused", found), 5);
	assert_string_equal(found[0].cause, "port.refused");
	assert_string_equal(found[0].because, "Connection refused");
	assert_string_equal(found[0].title, explain_find("port.refused", EXPLAIN_EN)->title);
}

static void an_ambiguous_text_lists_the_plausible_causes(void **state)
{
	struct explain_match found[5];
	bool silent = false, path = false;
	int n;

	(void)state;
	n = search("ssh: connect to host 192.0.2.1 port 22: Connection timed out", found);
	for (int i = 0; i < n && i < 3; i++) {
		silent = silent || strcmp(found[i].cause, "port.silent") == 0;
		path = path || strcmp(found[i].cause, "path.silent") == 0;
	}
	assert_true(silent && path);
}

static void case_numbers_names_and_addresses_do_not_matter(void **state)
{
	(void)state;
	assert_first("CONNECTION REFUSED", "port.refused");
	assert_first("java.net.unknownhostexception: db7", "name.nxdomain");
	assert_first("java.net.UnknownHostException: db8", "name.nxdomain");
	assert_first("dial tcp 10.1.2.3:5: connect: connection refused", "port.refused");
	assert_first("dial tcp [2001:db8::9]:65535: connect: connection refused", "port.refused");
}

static void a_code_alone_is_enough(void **state)
{
	(void)state;
	assert_first("ECONNREFUSED", "port.refused");
	assert_first("28P01", "postgres.password_failed");
	assert_first("502", "http.bad_gateway");
	assert_first("NXDOMAIN", "name.nxdomain");
}

static void a_sure_phrase_outranks_the_general_one_inside_it(void **state)
{
	(void)state;
	assert_first("kex_exchange_identification: read: Connection reset by peer",
	             "ssh.closed_before_banner");
	assert_first("connect ECONNREFUSED ::1:3000", "name.localhost_family");
	assert_first("connect() failed (111: Connection refused) while connecting to upstream",
	             "http.bad_gateway");
}

static void words_may_stand_in_another_order(void **state)
{
	(void)state;
	assert_first("STARTTLS needed: SMTP requires STARTTLS", "smtp.starttls_required");
}

static void a_number_in_the_middle_of_a_text_says_nothing(void **state)
{
	(void)state;
	assert_nothing("line 502: missing semicolon");
	assert_nothing("order 1045 has been shipped");
}

static void what_is_not_about_connecting_finds_nothing(void **state)
{
	(void)state;
	assert_nothing("");
	assert_nothing(" \t\n");
	assert_nothing("Segmentation fault (core dumped)");
	assert_nothing("permission denied: ./script.sh");
	assert_nothing("No space left on device");
	assert_nothing("hello");
}

static void no_more_than_asked_for_is_written(void **state)
{
	struct explain_match found[5];

	(void)state;
	memset(found, 0, sizeof(found));
	assert_int_equal(explain_search("Connection refused", 18, found, 2), 2);
	assert_non_null(found[1].cause);
	assert_null(found[2].cause);
	assert_int_equal(explain_search("Connection refused", 18, found, 0), 0);
}

static void only_len_bytes_are_read(void **state)
{
	struct explain_match found[5];

	(void)state;
	assert_int_equal(explain_search("Connection refused", 10, found, 5), 0);
}

static void any_bytes_are_welcome(void **state)
{
	char bytes[70000];
	struct explain_match found[5];
	uint32_t seed = 1;

	(void)state;
	for (size_t i = 0; i < sizeof(bytes); i++) {
		seed = seed * 1664525 + 1013904223;
		bytes[i] = (char)(seed >> 24);
	}
	assert_in_range(explain_search(bytes, sizeof(bytes), found, 5), 0, 5);
	memset(bytes, 'A', sizeof(bytes)); /* one endless word */
	assert_int_equal(explain_search(bytes, sizeof(bytes), found, 5), 0);
	for (size_t i = 0; i < sizeof(bytes); i += 2) { /* too many words */
		bytes[i] = ':';
		bytes[i + 1] = ' ';
	}
	assert_int_equal(explain_search(bytes, sizeof(bytes), found, 5), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_is_found_by_its_id),
		cmocka_unit_test(an_unknown_id_has_no_page),
		cmocka_unit_test(a_language_without_a_page_gets_the_english_one),
		cmocka_unit_test(every_page_is_listed_in_order_and_fits_a_terminal),
		cmocka_unit_test(refused_is_ranked_first),
		cmocka_unit_test(an_ambiguous_text_lists_the_plausible_causes),
		cmocka_unit_test(case_numbers_names_and_addresses_do_not_matter),
		cmocka_unit_test(a_code_alone_is_enough),
		cmocka_unit_test(a_sure_phrase_outranks_the_general_one_inside_it),
		cmocka_unit_test(words_may_stand_in_another_order),
		cmocka_unit_test(a_number_in_the_middle_of_a_text_says_nothing),
		cmocka_unit_test(what_is_not_about_connecting_finds_nothing),
		cmocka_unit_test(no_more_than_asked_for_is_written),
		cmocka_unit_test(only_len_bytes_are_read),
		cmocka_unit_test(any_bytes_are_welcome),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
