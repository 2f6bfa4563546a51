/* SPDX-License-Identifier: Apache-2.0 */
/* What the tables make: an enum per ENUM, a struct per KIND with a presence flag per FIELD, and
 * the two scopes that hold them: a run and one address of a run. */
#pragma once
#include "base/addr.h"
#include "base/time.h"
#include "base/tri.h"
#include "target/target.h"

enum skip {
	SKIP_NONE,
#define SKIP(id, word, needs) SKIP_##id,
#include "evidence/skips.def"
	N_SKIPS
};

/* clang-format off */
#define ENUM(name)      enum name {
#define VALUE(id, word) id,
#define END(name)       };
/* clang-format on */
#include "evidence/enums.def"

enum role { ROLE_MAIN, ROLE_PROXY, ROLE_REDIRECT, ROLE_JUMP, ROLE_ADVERTISED, N_ROLES };

/* What every kind's struct begins with. */
struct ev_head {
	void *next; /* in a list */
	enum skip skip;
};

struct ev_list {
	void *first;
	void *last;
	bool cut; /* more were seen than are here */
};

#define C_BOOL    bool
#define C_INT     int64_t
#define C_USEC    usec_t
#define C_TEXT    const char *
#define C_ADDR    struct addr
#define C_ENUM(x) enum x
#define C_LIST(x) struct ev_list

/* clang-format off */
/* struct has_x: which fields of x were measured. */
#define KIND(name, scope, stage, meaning)             struct has_##name {
#define FIELD(kind, name, type, unit, meaning) bool name;
#define END(kind)                              };
#include "evidence/evidence.def"

/* struct ev_x: its fields. */
#define KIND(name, scope, stage, meaning)      struct ev_##name { struct ev_head head; \
	struct has_##name has;
#define FIELD(kind, name, type, unit, meaning) C_##type name;
#define END(kind)                              };
#include "evidence/evidence.def"
/* clang-format on */

/* The stages of a run, in their order; the row of a screen and of the JSON. */
enum stage {
#define STAGE(id, word) STAGE_##id,
#include "evidence/stages.def"
	N_STAGES
};

enum kind {
#define KIND(name, scope, stage, meaning) KIND_##name,
#include "evidence/evidence.def"
	N_KINDS
};

enum field {
#define FIELD(kind, name, type, unit, meaning) F_##kind##_##name,
#include "evidence/evidence.def"
	N_FIELDS
};

/* Which fields a condition asked for in vain: what could not be looked at. */
struct reads {
	bool absent[N_FIELDS];
};

#define IN_PER_RUN(name) struct ev_##name *name;
#define IN_PER_ADDRESS(name)
#define IN_ITEM(name)

/* One run: what was asked, and everything that was seen. */
struct evidence {
	struct reads *reads; /* scratch of the judge, in the store */
	struct target target;
	enum role role;
	int index;  /* in the store */
	int parent; /* index of the run that needed this one; -1 for the main run */
	struct attempt *first;
	bool cut; /* more addresses or readings than are here */
#define KIND(name, scope, stage, meaning) IN_##scope(name)
#include "evidence/evidence.def"
};
#undef IN_PER_RUN
#undef IN_PER_ADDRESS
#define IN_PER_RUN(name)
#define IN_PER_ADDRESS(name) struct ev_##name *name;

/* One address of a run: in RFC 6724 order those that a program would get, then the others. */
struct attempt {
	struct evidence *e;
	struct reads *reads;
	struct attempt *next;
	struct addr addr; /* ADDR_NONE through a proxy */
#define KIND(name, scope, stage, meaning) IN_##scope(name)
#include "evidence/evidence.def"
};
#undef IN_PER_RUN
#undef IN_PER_ADDRESS
#undef IN_ITEM
