/* SPDX-License-Identifier: Apache-2.0 */
/* What iptables-save prints, read and walked. */
#include "rules.h"

static struct firewall_answer answer;

static enum firewall_said ask(const char *rules_text, struct firewall_packet *p)
{
	json_t *rules = json_array();
	char text[2048];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	buf_puts(&buf, "# a comment\n*filter\n:INPUT ACCEPT [0:0]\n:OUTPUT ACCEPT [3:9]\n:MINE - "
	               "[0:0]\n");
	buf_puts(&buf, rules_text);
	buf_puts(&buf, "\nCOMMIT\n");
	assert_int_equal(firewall_xt(rules, text, buf.len, p->dst.family == ADDR_V6), 0);
	firewall_ask(rules, "output", p, &answer);
	json_decref(rules);
	return answer.said;
}

static enum firewall_said said(const char *rules_text)
{
	struct firewall_packet p = syn();

	return ask(rules_text, &p);
}

static void a_rule_is_named_as_it_was_printed(void **state)
{
	(void)state;
	assert_int_equal(said("-A OUTPUT -d 10.0.0.0/8 -p tcp -m tcp --dport 443 -m owner "
	                      "--uid-owner 1000 -j REJECT --reject-with tcp-reset"),
	                 FIREWALL_SAID_DENIED);
	assert_true(answer.reject);
	assert_string_equal(answer.rule,
	                    "iptables filter OUTPUT: -A OUTPUT -d 10.0.0.0/8 -p tcp -m "
	                    "tcp --dport 443 -m owner --uid-owner 1000 -j REJECT "
	                    "--reject-with tcp-reset");
	assert_string_equal(answer.command, "sudo iptables-legacy -t filter -S OUTPUT");
}

static void options_are_understood(void **state)
{
	(void)state;
	assert_int_equal(said("-A OUTPUT -p udp -j DROP"), FIREWALL_SAID_ACCEPT);
	assert_int_equal(said("-A OUTPUT ! -d 10.0.0.0/8 -j DROP"), FIREWALL_SAID_ACCEPT);
	assert_int_equal(said("-A OUTPUT -o eth+ -j DROP"), FIREWALL_SAID_DENIED);
	assert_int_equal(said("-A OUTPUT -p tcp -m multiport --dports 80,440:450 -j DROP"),
	                 FIREWALL_SAID_DENIED);
	assert_int_equal(said("-A OUTPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT\n"
	                      "-A OUTPUT -m comment --comment \"no \\\"way\\\" out\" -j DROP"),
	                 FIREWALL_SAID_DENIED);
	assert_int_equal(said("-A OUTPUT -m iprange --dst-range 10.1.0.1-10.1.0.8 -j DROP"),
	                 FIREWALL_SAID_ACCEPT);
}

static void what_is_not_understood_leaves_it_open(void **state)
{
	(void)state;
	assert_int_equal(said("-A OUTPUT -m limit --limit 3/sec -j DROP"), FIREWALL_SAID_NOTHING);
	assert_int_equal(said("-A OUTPUT -p tcp -m tcp --tcp-flags SYN,ACK SYN -j DROP"),
	                 FIREWALL_SAID_NOTHING);
	assert_int_equal(said("-A OUTPUT -j STRANGE"), FIREWALL_SAID_NOTHING);
	assert_int_equal(said("-A OUTPUT -m"), FIREWALL_SAID_ACCEPT);
}

static void chains_of_ones_own_are_walked(void **state)
{
	(void)state;
	assert_int_equal(said("-A OUTPUT -j MINE\n-A OUTPUT -j DROP\n-A MINE -p tcp -j ACCEPT"),
	                 FIREWALL_SAID_ACCEPT);
	assert_int_equal(said("-A OUTPUT -g MINE\n-A OUTPUT -j ACCEPT\n-A MINE -j DROP"),
	                 FIREWALL_SAID_DENIED);
}

static void long_lines_leave_it_open(void **state)
{
	char text[1500];

	(void)state;
	memset(text, 'x', sizeof(text));
	memcpy(text, "-A OUTPUT -m comment --comment ", 31);
	memcpy(text + sizeof(text) - 9, " -j DROP", 9);
	assert_int_equal(said(text), FIREWALL_SAID_NOTHING);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_rule_is_named_as_it_was_printed),
		cmocka_unit_test(options_are_understood),
		cmocka_unit_test(what_is_not_understood_leaves_it_open),
		cmocka_unit_test(chains_of_ones_own_are_walked),
		cmocka_unit_test(long_lines_leave_it_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
