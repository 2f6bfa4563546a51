/* SPDX-License-Identifier: Apache-2.0 */
/* Walking through a store, and comparing verdicts. */
#include "weaker.h"

#include <string.h>

static bool admits(const struct verdict *v, enum cause cause)
{
	for (int i = 0; i < v->n_also; i++) {
		if (v->also[i].cause == cause) {
			return true;
		}
	}
	return v->n_also == JUDGE_MAX_ALSO;
}

const char *weaker_fault(const struct verdict *full, const struct verdict *less)
{
	if (less->status == STATUS_UNDETERMINED) {
		return NULL;
	}
	if (full->works == UNKNOWN && less->works != UNKNOWN) {
		return "knows more";
	}
	if (full->works != less->works) {
		return "works or not";
	}
	if (less->cause == CAUSE_NONE) {
		return NULL;
	}
	if (full->cause == less->cause) {
		return less->certainty > full->certainty ? "more certain" : NULL;
	}
	if (full->cause == CAUSE_NONE) {
		return "a cause from nowhere";
	}
	if (less->certainty == CERTAINTY_PROVEN) {
		return "another cause, proven";
	}
	return admits(less, full->cause) ? NULL : "another cause";
}

/* Fields that are there only when there is something to tell: their absence in a reading is itself
 * an observation (no extended error came, the interface has no such address), so taking one away
 * does not leave less evidence but other evidence. */
static bool absence_tells(int field)
{
	static const enum field fields[] = {
		F_setting_only,
		F_dns_reply_ede,
		F_dns_reply_ede_text,
		F_dns_reply_alias,
		F_dns_reply_alias_loop,
		F_dns_reply_truncated,
		F_dns_reply_from,
		F_dns_reply_error,
		F_dns_reply_search,
		F_dns_reply_took,
		F_dns_reply_type,
		F_dns_check_gateway,
		F_link_v4,
		F_link_v6,
		F_link_kind,
		F_descriptors_error,
		F_proxy_env_flaw,
		F_proxy_socks_reply,
		F_tracking_most,
		F_route_dev_ports,
		F_firewall_incoming,
		F_tcp_call,
		F_reach_router,
		F_tls_ocsp,
		F_tls_local_code,
		F_proxy_bytes,
		F_http_location,
		F_http_server,
		F_http_front,
		F_http_squid_error,
		F_http_redirect_seen,
		F_http_default_page,
		F_http_unclaimed,
		F_http_retry_named,
		F_http_retry_allowed,
	};

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		if ((int)fields[i] == field) {
			return true;
		}
	}
	return false;
}

static bool field_in(enum kind kind, void *obj, int *n, const char *ret[2]);

static bool field_of_items(enum kind kind, struct ev_list *list, int *n, const char *ret[2])
{
	for (struct ev_head *it = list->first; it != NULL; it = it->next) {
		if (field_in(kind, it, n, ret)) {
			return true;
		}
	}
	return false;
}

static bool field_in(enum kind kind, void *obj, int *n, const char *ret[2])
{
	const struct ev_kind *k = &ev_kinds[kind];

	for (int i = k->first_field; i < k->first_field + k->n_fields; i++) {
		const struct ev_field *f = &ev_fields[i];

		if (!*ev_has(obj, f) || absence_tells(i)) {
			continue;
		}
		if ((*n)-- == 0) {
			*ev_has(obj, f) = false;
			ret[0] = k->name;
			ret[1] = f->name;
			return true;
		}
		if (f->type == TYPE_LIST && field_of_items(f->item, ev_at(obj, f), n, ret)) {
			return true;
		}
	}
	return false;
}

/* The n-th struct in a run or an address. */
static void *reading_in(void *scope, enum ev_scope wanted, int *n, enum kind *ret)
{
	for (int kind = 0; kind < N_KINDS; kind++) {
		void *obj = NULL;

		if (ev_kinds[kind].scope == wanted) {
			memcpy(&obj, (char *)scope + ev_kinds[kind].slot, sizeof(obj));
		}
		if (obj != NULL && (*n)-- == 0) {
			*ret = (enum kind)kind;
			return obj;
		}
	}
	return NULL;
}

/* The n-th struct of the store, of whatever run, address and kind; NULL when there are fewer. */
static void *nth_reading(struct store *store, int n, enum kind *ret)
{
	for (int r = 0; r < store->n_runs; r++) {
		struct evidence *e = &store->runs[r];
		void *obj = reading_in(e, SCOPE_PER_RUN, &n, ret);

		for (struct attempt *a = e->first; obj == NULL && a != NULL; a = a->next) {
			obj = reading_in(a, SCOPE_PER_ADDRESS, &n, ret);
		}
		if (obj != NULL) {
			return obj;
		}
	}
	return NULL;
}

bool weaker_without_field(struct store *store, int n, const char *ret[2])
{
	enum kind kind = N_KINDS;

	for (int i = 0;; i++) {
		void *obj = nth_reading(store, i, &kind);

		if (obj == NULL) {
			return false;
		}
		if (field_in(kind, obj, &n, ret)) {
			return true;
		}
	}
}

bool weaker_without_reading(struct store *store, int n, const char **ret)
{
	enum kind kind = N_KINDS;
	void *obj = nth_reading(store, n, &kind);

	if (obj == NULL) {
		return false;
	}
	for (int i = 0; i < ev_kinds[kind].n_fields; i++) {
		*ev_has(obj, &ev_fields[ev_kinds[kind].first_field + i]) = false;
	}
	((struct ev_head *)obj)->skip = SKIP_DEADLINE;
	*ret = ev_kinds[kind].name;
	return true;
}

void weaker_describe(struct buf *buf, const struct verdict *v)
{
	buf_puts(buf, judge_status_words[v->status]);
	buf_putc(buf, ' ');
	buf_puts(buf, v->cause != CAUSE_NONE ? judge_causes[v->cause].id : "(no cause)");
	if (v->cause != CAUSE_NONE) {
		buf_putc(buf, ' ');
		buf_puts(buf, judge_certainty_words[v->certainty]);
	}
	buf_puts(buf, " at ");
	buf_puts(buf, ev_stage_words[v->stage]);
	for (int i = 0; i < v->n_also; i++) {
		buf_puts(buf, i == 0 ? "; also " : ", ");
		buf_puts(buf, judge_causes[v->also[i].cause].id);
	}
	for (int i = 0; i < v->n_findings; i++) {
		buf_puts(buf, i == 0 ? "; findings " : ", ");
		buf_puts(buf, judge_causes[v->findings[i].cause].id);
	}
}
