/* SPDX-License-Identifier: Apache-2.0 */
/* The readings of a run and of its addresses as JSON objects, driven by the tables. */
#pragma once
#include "evidence/fields.h"
#include "json/out.h"

/* Writes the fields that were measured, and why a reading was not made, as members of the object
 * that is open in o. obj is a struct of that kind. */
void readings_fields(struct out *o, enum kind kind, const void *obj);

/* Writes every reading of the run e that belongs to that stage as an object of the array that is
 * open in o: "kind", then "address" for those of one address, then the fields. */
void readings_stage(struct out *o, const struct evidence *e, enum stage stage);

/* Whether there is any. */
bool readings_any(const struct evidence *e, enum stage stage);

/* The struct of that kind in a run or an address (scope, as the kind says), NULL without one. */
const void *readings_find(const void *scope, enum kind kind);
