/* SPDX-License-Identifier: Apache-2.0 */
/* The judge: evidence in, verdicts out. No I/O, no clock, no memory of its own. */
#pragma once
#include "evidence/store.h"

enum cause {
	CAUSE_NONE,
#define CAUSE(id, name, status, who, title, summary) CAUSE_##id,
#include "judge/causes.def"
	N_CAUSES
};

enum status { STATUS_OK, STATUS_DEGRADED, STATUS_FAILED, STATUS_UNDETERMINED, N_STATUSES };
enum certainty {
	CERTAINTY_NONE,
	CERTAINTY_POSSIBLE,
	CERTAINTY_LIKELY,
	CERTAINTY_PROVEN,
	N_CERTAINTIES
};
enum effect { EFFECT_STOPS, EFFECT_HURTS, EFFECT_NOTES, N_EFFECTS };
enum who { WHO_YOU, WHO_NAMES, WHO_NETWORK, WHO_SERVER, WHO_CLOUD, N_WHOS };
enum makes { MAKES_STOPS, MAKES_HURTS, MAKES_EITHER, MAKES_ASKS, MAKES_UNDETERMINED, N_MAKES };

enum { JUDGE_MAX_ALSO = 8, JUDGE_MAX_FINDINGS = 16, JUDGE_MAX_BLIND = 8 };

struct finding {
	enum cause cause;
	enum effect effect;
	int row;                 /* of the rules */
	const struct attempt *a; /* NULL: the run as a whole */
};

struct also {
	enum cause cause;
	int lookalike; /* row of lookalikes.def, -1: a rule that could not be decided */
};

/* Something that was not looked at and would have helped. */
struct blind {
	enum kind kind;
	enum skip skip; /* SKIP_NONE: nobody said why */
};

/* Points into the evidence, which must outlive it. */
struct verdict {
	const struct evidence *e;
	const struct attempt *a; /* the address it speaks about; NULL: there is none */
	enum tri works;
	enum status status;
	enum cause cause;
	enum certainty certainty;
	enum stage stage;
	int row; /* of the rules, -1 without a cause */
	int n_also;
	int n_ruled_out;
	int n_blind;
	int n_findings;
	int n_addresses; /* for which the cause holds */
	uint64_t wants;  /* ev_kind_bit()s: more of these could still change this verdict */
	struct also also[JUDGE_MAX_ALSO];
	struct also ruled_out[JUDGE_MAX_ALSO];
	struct blind blind[JUDGE_MAX_BLIND];
	struct finding findings[JUDGE_MAX_FINDINGS];
};

struct judgement {
	int n;
	struct verdict runs[STORE_MAX_RUNS]; /* as in the store; the first is the main one */
};

/* Judges every run of the store, children first. The evidence is only read, but for the scratch
 * in store->reads. ret points into store. */
void judge(const struct store *store, struct judgement *ret);

enum arg_type {
	ARG_TEXT,
	ARG_LIST, /* a text of words with blanks between */
	ARG_INT,
	ARG_ADDR,
	ARG_USEC,
	ARG_AGE,
	ARG_WHEN, /* seconds since 1970 */
	ARG_KID,
	N_ARG_TYPES
};

struct arg {
	enum arg_type type;
	const char *text;
	int64_t number; /* INT, USEC, AGE and WHEN (seconds), KID (index of the run) */
	struct addr addr;
};

/* The value of the argument called name (len bytes) for that verdict, at the address a. 0, or -1
 * when there is no such argument or it was not measured. */
int judge_arg(const struct judgement *k, const struct verdict *v, const struct attempt *a,
              const char *name, size_t len, struct arg *ret);

/* The run that a cause of the TLS layer speaks of: v's own, or, where an https:// proxy's TLS is
 * what fails, the proxy's. Never NULL. */
const struct verdict *judge_whose(const struct judgement *k, const struct verdict *v);

/* The words of a cause. */
struct cause_info {
	const char *id;
	const char *title;
	const char *summary;
	enum makes makes;
	enum who who;
};
extern const struct cause_info judge_causes[N_CAUSES];

/* What to do about a cause: at most three, reading before changing. text and command are templates
 * like a summary; command may be NULL. */
struct next_step {
	enum cause cause;
	enum who where;
	bool changes;
	const char *text;
	const char *command;
};
extern const struct next_step judge_next[]; /* in the order of next.def, a cause's rows together */
int judge_n_next(void);

/* How to tell a look-alike apart; row is struct also's lookalike. */
struct check {
	enum cause cause; /* the one that it looks like */
	enum cause other;
	enum who where;
	const char *text;
	const char *command; /* a template, or NULL */
	const char *because; /* what excludes it, where it is excluded */
};

/* The check of a row of lookalikes.def (0 or more). */
void judge_check(int row, struct check *ret);

/* What the finding says: a template like a summary. */
const char *judge_finding_words(const struct finding *finding);

/* How a stage of a run went, for the screen and the JSON. */
enum stage_status {
	STAGE_UNKNOWN, /* nothing was measured that would tell */
	STAGE_OK,
	STAGE_WARN, /* passed, with a finding of that layer */
	STAGE_FAILED,
	STAGE_SKIPPED, /* not reached, or somebody else's business (through a proxy) */
	N_STAGE_STATUSES
};

struct stage_state {
	bool shown; /* it is a stage of that run at all */
	enum stage_status status;
};
extern const char *const judge_stage_status_words[N_STAGE_STATUSES];

/* The stages of v's run, by enum stage. v is one of k's. */
void judge_stages(const struct judgement *k, const struct verdict *v,
                  struct stage_state ret[N_STAGES]);

/* The public words: "failed", "likely", "server". */
extern const char *const judge_status_words[N_STATUSES];
extern const char *const judge_certainty_words[N_CERTAINTIES];
extern const char *const judge_who_words[N_WHOS];

/* The name of a row of the rules; how many rows there are. */
const char *judge_row_name(int row);
int judge_n_rows(void);
