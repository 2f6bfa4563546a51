/* SPDX-License-Identifier: Apache-2.0 */
/* The rows "local" and "path": how packets leave this host, and who answers on the way. */
#include "evidence/predicates.h"
#include "evidence/read.h"
#include "render/format.h"
#include "render/row.h"

static const char *route_words(enum route_type type)
{
	switch (type) {
	case ROUTE_NONE:
		return "no route";
	case ROUTE_BLACKHOLE:
		return "a route of type blackhole";
	case ROUTE_UNREACHABLE:
		return "a route of type unreachable";
	case ROUTE_PROHIBIT:
		return "a route of type prohibit";
	case ROUTE_BROADCAST:
		return "a broadcast route";
	case ROUTE_UNICAST:
	case ROUTE_LOCAL:
		break;
	}
	return "a route";
}

static void put_gateway(const struct attempt *a, struct buf *b)
{
	const struct ev_route *route = a->route;

	if (!route->has.gateway) {
		buf_puts(b, route->has.on_link && route->on_link ? " -> same network, no gateway"
		                                                 : "");
		return;
	}
	buf_puts(b, " -> gateway ");
	addr_format(b, &route->gateway);
	if (ROW_HAS(a, neighbour, state)) {
		enum neighbour_state state = a->neighbour->state;

		buf_puts(b, state == NEIGHBOUR_REACHABLE ? " (answers)"
		            : state == NEIGHBOUR_FAILED || state == NEIGHBOUR_INCOMPLETE
		                    ? " (does not answer)"
		                    : "");
	}
}

/* 0.0.0.0 and ::, which Linux takes for this host. */
static bool no_destination(const struct addr *addr)
{
	uint8_t set = 0;

	for (int i = 0; i < (addr->family == ADDR_V6 ? 16 : 4); i++) {
		set |= addr->bytes[i];
	}
	return set == 0;
}

static void put_route(const struct attempt *a, struct buf *b)
{
	const struct ev_route *route = a->route;

	if (route->type == ROUTE_LOCAL) {
		if (no_destination(&a->addr)) {
			addr_format(b, &a->addr);
			buf_puts(b, " leads to this very host");
		} else {
			buf_puts(b, "the target is on this host");
		}
		return;
	}
	if (route->type != ROUTE_UNICAST) {
		buf_puts(b, route_words(route->type));
		buf_puts(b, " to ");
		addr_format(b, &a->addr);
		if (route->has.table) {
			buf_puts(b, " (table ");
			buf_int(b, route->table);
			buf_puts(b, ")");
		}
		return;
	}
	buf_puts(b, route->has.dev ? route->dev : "");
	if (route->has.src) {
		buf_putc(b, ' ');
		addr_format(b, &route->src);
	}
	put_gateway(a, b);
}

static void put_links(const struct evidence *e, struct buf *b)
{
	if (!ROW_HAS(e, links, list)) {
		return;
	}
	list_each(link, l, &e->links->list) {
		if (!l->has.name || !l->has.up || !l->up || !(l->has.v4 || l->has.v6)) {
			continue;
		}
		buf_puts(b, b->len > 0 ? ", " : "");
		buf_puts(b, l->name);
		buf_putc(b, ' ');
		addr_format(b, l->has.v4 ? &l->v4 : &l->v6);
	}
}

/* What came of the connection, where it ends before the port. */
static void put_attempt(const struct row_view *w, struct row *row)
{
	if (w->status != STAGE_FAILED || !ROW_HAS(w->a, tcp, end)) {
		return;
	}
	row_port_attempt(w, row->text.len > 0 ? row_detail(row) : &row->text);
	row_port_icmp(w, row);
	if (w->a->tcp->has.took) {
		row_took(row, w->a->tcp->took);
	}
}

/* With --public: who others take this host for, and whether the other family's address is meant. */
static void put_public(const struct row_view *w, struct row *row)
{
	const struct ev_public_address *p = w->e->public_address;
	bool both_seen = p != NULL && p->has.v4 && p->has.v6;
	struct buf *b = NULL;

	if (p != NULL && p->head.skip != SKIP_NONE) {
		buf_puts(row_detail(row), "which address others see: nobody answered (--public)");
	}
	if (p == NULL || !(p->has.v4 || p->has.v6)) {
		return;
	}
	b = row_detail(row);
	buf_puts(b, "others see this host as ");
	if (p->has.v4) {
		addr_format(b, &p->v4);
	}
	buf_puts(b, both_seen ? " and " : "");
	if (p->has.v6) {
		addr_format(b, &p->v6);
	}
	if (p->has.v4 ? p->has.v4_by : p->has.v6_by) {
		buf_puts(b, ", says ");
		buf_puts(b, p->has.v4 ? p->v4_by : p->v6_by);
	}
	if (both_seen && w->a != NULL && w->a->addr.family != ADDR_NONE) {
		bool v6 = w->a->addr.family == ADDR_V6;

		b = row_detail(row);
		buf_puts(b, v6 ? "this connection uses IPv6: a rule for "
		               : "this connection uses IPv4: a rule for ");
		addr_format(b, v6 ? &p->v4 : &p->v6);
		buf_puts(b, " does not count for it");
	}
}

/* Where large packets vanish: over the first link, or beyond it. */
static void put_first_hop(const struct attempt *a, struct row *row)
{
	const struct ev_first_hop *x = a != NULL ? a->first_hop : NULL;
	struct buf *b = NULL;

	if (x == NULL || !x->has.large_answered || !x->has.small_answered || !x->has.size ||
	    x->large_answered + x->small_answered == 0) {
		return;
	}
	b = row_detail(row);
	buf_puts(b, "of ");
	buf_int(b, x->large);
	buf_puts(b, " datagrams of ");
	buf_int(b, x->size);
	buf_puts(b, " bytes the first hop answers ");
	buf_int(b, x->large_answered);
	buf_puts(b, ", of ");
	buf_int(b, x->small);
	buf_puts(b, " small ones ");
	buf_int(b, x->small_answered);
}

void row_local(const struct row_view *w, struct row *row)
{
	const struct attempt *a = w->a;

	if (w->status == STAGE_SKIPPED) {
		return;
	}
	if (ROW_HAS(a, route, type)) {
		put_route(a, &row->text);
	} else {
		put_links(w->e, &row->text);
	}
	if (ROW_HAS(a, route, dev_up) && !a->route->dev_up) {
		buf_puts(&row->text, " (interface is down)");
	} else if (ROW_HAS(a, route, dev_carrier) && !a->route->dev_carrier) {
		buf_puts(&row->text, " (no carrier)");
	}
	if (ROW_HAS(a, firewall, verdict) && a->firewall->verdict != FIREWALL_ACCEPT) {
		struct buf *b = row_detail(row);

		buf_puts(b, a->firewall->verdict == FIREWALL_DROP ? "own firewall drops: "
		                                                  : "own firewall rejects: ");
		buf_puts(b, a->firewall->has.rule ? a->firewall->rule : "(rule not readable)");
	}
	put_first_hop(a, row);
	if (a != NULL && cut_here(a) == YES) {
		buf_puts(row_detail(row),
		         "what is said on the connection never leaves this host: the "
		         "reset is its own");
	}
	if (ROW_HAS(w->e, descriptors, error)) {
		buf_puts(row_detail(row), "no file descriptor was left");
	}
	put_attempt(w, row);
	put_public(w, row);
}

static void put_hops(const struct row_view *w, struct buf *b)
{
	const struct ev_hop *last = NULL;
	int n = 0;

	list_each(hop, hop, &w->a->trace->hops) {
		last = hop;
		if (hop->has.end && hop->end == HOP_EXCEEDED && hop->has.from) {
			buf_puts(b, n++ > 0 ? " -> " : "");
			addr_format(b, &hop->from);
		}
	}
	if (n == 0 && gateway_is_target(w->a) == YES) {
		buf_puts(b, "the gateway itself has the address ");
		addr_format(b, &w->a->addr);
		return;
	}
	if (n == 0) {
		buf_puts(b, ROW_HAS(w->a, route, on_link) && w->a->route->on_link
		                    ? "the same network: no router is on the way"
		                    : "no router on the way answers");
		return;
	}
	buf_puts(b, n == 1 ? " answers for port " : " answer for port ");
	buf_int(b, w->e->target.port);
	if (last != NULL && last->has.end && last->end == HOP_SILENT) {
		buf_puts(b, n == 1 ? "; beyond it nothing" : "; beyond them nothing");
	}
}

static void put_machines(const struct ev_link_answers *x, struct buf *b)
{
	buf_puts(b, x->has.machine ? x->machine : "one machine");
	buf_puts(b, " and ");
	buf_puts(b, x->other);
	buf_puts(b, " answer on the link");
}

/* How it is known that not the host resets. */
static void put_cut(const struct attempt *a, struct row *row)
{
	const struct ev_hop *cut = NULL;
	struct buf *b = NULL;

	if (!ROW_HAS(a, trace, hops) || connected(a) != YES || cut_on_the_way(a) != YES) {
		return;
	}
	b = row_detail(row);
	if (ROW_HAS(a, trace, reset_nearer) && a->trace->reset_nearer) {
		buf_puts(b,
		         "the reset comes from nearer than the host: over fewer routers than its "
		         "SYN-ACK");
		return;
	}
	list_each(hop, hop, &a->trace->first_words) {
		if (hop->has.end && hop->end == HOP_RESET) {
			cut = hop;
		}
	}
	list_each(hop, hop, &a->trace->hops) {
		if (cut != NULL && hop->has.ttl && hop->ttl == cut->ttl && hop->has.from) {
			buf_puts(b, "sent again with TTL ");
			buf_int(b, hop->ttl);
			buf_puts(b, ", it cannot get past ");
			addr_format(b, &hop->from);
			buf_puts(b, ": reset all the same");
		}
	}
}

void row_path(const struct row_view *w, struct row *row)
{
	if (w->status == STAGE_SKIPPED) {
		return;
	}
	if (ROW_HAS(w->a, link_answers, other)) {
		put_machines(w->a->link_answers, &row->text);
	} else if (ROW_HAS(w->a, trace, hops)) {
		put_hops(w, &row->text);
	}
	put_cut(w->a, row);
	put_attempt(w, row);
}
