/* SPDX-License-Identifier: Apache-2.0 */
/* The tables as data, for readers, writers, the schema and tests. */
#pragma once
#include "evidence/types.h"

#include <stddef.h>

enum ev_scope { SCOPE_PER_RUN, SCOPE_PER_ADDRESS, SCOPE_ITEM, N_EV_SCOPES };
enum ev_type {
	TYPE_BOOL,
	TYPE_INT,
	TYPE_USEC,
	TYPE_TEXT,
	TYPE_ADDR,
	TYPE_ENUM,
	TYPE_LIST,
	N_EV_TYPES
};

enum ev_unit { UNIT_NONE, UNIT_SECONDS, UNIT_UNIX, UNIT_BYTES, N_EV_UNITS };

struct ev_kind {
	const char *name;
	const char *meaning;
	enum ev_scope scope;
	enum stage stage;
	size_t size;
	size_t slot; /* where its pointer is in struct evidence or struct attempt */
	int first_field;
	int n_fields;
};

struct ev_field {
	const char *name;
	const char *meaning;
	enum kind kind;
	enum ev_type type;
	enum ev_unit unit;
	size_t at;                /* in the kind's struct */
	size_t has;               /* likewise, the presence flag */
	const char *const *words; /* of an enum, ends with NULL */
	enum kind item;           /* of a list */
};

extern const struct ev_kind ev_kinds[N_KINDS];
extern const struct ev_field ev_fields[N_FIELDS];
extern const char *const ev_skip_words[N_SKIPS];
extern const char *const ev_skip_needs[N_SKIPS];
extern const char *const ev_role_words[N_ROLES];
extern const char *const ev_stage_words[N_STAGES];
extern const char *const ev_unit_words[N_EV_UNITS]; /* NULL for none */

/* A bit for each kind that a probe can give, so that a set of kinds fits a uint64_t; 0 for an item
 * of a list, which is not given by itself. */
uint64_t ev_kind_bit(enum kind kind);

/* Whether the field was measured in obj, a struct of the field's kind. */
static inline bool *ev_has(void *obj, const struct ev_field *f)
{
	return (bool *)((char *)obj + f->has);
}

/* Where the field's value is in obj. */
static inline void *ev_at(void *obj, const struct ev_field *f)
{
	return (char *)obj + f->at;
}
