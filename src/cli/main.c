/* SPDX-License-Identifier: Apache-2.0 */
/* naze: from argv to an exit code. */
#include "cli/commands.h"
#include "cli/hide.h"
#include "cli/show.h"
#include "cli/terminal.h"
#include "cli/version.h"
#include "cli/where.h"
#include "sys/nss_helper.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

/* `naze --helper NAME ARGS`: naze started by itself, to do what may hang (sys/spawn.h). */
static int helper(int argc, char **argv)
{
	static const struct {
		const char *name;
		int (*run)(int argc, char **argv);
	} helpers[] = { { "nss", sys_nss_helper } };

	for (size_t i = 0; i < sizeof(helpers) / sizeof(helpers[0]); i++) {
		if (argc > 0 && strcmp(argv[0], helpers[i].name) == 0) {
			return helpers[i].run(argc - 1, argv + 1);
		}
	}
	return CLI_EXIT_USAGE;
}

static int version(void)
{
	(void)fputs("naze " CLI_VERSION "\n", stdout);
	return CLI_EXIT_WORKS;
}

static int diagnose(struct cli_args *args)
{
	struct where where = { .place = { .root = -1 } };
	int r = where_go(args, &where);

	return r != 0 ? r : cli_diagnose(args);
}

static int run(struct cli_args *args)
{
	if (args->help) {
		return cli_help_usage();
	}
	if (args->version) {
		return version();
	}
	switch (args->command) {
	case CLI_REPORT:
		return cli_report(args);
	case CLI_REPLAY:
		return cli_replay(args);
	case CLI_EXPLAIN:
		return cli_explain(args);
	case CLI_HELP:
		return cli_help(args);
	case CLI_TARGET:
		if (args->n_words > 0) {
			return diagnose(args);
		}
		if (args->json) {
			return cli_fail(args, CLI_EXIT_USAGE, "TARGET", "no target was given");
		}
		cli_help_short();
		return CLI_EXIT_USAGE;
	case CLI_CHECK:
	case CLI_INBOUND:
	case CLI_COMPARE:
	case CLI_WATCH:
	case CLI_RUN:
	case CLI_SERVE:
	case CLI_LAB:
	case N_CLI_COMMANDS:
		break; /* the reader of the command line has refused them */
	}
	return CLI_EXIT_USAGE;
}

int main(int argc, char **argv)
{
	struct cli_args args;
	int r = 0;

	if (argc > 1 && strcmp(argv[1], "--helper") == 0) {
		return helper(argc - 2, argv + 2);
	}
	terminal_guard();
	/* a closed pipe is an error of the write, which terminal_finish() says */
	(void)signal(SIGPIPE, SIG_IGN);
	r = cli_args(argc, argv, &args);
	hide_secrets(argc, argv, &args);
	return terminal_finish(r != 0 ? r : run(&args));
}
