/* SPDX-License-Identifier: Apache-2.0 */
/* The table of options as data, for the reader of the command line, --help and the tests. */
#pragma once
#include <stdbool.h>

enum cli_option {
#define OPTION(id, letter, name, argument, since, help) CLI_OPTION_##id,
#include "cli/options.def"
	N_CLI_OPTIONS
};

struct cli_option_info {
	const char *name;     /* without the dashes */
	const char *argument; /* what stands for it in the manual; NULL: it takes none */
	const char *help;
	char letter; /* '\0': none */
	bool later;  /* this version knows nothing but its name */
};

extern const struct cli_option_info cli_options[N_CLI_OPTIONS];
