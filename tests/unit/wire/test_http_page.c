/* SPDX-License-Identifier: Apache-2.0 */
/* Pages of real servers, told from pages that people write about them. */
#include "test.h"

#include "wire/http_page.h"

#define NGINX_404                                                                           \
	"<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n<center><h1>404 " \
	"Not Found</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n"
#define APACHE_404                                                                            \
	"<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">\n<html><head>\n<title>404 Not " \
	"Found</title>\n</head><body>\n<h1>Not Found</h1>\n<p>The requested URL was not "     \
	"found on this server.</p>\n<hr>\n<address>Apache/2.4.57 (Debian) Server at "

static void default_pages_are_known(void **state)
{
	(void)state;
	assert_string_equal(
		http_page_default("<!DOCTYPE html>\n<html>\n<head>\n<title>Welcome to nginx!"),
		"nginx");
	assert_string_equal(http_page_default("<html><body><h1>It works!</h1></body></html>\n"),
	                    "Apache");
	assert_string_equal(
		http_page_default("<!DOCTYPE html PUBLIC>\n<title>Apache2 Debian Default Page: "
	                          "It works</title>"),
		"Apache");
}

static void pages_of_people_are_none(void **state)
{
	(void)state;
	assert_null(http_page_default(""));
	assert_null(http_page_default("hello\n"));
	assert_null(
		http_page_default("<html><body><h1>It works!</h1><p>my blog</p></body></html>"));
	assert_null(http_page_default("<title>How to change Welcome to nginx!</title>"));
	assert_null(http_page_default("<html><head></head><body><h1>It works!</h1></body></html>"));
}

static void a_front_that_knows_no_such_site_is_heard(void **state)
{
	(void)state;
	assert_string_equal(http_page_unclaimed("<p><strong>There isn't a GitHub Pages site "
	                                        "here.</strong></p>",
	                                        "x.example"),
	                    "GitHub Pages");
	assert_string_equal(
		http_page_unclaimed("Fastly error: unknown domain: x.example.", "x.example"),
		"Fastly");
}

static void a_bucket_in_the_path_is_no_name(void **state)
{
	const char *text = "<Error><Code>NoSuchBucket</Code><BucketName>www.x.example</BucketName>";

	(void)state;
	assert_string_equal(http_page_unclaimed(text, "www.x.example"), "Amazon S3");
	assert_null(http_page_unclaimed(text, "s3.amazonaws.com"));
	assert_null(http_page_unclaimed(text, NULL));
}

static void what_fronts_say_of_a_path_too_is_no_word_on_the_name(void **state)
{
	(void)state;
	assert_null(http_page_unclaimed("default backend - 404", "x.example"));
	assert_null(http_page_unclaimed("404 page not found\n", "x.example"));
	assert_null(http_page_unclaimed("{\"message\":\"no Route matched with those values\"}",
	                                "x.example"));
}

static void own_error_pages_of_servers_are_known(void **state)
{
	(void)state;
	assert_true(http_page_stock(NGINX_404));
	assert_true(http_page_stock(APACHE_404));
	assert_true(http_page_stock(" \r\n"));
	assert_false(http_page_stock("{\"error\":\"no such user\"}"));
}

static void names_and_numbers_do_not_make_a_difference(void **state)
{
	(void)state;
	assert_int_equal(http_page_compare(APACHE_404 "x.example Port 80", "x.example",
	                                   APACHE_404 "nonsense.invalid Port 80",
	                                   "nonsense.invalid"),
	                 HTTP_ALIKE);
	assert_int_equal(http_page_compare("", "x.example", "", "y.example"), HTTP_ALIKE);
	assert_int_equal(http_page_compare("request 17 of X.example", "x.example",
	                                   "request 4711 of y.example", "y.example"),
	                 HTTP_ALIKE);
}

static void other_pages_are_told(void **state)
{
	(void)state;
	assert_int_equal(http_page_compare(NGINX_404, "x.example", "{\"error\":\"none\"}", "y"),
	                 HTTP_DIFFERENT);
	assert_int_equal(http_page_compare("", "x.example", "gone", "y.example"), HTTP_DIFFERENT);
	assert_int_equal(http_page_compare(APACHE_404 "a", "x.example", APACHE_404 "b", "y"),
	                 HTTP_SIMILAR);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(default_pages_are_known),
		cmocka_unit_test(pages_of_people_are_none),
		cmocka_unit_test(a_front_that_knows_no_such_site_is_heard),
		cmocka_unit_test(a_bucket_in_the_path_is_no_name),
		cmocka_unit_test(what_fronts_say_of_a_path_too_is_no_word_on_the_name),
		cmocka_unit_test(own_error_pages_of_servers_are_known),
		cmocka_unit_test(names_and_numbers_do_not_make_a_difference),
		cmocka_unit_test(other_pages_are_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
