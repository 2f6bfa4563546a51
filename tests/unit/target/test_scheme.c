/* SPDX-License-Identifier: Apache-2.0 */
/* Schemes by name, by port, and by what was probably meant. */
#include "test.h"

#include "target/scheme.h"

static void a_port_means_the_first_scheme_with_a_protocol(void **state)
{
	(void)state;
	assert_int_equal(scheme_by_port(443), SCHEME_HTTPS);
	assert_int_equal(scheme_by_port(22), SCHEME_SSH);
	assert_int_equal(scheme_by_port(5432), SCHEME_POSTGRES);
	assert_int_equal(scheme_by_port(3306), SCHEME_MYSQL);
	assert_int_equal(scheme_by_port(8080), SCHEME_TCP);
	assert_int_equal(scheme_by_port(0), SCHEME_TCP);
}

static void every_scheme_is_found_by_its_name(void **state)
{
	(void)state;
	for (int i = 0; i < N_SCHEMES; i++) {
		assert_int_equal(scheme_by_name(span_of(target_schemes[i].name)), i);
	}
	assert_int_equal(scheme_by_name(span_of("HTTPS")), SCHEME_HTTPS);
	assert_int_equal(scheme_by_name(span_of("")), N_SCHEMES);
	assert_int_equal(scheme_by_name(span_of("http ")), N_SCHEMES);
}

static void slips_are_corrected_and_other_words_are_not(void **state)
{
	static const char *const rows[][2] = {
		{ "htps", "https://" },
		{ "htttp", "http://" },
		{ "hptts", "https://" },
		{ "wws", "wss://" },
		{ "shh", "ssh://" },
		{ "redi", "redis://" },
		{ "postgress", "postgres://" },
		{ "mysql+pymysql", "mysql://" },
		{ "psql", "postgres://" },
		{ "zookeeper", "" },
		{ "x", "" },
		{ "s3", "" },
		{ "javascript", "" },
		{ "averyveryverylongschemename", "" },
	};
	char out[64];
	struct buf buf;

	(void)state;
	for (size_t i = 0; i < N_OF(rows); i++) {
		buf_init(&buf, out, sizeof(out));
		scheme_suggest(&buf, span_of(rows[i][0]));
		if (strcmp(out, rows[i][1]) != 0) {
			fail_msg("%s: %s", rows[i][0], out);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_port_means_the_first_scheme_with_a_protocol),
		cmocka_unit_test(every_scheme_is_found_by_its_name),
		cmocka_unit_test(slips_are_corrected_and_other_words_are_not),
	};

	return cmocka_run_group_tests_name("scheme", tests, NULL, NULL);
}
