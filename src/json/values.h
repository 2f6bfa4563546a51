/* SPDX-License-Identifier: Apache-2.0 */
/* A JSON object back into a struct of evidence, driven by the tables. */
#pragma once
#include "evidence/fields.h"
#include "json/place.h"

/* Reads the fields of kind from object (at the place at) into obj. Keys that no table knows are
 * passed over, and so are words that no enum has: a newer naze wrote them. What does not fit into
 * the store is absent. 0, or -EINVAL, said. */
int values_read(const struct reading *r, const struct place *at, const json_t *object,
                enum kind kind, void *obj);

/* Reads a number of seconds (at the place at) to the nearest microsecond: exact for whatever
 * out_usec() writes below 31 years. 0, or -EINVAL, said, outside of what a usec_t holds. */
int values_usec(const struct reading *r, const struct place *at, const json_t *json, usec_t *ret);
