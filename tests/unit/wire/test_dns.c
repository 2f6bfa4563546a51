/* SPDX-License-Identifier: Apache-2.0 */
/* DNS messages: what unbound really answers, and what hostile servers might. */
#include "test.h"

#include "captured.h"
#include "wire/dns.h"

static struct dns_reply reply;

static const struct dns_query query_a = { .name = "A.T.test.", .type = DNS_TYPE_A, .id = 0x1234 };

static void a_query_is_what_the_rfc_says(void **state)
{
	static const uint8_t want[] = {
		0x12, 0x34, 1, 0x10, 0, 1, 0,  0, 0,    0, 0, 1,    1, 'a', 0,
		0,    28,   0, 1,    0, 0, 41, 4, 0xd0, 0, 0, 0x80, 0, 0,   0,
	};
	struct dns_query q = { .name = "a",
		               .type = 28,
		               .id = 0x1234,
		               .rd = true,
		               .cd = true,
		               .edns_size = 1232,
		               .dnssec_ok = true };
	uint8_t bytes[DNS_QUERY_MAX];

	(void)state;
	assert_int_equal(dns_build(&q, bytes), sizeof(want));
	assert_memory_equal(bytes, want, sizeof(want));
	q.edns_size = 0;
	assert_int_equal(dns_build(&q, bytes), 12 + 3 + 4);
	assert_int_equal(bytes[11], 0);
	q.name = "a..b";
	assert_int_equal(dns_build(&q, bytes), -EINVAL);
}

static void the_longest_query_fits(void **state)
{
	struct dns_query q = { .type = 1, .edns_size = 4096 };
	uint8_t bytes[DNS_QUERY_MAX];
	char name[256] = { 0 };

	(void)state;
	for (int i = 0; i < 127; i++) {
		memcpy(name + 2 * i, "a.", 2);
	}
	q.name = name;
	assert_int_equal(dns_build(&q, bytes), 12 + 255 + 4 + 11);
}

static void an_address_is_read(void **state)
{
	(void)state;
	assert_int_equal(dns_parse(dns_a, sizeof(dns_a), &reply), 0);
	assert_int_equal(reply.rcode, 0);
	assert_true(reply.aa && reply.rd && reply.ra && !reply.tc && !reply.ad && !reply.cd);
	assert_true(reply.has_edns);
	assert_int_equal(reply.edns_size, 1232);
	assert_int_equal(reply.n_records, 1);
	assert_int_equal(reply.records[0].ttl, 3600);
	assert_int_equal(reply.records[0].addr.family, ADDR_V4);
	assert_memory_equal(reply.records[0].addr.bytes, "\xc0\0\2\1", 4);
	assert_string_equal(dns_text(&reply, reply.records[0].owner), "a.t.test");
	assert_true(dns_matches(&query_a, &reply));
	assert_int_equal(dns_parse(dns_aaaa, sizeof(dns_aaaa), &reply), 0);
	assert_int_equal(reply.records[0].addr.family, ADDR_V6);
	assert_string_equal(dns_text(&reply, reply.question), "A.T.test");
}

static void a_reply_to_something_else_does_not_match(void **state)
{
	struct dns_query other = query_a;

	(void)state;
	assert_int_equal(dns_parse(dns_a, sizeof(dns_a), &reply), 0);
	other.id++;
	assert_false(dns_matches(&other, &reply));
	other = query_a;
	other.type = DNS_TYPE_AAAA;
	assert_false(dns_matches(&other, &reply));
	other = query_a;
	other.name = "b.t.test";
	assert_false(dns_matches(&other, &reply));
}

static void a_no_carries_its_soa(void **state)
{
	(void)state;
	assert_int_equal(dns_parse(dns_nx, sizeof(dns_nx), &reply), 0);
	assert_int_equal(reply.rcode, DNS_RCODE_NXDOMAIN);
	assert_true(reply.has_soa);
	assert_string_equal(dns_text(&reply, reply.soa_owner), "t.test");
	assert_int_equal(reply.soa_minimum, 60);
	assert_int_equal(reply.n_records, 0);
	assert_int_equal(dns_parse(dns_refused, sizeof(dns_refused), &reply), 0);
	assert_true(reply.n_records == 0 && !reply.has_soa);
}

static void names_in_data_are_read(void **state)
{
	(void)state;
	assert_int_equal(dns_parse(dns_srv, sizeof(dns_srv), &reply), 0);
	assert_int_equal(reply.records[0].type, DNS_TYPE_SRV);
	assert_int_equal(reply.records[0].port, 993);
	assert_string_equal(dns_text(&reply, reply.records[0].target), "a.t.test");
	assert_int_equal(dns_parse(dns_noedns, sizeof(dns_noedns), &reply), 0);
	assert_false(reply.has_edns);
	assert_int_equal(reply.n_records, 1);
}

/* A header with counts, the question "a A", then the rest. */
static int with(uint16_t flags, const char *counts, const void *rest, size_t n)
{
	uint8_t bytes[512] = { 0x12, 0x34 };

	bytes[2] = (uint8_t)(flags >> 8);
	bytes[3] = (uint8_t)flags;
	for (int i = 0; i < 4; i++) {
		bytes[5 + 2 * i] = (uint8_t)counts[i];
	}
	memcpy(bytes + 12, "\1a\0\0\1\0\1", 7);
	memcpy(bytes + 19, rest, n);
	return dns_parse(bytes, 19 + n, &reply);
}

static void extended_errors_and_rcodes_are_read(void **state)
{
	static const char opt[] =
		"\0\0\x29\4\xd0\1\0\0\0\0\x1a\0\xa\0\2zz\0\xf\0\x0e\0\6DNSSEC Bogus";

	(void)state;
	assert_int_equal(with(0x8182, "\1\0\0\1", opt, 11 + 6 + 18), -EBADMSG); /* cut */
	assert_int_equal(with(0x8182, "\1\0\0\1",
	                      "\0\0\x29\4\xd0\1\0\0\0\0\x12\0\xf\0\x0e\0\6DNSSEC Bogus", 29),
	                 0);
	assert_int_equal(reply.rcode, 0x12);
	assert_int_equal(reply.n_ede, 1);
	assert_int_equal(reply.ede[0].code, 6);
	assert_string_equal(dns_text(&reply, reply.ede[0].text), "DNSSEC Bogus");
	assert_string_equal(dns_ede_name(6), "DNSSEC Bogus");
	assert_int_equal(with(0x8182, "\1\0\0\1", "\0\0\x29\4\xd0\0\0\0\0\0\6\0\xf\0\2\0\x16", 17),
	                 0);
	assert_string_equal(dns_text(&reply, reply.ede[0].text), "");
	/* an error text with control characters comes out clean */
	assert_int_equal(
		with(0x8182, "\1\0\0\1", "\0\0\x29\4\xd0\0\0\0\0\0\x8\0\xf\0\4\0\6\x1b[", 19), 0);
	assert_string_equal(dns_text(&reply, reply.ede[0].text), "\\x1b[");
}

static void broken_options_are_malformed(void **state)
{
	static const char two[] = "\0\0\x29\4\xd0\0\0\0\0\0\0\0\0\x29\4\xd0\0\0\0\0\0\0";

	(void)state;
	assert_int_equal(with(0x8180, "\1\0\0\2", two, 22), -EBADMSG);
	assert_int_equal(reply.bad, DNS_BAD_OPT);
	assert_int_equal(with(0x8180, "\1\0\0\1", "\0\0\x29\4\xd0\0\0\0\0\0\3\0\xf\0", 14),
	                 -EBADMSG);
	assert_int_equal(reply.bad, DNS_BAD_OPT);
	assert_int_equal(with(0x8180, "\1\0\0\1", "\0\0\x29\4\xd0\0\0\0\0\0\5\0\xf\0\1\0", 16),
	                 -EBADMSG);
	assert_int_equal(with(0x8180, "\1\0\0\1", "\xc0\x0c\0\x29\4\xd0\0\0\0\0\0\0", 12),
	                 -EBADMSG);
	/* the length of an option of no interest is cut */
	assert_int_equal(with(0x8180, "\1\0\0\1", "\0\0\x29\4\xd0\0\0\0\0\0\3\0\xa\0", 14),
	                 -EBADMSG);
	assert_int_equal(reply.bad, DNS_BAD_OPT);
}

static void what_is_wrong_is_said(void **state)
{
	uint8_t ff[40];

	(void)state;
	memset(ff, 0xff, sizeof(ff));
	assert_int_equal(dns_parse(ff, 40, &reply), -EBADMSG);
	assert_int_equal(reply.bad, DNS_BAD_QUESTION);
	assert_int_equal(reply.id, 0xffff);
	assert_int_equal(dns_parse("", 0, &reply), -EBADMSG);
	assert_int_equal(dns_parse(ff, 11, &reply), -EBADMSG);
	assert_int_equal(reply.bad, DNS_BAD_SHORT);
	assert_false(dns_matches(&query_a, &reply));
	assert_int_equal(with(0x0100, "\1\0\0\0", "", 0), -EBADMSG);
	assert_int_equal(reply.bad, DNS_BAD_NOT_REPLY);
	assert_int_equal(with(0x8180, "\1\1\0\0", "", 0), -EBADMSG);
	assert_int_equal(reply.bad, DNS_BAD_NAME);
	assert_int_equal(with(0x8180, "\1\1\0\0", "\xc0\x0c\0\1\0\1\0\0\0\1\0\4abc", 15), -EBADMSG);
	assert_int_equal(reply.bad, DNS_BAD_RECORD);
	assert_int_equal(with(0x8180, "\1\1\0\0", "\xc0\x0c\0\1\0\1\0\0\0\1\0\3abc", 15), -EBADMSG);
	assert_int_equal(reply.bad, DNS_BAD_DATA);
	assert_int_equal(with(0x8180, "\1\1\0\0", "\xc0\x0c\0\x1c\0\1\0\0\0\1\0\4abcd", 16),
	                 -EBADMSG);
	assert_int_equal(reply.bad, DNS_BAD_DATA);
	assert_int_equal(with(0x8180, "\1\1\0\0", "\xc0\x0c\0\5\0\1\0\0\0\1\0\2\xc0\x1f", 14),
	                 -EBADMSG);
	assert_int_equal(reply.bad, DNS_BAD_NAME); /* a pointer to itself */
	assert_int_equal(with(0x8180, "\1\0\1\0", "\xc0\x0c\0\6\0\1\0\0\0\1\0\4\0\0zz", 16),
	                 -EBADMSG);
	assert_int_equal(reply.bad, DNS_BAD_DATA);
	for (int i = 0; i < N_DNS_BAD; i++) {
		assert_non_null(dns_bad_text((enum dns_bad)i));
	}
}

static void a_cut_reply_is_not_malformed(void **state)
{
	(void)state;
	assert_int_equal(with(0x8380, "\1\3\0\1", "\xc0\x0c\0\1\0\1\0\0\0\1\0\4abcd\xc0", 17), 0);
	assert_true(reply.tc);
	assert_int_equal(reply.n_records, 1);
	assert_int_equal(reply.bad, DNS_BAD_NOTHING);
}

static void an_error_without_a_question_matches_by_id(void **state)
{
	uint8_t bytes[12] = { 0x12, 0x34, 0x80, 0x01 };

	(void)state;
	assert_int_equal(dns_parse(bytes, sizeof(bytes), &reply), 0);
	assert_true(dns_matches(&query_a, &reply));
	bytes[3] = 0;
	assert_int_equal(dns_parse(bytes, sizeof(bytes), &reply), 0);
	assert_false(dns_matches(&query_a, &reply));
}

static void too_many_records_are_dropped_and_said(void **state)
{
	static uint8_t bytes[19 + 100 * 16];

	(void)state;
	memcpy(bytes, "\x12\x34\x81\x80\0\1\0\x64\0\0\0\0\1a\0\0\1\0\1", 19);
	for (int i = 0; i < 100; i++) {
		memcpy(bytes + 19 + 16 * i, "\xc0\x0c\0\1\0\1\0\0\0\1\0\4abcd", 16);
	}
	assert_int_equal(dns_parse(bytes, sizeof(bytes), &reply), 0);
	assert_int_equal(reply.n_records, DNS_RECORDS_MAX);
	assert_int_equal(reply.n_answers, 100);
	assert_true(reply.dropped);
}

static void names_that_do_not_fit_are_dropped_and_said(void **state)
{
	static uint8_t bytes[19 + 60 * 300];
	size_t at = 19;

	(void)state;
	memcpy(bytes, "\x12\x34\x81\x80\0\1\0\x3c\0\0\0\0\1a\0\0\1\0\1", 19);
	for (int i = 0; i < 60; i++) { /* aliases of 255 bytes, each 750 as text, all different */
		memcpy(bytes + at, "\xc0\x0c\0\5\0\1\0\0\0\1\0\xff", 12);
		at += 12;
		memset(bytes + at, 0xfe, 255);
		bytes[at] = bytes[at + 64] = bytes[at + 128] = 63;
		bytes[at + 192] = 61;
		bytes[at + 193] = (uint8_t)i;
		bytes[at + 254] = 0;
		at += 255;
	}
	assert_int_equal(dns_parse(bytes, at, &reply), 0);
	assert_true(reply.dropped && reply.n_records > 5 && reply.n_records < 60);
	for (uint8_t i = 0; i < reply.n_records; i++) { /* what is kept is whole */
		assert_true(strlen(dns_text(&reply, reply.records[i].target)) > 900);
	}
}

static void a_referral_and_other_classes_are_no_answer(void **state)
{
	(void)state;
	assert_int_equal(with(0x8000, "\1\0\1\0", "\xc0\x0c\0\2\0\1\0\0\0\1\0\2\xc0\x0c", 14), 0);
	assert_true(reply.has_ns && !reply.has_soa && reply.n_records == 0);
	assert_int_equal(with(0x8180, "\1\1\0\0", "\xc0\x0c\0\1\0\3\0\0\0\1\0\4abcd", 16), 0);
	assert_int_equal(reply.n_records, 0);
	assert_int_equal(with(0x8180, "\1\1\0\0", "\xc0\x0c\0\x10\0\1\0\0\0\1\0\4\3abc", 16), 0);
	assert_int_equal(reply.records[0].type, DNS_TYPE_TXT);
	assert_int_equal(reply.records[0].addr.family, ADDR_NONE);
	assert_int_equal(with(0x8180, "\1\1\0\0", "\xc0\x0c\0\x21\0\1\0\0\0\1\0\4abcd", 16),
	                 -EBADMSG);
	assert_int_equal(reply.bad, DNS_BAD_DATA);
}

static void a_no_is_kept_for_the_smaller_time(void **state)
{
	static const char soa[] = "\0\0\6\0\1\0\0\0\5\0\x16\0\0"
				  "\0\0\0\1\0\0\0\2\0\0\0\3\0\0\0\4\0\0\0\x3c";

	(void)state;
	assert_int_equal(with(0x8183, "\1\0\1\0", soa, 33), 0);
	assert_true(reply.has_soa);
	assert_int_equal(reply.soa_minimum, 5);
	assert_string_equal(dns_text(&reply, reply.soa_owner), ".");
	assert_int_equal(with(0x8183, "\1\0\2\0", soa, 33), -EBADMSG);
}

static void many_extended_errors_are_cut(void **state)
{
	char opt[11 + 5 * 8 + 1] = "\0\0\x29\4\xd0\0\0\0\0\0\x28";

	(void)state;
	for (int i = 0; i < 5;
	     i++) { /* the text of each is "x" and a NUL, which is no part of it */
		memcpy(opt + 11 + 8 * i, "\0\xf\0\4\0\x16x", 8);
	}
	assert_int_equal(with(0x8182, "\1\0\0\1", opt, 51), 0);
	assert_int_equal(reply.n_ede, DNS_EDE_MAX);
	assert_true(reply.dropped);
	assert_string_equal(dns_text(&reply, reply.ede[3].text), "x");
}

static void every_cut_of_a_reply_is_read_safely(void **state)
{
	(void)state;
	for (size_t n = 0; n < sizeof(dns_srv); n++) {
		assert_int_equal(dns_parse(dns_srv, n, &reply), -EBADMSG);
	}
}

static void numbers_have_names(void **state)
{
	(void)state;
	assert_string_equal(dns_rcode_name(3), "NXDOMAIN");
	assert_string_equal(dns_type_name(28), "AAAA");
	assert_null(dns_rcode_name(4000));
	assert_null(dns_type_name(9999));
	assert_null(dns_ede_name(9999));
	assert_true(dns_same_name("A.b", "a.B."));
	assert_false(dns_same_name("a.b", "a.c"));
	assert_false(dns_same_name("", ""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_query_is_what_the_rfc_says),
		cmocka_unit_test(the_longest_query_fits),
		cmocka_unit_test(an_address_is_read),
		cmocka_unit_test(a_reply_to_something_else_does_not_match),
		cmocka_unit_test(a_no_carries_its_soa),
		cmocka_unit_test(names_in_data_are_read),
		cmocka_unit_test(extended_errors_and_rcodes_are_read),
		cmocka_unit_test(broken_options_are_malformed),
		cmocka_unit_test(what_is_wrong_is_said),
		cmocka_unit_test(a_cut_reply_is_not_malformed),
		cmocka_unit_test(an_error_without_a_question_matches_by_id),
		cmocka_unit_test(too_many_records_are_dropped_and_said),
		cmocka_unit_test(names_that_do_not_fit_are_dropped_and_said),
		cmocka_unit_test(a_referral_and_other_classes_are_no_answer),
		cmocka_unit_test(a_no_is_kept_for_the_smaller_time),
		cmocka_unit_test(many_extended_errors_are_cut),
		cmocka_unit_test(every_cut_of_a_reply_is_read_safely),
		cmocka_unit_test(numbers_have_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
