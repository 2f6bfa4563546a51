/* SPDX-License-Identifier: Apache-2.0 */
/* How the tables of evidence are spelt in JSON: for the writer, the reader, the schema and the
 * documentation alike. */
#pragma once
#include "base/buf.h"
#include "evidence/fields.h"

enum { KEYS_MAX = 64 };

struct keys {
	char key[KEYS_MAX]; /* of the value */
	char cut[KEYS_MAX]; /* of a list: the key that is true when more was seen than is here */
};

/* The keys of a field: its name; with _s behind it where it is a time in seconds; "type" for a
 * field that is called kind, because "kind" names the reading itself. */
void keys_of(const struct ev_field *f, struct keys *ret);

/* The only field of the items that are written as that field's bare value (addresses and words in
 * lists); NULL for all other kinds. */
const struct ev_field *keys_bare(enum kind kind);
