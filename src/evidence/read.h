/* SPDX-License-Identifier: Apache-2.0 */
/* How a predicate reads evidence: what is absent is UNKNOWN, and that it was wanted is noted. */
#pragma once
#include "evidence/types.h"

static inline bool ev_known(struct reads *reads, enum field field, bool has)
{
	if (!has) {
		reads->absent[field] = true;
	}
	return has;
}

/* An item that lacks something makes its list the reading that is missing. */
static inline enum tri ev_noted(struct reads *reads, enum field list, enum tri value)
{
	(void)ev_known(reads, list, value != UNKNOWN);
	return value;
}

/* Whether the field of that kind was measured; s is a struct evidence or a struct attempt. */
#define KNOWN(s, kind, field) \
	ev_known((s)->reads, F_##kind##_##field, (s)->kind != NULL && (s)->kind->has.field)

#define IS(s, kind, field, value) \
	(KNOWN(s, kind, field) ? tri_of((s)->kind->field == (value)) : UNKNOWN)
#define SAYS(s, kind, field) IS(s, kind, field, true)
#define AT_LEAST(s, kind, field, value) \
	(KNOWN(s, kind, field) ? tri_of((s)->kind->field >= (value)) : UNKNOWN)
#define IS_ADDR(s, kind, field, value) \
	(KNOWN(s, kind, field) ? tri_of(addr_equal(&(s)->kind->field, (value))) : UNKNOWN)

/* The same for an item of a list. */
#define ITEM_IS(item, field, value) ((item)->has.field ? tri_of((item)->field == (value)) : UNKNOWN)
#define ITEM_IS_ADDR(item, field, value) \
	((item)->has.field ? tri_of(addr_equal(&(item)->field, (value))) : UNKNOWN)

#define list_each(type, item, list) \
	for (const struct ev_##type *item = (list)->first; item != NULL; item = item->head.next)

/* y only where x is not NO: what does not apply is not missed. */
#define THEN(x, y)                                   \
	({                                           \
		enum tri then_ = (x);                \
		then_ == NO ? NO : both(then_, (y)); \
	})

/* Whether cond holds for some item of the list; never NO when the list was cut. */
#define ANY_IN(list, type, item, cond)                     \
	({                                                 \
		const struct ev_list *list_ = (list);      \
		enum tri any_ = list_->cut ? UNKNOWN : NO; \
		list_each(type, item, list_) {             \
			any_ = either(any_, (cond));       \
		}                                          \
		any_;                                      \
	})
#define ANY(s, kind, field, type, item, cond)                                          \
	(KNOWN(s, kind, field) ? ev_noted((s)->reads, F_##kind##_##field,              \
	                                  ANY_IN(&(s)->kind->field, type, item, cond)) \
	                       : UNKNOWN)
