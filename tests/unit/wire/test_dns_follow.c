/* SPDX-License-Identifier: Apache-2.0 */
/* Following aliases in answers, loops included. */
#include "test.h"

#include "captured.h"
#include "wire/dns.h"

static struct dns_reply reply;

static uint16_t text(const char *t)
{
	uint16_t at = reply.text_len;

	memcpy(reply.text + at, t, strlen(t) + 1);
	reply.text_len = (uint16_t)(at + strlen(t) + 1);
	return at;
}

static void start(void)
{
	memset(&reply, 0, sizeof(reply));
	reply.text_len = 1;
}

static void alias(const char *from, const char *to)
{
	reply.records[reply.n_records++] = (struct dns_record){ .owner = text(from),
		                                                .target = text(to),
		                                                .type = DNS_TYPE_CNAME };
}

static void address(const char *owner, uint8_t last)
{
	reply.records[reply.n_records++] = (struct dns_record){
		.owner = text(owner), .type = DNS_TYPE_A, .addr = { ADDR_V4, { 192, 0, 2, last } }
	};
}

static void a_real_dangling_alias_ends_without_addresses(void **state)
{
	struct dns_chain chain;

	(void)state;
	assert_int_equal(dns_parse(dns_cname, sizeof(dns_cname), &reply), 0);
	dns_follow(&reply, "WWW.t.test.", &chain);
	assert_string_equal(chain.last, "a.t.test");
	assert_int_equal(chain.n_links, 1);
	assert_int_equal(chain.n_addrs, 0);
	assert_false(chain.loops);
}

static void aliases_are_followed_in_any_order(void **state)
{
	struct dns_chain chain;
	struct addr other = { ADDR_V4, { 192, 0, 2, 9 } };

	(void)state;
	start();
	address("c", 1);
	alias("b", "C");
	address("x", 9);
	alias("a", "b");
	address("C.", 2);
	dns_follow(&reply, "a", &chain);
	assert_string_equal(chain.last, "C");
	assert_int_equal(chain.n_links, 2);
	assert_int_equal(chain.n_addrs, 2);
	assert_int_equal(chain.addrs[0], 0);
	assert_int_equal(chain.addrs[1], 4);
	assert_true(chain.unordered);
	assert_true(dns_has_addr(&reply, &other));
	other.bytes[3] = 77;
	assert_false(dns_has_addr(&reply, &other));
}

static void who_reads_once_finds_what_stands_in_order(void **state)
{
	struct dns_chain chain;

	(void)state;
	start();
	alias("a", "b");
	address("x", 9);
	alias("B", "c");
	address("c", 1);
	dns_follow(&reply, "a", &chain);
	assert_int_equal(chain.n_addrs, 1);
	assert_false(chain.unordered);
	start();
	address("b", 1);
	alias("a", "b");
	dns_follow(&reply, "a", &chain);
	assert_true(chain.unordered);
	dns_follow(&reply, "nobody", &chain);
	assert_int_equal(chain.n_addrs, 0);
	assert_false(chain.unordered);
}

static void loops_end_and_are_said(void **state)
{
	struct dns_chain chain;

	(void)state;
	start();
	alias("a", "x.a");
	alias("x.a", "a");
	dns_follow(&reply, "a", &chain);
	assert_true(chain.loops);
	assert_int_equal(chain.n_addrs, 0);
	start();
	alias("a", "A");
	dns_follow(&reply, "a", &chain);
	assert_true(chain.loops);
}

static void a_chain_that_is_too_long_counts_as_a_loop(void **state)
{
	struct dns_chain chain;
	char from[2] = "a";
	char to[2] = "b";

	(void)state;
	start();
	for (; to[0] <= 'z'; from[0]++, to[0]++) {
		alias(from, to);
	}
	dns_follow(&reply, "a", &chain);
	assert_true(chain.loops);
	assert_int_equal(chain.n_links, DNS_LINKS_MAX);
}

static void a_name_without_records_is_its_own_end(void **state)
{
	struct dns_chain chain;

	(void)state;
	start();
	dns_follow(&reply, "nowhere", &chain);
	assert_string_equal(chain.last, "nowhere");
	assert_int_equal(chain.n_links, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_real_dangling_alias_ends_without_addresses),
		cmocka_unit_test(aliases_are_followed_in_any_order),
		cmocka_unit_test(who_reads_once_finds_what_stands_in_order),
		cmocka_unit_test(loops_end_and_are_said),
		cmocka_unit_test(a_chain_that_is_too_long_counts_as_a_loop),
		cmocka_unit_test(a_name_without_records_is_its_own_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
