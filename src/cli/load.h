/* SPDX-License-Identifier: Apache-2.0 */
/* A saved run, read back and judged again. */
#pragma once
#include "cli/args.h"
#include "judge/judge.h"

struct loaded {
	void *block; /* the store's memory; load_done() lets it go */
	struct store *store;
	struct judgement judgement;
};

/* Reads the report in the file args->words[0] ("-" is stdin) and judges it. 0; or a CLI_EXIT_ code,
 * everything having been said. ret is to be let go in both cases. */
int load_run(const struct cli_args *args, struct loaded *ret);

/* Frees it; accepts what load_run() failed on. */
void load_done(struct loaded *loaded);
