/* SPDX-License-Identifier: Apache-2.0 */
/* How each stage of a run went, read off its verdict: everything before the stage at which the
 * connection stopped was passed, what comes behind it was not reached. */
#include "evidence/fields.h"
#include "evidence/predicates.h"
#include "judge/tables.h"

#include <string.h>

static enum stage named(const char *word, size_t len)
{
	for (int i = STAGE_INPUT; i < N_STAGES; i++) {
		if (str_is(word, len, ev_stage_words[i])) {
			return (enum stage)i;
		}
	}
	return STAGE_PORT;
}

enum stage stages_layer(enum cause cause)
{
	const char *id = judge_causes[cause].id;

	return named(id, (size_t)(strchr(id, '.') - id));
}

enum stage stages_app(const struct evidence *e)
{
	const char *app = target_schemes[e->target.scheme].app;

	return app == NULL || e->role == ROLE_PROXY ? STAGE_PORT : named(app, strlen(app));
}

/* A finding of that layer which the connection survived. */
static bool warned(const struct verdict *v, enum stage stage)
{
	for (int i = 0; i < v->n_findings; i++) {
		if (v->findings[i].effect != EFFECT_NOTES &&
		    stages_layer(v->findings[i].cause) == stage) {
			return true;
		}
	}
	return v->status == STATUS_DEGRADED && v->cause != CAUSE_NONE &&
	       stages_layer(v->cause) == stage;
}

/* Where it is open whether the target works: what was certainly passed until then. */
static bool passed(const struct verdict *v, enum stage stage)
{
	if (v->a == NULL) {
		return false;
	}
	return stage <= STAGE_PORT
	               ? connected(v->a) == YES
	               : stage == STAGE_TLS && wants_tls(v->e) == YES && tls_passed(v->a) == YES;
}

static enum stage_status status_of(const struct verdict *v, enum stage stage)
{
	bool proxied = v->a != NULL && v->a->addr.family == ADDR_NONE; /* or a socket file */

	if (proxied && (stage == STAGE_NAME || stage == STAGE_LOCAL || stage == STAGE_PATH)) {
		return STAGE_SKIPPED;
	}
	if (v->works == NO && stage < v->stage && v->cause != CAUSE_NONE &&
	    (stage == STAGE_INPUT || stage == STAGE_NAME) && stages_layer(v->cause) == stage) {
		return STAGE_WARN; /* the cause lies here, though the connection went on */
	}
	if (v->works == YES || (v->works == NO && stage < v->stage) ||
	    (v->works == UNKNOWN && passed(v, stage))) {
		return warned(v, stage) ? STAGE_WARN : STAGE_OK;
	}
	if (v->works == NO && v->stage != STAGE_NONE) {
		return stage == v->stage ? STAGE_FAILED : STAGE_SKIPPED;
	}
	return STAGE_UNKNOWN;
}

void judge_stages(const struct judgement *k, const struct verdict *v,
                  struct stage_state ret[N_STAGES])
{
	const struct evidence *e = v->e;
	enum stage app = stages_app(e);

	(void)k;
	memset(ret, 0, N_STAGES * sizeof(*ret));
	for (int i = STAGE_INPUT; i < N_STAGES; i++) {
		enum stage stage = (enum stage)i;
		bool tls = stage == STAGE_TLS && (target_schemes[e->target.scheme].tls ||
		                                  (v->a != NULL && app_began_tls(v->a) == YES));

		ret[i].shown = stage <= STAGE_PORT || tls || stage == app || stage == v->stage;
		ret[i].status = ret[i].shown ? status_of(v, stage) : STAGE_SKIPPED;
	}
}
