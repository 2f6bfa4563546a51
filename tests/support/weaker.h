/* SPDX-License-Identifier: Apache-2.0 */
/* Evidence taken away, and what a verdict may say about what is left: nothing that it would not
 * have said with more. */
#pragma once
#include "evidence/fields.h"
#include "judge/judge.h"

/* Whether less, judged on less evidence than full, claims too much: NULL when it does not, else why
 * in a few words. It may be undetermined; or the same cause with no more certainty; or another
 * cause that is not proven and lists the first among those that it could also be. Works and
 * does-not-work never swap. */
const char *weaker_fault(const struct verdict *full, const struct verdict *less);

/* Takes the n-th measured field of the store away (items of lists are counted too; n from 0; not
 * those whose absence says that there was nothing, as an extended error of DNS). The
 * kind's and the field's name go to ret. false, with nothing changed, when there are fewer. */
bool weaker_without_field(struct store *store, int n, const char *ret[2]);

/* Empties the n-th reading of the store as if its probe had not finished in time. Its name goes to
 * ret. false when there are fewer. */
bool weaker_without_reading(struct store *store, int n, const char **ret);

/* Appends a verdict in one line, for messages. */
void weaker_describe(struct buf *buf, const struct verdict *v);
