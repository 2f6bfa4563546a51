/* SPDX-License-Identifier: Apache-2.0 */
/* Passwords on the command line, which ps(1) and /proc/PID/cmdline show to everybody. */
#pragma once
#include "cli/args.h"

/* Overwrites the target's argument and the value of --proxy in argv with what may be shown: *** for
 * passwords and tokens. Only after cli_args() has read them; args keeps a copy of what it still
 * needs. Between the start of the process and this call they can be seen, as in any program. */
void hide_secrets(int argc, char **argv, struct cli_args *args);
