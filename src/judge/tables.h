/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of the judge, as the loop sees them. */
#pragma once
#include "evidence/predicates.h"
#include "judge/judge.h"

/* A question's stage may also be one of these. */
enum {
	STAGE_OF_CAUSE = N_STAGES, /* the layer of the cause that answers it */
	STAGE_OF_APP,              /* the protocol's stage, port where there is none */
	STAGE_OF_ADDRESS,          /* wherever the address itself stopped */
};

enum row_type { ROW_RUN_QUESTION, ROW_WHOLE, ROW_QUESTION, ROW_RULE, N_ROW_TYPES };

/* A question (cause and effect unused) or one of its answers. */
struct row {
	enum row_type type;
	enum cause cause;
	enum effect effect;
	int stage; /* an enum stage or STAGE_OF_... */
	const char *name;
	predicate speaks_for; /* WHOLE */
	enum tri (*run)(const struct evidence *e, const struct judgement *k);
	enum tri (*each)(const struct evidence *e, const struct attempt *a,
	                 const struct judgement *k);
};

struct lookalike {
	enum cause cause;
	enum cause other;
	enum tri (*excluded)(const struct evidence *e, const struct attempt *a);
	enum who where;
	const char *check;
	const char *command;
};

enum row_index {
#define RUN_QUESTION(id, stage, when)            ROW_Q_##id,
#define WHOLE(id, cause, effect, who, condition) ROW_##id,
#define QUESTION(id, stage, when)                ROW_Q_##id,
#define RULE(id, cause, effect, condition)       ROW_R_##id,
#include "judge/rules.def"
	N_ROWS
};

enum lookalike_index {
#define LOOKALIKE(cause, other, excluded, where, check, command) LOOKALIKE_##cause##_##other,
#include "judge/lookalikes.def"
	N_LOOKALIKES
};

extern const struct row judge_rows[N_ROWS];
extern const struct lookalike judge_lookalikes[N_LOOKALIKES];

/* Of the child runs (k holds the verdicts of all of them already). */
const struct verdict *kid(const struct evidence *e, const struct judgement *k, enum role role);
int kid_of(const struct evidence *e, const struct judgement *k);
enum tri kid_works(const struct evidence *e, const struct judgement *k, enum role role);
enum tri kid_stops_at(const struct evidence *e, const struct judgement *k, enum role role,
                      enum stage stage);

/* How far an address comes, with its proxy and its redirects. */
enum tri gets_in(const struct attempt *a, const struct judgement *k);
enum tri gets_through(const struct attempt *a, const struct judgement *k);
