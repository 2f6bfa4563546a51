/* SPDX-License-Identifier: Apache-2.0 */
/* Evidence as lines of text, driven by the field tables. One line a struct:
 *   run ROLE PARENT TARGET         begins a run
 *   at ADDRESS                     begins an address of it ("-" through a proxy)
 *   KIND field=value ...           a kind of the run or of the address; skip=WORD why it is empty
 *   KIND.LIST field=value ...      one item of a list; LIST=none or LIST=cut on the kind's line
 * Blank lines, # comments and lines that begin with "expect" are passed over. */
#pragma once
#include "base/buf.h"
#include "evidence/store.h"

/* Reads len bytes into an empty store. 0, or the negative number of the first bad line; what came
 * before is in the store. What does not fit is marked, not refused. */
int dump_read(struct store *store, const char *text, size_t len);

/* Appends the whole store. Reading it back gives the same evidence. */
void dump_write(struct buf *buf, const struct store *store);
