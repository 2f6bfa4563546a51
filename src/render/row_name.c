/* SPDX-License-Identifier: Apache-2.0 */
/* The row "name": what a program gets for the name, and who says so. */
#include "evidence/predicates.h"
#include "evidence/read.h"
#include "render/format.h"
#include "render/replies.h"
#include "render/row.h"

#include <string.h>

enum { SHOWN = 3 }; /* addresses in the line */

static bool holds(const struct ev_list *list, const struct addr *addr)
{
	list_each(address, item, list) {
		if (item->has.addr && addr_equal(&item->addr, addr)) {
			return true;
		}
	}
	return false;
}

/* The line of the hosts file that gave addr; NULL when it did not. */
static const struct ev_hosts_line *from_hosts(const struct evidence *e, const struct addr *addr)
{
	if (!ROW_HAS(e, hosts, lines)) {
		return NULL;
	}
	list_each(hosts_line, line, &e->hosts->lines) {
		if (line->has.addr && addr_equal(&line->addr, addr)) {
			return line;
		}
	}
	return NULL;
}

/* The first server whose answer holds addr, or any address with NULL. */
static const struct ev_dns_reply *from_dns(const struct evidence *e, const struct addr *addr)
{
	if (!ROW_HAS(e, dns, replies)) {
		return NULL;
	}
	list_each(dns_reply, r, &e->dns->replies) {
		if (r->has.addrs && r->addrs.first != NULL &&
		    (addr == NULL || holds(&r->addrs, addr))) {
			return r;
		}
	}
	return NULL;
}

static bool no_v6(const struct evidence *e)
{
	bool asked = false;

	if (!ROW_HAS(e, dns, replies)) {
		return false;
	}
	list_each(dns_reply, r, &e->dns->replies) {
		if (r->has.type && r->type == QTYPE_AAAA && r->has.end && r->end == DNS_REPLY) {
			asked = true;
			if (r->has.addrs && r->addrs.first != NULL) {
				return false;
			}
		}
	}
	return asked;
}

static void put_addresses(const struct evidence *e, struct buf *buf)
{
	int n = 0;

	if (ROW_HAS(e, nss, addrs)) {
		list_each(address, item, &e->nss->addrs) {
			if (n++ < SHOWN) {
				buf_puts(buf, n > 1 ? ", " : "");
				addr_format(buf, &item->addr);
			}
		}
	} else {
		for (const struct attempt *a = e->first; a != NULL; a = a->next) {
			if (n++ < SHOWN) {
				buf_puts(buf, n > 1 ? ", " : "");
				addr_format(buf, &a->addr);
			}
		}
	}
	if (n > SHOWN) {
		buf_puts(buf, " and ");
		buf_int(buf, n - SHOWN);
		buf_puts(buf, " more");
	}
}

static void put_source(const struct evidence *e, const struct addr *addr, struct row *row)
{
	const struct ev_hosts_line *line = from_hosts(e, addr);
	const struct ev_dns_reply *reply = from_dns(e, addr);

	if (line != NULL) {
		buf_puts(&row->note, "from /etc/hosts");
		if (line->has.line) {
			buf_puts(&row->note, " line ");
			buf_int(&row->note, line->line);
		}
	} else if (reply != NULL && reply->has.server) {
		buf_puts(&row->note, "DNS ");
		addr_format(&row->note, &reply->server);
		buf_puts(&row->note,
		         addr->family == ADDR_V4 && no_v6(e) ? "; no IPv6 address" : "");
	}
	if (line == NULL && ROW_HAS(e, dns_check, elsewhere_addrs) &&
	    holds(&e->dns_check->elsewhere_addrs, addr)) {
		buf_puts(row_detail(row), "names that do not exist get this address from it, too");
	}
	if (line == NULL && reply != NULL && reply->has.truncated && reply->truncated &&
	    reply->has.tcp && reply->tcp == DNS_REPLY) {
		buf_puts(row_detail(row), "it answers over TCP only, which musl before 1.2.4 "
		                          "(Alpine before 3.18) does not ask");
	}
	reply = from_dns(e, NULL);
	if (line != NULL && reply != NULL && from_dns(e, addr) == NULL) {
		const struct ev_address *first = reply->addrs.first;
		struct buf *b = row_detail(row);

		buf_puts(b, "DNS ");
		addr_format(b, &reply->server);
		buf_puts(b, " says ");
		addr_format(b, &first->addr);
	}
}

static bool cause_is(const struct row_view *w, const char *id)
{
	return w->v->cause != CAUSE_NONE && strcmp(judge_causes[w->v->cause].id, id) == 0;
}

/* Where this host is cut off: what is wrong with its interfaces. */
static void put_links(const struct row_view *w, struct row *row)
{
	const struct evidence *e = w->e;
	bool cut_off_here = cause_is(w, "local.link_down") || cause_is(w, "local.no_address");

	if (!cut_off_here || !ROW_HAS(e, links, list)) {
		return;
	}
	list_each(link, l, &e->links->list) {
		struct buf *b = row_detail(row);

		buf_puts(b, l->has.name ? l->name : "an interface");
		buf_puts(b, l->has.up && !l->up             ? ": down"
		            : l->has.carrier && !l->carrier ? ": no carrier (cable, wireless)"
		            : l->has.v4 || l->has.v6        ? ": up, with an address"
		                                            : ": up, without an address");
	}
	if (e->links->list.first == NULL) {
		buf_puts(row_detail(row), "there is no interface but loopback");
	}
}

/* Where the answers differ and that is the cause: the first one that each further server gives, or
 * the one for the name as typed. */
static void put_differing(const struct row_view *w, const struct ev_dns_reply *used,
                          struct row *row)
{
	bool servers = cause_is(w, "name.resolvers_disagree");
	struct addr last = used != NULL ? used->server : (struct addr){ .family = ADDR_NONE };

	if (used == NULL || !(servers || cause_is(w, "name.search_list"))) {
		return;
	}
	list_each(dns_reply, r, &w->e->dns->replies) {
		const struct ev_address *first = r->has.addrs ? r->addrs.first : NULL;
		struct buf *b = NULL;

		if (!r->has.end || r->end != DNS_REPLY || !r->has.search || r->search != 0 ||
		    (servers ? addr_equal(&r->server, &last) || r->type != used->type
		             : first == NULL)) {
			continue;
		}
		last = r->server;
		b = row_detail(row);
		if (servers) {
			replies_put_one(r, b);
			continue;
		}
		buf_puts(b, "as typed it is ");
		addr_format(b, &first->addr);
		return;
	}
}

/* Whom the program of --pid is connected to, where the name does not have that address. */
static void put_peers(const struct evidence *e, struct row *row)
{
	struct buf *b = NULL;

	if (peers_strange(e) != YES || !ROW_HAS(e, peers, asked)) {
		return;
	}
	b = row_detail(row);
	buf_puts(b, ROW_HAS(e, from, program) ? e->from->program : "the program");
	buf_puts(b, e->peers->begun ? " tries " : " is connected to ");
	addr_format(b, &e->peers->asked);
	buf_puts(b, " on port ");
	buf_int(b, e->target.port);
	buf_puts(b, ", and to no address that the name has now");
}

void row_name(const struct row_view *w, struct row *row)
{
	const struct evidence *e = w->e;
	const struct ev_dns_reply *reply = NULL;

	if (target_is_socket(&e->target)) {
		return;
	}
	if (w->status == STAGE_SKIPPED) {
		buf_puts(&row->text,
		         w->v->stage == STAGE_INPUT       ? ""
		         : ROW_HAS(e, local_socket, path) ? "clients take it for a socket file"
		         : ROW_HAS(e, nss, end) ? "no address here, where socks5:// looks it up"
		         : ssh_jumps(e) == YES  ? "looked up by the jump host"
		                                : "looked up by the proxy");
		return;
	}
	if (e->target.literal) {
		buf_puts(&row->text, "an IP address was given, no lookup");
		return;
	}
	if (ROW_HAS(e, nss, took)) {
		row_took(row, e->nss->took);
	}
	if (e->first == NULL && w->status != STAGE_FAILED && !ROW_HAS(e, nss, end)) {
		return;
	}
	if (w->status == STAGE_FAILED || e->first == NULL) {
		buf_puts(&row->text, "no address for ");
		buf_puts(&row->text, e->target.host);
		replies_put(e, true, row);
		put_links(w, row);
		return;
	}
	reply = from_dns(e, w->a != NULL ? &w->a->addr : &e->first->addr);
	buf_puts(&row->text, e->target.host);
	buf_puts(&row->text, " = ");
	put_addresses(e, &row->text);
	put_source(e, w->a != NULL ? &w->a->addr : &e->first->addr, row);
	if (reply != NULL && reply->has.search && reply->search > 0 && reply->has.name) {
		struct buf *b = row_detail(row);

		buf_puts(b, "asked for with a search domain: ");
		buf_puts(b, reply->name);
	}
	put_differing(w, reply, row);
	put_peers(e, row);
	if (w->status == STAGE_WARN && w->v->works == YES && row->n_details == 0 &&
	    is_localhost(e) != YES) {
		replies_put(e, false, row);
	}
}
