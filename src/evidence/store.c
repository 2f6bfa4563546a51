/* SPDX-License-Identifier: Apache-2.0 */
/* The store over its arena. */
#include "evidence/store.h"
#include "evidence/fields.h"

#include <string.h>

struct store *store_init(void *block, size_t size)
{
	struct arena arena;
	struct store *store = NULL;

	arena_init(&arena, block, size);
	store = arena_alloc(&arena, sizeof(*store));
	if (store != NULL) {
		store->arena = arena;
	}
	return store;
}

struct evidence *store_run(struct store *store, enum role role, int parent,
                           const struct target *target)
{
	struct evidence *e = &store->runs[store->n_runs];

	if (store->n_runs == STORE_MAX_RUNS || parent >= store->n_runs) {
		store->arena.truncated = true;
		return NULL;
	}
	*e = (struct evidence){ .reads = &store->reads,
		                .target = *target,
		                .role = role,
		                .index = store->n_runs,
		                .parent = parent };
	store->n_runs++;
	return e;
}

struct attempt *store_attempt(struct store *store, struct evidence *e, const struct addr *addr)
{
	struct attempt **end = &e->first;
	struct attempt *a = NULL;
	int n = 0;

	while (*end != NULL) {
		end = &(*end)->next;
		n++;
	}
	if (n < STORE_MAX_ADDRESSES) {
		a = arena_alloc(&store->arena, sizeof(*a));
	}
	if (a == NULL) {
		e->cut = true;
		return NULL;
	}
	a->e = e;
	a->reads = e->reads;
	a->addr = *addr;
	*end = a;
	return a;
}

void *store_kind(struct store *store, void *scope, enum kind kind)
{
	void **slot = (void **)(void *)((char *)scope + ev_kinds[kind].slot);

	if (*slot == NULL) {
		*slot = arena_alloc(&store->arena, ev_kinds[kind].size);
		if (*slot == NULL && ev_kinds[kind].scope == SCOPE_PER_ADDRESS) {
			((struct attempt *)scope)->e->cut = true;
		} else if (*slot == NULL) {
			((struct evidence *)scope)->cut = true;
		}
	}
	return *slot;
}

void *store_item(struct store *store, struct ev_list *list, enum kind kind)
{
	struct ev_head *item = list->cut ? NULL : arena_alloc(&store->arena, ev_kinds[kind].size);

	if (item == NULL) {
		list->cut = true;
		return NULL;
	}
	if (list->last == NULL) {
		list->first = item;
	} else {
		((struct ev_head *)list->last)->next = item;
	}
	list->last = item;
	return item;
}
