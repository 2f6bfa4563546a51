/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions that need the verdicts of child runs. */
#include "judge/tables.h"

enum { MOST_REDIRECTS = 10 }; /* as product.md says; curl's default is 50, browsers' 20 */

static const struct verdict *kid(const struct evidence *e, const struct judgement *k,
                                 enum role role)
{
	for (int i = e->index + 1; i < k->n; i++) {
		if (k->runs[i].e->parent == e->index && k->runs[i].e->role == role) {
			return &k->runs[i];
		}
	}
	return NULL;
}

int kids_failed(const struct evidence *e, const struct judgement *k)
{
	for (int i = e->index + 1; i < k->n; i++) {
		if (k->runs[i].e->parent == e->index && k->runs[i].works == NO) {
			return i;
		}
	}
	return -1;
}

enum tri kids_work(const struct evidence *e, const struct judgement *k, enum role role)
{
	const struct verdict *v = kid(e, k, role);

	/* One that stopped for no cause that could be named is no reason to blame somebody: it may
	 * have had too little time. */
	return v == NULL || (v->works == NO && v->cause == CAUSE_NONE) ? UNKNOWN : v->works;
}

enum tri kids_layer(const struct evidence *e, const struct judgement *k, enum role role,
                    enum stage layer)
{
	const struct verdict *v = kid(e, k, role);

	if (v == NULL) {
		return UNKNOWN;
	}
	return both(not(v->works), v->cause == CAUSE_NONE
	                                   ? tri_of(v->stage == layer)
	                                   : tri_of(stages_layer(v->cause) == layer));
}

enum tri kids_cause(const struct evidence *e, const struct judgement *k, enum role role,
                    enum cause cause)
{
	const struct verdict *v = kid(e, k, role);

	if (v == NULL || v->works == UNKNOWN || (v->works == NO && v->cause == CAUSE_NONE)) {
		return UNKNOWN;
	}
	for (int i = 0; i < v->n_also && v->cause != cause; i++) {
		if (v->also[i].cause == cause) {
			return UNKNOWN;
		}
	}
	return tri_of(v->works == NO && v->cause == cause);
}

/* A page for whatever comes along sends on to another of the kind. */
enum tri kids_made_up(const struct attempt *a, const struct judgement *k)
{
	enum tri on = both(by_dns(a), status_within(a, 300, 399));

	if (on == YES) {
		on = kids_cause(a->e, k, ROLE_REDIRECT, CAUSE_NAME_SINKHOLE);
	}
	return on == YES ? all_made_up(a) : on;
}

enum tri kids_in(const struct attempt *a, const struct judgement *k)
{
	enum tri in = connected(a);

	if (via_proxy(a) == YES && in == UNKNOWN) {
		return permits(kids_work(a->e, k, ssh_jumps(a->e) == NO ? ROLE_PROXY : ROLE_JUMP));
	}
	return in;
}

const struct attempt *kids_last(const struct attempt *a, const struct judgement *k)
{
	for (int i = 0; a != NULL && i < STORE_MAX_RUNS; i++) {
		const struct verdict *v = kid(a->e, k, ROLE_REDIRECT);

		if (v == NULL || status_within(a, 300, 399) != YES) {
			break;
		}
		a = v->a;
	}
	return a;
}

enum tri kids_end(const struct attempt *a, const struct judgement *k, int64_t low, int64_t high)
{
	const struct attempt *last = kids_last(a, k);

	if (last == NULL) {
		return NO;
	}
	return last == a ? status_within(a, low, high)
	                 : all3(kids_in(last, k), tls_passed(last), status_within(last, low, high));
}

enum tri kids_wrong_host(const struct attempt *a, const struct judgement *k)
{
	const struct attempt *last = kids_last(a, k);

	if (last == NULL || last == a) {
		return last == NULL ? NO : wrong_host(a);
	}
	return all3(kids_in(last, k), tls_passed(last), wrong_host(last));
}

/* How many redirects led to that run. */
static int depth(const struct evidence *e)
{
	int n = 0;

	while (e->role == ROLE_REDIRECT && e->parent >= 0) {
		e -= e->index - e->parent; /* the runs of a store stand in one array */
		n++;
	}
	return n;
}

static enum tri circles(const struct attempt *a)
{
	bool seen = a->http != NULL && a->http->has.redirect_seen && a->http->redirect_seen;

	return both(status_within(a, 300, 399), tri_of(seen || depth(a->e) >= MOST_REDIRECTS));
}

enum tri kids_loop(const struct attempt *a, const struct judgement *k)
{
	const struct attempt *last = kids_last(a, k);

	return last != NULL ? circles(last) : NO;
}

enum tri kids_through(const struct attempt *a, const struct judgement *k)
{
	bool redirected = kid(a->e, k, ROLE_REDIRECT) != NULL;

	return all3(kids_in(a, k), through(a),
	            redirected ? kids_work(a->e, k, ROLE_REDIRECT) : not(circles(a)));
}
