/* SPDX-License-Identifier: Apache-2.0 */
/* The store: one block of memory that holds a run and its child runs. */
#pragma once
#include "base/arena.h"
#include "evidence/types.h"

enum { STORE_MAX_RUNS = 12, STORE_MAX_ADDRESSES = 16 };

struct store {
	struct arena arena;
	struct reads reads;
	int n_runs; /* children stand behind their parents */
	struct evidence runs[STORE_MAX_RUNS];
};

/* Makes a store in the size bytes at block, which the caller keeps. NULL when even the store's
 * head does not fit. Memory at block need not be zeroed. */
struct store *store_init(void *block, size_t size);

/* Adds a run for target; parent is the index of the run that needs it, -1 for the main one.
 * NULL when there are too many. */
struct evidence *store_run(struct store *store, enum role role, int parent,
                           const struct target *target);

/* Adds an address to a run. NULL when it does not fit; then the run is marked cut. */
struct attempt *store_attempt(struct store *store, struct evidence *e, const struct addr *addr);

/* The run's or the address's struct of that kind, made if it is not there. NULL when it does not
 * fit. scope is a struct evidence or a struct attempt, as the kind's scope says. */
void *store_kind(struct store *store, void *scope, enum kind kind);

/* Appends an item of the kind to a list. NULL when it does not fit; then the list is marked cut. */
void *store_item(struct store *store, struct ev_list *list, enum kind kind);
