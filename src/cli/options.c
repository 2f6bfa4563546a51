/* SPDX-License-Identifier: Apache-2.0 */
/* The table of options. */
#include "cli/options.h"

#include <stddef.h>

enum { NOW, LATER };

const struct cli_option_info cli_options[N_CLI_OPTIONS] = {
#define OPTION(id, letter_, name_, argument_, since_, help_) \
	{ .name = (name_),                                   \
	  .argument = (argument_),                           \
	  .help = (help_),                                   \
	  .letter = (letter_),                               \
	  .later = (since_) == LATER },
#include "cli/options.def"
};
