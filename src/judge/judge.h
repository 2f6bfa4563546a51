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

enum stage {
	STAGE_NONE,
	STAGE_INPUT,
	STAGE_NAME,
	STAGE_LOCAL,
	STAGE_PATH,
	STAGE_PORT,
	STAGE_TLS,
	STAGE_HTTP,
	STAGE_SSH,
	STAGE_OF_CAUSE,   /* a question's: the layer of the cause that answers it */
	STAGE_OF_APP,     /* the protocol's stage, port where there is none */
	STAGE_OF_ADDRESS, /* wherever the address itself stopped */
	N_STAGES
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
enum makes { MAKES_STOPS, MAKES_HURTS, MAKES_EITHER, N_MAKES };

enum { JUDGE_MAX_ALSO = 8, JUDGE_MAX_FINDINGS = 16, JUDGE_MAX_BLIND = 8 };

struct finding {
	enum cause cause;
	enum effect effect;
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
	uint64_t wants;  /* bit a kind: more of it could still change this verdict */
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

enum arg_type { ARG_TEXT, ARG_INT, ARG_ADDR, ARG_USEC, ARG_AGE, ARG_KID, N_ARG_TYPES };

struct arg {
	enum arg_type type;
	const char *text;
	int64_t number; /* INT, USEC, AGE (seconds), KID (index of the run) */
	struct addr addr;
};

/* The value of the argument called name (len bytes) for that verdict, at the address a. 0, or -1
 * when there is no such argument or it was not measured. */
int judge_arg(const struct judgement *k, const struct verdict *v, const struct attempt *a,
              const char *name, size_t len, struct arg *ret);

/* The words of a cause. */
struct cause_info {
	const char *id;
	const char *title;
	const char *summary;
	enum makes makes;
	enum who who;
};
extern const struct cause_info judge_causes[N_CAUSES];
extern const char *const judge_stage_words[N_STAGES];

/* The name of a row of the rules; how many rows there are. */
const char *judge_row_name(int row);
int judge_n_rows(void);
