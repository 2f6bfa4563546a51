/* SPDX-License-Identifier: Apache-2.0 */
/* An arena over one block that somebody else owns. It never calls malloc; what does not fit is
 * dropped and said. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena {
	uint8_t *base;
	size_t size;
	size_t used;
	bool truncated; /* something did not fit */
};

/* Starts an arena over size bytes at block, which the caller keeps and frees. */
void arena_init(struct arena *arena, void *block, size_t size);

/* Returns size zeroed bytes, aligned for any type, or NULL when they do not fit (then truncated
 * is set and stays set). They live as long as the block. */
void *arena_alloc(struct arena *arena, size_t size);

/* Copies len bytes of text and ends them with a NUL. NULL when they do not fit. */
char *arena_text(struct arena *arena, const char *text, size_t len);
