/* SPDX-License-Identifier: Apache-2.0 */
/* One line on stderr that says what is waited for, while a run takes long: a silent tool looks
 * broken. It is made of plain characters and erased by blanks, so that it needs nothing of the
 * terminal but a carriage return. */
#pragma once
#include "cli/args.h"
#include "evidence/store.h"

struct progress {
	bool on;      /* stderr is a terminal, not a dumb one, and something may be said */
	int columns;  /* of the line that is shown now, 0 none */
	usec_t shown; /* when it was written last */
	usec_t timeout;
};

/* Decides whether there will be any. */
void progress_init(struct progress *progress, const struct cli_args *args);

/* Shows or renews the line, at most every 200 ms, and not in the first half second. For struct
 * engine_setup; data is the struct progress. */
void progress_tick(void *data, const struct store *store, usec_t elapsed);

/* Erases it. */
void progress_end(struct progress *progress);

/* Appends what the run waits for and how long it has and may: "name db.example.com: no answer yet
 * (1 of 5 s)". */
void progress_text(const struct store *store, usec_t elapsed, usec_t timeout, struct buf *buf);
