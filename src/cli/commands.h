/* SPDX-License-Identifier: Apache-2.0 */
/* The commands besides the default one (cli/show.h): each takes the command line and returns the
 * exit code. */
#pragma once
#include "cli/args.h"

/* naze replay FILE: judges saved evidence again and shows it as the run would have been. */
int cli_replay(const struct cli_args *args);

/* naze report FILE: the escalation report on stdout. */
int cli_report(const struct cli_args *args);

/* naze explain CAUSE | 'ERROR TEXT': the cause's page, or the causes that a text may mean. */
int cli_explain(const struct cli_args *args);

/* naze help [TOPIC], and the usage: all of it on stdout, or a few lines on stderr. */
int cli_help(const struct cli_args *args);
int cli_help_usage(void);
void cli_help_short(void);
