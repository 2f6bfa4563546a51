/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of the transport: connect(), the error queue, other ports, the trace. */
#include "evidence/predicates.h"
#include "evidence/read.h"

#include <string.h>

enum { HTTP_PORT = 80, HTTPS_PORT = 443 };

/* The longest round trip, and the shortest time in which a neighbour is given up on. Between them
 * lies the kernel's own repeat of a SYN after a second. */
enum { ONE_QUESTION_US = 300000 };
enum { ROUND_TRIP_US = 600000, NO_ROUND_TRIP_US = 1200000, NEIGHBOUR_US = 1500000 };

enum tri via_proxy(const struct attempt *a)
{
	if (a->addr.family != ADDR_NONE || target_is_socket(&a->e->target)) {
		return NO;
	}
	return not(THEN(wants_mysql(a->e), tri_of(KNOWN(a->e, local_socket, used))));
}

enum tri connected(const struct attempt *a)
{
	if (via_proxy(a) == YES) {
		return ssh_jumps(a->e) == NO ? proxy_opens(a->e) : ssh_way_is(a->e, SSH_WAY_OPEN);
	}
	return IS(a, tcp, end, TCP_CONNECTED);
}

enum tri error_is(const struct attempt *a, enum tcp_error error)
{
	return THEN(IS(a, tcp, end, TCP_ERROR), IS(a, tcp, error, error));
}

/* That another call than connect() failed is said; otherwise it was connect(). */
enum tri call_is(const struct attempt *a, const char *call)
{
	const char *name = a->tcp != NULL && a->tcp->has.call ? a->tcp->call : "connect";

	return both(IS(a, tcp, end, TCP_ERROR), tri_of(strcmp(name, call) == 0));
}

enum tri refused(const struct attempt *a)
{
	return error_is(a, TCP_ECONNREFUSED);
}

enum tri silent(const struct attempt *a)
{
	/* fewer SYNs prove nothing, one can be lost */
	return either(THEN(IS(a, tcp, end, TCP_UNANSWERED), confirms(AT_LEAST(a, tcp, syns, 3))),
	              error_is(a, TCP_ETIMEDOUT));
}

enum tri took_seconds(const struct attempt *a)
{
	return AT_LEAST(a, tcp, took, 2 * USEC_SEC);
}

enum tri unreachable_at_once(const struct attempt *a)
{
	return THEN(any3(error_is(a, TCP_EINVAL), error_is(a, TCP_EHOSTUNREACH),
	                 either(error_is(a, TCP_EACCES), error_is(a, TCP_ENETUNREACH))),
	            not(took_seconds(a)));
}

/* Nothing was sent and nobody had to wait. */
enum tri failed_here(const struct attempt *a)
{
	enum tri local = any3(error_is(a, TCP_EADDRNOTAVAIL), error_is(a, TCP_EAFNOSUPPORT),
	                      either(error_is(a, TCP_ENETDOWN), error_is(a, TCP_EPERM)));

	return either(local, both(unreachable_at_once(a), not(icmp_any(a))));
}

/* RFC 4861 7.2.2, RFC 826: three tries, a second each, then this host itself says unreachable. */
enum tri neighbour_timeout(const struct attempt *a)
{
	return either(THEN(icmp_from_self(a), took_seconds(a)),
	              THEN(either(silent(a), error_is(a, TCP_EHOSTUNREACH)), next_hop_dead(a)));
}

static enum tri sign_of_life(const struct attempt *a, const struct ev_sibling *s)
{
	return any3(ITEM_IS(s, end, SIBLING_OPEN), ITEM_IS(s, end, SIBLING_REFUSED),
	            both(ITEM_IS(s, end, SIBLING_ICMP), ITEM_IS_ADDR(s, from, &a->addr)));
}

enum tri answered_elsewhere(const struct attempt *a)
{
	return ANY(a, siblings, ports, sibling, s, sign_of_life(a, s));
}

enum tri host_answers(const struct attempt *a)
{
	enum tri by_host = either(not(icmp_any(a)), icmp_from_target(a));

	return either(either(connected(a), THEN(refused(a), by_host)),
	              either(icmp_from_target(a), THEN(silent(a), answered_elsewhere(a))));
}

enum tri icmp_any(const struct attempt *a)
{
	return THEN(IS(a, tcp, end, TCP_ERROR), SAYS(a, tcp, icmp));
}

enum tri icmp_from_target(const struct attempt *a)
{
	return THEN(icmp_any(a), IS_ADDR(a, tcp, icmp_from, &a->addr));
}

enum tri icmp_from_self(const struct attempt *a)
{
	if (icmp_any(a) != YES) {
		return icmp_any(a);
	}
	if (a->tcp->has.source) {
		return IS_ADDR(a, tcp, icmp_from, &a->tcp->source);
	}
	return KNOWN(a, route, src) ? IS_ADDR(a, tcp, icmp_from, &a->route->src) : UNKNOWN;
}

enum tri icmp_from_router(const struct attempt *a)
{
	return all3(icmp_any(a), not(icmp_from_target(a)), not(icmp_from_self(a)));
}

/* RFC 792, RFC 4443: the same meaning has other numbers in the two families. */
static enum tri icmp_is(const struct attempt *a, int64_t type, int64_t low, int64_t high)
{
	return THEN(icmp_any(a), all3(IS(a, tcp, icmp_type, type), AT_LEAST(a, tcp, icmp_code, low),
	                              not(AT_LEAST(a, tcp, icmp_code, high + 1))));
}

/* IPv4 3/0, 3/1, 3/6, 3/7; IPv6 no route, beyond scope, address unreachable. */
enum tri icmp_no_route(const struct attempt *a)
{
	if (is_v6(a) == YES) {
		return either(icmp_is(a, 1, 0, 0), icmp_is(a, 1, 2, 3));
	}
	return either(icmp_is(a, 3, 0, 1), icmp_is(a, 3, 6, 7));
}

enum tri icmp_host_unreachable(const struct attempt *a)
{
	return is_v6(a) == YES ? icmp_is(a, 1, 3, 3) : icmp_is(a, 3, 1, 1);
}

enum tri icmp_port_unreachable(const struct attempt *a)
{
	return is_v6(a) == YES ? icmp_is(a, 1, 4, 4) : icmp_is(a, 3, 3, 3);
}

/* Prohibited, or protocol unreachable, which for TCP only a filter says. */
enum tri icmp_prohibited(const struct attempt *a)
{
	if (is_v6(a) == YES) {
		return either(icmp_is(a, 1, 1, 1), icmp_is(a, 1, 5, 6));
	}
	return any3(icmp_is(a, 3, 9, 10), icmp_is(a, 3, 13, 15), icmp_is(a, 3, 2, 2));
}

enum tri icmp_ttl_exceeded(const struct attempt *a)
{
	return is_v6(a) == YES ? icmp_is(a, 3, 0, 0) : icmp_is(a, 11, 0, 0);
}

/* Where the error came early, the same connection again tells: a router without a way answers at
 * once again; one that had been asking for the host for somebody else begins anew. */
static enum tri unreachable_at_once_again(const struct attempt *a)
{
	if (AT_LEAST(a, tcp, took, NO_ROUND_TRIP_US) == YES &&
	    AT_LEAST(a, tcp_again, unanswered, 1) == YES &&
	    AT_LEAST(a, tcp_again, waited, NEIGHBOUR_US) == YES) {
		return NO; /* neither time a round trip */
	}
	if (!KNOWN(a, tcp_again, unreachable)) {
		return UNKNOWN;
	}
	if (a->tcp_again->unreachable < ROUND_TRIP_US) {
		return YES;
	}
	return a->tcp_again->unreachable >= NEIGHBOUR_US ? NO : UNKNOWN;
}

enum tri waited_for_host(const struct attempt *a)
{
	return either(took_seconds(a),
	              THEN(icmp_host_unreachable(a), not(unreachable_at_once_again(a))));
}

enum tri beyond_gateway(const struct attempt *a)
{
	return ANY(a, trace, hops, hop, h,
	           both(ITEM_IS(h, end, HOP_EXCEEDED), h->has.ttl ? tri_of(h->ttl >= 2) : UNKNOWN));
}

/* It got as far as a router, which had it die there. */
enum tri passed_a_router(const struct attempt *a)
{
	return ANY(a, trace, hops, hop, h, ITEM_IS(h, end, HOP_EXCEEDED));
}

/* With that TTL a packet for another port of the host died in a router. */
static enum tri too_short(const struct attempt *a, const struct ev_hop *h)
{
	return ANY(a, trace, control, hop, x,
	           all3(h->has.ttl ? ITEM_IS(x, ttl, h->ttl) : UNKNOWN,
	                ITEM_IS(x, end, HOP_EXCEEDED), not(ITEM_IS_ADDR(x, from, &a->addr))));
}

enum tri refused_on_the_way(const struct attempt *a)
{
	return ANY(a, trace, hops, hop, h,
	           ITEM_IS(h, end, HOP_REFUSED) == YES ? too_short(a, h)
	                                               : ITEM_IS(h, end, HOP_REFUSED));
}

/* With that TTL a SYN of the same flow ended in a router. */
static enum tri ends_on_the_way(const struct attempt *a, const struct ev_hop *words)
{
	return ANY(a, trace, hops, hop, x,
	           all3(words->has.ttl ? ITEM_IS(x, ttl, words->ttl) : UNKNOWN,
	                ITEM_IS(x, end, HOP_EXCEEDED), not(ITEM_IS_ADDR(x, from, &a->addr))));
}

/* Words that could not reach the host were answered with a RST, and not by chance: on two
 * connections. */
static enum tri words_cut(const struct attempt *a)
{
	enum tri once = NO;
	enum tri twice = NO;

	if (!KNOWN(a, trace, first_words)) {
		return UNKNOWN;
	}
	list_each(hop, x, &a->trace->first_words) {
		enum tri cut = THEN(ITEM_IS(x, end, HOP_RESET), ends_on_the_way(a, x));

		twice = either(twice, both(once, cut));
		once = either(once, cut);
	}
	return a->trace->first_words.cut ? confirms(twice) : twice;
}

enum tri cut_on_the_way(const struct attempt *a)
{
	enum tri words = words_cut(a);

	return words == YES ? YES : either(words, SAYS(a, trace, reset_nearer));
}

enum tri cut_here(const struct attempt *a)
{
	return SAYS(a, trace, reset_here);
}

/* Stopped on the way, not by the host's own RST. */
static enum tri stopped(const struct attempt *a)
{
	return any3(silent(a), icmp_from_router(a), THEN(refused(a), refused_on_the_way(a)));
}

/* A host that is known to work answers, and not on that port. */
enum tri egress_blocked(const struct attempt *a)
{
	const struct evidence *e = a->e;
	enum tri alive = either(IS(e, compare, other_port, SIBLING_OPEN),
	                        IS(e, compare, other_port, SIBLING_REFUSED));
	enum tri same = either(IS(e, compare, same_port, SIBLING_UNANSWERED),
	                       either(IS(e, compare, same_port, SIBLING_ICMP),
	                              IS(e, compare, same_port, SIBLING_REFUSED)));

	return THEN(stopped(a), both(alive, same));
}

static enum tri some_fail(const struct attempt *a)
{
	return either(AT_LEAST(a, tcp_again, refused, 1), AT_LEAST(a, tcp_again, unanswered, 1));
}

enum tri opens_later(const struct attempt *a)
{
	return both(AT_LEAST(a, tcp_again, connected, 1), not(some_fail(a)));
}

enum tri opens_at_times(const struct attempt *a)
{
	return both(AT_LEAST(a, tcp_again, connected, 1), some_fail(a));
}

enum tri refuses_at_times(const struct attempt *a)
{
	return both(connected(a), AT_LEAST(a, tcp_again, refused, 1));
}

/* One machine has had the address, then another. A single change may be a service that moved to its
 * stand-in, which tells everybody (VRRP); but two answers to one question of IPv6 are two machines:
 * each answers from the interface alone that has the address (RFC 4861 7.2.3). */
static enum tri entry_alternates(const struct attempt *a)
{
	enum tri at_once = not(AT_LEAST(a, link_answers, apart, ONE_QUESTION_US));

	return either(AT_LEAST(a, link_answers, changes, 2),
	              THEN(AT_LEAST(a, link_answers, changes, 1), both(is_v6(a), at_once)));
}

/* Two hardware addresses may be one host's (ARP asks a host, not an interface). Two that differ
 * over the port are two hosts; silence says nothing, a host may heed one of its interfaces only. */
static enum tri answers_differ(const struct attempt *a)
{
	enum tri two = THEN(SAYS(a, link_answers, asked), AT_LEAST(a, link_answers, machines, 2));

	return THEN(two,
	            either(both(connected(a), IS(a, link_answers, other_says, SIBLING_REFUSED)),
	                   both(refused(a), IS(a, link_answers, other_says, SIBLING_OPEN))));
}

enum tri two_machines(const struct attempt *a)
{
	return THEN(not(has_gateway(a)), either(entry_alternates(a), answers_differ(a)));
}

enum tri two_answers(const struct attempt *a)
{
	return all3(not(has_gateway(a)), SAYS(a, link_answers, asked),
	            AT_LEAST(a, link_answers, machines, 2));
}

enum tri loses_packets(const struct attempt *a)
{
	return AT_LEAST(a, loss, lost, 1);
}

/* Half of what one port gets is lost, or nearly, and nothing of what another port of the host gets
 * in turn: then it is not lost on the way (by chance in one of a hundred lossy ways, at most). */
enum tri silent_at_times(const struct attempt *a)
{
	enum tri many = AT_LEAST(a, loss, lost, 4);

	return THEN(many,
	            both(AT_LEAST(a, loss, other_sent, 8), not(AT_LEAST(a, loss, other_lost, 1))));
}

/* HTTPS may be open where HTTP says no. Not the reverse: a site whose TLS is down is not typed
 * wrongly. */
enum tri other_scheme_open(const struct attempt *a)
{
	if (wants_http(a->e) == NO || wants_tls(a->e) == YES || a->e->target.port != HTTP_PORT) {
		return NO;
	}
	return ANY(a, siblings, ports, sibling, s,
	           all3(ITEM_IS(s, what, SIBLING_TCP), ITEM_IS(s, port, HTTPS_PORT),
	                ITEM_IS(s, end, SIBLING_OPEN)));
}

enum tri right_scheme_elsewhere(const struct attempt *a)
{
	return THEN(other_scheme_open(a), SAYS(a, other_scheme, answers));
}
