/* SPDX-License-Identifier: Apache-2.0 */
/* naze replay. */
#include "base/cleanup.h"
#include "cli/commands.h"
#include "cli/load.h"
#include "cli/show.h"

int cli_replay(const struct cli_args *args)
{
	auto_with(load_done) struct loaded run = { .block = NULL };
	int r = load_run(args, &run);

	return r != 0 ? r : cli_show(args, run.store, &run.judgement);
}
