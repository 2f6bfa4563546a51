/* SPDX-License-Identifier: Apache-2.0 */
/* The arena: a pointer that moves up. */
#include "base/arena.h"

#include <string.h>

void arena_init(struct arena *arena, void *block, size_t size)
{
	size_t skew = (size_t)(-(uintptr_t)block & (_Alignof(max_align_t) - 1));

	*arena = (struct arena){ .base = block };
	if (size > skew) {
		arena->base += skew;
		arena->size = size - skew;
	}
}

void *arena_alloc(struct arena *arena, size_t size)
{
	size_t need = (size + _Alignof(max_align_t) - 1) & ~(_Alignof(max_align_t) - 1);
	void *p = arena->base + arena->used;

	if (need < size || need > arena->size - arena->used) {
		arena->truncated = true;
		return NULL;
	}
	arena->used += need;
	return memset(p, 0, size);
}

char *arena_text(struct arena *arena, const char *text, size_t len)
{
	char *p = len == SIZE_MAX ? NULL : arena_alloc(arena, len + 1);

	if (p != NULL) {
		memcpy(p, text, len);
	}
	return p;
}
