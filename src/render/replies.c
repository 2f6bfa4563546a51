/* SPDX-License-Identifier: Apache-2.0 */
/* What the name servers said, in words: codes of DNS (RFC 1035 4.1.1, RFC 8914) and how an answer
 * that did not come failed to come. */
#include "render/replies.h"

#include "evidence/read.h"
#include "render/format.h"

static const char *rcode_words(int64_t rcode)
{
	switch (rcode) {
	case 0:
		return "says that there is no such address (NOERROR, empty)";
	case 1:
		return "does not understand the question (FORMERR)";
	case 2:
		return "failed to resolve it (SERVFAIL)";
	case 3:
		return "says that the name does not exist (NXDOMAIN)";
	case 4:
		return "cannot do that (NOTIMP)";
	case 5:
		return "refuses to answer this client (REFUSED)";
	default:
		return "answers with an error";
	}
}

/* The names of RFC 8914 4 that say more than the number of the answer. */
static const char *ede_words(int64_t ede)
{
	switch (ede) {
	case 6:
		return " (DNSSEC Bogus)";
	case 7:
		return " (Signature Expired)";
	case 8:
		return " (Signature Not Yet Valid)";
	case 9:
		return " (DNSKEY Missing)";
	case 10:
		return " (RRSIGs Missing)";
	case 12:
		return " (NSEC Missing)";
	case 15:
		return " (Blocked)";
	case 16:
		return " (Censored)";
	case 17:
		return " (Filtered)";
	case 18:
		return " (Prohibited)";
	case 22:
		return " (No Reachable Authority)";
	case 23:
		return " (Network Error)";
	default:
		return "";
	}
}

static bool cut_off(const struct ev_dns_reply *r)
{
	return r->has.truncated && r->truncated && r->has.rcode && r->rcode == 0;
}

void replies_put_one(const struct ev_dns_reply *r, struct buf *b)
{
	static const char *const ends[] = {
		[DNS_SILENT] = "does not answer",
		[DNS_PORT_UNREACHABLE] = "is up, but nothing answers DNS there (port unreachable)",
		[DNS_UNREACHABLE] = "cannot be reached",
		[DNS_MALFORMED] = "sends an answer that cannot be read",
		[DNS_WRONG_ID] = "sends an answer to another question",
		[DNS_NOT_SENT] = "could not be asked",
	};

	buf_puts(b, "DNS ");
	addr_format(b, &r->server);
	buf_putc(b, ' ');
	if (r->end == DNS_REPLY && r->has.addrs && r->addrs.first != NULL) {
		const struct ev_address *first = r->addrs.first;

		buf_puts(b, "says ");
		addr_format(b, &first->addr);
	} else {
		buf_puts(b, r->end != DNS_REPLY ? ends[r->end]
		            : cut_off(r)        ? "cuts its answer off over UDP (truncated)"
		            : r->has.rcode      ? rcode_words(r->rcode)
		                                : "answers");
	}
	if (r->has.unordered && r->unordered) {
		buf_puts(
			b,
			", in front of the alias that leads to it, where the C library does not see it");
	}
	if (r->end == DNS_REPLY && r->has.tcp && r->tcp != DNS_REPLY) {
		buf_puts(b, "; over TCP it ");
		buf_puts(b, ends[r->tcp]);
	}
	if (r->end == DNS_SILENT && r->has.sent && r->sent > 0) {
		buf_puts(b, " (");
		row_count(b, r->sent, "question", "questions");
		buf_putc(b, ')');
	}
	if (r->has.ede) {
		buf_puts(b, ", extended error ");
		buf_int(b, r->ede);
		buf_puts(b, ede_words(r->ede));
	}
	if (r->has.ede_text && r->ede_text[0] != '\0') {
		buf_puts(b, ": ");
		row_quote(b, r->ede_text, 60);
	}
	if (r->has.took && r->end == DNS_REPLY) {
		buf_puts(b, ", ");
		format_took(b, r->took);
	}
}

/* Whether the reply is what a working server gives. */
static bool fine(const struct ev_dns_reply *r)
{
	return r->end == DNS_REPLY && (!r->has.rcode || r->rcode == 0);
}

static void put_no_server(const struct evidence *e, struct buf *b)
{
	buf_puts(b, "/etc/resolv.conf names no server");
	if (ROW_HAS(e, resolv, crlf)) {
		buf_puts(b, " that programs can use: its lines end with CR LF, as on Windows");
	} else if (ROW_HAS(e, resolv, bad_line)) {
		buf_puts(b, " that programs can use: line ");
		buf_int(b, e->resolv->bad_line);
		buf_puts(b, " has none of the addresses that they read");
	}
}

/* What each server says, one line a server: its first row about the name as typed. Where the name
 * has an address only those that are in trouble. */
void replies_put(const struct evidence *e, bool failed, struct row *row)
{
	struct addr last = { .family = ADDR_NONE };

	if (ROW_HAS(e, resolv, file) && e->resolv->file != FILE_THERE) {
		buf_puts(row_detail(row), "/etc/resolv.conf cannot be read or is not there");
	} else if (ROW_HAS(e, resolv, servers) && e->resolv->servers.first == NULL) {
		put_no_server(e, row_detail(row));
	}
	if (!ROW_HAS(e, dns, replies)) {
		return;
	}
	list_each(dns_reply, r, &e->dns->replies) {
		if (!r->has.server || !r->has.end || addr_equal(&r->server, &last) ||
		    (!failed && fine(r))) {
			continue;
		}
		last = r->server;
		replies_put_one(r, row_detail(row));
		if (r->has.alias) {
			struct buf *b = row_detail(row);

			buf_puts(b, "it is an alias for ");
			buf_puts(b, r->alias);
		}
	}
}
