/* SPDX-License-Identifier: Apache-2.0 */
/* What the format is, for programs: the JSON Schema, made from the tables that write it. */
#pragma once
#include "evidence/fields.h"

#include <stdio.h>

enum schema_type {
	SCHEMA_TEXT,
	SCHEMA_INT,
	SCHEMA_BOOL,
	SCHEMA_SECONDS,
	SCHEMA_TIME,
	SCHEMA_ADDRESS,
	SCHEMA_CAUSE,
	SCHEMA_NO_CAUSE, /* a cause or null */
	SCHEMA_ADDRESSES,
	SCHEMA_REF,
	SCHEMA_LIST,
	SCHEMA_WORDS,
	SCHEMA_KIND,
	SCHEMA_READINGS,
	N_SCHEMA_TYPES
};

/* A row of schema.def: an object (key NULL, type N_SCHEMA_TYPES) or one of its members. */
struct schema_row {
	const char *object; /* NULL for a member: the object is the one above it */
	const char *key;
	bool needed;
	enum schema_type type;
	const char *ref;          /* of SCHEMA_REF and SCHEMA_LIST */
	const char *const *words; /* of SCHEMA_WORDS */
	int n_words;
	enum kind kind; /* of SCHEMA_KIND */
	const char *meaning;
};

/* The rows in their order; n goes from 0. NULL past the last one. */
const struct schema_row *schema_row(int n);

/* Writes the JSON Schema (draft 2020-12) of naze.report/1. 0, or -EIO. */
int schema_write(FILE *out);
