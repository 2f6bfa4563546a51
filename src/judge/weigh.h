/* SPDX-License-Identifier: Apache-2.0 */
/* How sure a verdict is: what else it could be, and what would have to be seen to know. */
#pragma once
#include "judge/matrix.h"

/* Fills in v's certainty, also, ruled_out and, where it is not proven, blind, for the address of
 * column c. v's status, works, row and cause must be there. e->reads holds afterwards what the open
 * rows read in vain. */
void weigh_verdict(const struct matrix *m, int c, struct verdict *v);

/* Adds to v->wants the kinds that were read in vain so far, by e->reads. */
void weigh_wants(const struct evidence *e, struct verdict *v);
