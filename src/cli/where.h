/* SPDX-License-Identifier: Apache-2.0 */
/* --netns, --pid and --container: being where the failing program is, before anything is read or
 * sent. */
#pragma once
#include "cli/args.h"
#include "sys/enter.h"

/* The texts that args->run.place points to. */
struct where {
	struct sys_place place;
};

/* Goes there, and fills args->run.place; where must live as long as args. 0; or a CLI_EXIT_ code,
 * everything having been said: CLI_EXIT_USAGE there is no such place, CLI_EXIT_BROKEN a right or a
 * tool is missing. */
int where_go(struct cli_args *args, struct where *where);
