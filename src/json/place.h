/* SPDX-License-Identifier: Apache-2.0 */
/* What the readers of a report share: where they are in it, and how they say what is wrong. */
#pragma once
#include "evidence/store.h"

#include <jansson.h>

/* A value's place, as a chain up to the root (whose up is NULL). */
struct place {
	const struct place *up;
	const char *key; /* NULL: the index counts */
	size_t index;
};

struct reading {
	struct store *store;
	char *error; /* size bytes of the caller */
	size_t size;
};

/* Puts "POINTER: what" into the caller's buffer, with the place as a JSON pointer (RFC 6901).
 * Returns -EINVAL. */
int place_fail(const struct reading *r, const struct place *place, const char *what);

/* The member key of object, of the type wanted. 1; 0 where it is absent or null; -EINVAL, said,
 * where it is of another type or object (at the place at) is no object. *ret is borrowed. */
int place_member(const struct reading *r, const struct place *at, const json_t *object,
                 const char *key, json_type type, const json_t **ret);

/* Copies a JSON text cleaned into buf. -EINVAL, said, where it does not fit. */
int place_text(const struct reading *r, const struct place *at, const json_t *text,
               struct buf *ret);
