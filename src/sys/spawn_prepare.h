/* SPDX-License-Identifier: Apache-2.0 */
/* What a child is to run, made ready before the clone, while memory may still be allocated: for
 * spawn.c only. */
#pragma once
#include <limits.h>
#include <stdbool.h>

struct spawn_plan {
	char program[PATH_MAX]; /* what is executed */
	char **argv;            /* ours; the texts are the caller's */
	char **env;             /* likewise */
};

/* Finds argv[0] (PATH, then the system directories) and copies the list. 0, -ENOENT or -EACCES. */
int spawn_plan_program(struct spawn_plan *plan, const char *const argv[]);

/* The same for naze itself: `naze --helper HELPER ARGS`. */
int spawn_plan_self(struct spawn_plan *plan, const char *helper, const char *const args[]);

/* The environment: the inherited one, in the C locale unless keep_locale, and extra over it. */
int spawn_plan_env(struct spawn_plan *plan, const char *const extra[], bool keep_locale);

/* Frees the lists. */
void spawn_plan_done(struct spawn_plan *plan);
