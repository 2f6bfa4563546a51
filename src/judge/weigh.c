/* SPDX-License-Identifier: Apache-2.0 */
/* Weighing: the rows above the winner that are open, look-alikes, and what was not to be seen. */
#include "judge/weigh.h"
#include "evidence/fields.h"

#include <string.h>

/* What the undecided conditions asked for in vain and says why it is not there. */
static void note_blind(const struct matrix *m, struct verdict *v)
{
	for (int f = 0; f < N_FIELDS; f++) {
		enum kind kind = ev_fields[f].kind;

		for (int c = 0; c < m->n && m->e->reads->absent[f]; c++) {
			bool each = ev_kinds[kind].scope == SCOPE_PER_ADDRESS;
			const void *scope = c == 0 ? (const void *)m->e : m->address[c];
			const struct ev_head *head = NULL;

			if (each != (c > 0) || v->n_blind == JUDGE_MAX_BLIND ||
			    (v->n_blind > 0 && v->blind[v->n_blind - 1].kind == kind)) {
				continue;
			}
			memcpy(&head, (const char *)scope + ev_kinds[kind].slot, sizeof(void *));
			if (head != NULL && head->skip != SKIP_NONE) {
				v->blind[v->n_blind++] =
					(struct blind){ .kind = kind, .skip = head->skip };
			}
		}
	}
}

void weigh_wants(const struct evidence *e, struct verdict *v)
{
	for (int f = 0; f < N_FIELDS; f++) {
		if (e->reads->absent[f]) {
			v->wants |= ev_kind_bit(ev_fields[f].kind);
		}
	}
}

static void add_also(struct also *list, int *n, enum cause cause, int lookalike)
{
	for (int i = 0; i < *n; i++) {
		if (list[i].cause == cause) {
			return;
		}
	}
	if (*n < JUDGE_MAX_ALSO) {
		list[*n] = (struct also){ .cause = cause, .lookalike = lookalike };
		(*n)++;
	}
}

/* Asks an undecided row and its question again, noting what it misses: true when some of that was
 * looked for, so that the answer is open. A kind that is not there at all was not called for: the
 * engine leaves a struct with the reason behind for every probe that it wanted. */
static bool open_answer(const struct matrix *m, int question, int row, int column)
{
	struct reads *reads = m->e->reads;
	struct reads before = *reads;
	bool open = false;
	bool missing = false;

	memset(reads, 0, sizeof(*reads));
	if (m->value[question][column] != YES) {
		(void)matrix_ask(m, question, column);
	}
	(void)matrix_ask(m, row, column);
	for (int f = 0; f < N_FIELDS; f++) {
		const struct ev_kind *kind = &ev_kinds[ev_fields[f].kind];

		missing |= reads->absent[f];
		for (int c = 0; c < m->n && reads->absent[f]; c++) {
			const void *scope = c == 0 ? (const void *)m->e : m->address[c];
			const void *head = NULL;

			if ((kind->scope == SCOPE_PER_ADDRESS) == (c > 0) &&
			    (c == 0 || column == 0 || c == column)) {
				memcpy(&head, (const char *)scope + kind->slot, sizeof(head));
				open |= head != NULL;
			}
		}
		reads->absent[f] |= before.absent[f];
	}
	return open || !missing; /* all was there and proved nothing */
}

/* The rows above the winner that are open, in column c or for the run. */
static bool undecided(const struct matrix *m, int c, struct verdict *v)
{
	enum effect effect = v->works == YES ? EFFECT_HURTS : EFFECT_STOPS;
	bool found = false;
	int question = 0;

	for (int row = 0; row < N_ROWS && (v->row < 0 || row < v->row); row++) {
		int column = judge_rows[row].run != NULL ? 0 : c;

		question = matrix_is_answer(row) ? question : row;
		if (!matrix_is_answer(row) || judge_rows[row].effect != effect ||
		    m->value[row][column] != UNKNOWN || judge_rows[row].cause == v->cause ||
		    (effect == EFFECT_STOPS && !matrix_speaks_for(row, m->address[c]))) {
			continue;
		}
		if (open_answer(m, question, row, column) && effect == EFFECT_STOPS &&
		    (v->cause != CAUSE_NONE || m->value[question][column] == YES)) {
			add_also(v->also, &v->n_also, judge_rows[row].cause, -1);
			found = true;
		}
	}
	return found;
}

void weigh_verdict(const struct matrix *m, int c, struct verdict *v)
{
	memset(m->e->reads, 0, sizeof(*m->e->reads));
	v->certainty = undecided(m, c, v) ? CERTAINTY_POSSIBLE : CERTAINTY_PROVEN;
	if (v->cause == CAUSE_NONE) {
		v->certainty = CERTAINTY_NONE;
	}
	for (int i = 0; v->cause != CAUSE_NONE && i < N_LOOKALIKES; i++) {
		const struct lookalike *l = &judge_lookalikes[i];
		enum tri excluded = NO;

		if (l->cause != v->cause) {
			continue;
		}
		excluded = l->excluded(m->e, m->address[c]);
		if (excluded == YES) {
			add_also(v->ruled_out, &v->n_ruled_out, l->other, i);
			continue;
		}
		add_also(v->also, &v->n_also, l->other, i);
		if (excluded == UNKNOWN) {
			v->certainty = CERTAINTY_POSSIBLE;
		} else if (v->certainty == CERTAINTY_PROVEN) {
			v->certainty = CERTAINTY_LIKELY;
		}
	}
	if (v->status != STATUS_OK && v->certainty != CERTAINTY_PROVEN) {
		note_blind(m, v);
	}
}
