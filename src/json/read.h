/* SPDX-License-Identifier: Apache-2.0 */
/* A report back into evidence, so that it can be judged again. */
#pragma once
#include "evidence/store.h"

enum { JSON_REPORT_MAX = 4 << 20 }; /* bytes: far more than a full store writes */

/* Reads the len bytes of a naze.report/1 object into a store that is fresh from store_init(): runs,
 * their addresses in order, and readings. What is judged (verdict, findings, next, statuses) is not
 * read but judged anew. Any bytes are welcome. Unknown keys, readings and words are passed over,
 * for within naze.report/1 things are added; a known key with a value of another type is an error.
 * What does not fit into the store is dropped and marked, as with evidence of a run.
 * 0; -EINVAL with what is wrong and where (a JSON pointer, or line and column) in the size bytes at
 * error; -ENOMEM likewise. After an error the store is of no use. */
int json_report_read(const char *text, size_t len, struct store *store, char *error, size_t size);
