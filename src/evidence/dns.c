/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of what the configured name servers said. A reply counts for the name as typed where
 * nothing else is said: what the search list made of it stands in replies with search > 0. */
#include "evidence/predicates.h"
#include "evidence/read.h"

#define REPLIES(e, r, cond) ANY(e, dns, replies, dns_reply, r, cond)

static bool searched(const struct ev_dns_reply *r)
{
	return r->has.search && r->search > 0;
}

static enum tri same_server(const struct ev_dns_reply *x, const struct ev_dns_reply *y)
{
	return x->has.server ? ITEM_IS_ADDR(y, server, &x->server) : UNKNOWN;
}

/* A reply that ends the search for a better server: yes or no, but not "I could not". */
static enum tri conclusive(const struct ev_dns_reply *r)
{
	return THEN(ITEM_IS(r, end, DNS_REPLY), either(ITEM_IS(r, rcode, 0), ITEM_IS(r, rcode, 3)));
}

/* The C library asks the next server after these, and after nothing else (res_send(), glibc). */
static enum tri ends_lookup(const struct ev_dns_reply *r)
{
	enum tri goes_on = any3(ITEM_IS(r, rcode, 2), ITEM_IS(r, rcode, 4), ITEM_IS(r, rcode, 5));

	return THEN(ITEM_IS(r, end, DNS_REPLY), not(goes_on));
}

/* Only a NOERROR holds addresses. */
static enum tri may_hold(const struct ev_dns_reply *r)
{
	return THEN(ITEM_IS(r, end, DNS_REPLY), ITEM_IS(r, rcode, 0));
}

static enum tri reply_has(const struct ev_dns_reply *r, const struct addr *addr)
{
	enum tri has =
		r->has.addrs ? ANY_IN(&r->addrs, address, x, ITEM_IS_ADDR(x, addr, addr)) : UNKNOWN;

	return both(may_hold(r), has);
}

/* Any address of a family that was asked for. */
static enum tri reply_has_any(const struct evidence *e, const struct ev_dns_reply *r)
{
	enum addr_family only = ADDR_NONE;

	if (e->setting != NULL && e->setting->has.only) {
		only = e->setting->only == FAMILY_V4 ? ADDR_V4 : ADDR_V6;
	}
	if (!r->has.addrs || may_hold(r) != YES) {
		return permits(may_hold(r));
	}
	return ANY_IN(&r->addrs, address, x,
	              !x->has.addr ? UNKNOWN : tri_of(only == ADDR_NONE || x->addr.family == only));
}

enum tri dns_has(const struct evidence *e, const struct addr *addr)
{
	return REPLIES(e, r, reply_has(r, addr));
}

enum tri searched_has(const struct evidence *e, const struct addr *addr)
{
	return both(REPLIES(e, r, searched(r) ? reply_has(r, addr) : NO),
	            not(REPLIES(e, r, searched(r) ? NO : reply_has(r, addr))));
}

enum tri dns_has_address(const struct evidence *e)
{
	return REPLIES(e, r, searched(r) ? NO : reply_has_any(e, r));
}

enum tri dns_spoke(const struct evidence *e)
{
	return REPLIES(e, r, searched(r) ? NO : conclusive(r));
}

/* Whether row r is the first of the name as typed for which pred holds; UNKNOWN while an earlier
 * one may be. */
static enum tri is_first(const struct evidence *e, const struct ev_dns_reply *r,
                         enum tri (*pred)(const struct ev_dns_reply *))
{
	enum tri first = pred(r);

	list_each(dns_reply, x, &e->dns->replies) {
		if (x == r) {
			break;
		}
		if (!searched(x)) {
			first = both(first, not(pred(x)));
		}
	}
	return first;
}

static enum tri replied(const struct ev_dns_reply *r)
{
	return ITEM_IS(r, end, DNS_REPLY);
}

/* No other server gave an answer before. */
static enum tri from_first_server(const struct evidence *e, const struct ev_dns_reply *r)
{
	enum tri first = YES;

	list_each(dns_reply, x, &e->dns->replies) {
		if (x == r) {
			break;
		}
		first = both(first, either(not(ends_lookup(x)), same_server(x, r)));
	}
	return first;
}

/* With a search list in play the order of the lookups is the program's business. */
enum tri believed_has(const struct evidence *e, const struct addr *addr)
{
	return both(not(REPLIES(e, r, tri_of(searched(r)))),
	            REPLIES(e, r, both(reply_has(r, addr), from_first_server(e, r))));
}

/* Whether some address that a server gave was never tried. */
static bool untried(const struct evidence *e, const struct ev_dns_reply *r)
{
	list_each(address, x, &r->addrs) {
		const struct attempt *a = e->first;

		while (a != NULL && !addr_equal(&a->addr, &x->addr)) {
			a = a->next;
		}
		if (a == NULL && x->has.addr) {
			return true;
		}
	}
	return false;
}

enum tri dns_untried(const struct evidence *e)
{
	enum tri some =
		REPLIES(e, r, tri_of(r->has.addrs && reply_has_any(e, r) == YES && untried(e, r)));

	if (some == YES) {
		(void)ev_known(e->reads, F_tcp_end, false); /* that is what is missing */
	}
	return some;
}

enum tri more_to_come(const struct evidence *e)
{
	if (e->nss != NULL || e->dns == NULL || hosts_any(e) == YES) {
		return NO;
	}
	list_each(dns_reply, r, &e->dns->replies) {
		if (!searched(r) && !r->has.end) {
			return UNKNOWN;
		}
	}
	return NO;
}

/* The response code that a program acts on: the first that ends its search, else the first
 * reply's. */
enum tri answer_is(const struct evidence *e, int64_t rcode)
{
	enum tri spoke = REPLIES(e, r, searched(r) ? NO : ends_lookup(r));
	enum tri by_spoken = REPLIES(
		e, r,
		searched(r) ? NO : both(is_first(e, r, ends_lookup), ITEM_IS(r, rcode, rcode)));
	enum tri by_first = REPLIES(
		e, r, searched(r) ? NO : both(is_first(e, r, replied), ITEM_IS(r, rcode, rcode)));

	return either(both(spoke, by_spoken), both(not(spoke), by_first));
}

enum tri answer_empty(const struct evidence *e)
{
	return both(answer_is(e, 0), not(dns_has_address(e)));
}

enum tri every_server(const struct evidence *e, enum dns_end end)
{
	return not(REPLIES(e, r, searched(r) ? NO : not(ITEM_IS(r, end, end))));
}

enum tri no_server_answers(const struct evidence *e)
{
	enum tri asked = REPLIES(e, r, r != NULL ? YES : NO);

	return both(asked,
	            not(REPLIES(e, r,
	                        any3(ITEM_IS(r, end, DNS_REPLY), ITEM_IS(r, end, DNS_MALFORMED),
	                             ITEM_IS(r, end, DNS_WRONG_ID)))));
}

/* The ICMP error is the server's own; where nobody noted its sender it counts as such. */
static enum tri closed(const struct ev_dns_reply *r)
{
	enum tri own = r->has.from ? ITEM_IS_ADDR(r, server, &r->from) : YES;

	return both(ITEM_IS(r, end, DNS_PORT_UNREACHABLE), own);
}

enum tri ports_closed(const struct evidence *e)
{
	return both(no_server_answers(e), not(REPLIES(e, r, not(closed(r)))));
}

/* Malformed, another id, FORMERR or NOTIMP, or an empty answer that refers elsewhere (lame). */
enum tri reply_unusable(const struct evidence *e)
{
	enum tri lame =
		REPLIES(e, r,
	                all3(both(ITEM_IS(r, end, DNS_REPLY), ITEM_IS(r, rcode, 0)),
	                     both(not(reply_has_any(e, r)), ITEM_IS(r, soa, false)),
	                     both(ITEM_IS(r, recursion, false), ITEM_IS(r, authoritative, false))));
	enum tri broken = REPLIES(
		e, r, either(ITEM_IS(r, end, DNS_MALFORMED), ITEM_IS(r, end, DNS_WRONG_ID)));

	enum tri unordered = REPLIES(e, r, tri_of(r->has.unordered && r->unordered));

	return either(
		any3(answer_is(e, 1), answer_is(e, 4), both(answer_is(e, 0), lame)),
		either(unordered, both(not(REPLIES(e, r, ITEM_IS(r, end, DNS_REPLY))), broken)));
}

/* RFC 8914: which extended error; that none came is no gap. */
static enum tri explained(const struct evidence *e, int64_t low, int64_t high)
{
	return REPLIES(e, r, tri_of(r->has.ede && r->ede >= low && r->ede <= high));
}

/* RFC 4035 3.2.2: the pair with and without CD decides; what the server says only helps out. */
enum tri dnssec_fails(const struct evidence *e)
{
	enum tri pair = SAYS(e, dns_check, cd_answers);

	return both(answer_is(e, 2), pair != UNKNOWN ? pair : confirms(explained(e, 6, 12)));
}

enum tri blocked_by_server(const struct evidence *e)
{
	return both(either(answer_is(e, 3), answer_empty(e)), explained(e, 15, 17));
}

/* The address is that of a page which says so. */
enum tri block_page(const struct evidence *e)
{
	return both(dns_has_address(e), explained(e, 15, 17));
}

enum tri aliased(const struct evidence *e)
{
	return REPLIES(e, r, tri_of(r->has.alias && !searched(r)));
}

enum tri alias_loops(const struct evidence *e)
{
	return REPLIES(e, r, tri_of(r->has.alias_loop && r->alias_loop));
}

enum tri tcp53_fails(const struct evidence *e)
{
	return REPLIES(e, r,
	               r->has.truncated && r->truncated
	                       ? both(r->has.tcp ? YES : UNKNOWN, not(ITEM_IS(r, tcp, DNS_REPLY)))
	                       : NO);
}

/* Nothing in common: x knows addresses and y none of them. */
static enum tri apart(const struct ev_dns_reply *x, const struct ev_dns_reply *y)
{
	enum tri same_type = x->has.type ? ITEM_IS(y, type, x->type) : YES;
	enum tri shared = NO;
	enum tri some = x->has.addrs ? tri_of(x->addrs.first != NULL) : UNKNOWN;

	list_each(address, p, &x->addrs) {
		shared = either(shared, p->has.addr ? reply_has(y, &p->addr) : UNKNOWN);
	}
	return all3(both(conclusive(x), conclusive(y)), both(some, same_type), not(shared));
}

static enum tri differs_from_some(const struct evidence *e, const struct ev_dns_reply *x)
{
	return REPLIES(e, y,
	               searched(x) || searched(y) ? NO : both(not(same_server(x, y)), apart(x, y)));
}

enum tri servers_differ(const struct evidence *e)
{
	return REPLIES(e, x, differs_from_some(e, x));
}

/* The name as typed is known; with a search domain a server fails, and that ends the lookup, unless
 * another domain had answered. */
enum tri search_spoils(const struct evidence *e)
{
	enum tri found = REPLIES(e, r, searched(r) ? reply_has_any(e, r) : NO);
	enum tri fails = REPLIES(
		e, r,
		searched(r) ? both(either(ITEM_IS(r, end, DNS_REPLY), ITEM_IS(r, end, DNS_SILENT)),
	                           not(conclusive(r)))
			    : NO);

	return all3(dns_has_address(e), not(found), fails);
}

/* What is no answer to the question is passed over, and programs wait on. */
static enum tri no_answer(const struct ev_dns_reply *r)
{
	enum tri passed_over =
		either(ITEM_IS(r, end, DNS_MALFORMED), ITEM_IS(r, end, DNS_WRONG_ID));

	return either(ITEM_IS(r, end, DNS_SILENT),
	              both(passed_over, tri_of(r->has.held_up && r->held_up)));
}

/* It never answered, and one that is listed behind it does. */
static enum tri dead_before(const struct evidence *e, const struct ev_dns_reply *x)
{
	enum tri spoke = REPLIES(e, y, both(same_server(x, y), not(no_answer(y))));
	enum tri later = NO;
	bool behind = false;

	list_each(dns_reply, y, &e->dns->replies) {
		behind |= y == x;
		if (behind) {
			later = either(later,
			               both(not(same_server(x, y)), ITEM_IS(y, end, DNS_REPLY)));
		}
	}
	return all3(no_answer(x), not(spoke), later);
}

enum tri earlier_server_dead(const struct evidence *e)
{
	return REPLIES(e, x, dead_before(e, x));
}

/* A program waits as long for one question as for the other: getaddrinfo() sends both at once. */
static enum tri half_answered(const struct evidence *e, const struct ev_dns_reply *x)
{
	return REPLIES(e, y, both(same_server(x, y), ITEM_IS(y, end, DNS_REPLY)));
}

static enum tri lookup_slow(const struct evidence *e)
{
	return AT_LEAST(e, nss, took, USEC_SEC);
}

/* Programs wait for that question: they were still waiting when it was given up, or have said how
 * long they did. */
static enum tri held_up(const struct evidence *e, const struct ev_dns_reply *x)
{
	return e->nss != NULL && e->nss->has.end ? lookup_slow(e)
	                                         : confirms(ITEM_IS(x, held_up, true));
}

enum tri server_half_silent(const struct evidence *e)
{
	return REPLIES(e, x, all3(no_answer(x), half_answered(e, x), held_up(e, x)));
}

enum tri server_slow(const struct evidence *e)
{
	enum tri answer = REPLIES(e, r,
	                          both(ITEM_IS(r, end, DNS_REPLY),
	                               r->has.took ? tri_of(r->took >= USEC_SEC) : UNKNOWN));
	enum tri felt = both(answer, lookup_slow(e));

	return THEN(felt, AT_LEAST(e, dns_check, again, USEC_SEC));
}
