/* SPDX-License-Identifier: Apache-2.0 */
/* This host towards one address. */
#include "given.h"

static void packets_that_vanish_between_two_counters_were_kept_here(void **state)
{
	(void)state;
	says_no(left_host(address_with(
		"tcp://10.0.3.15:5432",
		"tcp end=unanswered syns=4\ncounters syns=3 requests=3 transmits=0\n")));
	says_yes(left_host(address_with(
		"tcp://10.0.3.15:5432",
		"tcp end=unanswered syns=4\ncounters syns=3 requests=3 transmits=3\n")));
	says_nothing(left_host(address_with(
		"tcp://10.0.3.15:5432",
		"tcp end=unanswered syns=4\ncounters syns=3 requests=3 transmits=1\n")));
	says_nothing(
		left_host(address_with("tcp://10.0.3.15:5432",
	                               "tcp end=unanswered syns=4\ncounters syns=3 requests=3\n")));
}

static void a_router_that_answers_shows_that_they_left(void **state)
{
	(void)state;
	says_yes(left_host(address_with(
		"tcp://10.0.3.15:5432",
		"tcp end=unanswered syns=4\ntrace.hops ttl=1 end=exceeded from=10.0.1.1\n")));
	says_nothing(left_host(
		address_with("tcp://10.0.3.15:5432",
	                     "tcp end=unanswered syns=4\ntrace.hops ttl=1 end=silent\n")));
}

static void witnesses_that_contradict_prove_nothing(void **state)
{
	(void)state;
	says_nothing(left_host(address_with(
		"tcp://10.0.3.15:5432",
		"tcp end=unanswered syns=4\ntrace.hops ttl=1 end=exceeded from=10.0.1.1\ncounters syns=3 requests=3 transmits=0\n")));
}

static void a_rule_on_the_way_in_is_no_rule_on_the_way_out(void **state)
{
	(void)state;
	says_yes(own_rule(address_with("tcp://10.0.3.15:5432", "firewall verdict=drop\n"),
	                  FIREWALL_DROP));
	says_nothing(own_rule(
		address_with("tcp://10.0.3.15:5432", "firewall verdict=drop incoming=yes\n"),
		FIREWALL_DROP));
	says_yes(dropped_inside(
		address_with("tcp://10.0.3.15:5432", "firewall verdict=drop incoming=yes\n")));
}

static void answers_that_come_and_are_not_delivered_are_dropped_inside(void **state)
{
	(void)state;
	says_nothing(dropped_inside(
		address_with("tcp://10.0.3.15:5432", "counters syns=4 receives=5 delivers=0\n")));
	says_yes(dropped_inside(address_with("tcp://10.0.3.15:5432",
	                                     "counters syns=4 receives=5 delivers=0\n"
	                                     "inside sent=12 lost=13 quiet=1\n")));
	says_no(dropped_inside(address_with("tcp://10.0.3.15:5432",
	                                    "counters syns=4 receives=90 delivers=0\n"
	                                    "inside sent=12 lost=12 quiet=9\n")));
	says_no(dropped_inside(
		address_with("tcp://10.0.3.15:5432", "counters syns=4 receives=5 delivers=5\n")));
	says_no(dropped_inside(address_with(
		"tcp://10.0.3.15:5432",
		"counters syns=4 receives=500 delivers=0 forwarded=498\n"))); /* it forwards */
}

static void a_host_that_tracks_nothing_has_no_full_table(void **state)
{
	struct evidence *e = NULL;
	static const char dropped[] = "at 10.0.3.15\ntcp end=unanswered syns=4\n"
				      "counters syns=3 requests=3 transmits=0\n"
				      "tracking entries=9 most=9\n";

	(void)state;
	e = run_to("tcp://10.0.3.15:5432", dropped);
	says_yes(tracking_full(e->first));
	e->tracking->entries = 8;
	says_no(tracking_full(e->first));
	e->tracking->has.most = false;
	says_no(tracking_full(e->first));
	e->tracking->has.entries = false;
	says_nothing(tracking_full(e->first));
}

static void a_foreign_source_is_not_the_interfaces_first_address(void **state)
{
	struct evidence *e = NULL;
	static const char text[] = "links.list name=\"eth0\" v4=10.0.1.20\nat 10.0.3.15\n"
				   "route dev=\"eth0\" src=10.254.1.1 src_on_dev=no\n";

	(void)state;
	e = run_to("tcp://10.0.3.15:5432", text);
	says_yes(foreign_source(e->first));
	e->first->route->src = ((struct ev_link *)e->links->list.first)->v4;
	says_no(foreign_source(e->first)); /* a cloud's /32 */
	e->first->route->src_on_dev = true;
	says_no(foreign_source(e->first));
}

static void bridges_of_runtimes_are_known_by_name_or_emptiness(void **state)
{
	(void)state;
	says_yes(on_bridge(address_with("tcp://10.0.3.15:5432", "route dev=\"docker0\"\n")));
	says_yes(on_bridge(
		address_with("tcp://10.0.3.15:5432", "route dev=\"mine\" dev_ports=0\n")));
	says_no(on_bridge(address_with("tcp://10.0.3.15:5432", "route dev=\"br0\" dev_ports=2\n")));
}

static void local_ports_are_counted(void **state)
{
	(void)state;
	says_yes(ports_used_up(address_with(
		"tcp://10.0.3.15:5432", "ports low=40000 high=40003 in_use=4 other_works=no\n")));
	says_yes(ports_used_up(address_with(
		"tcp://10.0.3.15:5432", "ports low=40000 high=40003 in_use=2 other_works=yes\n")));
	says_no(ports_used_up(address_with(
		"tcp://10.0.3.15:5432", "ports low=40000 high=40003 in_use=2 other_works=no\n")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(packets_that_vanish_between_two_counters_were_kept_here),
		cmocka_unit_test(a_router_that_answers_shows_that_they_left),
		cmocka_unit_test(witnesses_that_contradict_prove_nothing),
		cmocka_unit_test(a_rule_on_the_way_in_is_no_rule_on_the_way_out),
		cmocka_unit_test(answers_that_come_and_are_not_delivered_are_dropped_inside),
		cmocka_unit_test(a_host_that_tracks_nothing_has_no_full_table),
		cmocka_unit_test(a_foreign_source_is_not_the_interfaces_first_address),
		cmocka_unit_test(bridges_of_runtimes_are_known_by_name_or_emptiness),
		cmocka_unit_test(local_ports_are_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
