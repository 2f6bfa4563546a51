/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of this host towards one address: route, neighbour, firewall, counters. */
#include "evidence/predicates.h"
#include "evidence/read.h"

#include <string.h>

enum { SYNS_THAT_TELL = 3, MTU_OF_ETHERNET = 1500, BUSY_US = 5000 };
enum { WIDE_V4 = 16, WIDE_V6 = 63, LEAST_PREFIX = 2 };

enum tri route_is(const struct attempt *a, enum route_type type)
{
	return IS(a, route, type, type);
}

enum tri same_host(const struct attempt *a)
{
	return route_is(a, ROUTE_LOCAL);
}

enum tri route_rejects(const struct attempt *a)
{
	return any3(route_is(a, ROUTE_BLACKHOLE), route_is(a, ROUTE_UNREACHABLE),
	            route_is(a, ROUTE_PROHIBIT));
}

/* Another answer than the main table's: a rule chose the table. */
enum tri rule_decides(const struct attempt *a)
{
	return SAYS(a, route, main_differs);
}

enum tri main_lets_through(const struct attempt *a)
{
	return either(IS(a, route, main_type, ROUTE_UNICAST), IS(a, route, main_type, ROUTE_LOCAL));
}

enum tri has_gateway(const struct attempt *a)
{
	return not(SAYS(a, route, on_link));
}

enum tri next_hop_dead(const struct attempt *a)
{
	return either(IS(a, neighbour, state, NEIGHBOUR_FAILED),
	              IS(a, neighbour, state, NEIGHBOUR_INCOMPLETE));
}

/* A bridge of a container or virtual machine runtime: it has no port, or a name of that sort. A
 * bridge that is this host's own way into its network is not meant. */
enum tri on_bridge(const struct attempt *a)
{
	static const char *const names[] = { "docker", "br-", "virbr",   "lxcbr",   "lxdbr",
		                             "podman", "cni", "incusbr", "vboxnet", "vmnet" };
	bool named = false;

	if (!KNOWN(a, route, dev)) {
		return UNKNOWN;
	}
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		named |= strncmp(a->route->dev, names[i], strlen(names[i])) == 0;
	}
	return either(tri_of(named), tri_of(a->route->has.dev_ports && a->route->dev_ports == 0));
}

/* A machine answers there in the address's name. A RST alone may be a filter's on that way. */
static enum tri opens(bool has, enum sibling_end end)
{
	if (!has || end == SIBLING_REFUSED) {
		return UNKNOWN;
	}
	return tri_of(end == SIBLING_OPEN);
}

static enum tri opens_another_way(const struct attempt *a)
{
	const struct ev_link_answers *x = a->link_answers;

	return either(opens(KNOWN(a, link_answers, other_way), x != NULL ? x->other_way : 0),
	              opens(KNOWN(a, link_answers, by_gateway), x != NULL ? x->by_gateway : 0));
}

/* By its kind, or where that is not known by a usual name. */
static enum tri into_tunnel(const struct attempt *a)
{
	static const char *const kinds[] = { "tun",  "wireguard", "ppp",      "ipip",
		                             "gre",  "sit",       "ip6tnl",   "vti",
		                             "xfrm", "wg",        "tailscale" };
	bool tunnel = false;

	if (!KNOWN(a, route, dev)) {
		return UNKNOWN;
	}
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		const char *is = a->route->has.dev_kind ? a->route->dev_kind : a->route->dev;

		tunnel |= strncmp(is, kinds[i], strlen(kinds[i])) == 0;
	}
	return tri_of(tunnel);
}

/* Packets for it go to a link or into a tunnel on which nobody has it. */
static enum tri led_nowhere(const struct attempt *a)
{
	enum tri on_link = THEN(not(has_gateway(a)), neighbour_timeout(a));
	enum tri inside = THEN(into_tunnel(a), AT_LEAST(a, route, prefix, LEAST_PREFIX));
	enum tri nothing = THEN(silent(a), not(either(answered_elsewhere(a), beyond_gateway(a))));

	return either(on_link, THEN(inside, nothing));
}

enum tri leads_elsewhere(const struct attempt *a)
{
	return THEN(led_nowhere(a), opens_another_way(a));
}

/* No machine of the link has an address near that one, and the prefix is as wide as a network mask
 * is by mistake: that of the old classes A and B, or shorter than any IPv6 link's (RFC 4291 2.5.1).
 * That the gateway was asked and does not lead there speaks for the prefix. */
enum tri prefix_too_wide(const struct attempt *a)
{
	int64_t most = is_v6(a) == YES ? WIDE_V6 : WIDE_V4;
	enum tri wide = THEN(not(has_gateway(a)), not(AT_LEAST(a, route, prefix, most + 1)));

	return THEN(wide, both(not(SAYS(a, link_answers, near)),
	                       IS(a, link_answers, by_gateway, SIBLING_NOT_SENT)));
}

/* That a machine is not merely switched off: seen, or (UNKNOWN) only guessed from the prefix. */
enum tri overlap_shown(const struct attempt *a)
{
	if (opens_another_way(a) == YES) {
		return YES;
	}
	return prefix_too_wide(a) == YES ? UNKNOWN : NO;
}

enum tri link_dead(const struct attempt *a)
{
	return both(either(not(SAYS(a, route, dev_up)), not(SAYS(a, route, dev_carrier))),
	            not(on_bridge(a)));
}

/* Another address than the interface's own first one, and not on the next hop's network. Where
 * it is the first one, as in clouds that hand out /32 addresses, it is meant to be so. */
enum tri foreign_source(const struct attempt *a)
{
	bool v6 = is_v6(a) == YES;

	if (!KNOWN(a, route, src_on_dev) || a->route->src_on_dev || !KNOWN(a, route, src) ||
	    !KNOWN(a, route, dev)) {
		return permits(not(SAYS(a, route, src_on_dev)));
	}
	return ANY(a->e, links, list, link, l,
	           both(l->has.name ? tri_of(strcmp(l->name, a->route->dev) == 0) : UNKNOWN,
	                tri_of(v6 ? l->has.v6 && !addr_equal(&l->v6, &a->route->src)
	                          : l->has.v4 && !addr_equal(&l->v4, &a->route->src))));
}

static bool incoming(const struct attempt *a)
{
	return a->firewall != NULL && a->firewall->has.incoming && a->firewall->incoming;
}

enum tri own_rule(const struct attempt *a, enum firewall_verdict verdict)
{
	return incoming(a) ? UNKNOWN : IS(a, firewall, verdict, verdict);
}

/* Packets handed to IP less packets that IP handed on (Ip OutRequests, OutTransmits). Others'
 * traffic moves both alike, so the difference is what was thrown away between them. */
static enum tri counted_out(const struct attempt *a)
{
	int64_t syns = SYNS_THAT_TELL;
	int64_t lost = 0;

	if (!KNOWN(a, counters, requests) || !KNOWN(a, counters, transmits)) {
		return UNKNOWN;
	}
	if (a->counters->has.syns && a->counters->syns > syns) {
		syns = a->counters->syns;
	}
	lost = a->counters->requests - a->counters->transmits;
	if (lost >= syns) {
		return NO;
	}
	return lost <= 0 && a->counters->transmits >= 1 ? YES : UNKNOWN;
}

/* The answer took longer than this host needs (a busy one needs longer). */
static enum tri answered_late(const struct attempt *a)
{
	return confirms(all3(IS(a, tcp, end, TCP_ERROR), not(icmp_from_self(a)),
	                     AT_LEAST(a, tcp, took, BUSY_US)));
}

/* Signs: a router answered for that port; the kernel's counters, which alone can also refute; and
 * where they say nothing, the time of the answer. */
enum tri left_host(const struct attempt *a)
{
	enum tri repeat_failed = confirms(AT_LEAST(a, counters, retrans_fail, 1));
	enum tri counted = witnesses(counted_out(a), not(repeat_failed));

	return witnesses(confirms(passed_a_router(a)),
	                 counted != UNKNOWN ? counted : answered_late(a));
}

enum tri kept_here(const struct attempt *a)
{
	return witnesses(own_rule(a, FIREWALL_DROP), not(left_host(a)));
}

/* A rule of this host leads the packets to one of its own ports: each SYN and its
 * answer go over the loopback interface. Three times just so, and no time otherwise, is no other
 * program's traffic. */
enum tri answers_itself(const struct attempt *a)
{
	enum tri some = AT_LEAST(a, counters, returned, 1);

	return both(not(same_host(a)),
	            some == YES ? confirms(AT_LEAST(a, counters, returned, SYNS_THAT_TELL)) : some);
}

/* A rule that leads them there is none that rejects; and what comes back to a port of this host is
 * counted as gone out. */
enum tri reset_here(const struct attempt *a)
{
	enum tri itself = answers_itself(a);
	enum tri outside = either(passed_a_router(a), answered_late(a));
	enum tri kept = outside == YES ? not(left_host(a)) : either(not(left_host(a)), itself);

	return itself == YES
	               ? YES
	               : witnesses(own_rule(a, FIREWALL_REJECT), both(not(same_host(a)), kept));
}

/* This host's own "host unreachable" comes from a neighbour that does not answer, too, and early
 * where another program had asked for it before. */
enum tri rejected_here(const struct attempt *a)
{
	return all3(icmp_from_self(a), not(took_seconds(a)),
	            not(THEN(icmp_host_unreachable(a), next_hop_dead(a))));
}

/* Each answer moves Ip InReceives and not InDelivers; what is passed on to others does so, too. */
enum tri lost_inside(const struct attempt *a)
{
	int64_t lost = 0;

	if (!KNOWN(a, counters, syns) || !KNOWN(a, counters, receives) ||
	    !KNOWN(a, counters, delivers)) {
		return UNKNOWN;
	}
	lost = a->counters->receives - a->counters->delivers;
	lost -= a->counters->has.forwarded ? a->counters->forwarded : 0;
	return tri_of(a->counters->syns >= SYNS_THAT_TELL && lost >= a->counters->syns);
}

/* And it keeps time with the SYNs, three of four at least. */
static enum tri in_time(const struct attempt *a)
{
	if (!KNOWN(a, inside, sent) || !KNOWN(a, inside, lost) || !KNOWN(a, inside, quiet)) {
		return UNKNOWN;
	}
	return tri_of(a->inside->sent > SYNS_THAT_TELL &&
	              4 * (a->inside->lost - a->inside->quiet) >= 3 * a->inside->sent);
}

enum tri dropped_inside(const struct attempt *a)
{
	enum tri rule = incoming(a) ? IS(a, firewall, verdict, FIREWALL_DROP) : NO;

	return either(rule, THEN(lost_inside(a), in_time(a)));
}

enum tri reverse_path(const struct attempt *a)
{
	return AT_LEAST(a, counters, rp_filter, 2);
}

enum tri tracking_full(const struct attempt *a)
{
	const struct evidence *e = a->e;
	enum tri full = UNKNOWN;

	if (e->tracking != NULL && e->tracking->has.entries && !e->tracking->has.most) {
		return NO; /* this host tracks nothing */
	}
	if (KNOWN(e, tracking, entries) && KNOWN(e, tracking, most)) {
		full = tri_of(e->tracking->entries >= e->tracking->most);
	}
	return full == UNKNOWN && e->tracking == NULL ? UNKNOWN : THEN(full, not(left_host(a)));
}

enum tri ports_used_up(const struct attempt *a)
{
	enum tri full = UNKNOWN;

	if (KNOWN(a, ports, low) && KNOWN(a, ports, high) && KNOWN(a, ports, in_use)) {
		full = tri_of(a->ports->in_use > a->ports->high - a->ports->low);
	}
	return either(full, SAYS(a, ports, other_works));
}

/* Small datagrams got over the first link each time, large ones never. One may be lost, or its
 * answer held back by a router that limits them: the large ones go first. */
enum tri first_hop_loses(const struct attempt *a)
{
	const struct ev_first_hop *x = a->first_hop;

	if (!KNOWN(a, first_hop, large_answered) || !KNOWN(a, first_hop, small_answered)) {
		return UNKNOWN;
	}
	if (x->large_answered > 0) {
		return NO;
	}
	return x->large >= 2 && x->small >= 2 && x->small_answered == x->small ? YES : UNKNOWN;
}

/* Where the first hop answers no datagram: more than Ethernet's frames carry is suspect. */
enum tri mtu_too_large(const struct attempt *a)
{
	enum tri lost = first_hop_loses(a);

	if (lost == UNKNOWN && KNOWN(a, first_hop, large_answered) &&
	    KNOWN(a, first_hop, small_answered)) {
		return AT_LEAST(a, route, mtu, MTU_OF_ETHERNET + 1);
	}
	return lost;
}
