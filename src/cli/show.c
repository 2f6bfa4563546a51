/* SPDX-License-Identifier: Apache-2.0 */
/* One result, shown as the command line asked. */
#include "cli/show.h"

#include "base/cleanup.h"
#include "cli/terminal.h"
#include "cli/version.h"
#include "cli/write.h"
#include "render/screen.h"
#include "json/report.h"

#include <stdio.h>
#include <string.h>

int cli_exit_code(const struct cli_args *args, const struct judgement *k)
{
	const struct verdict *v = &k->runs[0];
	const struct ev_setting *setting = v->e->setting;

	if (setting != NULL && setting->has.ended && setting->ended == RUN_INTERRUPTED) {
		return CLI_EXIT_INTERRUPTED;
	}
	switch (v->status) {
	case STATUS_OK:
		return CLI_EXIT_WORKS;
	case STATUS_DEGRADED:
		return args->strict ? CLI_EXIT_FAILED : CLI_EXIT_WORKS;
	case STATUS_FAILED:
		return CLI_EXIT_FAILED;
	case STATUS_UNDETERMINED:
	case N_STATUSES:
		break;
	}
	return CLI_EXIT_UNDETERMINED;
}

static int show_screen(const struct cli_args *args, const struct store *store,
                       const struct judgement *k)
{
	const struct screen_options options = {
		.columns = terminal_columns(),
		.color = terminal_color(args->color),
		.verbose = args->verbose,
	};

	terminal_lang(args->lang);
	return screen_write(store, k, &options, stdout);
}

int cli_show(const struct cli_args *args, const struct store *store, const struct judgement *k)
{
	const struct json_report report = { .version = CLI_VERSION,
		                            .store = store,
		                            .judgement = k };
	bool instead = args->report != NULL && strcmp(args->report, "-") == 0;
	int code = cli_exit_code(args, k);
	int r = 0;

	if (args->quiet || instead) {
		r = 0;
	} else if (args->json) {
		r = json_report_write(stdout, &report);
	} else {
		r = show_screen(args, store, k);
	}
	if (r < 0 && ferror(stdout) == 0) { /* an error of the stream is said when it is closed */
		return cli_fail(args, CLI_EXIT_BROKEN, NULL, "out of memory");
	}
	if (args->report != NULL) {
		r = write_report(args, store, k);
		if (r != 0) {
			return r;
		}
	}
	return code;
}
