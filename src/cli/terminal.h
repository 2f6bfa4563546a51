/* SPDX-License-Identifier: Apache-2.0 */
/* How stdout wants to be written to, and in which language. */
#pragma once
#include "cli/args.h"

/* Columns for text on stdout: the terminal's, else COLUMNS, else 100 (a file or a pipe has no
 * edge, and a command that was broken cannot be copied). */
int terminal_columns(void);

/* Whether stdout gets colours: --color, then NO_COLOR, CLICOLOR_FORCE or FORCE_COLOR, CLICOLOR=0,
 * TERM=dumb, then whether it is a terminal; an empty variable counts as unset. */
bool terminal_color(enum cli_color when);

/* Sets the language of everything that is printed for people from now on. In English nothing is
 * loaded. What has no translation stays English. */
void terminal_lang(enum cli_lang lang);

/* Opens /dev/null in place of a standard stream that is closed, so that no socket gets its number
 * and with it the screen. */
void terminal_guard(void);

/* Writes out what is left for stdout. CLI_EXIT_BROKEN, said on stderr, when it could not be
 * written; code otherwise. */
int terminal_finish(int code);
