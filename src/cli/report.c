/* SPDX-License-Identifier: Apache-2.0 */
/* naze report. */
#include "base/cleanup.h"
#include "cli/commands.h"
#include "cli/load.h"
#include "cli/show.h"
#include "cli/write.h"

int cli_report(const struct cli_args *args)
{
	auto_with(load_done) struct loaded run = { .block = NULL };
	int r = load_run(args, &run);

	if (r != 0) {
		return r;
	}
	if (args->report != NULL) {
		r = write_report(args, run.store, &run.judgement);
	} else if (write_document(args, args->format, run.store, &run.judgement, stdout) < 0) {
		r = cli_fail(args, CLI_EXIT_BROKEN, NULL, "out of memory");
	}
	return r != 0 ? r : cli_exit_code(args, &run.judgement);
}
