/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of the judge, as the loop sees them. */
#pragma once
#include "evidence/owner.h"
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

extern const int tables_n_next; /* rows of judge_next */
extern const struct row judge_rows[N_ROWS];
extern const struct lookalike judge_lookalikes[N_LOOKALIKES];

/* The stage of a cause's own layer: the first word of its id. */
enum stage stages_layer(enum cause cause);

/* The protocol's stage of a run, port where there is none. */
enum stage stages_app(const struct evidence *e);

/* Of the child runs (k holds the verdicts of all of them already): whether the one of that role
 * works; whether it fails in that layer, or of that cause; which failed, -1 for none. */
enum tri kids_work(const struct evidence *e, const struct judgement *k, enum role role);
enum tri kids_layer(const struct evidence *e, const struct judgement *k, enum role role,
                    enum stage layer);
enum tri kids_cause(const struct evidence *e, const struct judgement *k, enum role role,
                    enum cause cause);
int kids_failed(const struct evidence *e, const struct judgement *k);

/* The address was made up by the name server, and so was that of what it redirects to. */
enum tri kids_made_up(const struct attempt *a, const struct judgement *k);

/* How far an address comes, with its proxy (in) and its redirects (through). */
enum tri kids_in(const struct attempt *a, const struct judgement *k);
enum tri kids_through(const struct attempt *a, const struct judgement *k);

/* The address that gave the last answer of a chain of redirects which begins at a; NULL where the
 * chain broke before an address. */
const struct attempt *kids_last(const struct attempt *a, const struct judgement *k);

/* Whether that answer's status is from low to high; whether the chain goes in a circle. */
enum tri kids_end(const struct attempt *a, const struct judgement *k, int64_t low, int64_t high);
enum tri kids_loop(const struct attempt *a, const struct judgement *k);

/* Whether it comes from a default site that does not know the name. */
enum tri kids_wrong_host(const struct attempt *a, const struct judgement *k);
