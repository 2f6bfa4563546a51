/* SPDX-License-Identifier: Apache-2.0 */
/* What every run ends with: its result, shown the way the command line asks for. */
#pragma once
#include "cli/args.h"
#include "judge/judge.h"

/* Writes the result to stdout (the screen, or one JSON object with --json, or nothing with -q),
 * and to the file of --report. Returns the exit code: works, failed, undetermined, interrupted,
 * or broken when the result could not be written; a --strict warning is failed. */
int cli_show(const struct cli_args *args, const struct store *store, const struct judgement *k);

/* The exit code alone. */
int cli_exit_code(const struct cli_args *args, const struct judgement *k);

/* The command that runs the engine: parses nothing, measures args->target with args->run, judges,
 * and ends in cli_show(). Returns the exit code. */
int cli_diagnose(const struct cli_args *args);
