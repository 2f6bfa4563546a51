/* SPDX-License-Identifier: Apache-2.0 */
/* What every row says of the run and of each address: the matrix that a verdict is read off. */
#pragma once
#include "judge/tables.h"

enum { MATRIX_COLUMNS = STORE_MAX_ADDRESSES + 1 };

struct matrix {
	const struct evidence *e;
	const struct judgement *k;
	bool truncated; /* the store was full: what is absent may have been seen */
	const struct attempt *address[MATRIX_COLUMNS]; /* column 0 is the run */
	int n;                                         /* columns */
	int8_t value[N_ROWS][MATRIX_COLUMNS];          /* enum tri */
};

/* Asks every row of the run e, whose child runs have their verdicts in k already, and of each of
 * its addresses. Both must outlive m. */
void matrix_fill(struct matrix *m, const struct evidence *e, const struct judgement *k);

/* Asks that row again of that column, which notes in e->reads what it misses. */
enum tri matrix_ask(const struct matrix *m, int row, int column);

/* Whether the row answers a question, and is not one. */
bool matrix_is_answer(int row);

/* Whether the answer of that row is, or may be, about that address (NULL: there is none). */
bool matrix_speaks_for(int row, const struct attempt *a);

/* Where the address of column c stopped; STAGE_NONE where it did not. */
enum stage matrix_stage(const struct matrix *m, int c);

/* The column that an ordinary client ends on: the winner of an RFC 8305 race, or else the one that
 * came furthest; 0 without an address. *ret_sure is false when missing evidence leaves others that
 * it might end on as well; those are marked in maybe (MATRIX_COLUMNS, zeroed by the caller). */
int matrix_decisive(const struct matrix *m, bool *maybe, bool *ret_sure);
