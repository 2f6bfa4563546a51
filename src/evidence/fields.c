/* SPDX-License-Identifier: Apache-2.0 */
/* The tables as data. Nothing here is written by hand but the macros. */
#include "evidence/fields.h"

/* clang-format off */
#define ENUM(name)      static const char *const words_##name[] = {
#define VALUE(id, word) (word),
#define END(name)       NULL };
/* clang-format on */
#include "evidence/enums.def"

#define T_BOOL    TYPE_BOOL, NULL, N_KINDS
#define T_INT     TYPE_INT, NULL, N_KINDS
#define T_USEC    TYPE_USEC, NULL, N_KINDS
#define T_TEXT    TYPE_TEXT, NULL, N_KINDS
#define T_ADDR    TYPE_ADDR, NULL, N_KINDS
#define T_ENUM(x) TYPE_ENUM, words_##x, N_KINDS
#define T_LIST(x) TYPE_LIST, NULL, KIND_##x
#define ROW(name_, meaning_, kind_, unit_, at_, has_, type_, words_, item_) \
	{ .name = (name_),                                                  \
	  .meaning = (meaning_),                                            \
	  .kind = (kind_),                                                  \
	  .type = (type_),                                                  \
	  .unit = (unit_),                                                  \
	  .at = (at_),                                                      \
	  .has = (has_),                                                    \
	  .words = (words_),                                                \
	  .item = (item_) },
#define ROW_(...) ROW(__VA_ARGS__)

const struct ev_field ev_fields[N_FIELDS] = {
#define FIELD(kind, name, type, unit, meaning)                                           \
	ROW_(#name, meaning, KIND_##kind, UNIT_##unit, offsetof(struct ev_##kind, name), \
	     offsetof(struct ev_##kind, has.name), T_##type)
#include "evidence/evidence.def"
};

/* Where a kind's fields begin: an enum in which a KIND takes no number of its own. */
enum first_field {
#define KIND(name, scope, stage, meaning)      FIRST_##name, BEFORE_##name = FIRST_##name - 1,
#define FIELD(kind, name, type, unit, meaning) COUNT_##kind##_##name,
#include "evidence/evidence.def"
};

#define SLOT_PER_RUN(name)     offsetof(struct evidence, name)
#define SLOT_PER_ADDRESS(name) offsetof(struct attempt, name)
#define SLOT_ITEM(name)        0

const struct ev_kind ev_kinds[N_KINDS] = {
#define KIND(name_, scope_, stage_, meaning_) \
	{ .name = #name_,                     \
	  .meaning = (meaning_),              \
	  .scope = SCOPE_##scope_,            \
	  .stage = STAGE_##stage_,            \
	  .size = sizeof(struct ev_##name_),  \
	  .slot = SLOT_##scope_(name_),       \
	  .first_field = FIRST_##name_,       \
	  .n_fields = (int)sizeof(struct has_##name_) },
#include "evidence/evidence.def"
};

const char *const ev_skip_words[N_SKIPS] = {
	NULL,
#define SKIP(id, word, needs) (word),
#include "evidence/skips.def"
};

const char *const ev_skip_needs[N_SKIPS] = {
	NULL,
#define SKIP(id, word, needs) (needs),
#include "evidence/skips.def"
};

const char *const ev_role_words[N_ROLES] = { "main", "proxy", "redirect", "jump", "advertised" };

const char *const ev_stage_words[N_STAGES] = {
#define STAGE(id, word) (word),
#include "evidence/stages.def"
};

const char *const ev_unit_words[N_EV_UNITS] = { NULL, "seconds", "unix", "bytes" };

#define BIT_PER_RUN(name)     BIT_##name,
#define BIT_PER_ADDRESS(name) BIT_##name,
#define BIT_ITEM(name)

enum kind_bit {
#define KIND(name, scope, stage, meaning) BIT_##scope(name)
#include "evidence/evidence.def"
	N_KIND_BITS
};

_Static_assert(N_KIND_BITS <= 64, "a verdict's wants has a bit for each kind that a probe gives");

#define SET_PER_RUN(name)     (uint64_t)1 << BIT_##name
#define SET_PER_ADDRESS(name) (uint64_t)1 << BIT_##name
#define SET_ITEM(name)        0

uint64_t ev_kind_bit(enum kind kind)
{
	static const uint64_t bits[N_KINDS] = {
#define KIND(name, scope, stage, meaning) SET_##scope(name),
#include "evidence/evidence.def"
	};

	return bits[kind];
}
