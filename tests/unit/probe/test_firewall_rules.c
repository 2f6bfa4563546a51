/* SPDX-License-Identifier: Apache-2.0 */
/* Chains and verdicts: what denies, what only may deny, and which rule is named. */
#include "rules.h"

static struct firewall_answer answer;

/* What the output hook of the rules (objects with commas between) does with the packet. */
static enum firewall_said ask_packet(const char *text, struct firewall_packet *p)
{
	char all[4096];
	struct buf buf;
	json_t *rules = NULL;

	buf_init(&buf, all, sizeof(all));
	buf_putc(&buf, '[');
	buf_puts(&buf, text);
	buf_putc(&buf, ']');
	assert_false(buf.cut);
	rules = json_loads(all, 0, NULL);
	assert_non_null(rules);
	firewall_ask(rules, "output", p, &answer);
	json_decref(rules);
	return answer.said;
}

static enum firewall_said ask(const char *text)
{
	struct firewall_packet p = syn();

	return ask_packet(text, &p);
}

static void without_rules_all_is_accepted(void **state)
{
	(void)state;
	assert_int_equal(ask(""), FIREWALL_SAID_ACCEPT);
	assert_int_equal(ask(CHAIN("o", "output", "accept")), FIREWALL_SAID_ACCEPT);
	assert_int_equal(ask(CHAIN("i", "input", "drop")), FIREWALL_SAID_ACCEPT);
}

static void a_rule_that_drops_is_named(void **state)
{
	(void)state;
	assert_int_equal(ask(CHAIN("o", "output", "accept") RULE("o", TO_PORT(80) DROP)
	                             RULE("o", TO_PORT(443) "{\"counter\":{}}," DROP)),
	                 FIREWALL_SAID_DENIED);
	assert_false(answer.reject);
	assert_string_equal(answer.rule, "inet t o handle 4: tcp dport 443 counter drop");
	assert_string_equal(answer.command, "sudo nft -a list chain inet t o");
}

static void a_reject_is_told_from_a_drop(void **state)
{
	(void)state;
	assert_int_equal(ask(CHAIN("o", "output", "accept") RULE(
				 "o", TO_PORT(443) "{\"reject\":{\"type\":\"tcp reset\"}}")),
	                 FIREWALL_SAID_DENIED);
	assert_true(answer.reject);
	assert_string_equal(answer.rule, "inet t o handle 4: tcp dport 443 reject with tcp reset");
}

static void a_policy_denies_what_no_rule_accepts(void **state)
{
	(void)state;
	assert_int_equal(ask(CHAIN("o", "output", "drop") RULE("o", TO_PORT(80) ACCEPT)),
	                 FIREWALL_SAID_DENIED);
	assert_string_equal(answer.rule, "inet t o: policy drop");
	assert_int_equal(ask(CHAIN("o", "output", "drop") RULE("o", TO_PORT(443) ACCEPT)),
	                 FIREWALL_SAID_ACCEPT);
}

static void accept_in_one_chain_does_not_save_from_another(void **state)
{
	(void)state;
	assert_int_equal(ask(CHAIN("a", "output", "accept") "," CHAIN("b", "output", "accept")
	                             RULE("a", ACCEPT) RULE("b", DROP)),
	                 FIREWALL_SAID_DENIED);
	assert_string_equal(answer.rule, "inet t b handle 4: drop");
}

static void what_only_may_fit_leaves_it_open(void **state)
{
	(void)state;
	assert_int_equal(ask(CHAIN("o", "output", "accept") RULE("o", LIMIT DROP)),
	                 FIREWALL_SAID_NOTHING);
	assert_int_equal(ask(CHAIN("o", "output", "drop") RULE("o", LIMIT ACCEPT)),
	                 FIREWALL_SAID_NOTHING);
	assert_int_equal(ask(CHAIN("o", "output", "accept") RULE("o", LIMIT ACCEPT)),
	                 FIREWALL_SAID_ACCEPT);
	assert_int_equal(ask(CHAIN("o", "output", "accept") RULE("o", LIMIT DROP) RULE("o", DROP)),
	                 FIREWALL_SAID_DENIED);
	assert_int_equal(ask(CHAIN("o", "output", "accept") RULE("o", LIMIT DROP)
	                             RULE("o", "{\"reject\":null}")),
	                 FIREWALL_SAID_NOTHING);
	assert_int_equal(ask(CHAIN("o", "output", "accept") RULE("o", "{\"news\":1}")),
	                 FIREWALL_SAID_NOTHING);
}

static void jumps_return_and_gotos_do_not(void **state)
{
	(void)state;
	assert_int_equal(ask(CHAIN("o", "output", "accept")
	                             RULE("o", "{\"jump\":{\"target\":\"s\"}}") RULE("o", DROP)
	                                     RULE("s", "{\"return\":null}") RULE("s", ACCEPT)),
	                 FIREWALL_SAID_DENIED);
	assert_int_equal(ask(CHAIN("o", "output", "accept")
	                             RULE("o", "{\"goto\":{\"target\":\"s\"}}") RULE("o", DROP)
	                                     RULE("s", TO_PORT(80) ACCEPT)),
	                 FIREWALL_SAID_ACCEPT);
	assert_int_equal(ask(CHAIN("o", "output", "accept")
	                             RULE("o", "{\"jump\":{\"target\":\"s\"}}") RULE("o", DROP)
	                                     RULE("s", LIMIT ACCEPT)),
	                 FIREWALL_SAID_NOTHING);
	assert_int_equal(ask(CHAIN("o", "output", "accept") RULE("o", LIMIT "{\"return\":null}")
	                             RULE("o", DROP)),
	                 FIREWALL_SAID_NOTHING);
}

static void endless_jumps_end(void **state)
{
	(void)state;
	assert_int_equal(
		ask(CHAIN("o", "output", "accept") RULE("o", "{\"jump\":{\"target\":\"o\"}}")),
		FIREWALL_SAID_NOTHING);
}

static void a_verdict_map_is_a_list_of_rules(void **state)
{
#define MAP(port)                                                                            \
	CHAIN("o", "output", "accept")                                                       \
	RULE("o", "{\"vmap\":{\"key\":" FIELD("tcp", "dport") ",\"data\":{\"set\":[[7," DROP \
	                                                      "],[" port "," DROP "]]}}}")
	(void)state;
	assert_int_equal(ask(MAP("443")), FIREWALL_SAID_DENIED);
	assert_int_equal(ask(MAP("80")), FIREWALL_SAID_ACCEPT);
}

static void a_rewritten_destination_is_not_known_any_more(void **state)
{
	(void)state;
	assert_int_equal(ask(CHAIN("o", "output", "accept") "," CHAIN("p", "output", "accept")
	                             RULE("o", TO_PORT(443) "{\"dnat\":{\"addr\":\"10.9.9.9\"}}")
	                                     RULE("p", TO_PORT(443) DROP)),
	                 FIREWALL_SAID_NOTHING);
}

static void untracked_packets_have_no_known_state(void **state)
{
	(void)state;
	assert_int_equal(ask(CHAIN("o", "output", "accept") RULE("o", "{\"notrack\":null}")
	                             RULE("o", MATCH("in", STATE, "\"new\"") DROP)),
	                 FIREWALL_SAID_NOTHING);
}

static void extensions_of_iptables_are_known_or_open(void **state)
{
#define XT(type, name) "{\"xt\":{\"type\":\"" type "\",\"name\":\"" name "\"}}"
	(void)state;
	assert_int_equal(ask(CHAIN("o", "output", "accept")
	                             RULE("o", XT("match", "comment") "," XT("target", "REJECT"))),
	                 FIREWALL_SAID_DENIED);
	assert_true(answer.reject);
	assert_int_equal(
		ask(CHAIN("o", "output", "accept") RULE("o", XT("match", "owner") "," DROP)),
		FIREWALL_SAID_NOTHING);
	assert_int_equal(ask(CHAIN("o", "output", "accept") RULE("o", XT("target", "LOG"))),
	                 FIREWALL_SAID_ACCEPT);
}

static void other_families_and_hooks_do_not_see_the_packet(void **state)
{
	static const char six[] = "{\"chain\":{\"family\":\"ip6\",\"table\":\"t\",\"name\":\"o\","
				  "\"hook\":\"output\",\"prio\":0,\"policy\":\"drop\"}}";
	struct firewall_packet p = syn();

	(void)state;
	assert_int_equal(ask(six), FIREWALL_SAID_ACCEPT);
	p.dst.family = p.src.family = ADDR_V6;
	assert_int_equal(ask_packet(six, &p), FIREWALL_SAID_DENIED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_rules_all_is_accepted),
		cmocka_unit_test(a_rule_that_drops_is_named),
		cmocka_unit_test(a_reject_is_told_from_a_drop),
		cmocka_unit_test(a_policy_denies_what_no_rule_accepts),
		cmocka_unit_test(accept_in_one_chain_does_not_save_from_another),
		cmocka_unit_test(what_only_may_fit_leaves_it_open),
		cmocka_unit_test(jumps_return_and_gotos_do_not),
		cmocka_unit_test(endless_jumps_end),
		cmocka_unit_test(a_verdict_map_is_a_list_of_rules),
		cmocka_unit_test(a_rewritten_destination_is_not_known_any_more),
		cmocka_unit_test(untracked_packets_have_no_known_state),
		cmocka_unit_test(extensions_of_iptables_are_known_or_open),
		cmocka_unit_test(other_families_and_hooks_do_not_see_the_packet),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
