/* SPDX-License-Identifier: Apache-2.0 */
/* What proves the cause, where the failed attempt alone looks like many: how the same went with one
 * thing varied, what the kernel counted, and what another server, port or host says. */
#include "evidence/fields.h"
#include "evidence/predicates.h"
#include "evidence/read.h"
#include "render/row.h"

static void say(struct row *row, bool so, const char *text)
{
	if (so) {
		buf_puts(row_detail(row), text);
	}
}

#define COMPLETES(a, kind, field) (ROW_HAS(a, kind, field) && (a)->kind->field == RETRY_COMPLETES)

static void proof_tls(const struct attempt *a, struct row *row)
{
	if (ROW_HAS(a, tls, end) && a->tls->end == TLS_DONE) {
		return;
	}
	say(row, COMPLETES(a, tls_retry, small_mss), "in small packets (MSS) it completes");
	say(row, COMPLETES(a, tls_retry, other_name), "with another name (SNI) it completes");
	say(row, COMPLETES(a, tls_retry, no_name), "without a name (SNI) it completes");
	say(row, COMPLETES(a, tls_retry, no_alpn), "without ALPN it completes");
	say(row, COMPLETES(a, tls_retry, legacy), "with unsafe renegotiation allowed it completes");
	say(row, COMPLETES(a, tls_retry, low_security),
	    "with old versions and weak ciphers allowed it completes");
	say(row, COMPLETES(a, tls_retry, again), "the very same once more completes");
	if (ROW_HAS(a, tls_hello, version)) {
		struct buf *b = row_detail(row);

		buf_puts(b, "offered every version, the server chooses ");
		buf_puts(b, a->tls_hello->version);
	}
}

/* What other names get there. */
static void proof_names(const struct attempt *a, struct row *row)
{
	const struct ev_http_retry *retry = a != NULL ? a->http_retry : NULL;
	struct buf *b = NULL;

	if (retry == NULL) {
		return;
	}
	say(row, retry->has.other_same && retry->other_same,
	    "asked for another host, it gives the same answer");
	if (retry->has.named && retry->has.named_status) {
		b = row_detail(row);
		buf_puts(b, "asked for ");
		buf_puts(b, retry->named);
		buf_puts(b, ", it answers ");
		buf_int(b, retry->named_status);
	}
	if (retry->has.allowed) {
		b = row_detail(row);
		buf_puts(b, "asked for ");
		buf_puts(b, retry->allowed);
		buf_puts(b, ", it answers well");
	}
}

static void proof_http(const struct attempt *a, struct row *row)
{
	bool small = COMPLETES(a, http_retry, small_mss);

	if (ROW_HAS(a, http, end) && a->http->end == HTTP_SILENCE) {
		say(row, small, "in small packets (MSS) it is answered");
		say(row, !small && COMPLETES(a, http_retry, short_path),
		    "a short request is answered");
		say(row, COMPLETES(a, http_retry, again), "the very same once more is answered");
	}
	proof_names(a, row);
}

static void proof_app(const struct attempt *a, struct row *row)
{
	say(row, COMPLETES(a, app_retry, small_mss), "in small packets (MSS) it goes on");
	say(row, COMPLETES(a, app_retry, again), "the very same once more goes on");
}

static void proof_port(const struct attempt *a, struct row *row)
{
	const struct ev_tcp_again *again = a != NULL ? a->tcp_again : NULL;
	struct buf *b = NULL;

	if (again == NULL || !again->has.tries || !again->has.connected || again->connected == 0) {
		return;
	}
	b = row_detail(row);
	buf_puts(b, "tried again at once: ");
	buf_int(b, again->connected);
	buf_puts(b, " of ");
	buf_int(b, again->tries);
	buf_puts(b, " open");
}

static void proof_path(const struct evidence *e, struct row *row)
{
	const struct ev_compare *c = e->compare;
	struct buf *b = NULL;

	if (c == NULL || !c->has.host || !c->has.same_port || !c->has.other_port) {
		return;
	}
	b = row_detail(row);
	buf_puts(b, c->host);
	buf_puts(b, " port ");
	buf_int(b, e->target.port);
	buf_puts(b, c->same_port == SIBLING_OPEN      ? " opens"
	            : c->same_port == SIBLING_REFUSED ? " says no"
	            : c->same_port == SIBLING_ICMP    ? " is answered by ICMP"
	                                              : " does not answer");
	buf_puts(b, c->other_port == SIBLING_OPEN      ? ", another port there opens"
	            : c->other_port == SIBLING_REFUSED ? ", another port there says no"
	                                               : ", nor does another port there");
}

static void put_source(const struct attempt *a, struct row *row)
{
	struct buf *b = NULL;

	if (foreign_source(a) == YES) { /* so the route is known, and both of it */
		b = row_detail(row);
		addr_format(b, &a->route->src);
		buf_puts(b, " is not an address of ");
		buf_puts(b, a->route->dev);
	}
}

static void put_counted(const struct attempt *a, struct row *row)
{
	const struct ev_inside *x = a->inside;
	struct buf *b = NULL;

	if (ROW_HAS(a, counters, rp_filter) && a->counters->rp_filter > 0) {
		b = row_detail(row);
		buf_puts(b, "the kernel counts ");
		row_count(b, a->counters->rp_filter, "packet", "packets");
		buf_puts(b, " thrown away by reverse-path filtering");
	} else if (x != NULL && x->has.sent && x->has.lost && x->lost > 0) {
		b = row_detail(row);
		row_count(b, x->lost, "packet", "packets");
		buf_puts(b, " came back in time with ");
		row_count(b, x->sent, "SYN", "SYNs");
		buf_puts(b, " and got lost within this host");
	}
}

static void proof_local(const struct row_view *w, struct row *row)
{
	const struct attempt *a = w->a;
	const struct ev_tracking *t = w->e->tracking;

	if (a == NULL || !ROW_HAS(a, tcp, end)) {
		return;
	}
	say(row, rule_decides(a) == YES && main_lets_through(a) == YES,
	    "the main routing table has another way to it, a rule leads elsewhere");
	say(row, answers_itself(a) == YES,
	    "by the kernel's counters a rule (DNAT, redirect) leads the SYNs to this host itself");
	if (a->tcp->end != TCP_UNANSWERED) {
		return;
	}
	put_counted(a, row);
	say(row, left_host(a) == NO, "by the kernel's counters the SYNs did not leave this host");
	put_source(a, row);
	if (t != NULL && t->has.entries && t->has.most && t->entries >= t->most) {
		struct buf *b = row_detail(row);

		buf_puts(b, "connection tracking: ");
		buf_int(b, t->entries);
		buf_puts(b, " of ");
		buf_int(b, t->most);
		buf_puts(b, " entries are used");
	}
}

/* The addresses that failed while another one serves the target. */
static void proof_others(const struct row_view *w, struct row *row)
{
	int n = 0;

	for (const struct attempt *a = w->e->first; a != NULL && n < 2; a = a->next) {
		struct row_view other = *w;

		other.a = a;
		if (a != w->a && ROW_HAS(a, tcp, end) && a->tcp->end != TCP_CONNECTED) {
			row_port_attempt(&other, row_detail(row));
			n++;
		}
	}
}

static void proof_name(const struct evidence *e, struct row *row)
{
	say(row, ROW_HAS(e, dns_check, cd_answers) && e->dns_check->cd_answers,
	    "with the DNSSEC check switched off (+cd) it has an address");
}

void row_proof(const struct row_view *w, enum stage stage, struct row *row)
{
	if (w->status == STAGE_WARN) {
		if ((stage == STAGE_NAME || stage == STAGE_LOCAL) && w->v->works == YES) {
			proof_others(w, row);
		}
	} else if (stage == STAGE_NAME) {
		proof_name(w->e, row);
	} else if (stage == STAGE_LOCAL) {
		proof_local(w, row);
	} else if (stage == STAGE_PATH) {
		proof_path(w->e, row);
	} else if (stage == STAGE_PORT) {
		proof_port(w->a, row);
	} else if (stage == STAGE_TLS) {
		proof_tls(w->a, row);
	} else if (stage == STAGE_HTTP || stage == STAGE_WS) {
		proof_http(w->a, row);
	} else if (stage > STAGE_HTTP) {
		proof_app(w->a, row);
	}
}
