/* SPDX-License-Identifier: Apache-2.0 */
/* The tables: each condition becomes a function, each row a struct. */
#include "judge/tables.h"

#define RUN_FN(id, condition)                                                         \
	static enum tri run_##id(const struct evidence *e, const struct judgement *k) \
	{                                                                             \
		(void)e;                                                              \
		(void)k;                                                              \
		return (condition);                                                   \
	}
#define EACH_FN(id, condition)                                                       \
	static enum tri each_##id(const struct evidence *e, const struct attempt *a, \
	                          const struct judgement *k)                         \
	{                                                                            \
		(void)e;                                                             \
		(void)a;                                                             \
		(void)k;                                                             \
		return (condition);                                                  \
	}
#define RUN_QUESTION(id, stage_, when)             RUN_FN(q_##id, when)
#define WHOLE(id, cause_, effect_, who, condition) RUN_FN(r_##id, condition)
#define QUESTION(id, stage_, when)                 EACH_FN(q_##id, when)
#define RULE(id, cause_, effect_, condition)       EACH_FN(r_##id, condition)
#include "judge/rules.def"

const struct row judge_rows[N_ROWS] = {
#define RUN_QUESTION(id, stage_, when) \
	{ .type = ROW_RUN_QUESTION, .name = #id, .stage = STAGE_##stage_, .run = run_q_##id },
#define WHOLE(id, cause_, effect_, who, condition) \
	{ .type = ROW_WHOLE,                       \
	  .name = #id,                             \
	  .cause = CAUSE_##cause_,                 \
	  .effect = EFFECT_##effect_,              \
	  .speaks_for = (who),                     \
	  .run = run_r_##id },
#define QUESTION(id, stage_, when) \
	{ .type = ROW_QUESTION, .name = #id, .stage = STAGE_##stage_, .each = each_q_##id },
#define RULE(id, cause_, effect_, condition) \
	{ .type = ROW_RULE,                  \
	  .name = #id,                       \
	  .cause = CAUSE_##cause_,           \
	  .effect = EFFECT_##effect_,        \
	  .each = each_r_##id },
#include "judge/rules.def"
};

#define LOOKALIKE(cause_, other_, excluded_, where_, check_, command_)        \
	static enum tri without_##cause_##_##other_(const struct evidence *e, \
	                                            const struct attempt *a)  \
	{                                                                     \
		(void)e;                                                      \
		(void)a;                                                      \
		return (excluded_);                                           \
	}
#include "judge/lookalikes.def"

const struct lookalike judge_lookalikes[N_LOOKALIKES] = {
#define LOOKALIKE(cause_, other_, excluded_, where_, check_, command_) \
	{ .cause = CAUSE_##cause_,                                     \
	  .other = CAUSE_##other_,                                     \
	  .excluded = without_##cause_##_##other_,                     \
	  .where = WHO_##where_,                                       \
	  .check = (check_),                                           \
	  .command = (command_) },
#include "judge/lookalikes.def"
};

const struct cause_info judge_causes[N_CAUSES] = {
#define CAUSE(id_, name, makes_, who_, title_, summary_) \
	[CAUSE_##id_] = { .id = (name),                  \
		          .makes = MAKES_##makes_,       \
		          .who = WHO_##who_,             \
		          .title = (title_),             \
		          .summary = (summary_) },
#include "judge/causes.def"
};

const struct next_step judge_next[] = {
#define NEXT(cause_, where_, changes_, text_, command_) \
	{ .cause = CAUSE_##cause_,                      \
	  .where = WHO_##where_,                        \
	  .changes = (changes_),                        \
	  .text = (text_),                              \
	  .command = (command_) },
#include "judge/next.def"
};

const int tables_n_next = (int)(sizeof(judge_next) / sizeof(judge_next[0]));

const char *const judge_status_words[N_STATUSES] = { "ok", "degraded", "failed", "undetermined" };
const char *const judge_certainty_words[N_CERTAINTIES] = { "none", "possible", "likely", "proven" };
const char *const judge_who_words[N_WHOS] = { "you", "names", "network", "server", "cloud" };
const char *const judge_stage_status_words[N_STAGE_STATUSES] = { "unknown", "ok", "warn", "failed",
	                                                         "skipped" };
