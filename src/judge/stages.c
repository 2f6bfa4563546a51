/* SPDX-License-Identifier: Apache-2.0 */
/* How each stage of a run went, read off its verdict: everything before the stage at which the
 * connection stopped was passed, what comes behind it was not reached. */
#include "evidence/fields.h"
#include "judge/judge.h"

#include <string.h>

static enum stage app_stage(const struct evidence *e)
{
	const char *app = target_schemes[e->target.scheme].app;

	for (int i = STAGE_HTTP; app != NULL && e->role != ROLE_PROXY && i < N_STAGES; i++) {
		if (strcmp(app, ev_stage_words[i]) == 0) {
			return (enum stage)i;
		}
	}
	return STAGE_NONE;
}

static enum stage layer_of(enum cause cause)
{
	const char *id = judge_causes[cause].id;
	size_t len = (size_t)(strchr(id, '.') - id);

	for (int i = STAGE_INPUT; i < N_STAGES; i++) {
		if (strlen(ev_stage_words[i]) == len && memcmp(id, ev_stage_words[i], len) == 0) {
			return (enum stage)i;
		}
	}
	return STAGE_PORT;
}

/* A finding of that layer which the connection survived. */
static bool warned(const struct verdict *v, enum stage stage)
{
	for (int i = 0; i < v->n_findings; i++) {
		if (v->findings[i].effect != EFFECT_NOTES && layer_of(v->findings[i].cause) == stage) {
			return true;
		}
	}
	return v->status == STATUS_DEGRADED && v->cause != CAUSE_NONE &&
	       layer_of(v->cause) == stage;
}

static enum stage_status status_of(const struct verdict *v, enum stage stage)
{
	bool proxied = v->a != NULL && v->a->addr.family == ADDR_NONE;

	if (proxied && (stage == STAGE_NAME || stage == STAGE_LOCAL || stage == STAGE_PATH)) {
		return STAGE_SKIPPED;
	}
	if (v->works == YES || (v->works == NO && stage < v->stage)) {
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
	enum stage app = app_stage(e);

	(void)k;
	memset(ret, 0, N_STAGES * sizeof(*ret));
	for (int i = STAGE_INPUT; i < N_STAGES; i++) {
		enum stage stage = (enum stage)i;
		bool tls = stage == STAGE_TLS && target_schemes[e->target.scheme].tls;

		ret[i].shown = stage <= STAGE_PORT || tls || stage == app || stage == v->stage;
		ret[i].status = ret[i].shown ? status_of(v, stage) : STAGE_SKIPPED;
	}
}
