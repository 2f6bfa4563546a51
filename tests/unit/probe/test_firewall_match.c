/* SPDX-License-Identifier: Apache-2.0 */
/* Single comparisons, as nft writes them in JSON. */
#include "rules.h"

/* Sets named in the rules. */
static const char sets[] =
	"[{\"set\":{\"family\":\"inet\",\"table\":\"t\",\"name\":\"bad\",\"elem\":[{\"prefix\":"
	"{\"addr\":\"10.1.0.8\",\"len\":30}},{\"elem\":{\"val\":\"10.7.0.1\",\"timeout\":9}}]}},"
	"{\"set\":{\"family\":\"inet\",\"table\":\"t\",\"name\":\"empty\"}}]";

static enum tri match_packet(const char *text, const struct firewall_packet *p)
{
	json_t *rules = json_loads(sets, 0, NULL);
	json_t *match = json_loads(text, 0, NULL);
	struct firewall_place at = { .rules = rules, .family = "inet", .table = "t" };
	enum tri ret = UNKNOWN;

	assert_non_null(rules);
	assert_non_null(match);
	ret = firewall_match(&at, p, match);
	json_decref(rules);
	json_decref(match);
	return ret;
}

#define M(op, left, right) "{\"op\":\"" op "\",\"left\":" left ",\"right\":" right "}"

static enum tri fits(const char *text)
{
	struct firewall_packet p = syn();

	return match_packet(text, &p);
}

static void addresses_are_compared(void **state)
{
	(void)state;
	assert_int_equal(fits(M("==", FIELD("ip", "daddr"), "\"10.1.0.9\"")), YES);
	assert_int_equal(fits(M("!=", FIELD("ip", "daddr"), "\"10.1.0.9\"")), NO);
	assert_int_equal(fits(M("==", FIELD("ip", "saddr"), "\"10.1.0.9\"")), NO);
	assert_int_equal(fits(M("==", FIELD("ip", "daddr"),
	                        "{\"prefix\":{\"addr\":\"10.1.0.0\",\"len\":29}}")),
	                 NO);
	assert_int_equal(fits(M("==", FIELD("ip", "daddr"),
	                        "{\"prefix\":{\"addr\":\"10.1.0.0\",\"len\":28}}")),
	                 YES);
	assert_int_equal(
		fits(M("==", FIELD("ip", "daddr"), "{\"range\":[\"10.1.0.3\",\"10.1.0.9\"]}")),
		YES);
	assert_int_equal(fits(M("==", FIELD("ip", "daddr"), "\"@bad\"")), YES);
	assert_int_equal(fits(M("==", FIELD("ip", "saddr"), "\"@bad\"")), NO);
	assert_int_equal(fits(M("==", FIELD("ip", "daddr"), "\"@empty\"")), NO);
	assert_int_equal(fits(M("==", FIELD("ip", "daddr"), "\"@gone\"")), UNKNOWN);
	assert_int_equal(fits(M("==", FIELD("ip", "daddr"), "\"no address\"")), UNKNOWN);
}

static void another_protocol_never_fits(void **state)
{
	(void)state;
	assert_int_equal(fits(M("==", FIELD("udp", "dport"), "443")), NO);
	assert_int_equal(fits(M("!=", FIELD("udp", "dport"), "443")), NO);
	assert_int_equal(fits(M("==", FIELD("ip6", "daddr"), "\"::1\"")), NO);
	assert_int_equal(fits(M("==", META("l4proto"), "\"udp\"")), NO);
	assert_int_equal(fits(M("==", META("l4proto"), "6")), YES);
	assert_int_equal(fits(M("==", META("nfproto"), "\"ipv6\"")), NO);
}

static void ports_stand_in_sets_and_ranges(void **state)
{
	(void)state;
	assert_int_equal(fits(M("==", FIELD("tcp", "dport"), "443")), YES);
	assert_int_equal(fits(M("==", FIELD("tcp", "sport"), "443")), UNKNOWN);
	assert_int_equal(
		fits(M("==", FIELD("tcp", "dport"), "{\"set\":[25,{\"range\":[440,450]}]}")), YES);
	assert_int_equal(fits(M("!=", FIELD("tcp", "dport"), "{\"set\":[25,443]}")), NO);
	assert_int_equal(fits(M("<", FIELD("tcp", "dport"), "1024")), YES);
	assert_int_equal(fits(M(">=", FIELD("tcp", "dport"), "444")), NO);
	assert_int_equal(fits(M("==", FIELD("tcp", "dport"), "\"https\"")), UNKNOWN);
}

static void interfaces_may_end_with_a_star(void **state)
{
	(void)state;
	assert_int_equal(fits(M("==", META("oifname"), "\"eth*\"")), YES);
	assert_int_equal(fits(M("!=", META("oifname"), "\"wl*\"")), YES);
	assert_int_equal(fits(M("==", META("oif"), "\"lo\"")), NO);
	assert_int_equal(fits(M("==", META("iifname"), "\"eth0\"")), NO);
	assert_int_equal(fits(M("==", META("mark"), "1")), UNKNOWN);
}

static void users_and_states_are_known(void **state)
{
	struct firewall_packet p = syn();

	(void)state;
	assert_int_equal(fits(M("==", META("skuid"), "{\"range\":[1000,1010]}")), YES);
	assert_int_equal(fits(M("==", META("skuid"), "0")), NO);
	assert_int_equal(fits(M("in", STATE, "[\"established\",\"related\"]")), NO);
	p.answer = true;
	p.uid = -1;
	assert_int_equal(match_packet(M("in", STATE, "[\"established\",\"related\"]"), &p), YES);
	assert_int_equal(match_packet(M("==", META("skuid"), "0"), &p), UNKNOWN);
}

static void flags_are_those_of_a_handshake(void **state)
{
#define FLAGS FIELD("tcp", "flags")
	struct firewall_packet p = syn();
	static const char only_syn[] = M("==", "{\"&\":[" FLAGS ",[\"syn\",\"ack\"]]}", "\"syn\"");

	(void)state;
	assert_int_equal(match_packet(only_syn, &p), YES);
	assert_int_equal(fits(M("in", FLAGS, "\"ack\"")), NO);
	p.answer = true;
	assert_int_equal(match_packet(only_syn, &p), NO);
	assert_int_equal(match_packet(M("==", FLAGS, "[\"syn\",\"ack\"]"), &p), YES);
}

static void joined_keys_fit_only_together(void **state)
{
#define BOTH                                 \
	"{\"concat\":[" FIELD("ip", "daddr") \
	"," FIELD("tcp", "dport")            \
	"]}"
	(void)state;
	assert_int_equal(fits(M("==", BOTH, "{\"set\":[{\"concat\":[\"10.1.0.9\",443]}]}")), YES);
	assert_int_equal(fits(M("==", BOTH, "{\"set\":[{\"concat\":[\"10.1.0.9\",80]}]}")), NO);
	assert_int_equal(fits(M("==", BOTH, "{\"set\":[{\"concat\":[\"10.1.0.9\"]}]}")), UNKNOWN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(addresses_are_compared),
		cmocka_unit_test(another_protocol_never_fits),
		cmocka_unit_test(ports_stand_in_sets_and_ranges),
		cmocka_unit_test(interfaces_may_end_with_a_star),
		cmocka_unit_test(users_and_states_are_known),
		cmocka_unit_test(flags_are_those_of_a_handshake),
		cmocka_unit_test(joined_keys_fit_only_together),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
