/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions that need the verdicts of child runs. */
#include "judge/tables.h"

const struct verdict *kid(const struct evidence *e, const struct judgement *k, enum role role)
{
	for (int i = e->index + 1; i < k->n; i++) {
		if (k->runs[i].e->parent == e->index && k->runs[i].e->role == role) {
			return &k->runs[i];
		}
	}
	return NULL;
}

int kid_of(const struct evidence *e, const struct judgement *k)
{
	for (int i = e->index + 1; i < k->n; i++) {
		if (k->runs[i].e->parent == e->index && k->runs[i].works == NO) {
			return i;
		}
	}
	return -1;
}

enum tri kid_works(const struct evidence *e, const struct judgement *k, enum role role)
{
	const struct verdict *v = kid(e, k, role);

	return v != NULL ? v->works : UNKNOWN;
}

enum tri kid_stops_at(const struct evidence *e, const struct judgement *k, enum role role,
                      enum stage stage)
{
	const struct verdict *v = kid(e, k, role);

	return v != NULL ? both(not(v->works), tri_of(v->stage == stage)) : UNKNOWN;
}

enum tri gets_in(const struct attempt *a, const struct judgement *k)
{
	enum tri in = connected(a);

	if (via_proxy(a) == YES && in == UNKNOWN) {
		return permits(kid_works(a->e, k, ROLE_PROXY));
	}
	return in;
}

enum tri gets_through(const struct attempt *a, const struct judgement *k)
{
	bool redirected = kid(a->e, k, ROLE_REDIRECT) != NULL;

	return all3(gets_in(a, k), through(a),
	            redirected ? kid_works(a->e, k, ROLE_REDIRECT) : YES);
}
