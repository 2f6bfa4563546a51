/* SPDX-License-Identifier: Apache-2.0 */
/* docs/evidence.md, from the tables: what a report holds, for the people who read it. */
#pragma once
#include <stdio.h>

/* Writes the page: every object, every kind of evidence, every field. 0, or -EIO. */
int document_write(FILE *out);
