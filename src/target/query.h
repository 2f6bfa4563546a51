/* SPDX-License-Identifier: Apache-2.0 */
/* What a database's URL says besides host and user: its path is a name, its query settings. */
#pragma once
#include "target/target.h"
#include "target/text.h"

/* Appends the decoded value of a parameter of the target's query; of several the last; its name
 * compares in any case. false when there is none or an empty one. */
bool query_value(const struct target *target, const char *name, struct buf *ret);

/* Appends the decoded name of the database, the target's path; nothing where there is none. */
void query_database(const struct target *target, struct buf *ret);
