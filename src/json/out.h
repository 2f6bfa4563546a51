/* SPDX-License-Identifier: Apache-2.0 */
/* JSON written straight to a stream (RFC 8259). There is no tree to build and nothing to run out
 * of: a report must come out whole where memory is short, too. */
#pragma once
#include "base/addr.h"
#include "base/time.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* Whether a container takes a line for each member, or stands in one line with all it holds. */
enum out_style { OUT_BLOCK, OUT_LINE };

struct out {
	FILE *file;
	int depth;
	int line_depth; /* the depth of the container that keeps to one line; 0: none does */
	bool first;     /* the innermost container has no member yet */
};

/* Starts writing to file; one_line puts everything in one line. */
void out_init(struct out *o, FILE *file, bool one_line);

/* Ends the document with a newline. 0, or -EIO when the stream had an error. */
int out_end(struct out *o);

/* Opens and closes an object or an array. key is NULL inside an array and at the top. */
void out_object(struct out *o, const char *key, enum out_style style);
void out_object_end(struct out *o);
void out_array(struct out *o, const char *key, enum out_style style);
void out_array_end(struct out *o);

/* Values. A text is cleaned (base/clean.h) on its way: whatever is in it, the output is valid
 * UTF-8. A time is written in seconds, with as many decimals as it has. */
void out_null(struct out *o, const char *key);
void out_bool(struct out *o, const char *key, bool value);
void out_int(struct out *o, const char *key, int64_t value);
void out_usec(struct out *o, const char *key, usec_t value);
void out_text(struct out *o, const char *key, const char *text);
void out_addr(struct out *o, const char *key, const struct addr *addr);
