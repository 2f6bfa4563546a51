/* SPDX-License-Identifier: Apache-2.0 */
/* The command line, read: what each command gets. The table of all options is options.def. */
#pragma once
#include "target/options.h"
#include "target/target.h"

#include <stdbool.h>

enum cli_command {
	CLI_TARGET, /* diagnose from here: the command that has no word */
	CLI_REPORT,
	CLI_REPLAY,
	CLI_EXPLAIN,
	CLI_HELP,
	CLI_CHECK, /* from here on: words that a later version will know */
	CLI_INBOUND,
	CLI_COMPARE,
	CLI_WATCH,
	CLI_RUN,
	CLI_SERVE,
	CLI_LAB,
	N_CLI_COMMANDS
};

/* Exit codes (product.md 1): public and stable. */
enum cli_exit {
	CLI_EXIT_WORKS = 0,
	CLI_EXIT_FAILED = 1,
	CLI_EXIT_USAGE = 2,
	CLI_EXIT_UNDETERMINED = 3,
	CLI_EXIT_BROKEN = 4, /* naze itself failed */
	CLI_EXIT_INTERRUPTED = 130,
};

enum cli_color { CLI_COLOR_AUTO, CLI_COLOR_ALWAYS, CLI_COLOR_NEVER };
enum cli_lang { CLI_LANG_EN, CLI_LANG_JA, N_CLI_LANGS };
enum { CLI_MAX_WORDS = 64 }; /* an error text that was not quoted has many */
enum cli_format { CLI_MARKDOWN, CLI_TEXT, CLI_HTML };

/* Texts belong to argv or to the environment. */
struct cli_args {
	enum cli_command command;
	int n_words;
	const char
		*words[CLI_MAX_WORDS]; /* the operands: target, file, cause or error text, topic */
	struct target target;          /* parsed; CLI_TARGET only */
	struct run_options run;
	bool json;
	bool verbose;
	bool quiet;
	bool strict;
	bool help;    /* --help: the usage, whatever else is there */
	bool version; /* --version */
	enum cli_color color;
	enum cli_lang lang;
	bool format_given;
	enum cli_format format; /* of report and --report; without --html etc. by the file's name */
	const char *report; /* --report FILE; NULL without, "-" is stdout instead of the screen */
};

/* Reads argv (argc as main's), which is cut up where an option holds two things. 0; or a CLI_EXIT_
 * code, everything having been said already, on stderr and with --json on stdout. */
int cli_args(int argc, char **argv, struct cli_args *ret);

/* Says on stderr, in one line, why naze goes no further: "naze: TEXT (WHERE)". where may be NULL.
 * With --json the same is an object on stdout (product.md 3). Returns code, CLI_EXIT_USAGE or
 * CLI_EXIT_BROKEN. */
int cli_fail(const struct cli_args *args, int code, const char *where, const char *text);
