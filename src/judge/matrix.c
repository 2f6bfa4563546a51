/* SPDX-License-Identifier: Apache-2.0 */
/* Asking every row; which address decides, the one that a client ends on; where it stopped. */
#include "judge/matrix.h"

enum { RACE_US = 250000 };

enum tri matrix_ask(const struct matrix *m, int row, int column)
{
	const struct row *r = &judge_rows[row];

	if (r->run != NULL) {
		return column == 0 ? r->run(m->e, m->k) : NO;
	}
	return column > 0 ? r->each(m->e, m->address[column], m->k) : NO;
}

bool matrix_is_answer(int row)
{
	return judge_rows[row].type == ROW_WHOLE || judge_rows[row].type == ROW_RULE;
}

void matrix_fill(struct matrix *m, const struct evidence *e, const struct judgement *k)
{
	enum tri asked[MATRIX_COLUMNS] = { UNKNOWN };
	bool answered[MATRIX_COLUMNS] = { false };

	*m = (struct matrix){ .e = e, .k = k, .n = 1 };
	for (const struct attempt *a = e->first; a != NULL && m->n < MATRIX_COLUMNS; a = a->next) {
		m->address[m->n++] = a;
	}
	for (int row = 0; row < N_ROWS; row++) {
		for (int c = 0; c < m->n; c++) {
			enum tri v = matrix_ask(m, row, c);

			if (!matrix_is_answer(row)) {
				asked[c] = v;
				answered[c] = false;
				m->value[row][c] = (int8_t)v;
				continue;
			}
			v = both(asked[c], v);
			if (judge_rows[row].effect == EFFECT_STOPS && answered[c]) {
				v = NO; /* the question has its answer */
			}
			answered[c] |= v == YES;
			m->value[row][c] = (int8_t)v;
		}
	}
}

static bool stops(int row)
{
	return matrix_is_answer(row) && judge_rows[row].effect == EFFECT_STOPS;
}

bool matrix_speaks_for(int row, const struct attempt *a)
{
	return judge_rows[row].type != ROW_WHOLE || a == NULL ||
	       judge_rows[row].speaks_for(a) != NO;
}

/* The first STOPS row that is YES in column c itself. */
static int own_answer(const struct matrix *m, int c)
{
	for (int row = 0; row < N_ROWS; row++) {
		if (stops(row) && m->value[row][c] == YES) {
			return row;
		}
	}
	return -1;
}

enum stage matrix_stage(const struct matrix *m, int c)
{
	int answer = own_answer(m, c);
	int question = -1;
	int stage = STAGE_NONE;

	for (int row = 0; row < N_ROWS && (answer < 0 || row < answer); row++) {
		if (!matrix_is_answer(row) && m->value[row][c] == YES &&
		    judge_rows[row].stage != STAGE_NONE &&
		    judge_rows[row].stage != STAGE_OF_ADDRESS) {
			question = row;
			if (answer < 0) {
				break;
			}
		}
	}
	if (question >= 0) {
		stage = judge_rows[question].stage;
	}
	if (stage == STAGE_OF_CAUSE) {
		stage = (int)(answer >= 0 ? stages_layer(judge_rows[answer].cause) : STAGE_PORT);
		stage = stage == STAGE_INPUT || stage == STAGE_NAME ? STAGE_PORT : stage;
	}
	if (stage == STAGE_OF_APP) {
		stage = (int)stages_app(m->e);
	}
	return (enum stage)stage;
}

/* The first of the chosen columns to connect in an RFC 8305 race; -1 where none is chosen. */
static int race(const struct matrix *m, const bool *chosen)
{
	usec_t start = 0;
	usec_t best = 0;
	int winner = -1;

	for (int c = 1; c < m->n; c++) {
		const struct ev_tcp *tcp = m->address[c]->tcp;
		usec_t end = start + (tcp != NULL && tcp->has.took ? tcp->took : 0);

		if (given(m->address[c]) == NO) {
			continue;
		}
		if (chosen[c] && (winner < 0 || end < best)) {
			winner = c;
			best = end;
		}
		start += RACE_US;
		if (end < start && tcp != NULL && tcp->has.end && tcp->end == TCP_ERROR) {
			start = end;
		}
	}
	return winner;
}

/* How far the connection to address c came. One of a family in which this host has no address is
 * not even a try. */
static int way(const struct matrix *m, int c)
{
	return 2 * (int)matrix_stage(m, c) + (no_address_like(m->address[c]) == YES ? 0 : 1);
}

/* The given address that came furthest, the first of equals. */
static int furthest(const struct matrix *m)
{
	int best = 0;

	for (int c = 1; c < m->n; c++) {
		if (given(m->address[c]) != NO && (best == 0 || way(m, c) > way(m, best))) {
			best = c;
		}
	}
	return best;
}

int matrix_decisive(const struct matrix *m, bool *maybe, bool *ret_sure)
{
	bool in[MATRIX_COLUMNS] = { false };
	int winner = -1;

	*ret_sure = !m->e->cut && !m->truncated;
	for (int c = 1; c < m->n; c++) {
		enum tri may_end_here = both(given(m->address[c]), kids_in(m->address[c], m->k));

		in[c] = may_end_here == YES;
		maybe[c] = may_end_here == UNKNOWN;
		*ret_sure = *ret_sure && !maybe[c];
	}
	winner = race(m, in);
	if (winner < 0) {
		winner = race(m, maybe);
	}
	return winner > 0 ? winner : furthest(m);
}
