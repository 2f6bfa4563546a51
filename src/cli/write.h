/* SPDX-License-Identifier: Apache-2.0 */
/* The report of a run, into a file. */
#pragma once
#include "cli/args.h"
#include "judge/judge.h"

#include <stdio.h>

/* Writes the report to args->report ("-" is stdout), in the format that was asked for or that the
 * file's name ends in. 0; or a CLI_EXIT_ code, said. */
int write_report(const struct cli_args *args, const struct store *store, const struct judgement *k);

/* Writes it to out. 0, or -ENOMEM; errors of the stream stay in it. */
int write_document(const struct cli_args *args, enum cli_format format, const struct store *store,
                   const struct judgement *k, FILE *out);
