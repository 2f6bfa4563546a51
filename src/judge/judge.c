/* SPDX-License-Identifier: Apache-2.0 */
/* The judge: one pass over the tables, and the verdict read off what they say. */
#include "judge/judge.h"
#include "evidence/fields.h"
#include "judge/tables.h"

#include <string.h>

/* Every row is asked once of the run, or once of each address, which fills a matrix of
 * NO, UNKNOWN and YES. The verdict is read off it:
 *
 *   the address    the one that an ordinary client ends on: the winner of the race, else the one
 *                  that came furthest;
 *   the cause      the first STOPS row that is YES for it or for the run; each question has one
 *                  answer, its first YES;
 *   could also be  each STOPS row above that one which is UNKNOWN (it would have won), and what no
 *                  rule can see from here (lookalikes.def);
 *   certainty      possible with a row of the first sort, likely with one of the second, else
 *                  proven;
 *   findings       the answers to the other questions and of the other addresses. A row about the
 *                  whole run speaks for the addresses it names: they have no finding of their own.
 *
 * No condition tests that something is absent, so evidence taken away turns YES and NO into
 * UNKNOWN and nothing else; a row that was YES then stands above the new winner as UNKNOWN. */

enum { COLUMNS = STORE_MAX_ADDRESSES + 1, RACE_US = 250000 };

struct matrix {
	const struct evidence *e;
	const struct judgement *k;
	const struct attempt *address[COLUMNS]; /* column 0 is the run */
	int n;
	int8_t value[N_ROWS][COLUMNS];
};

static enum tri ask(const struct matrix *m, int row, int column)
{
	const struct row *r = &judge_rows[row];

	if (r->run != NULL) {
		return column == 0 ? r->run(m->e, m->k) : NO;
	}
	return column > 0 ? r->each(m->e, m->address[column], m->k) : NO;
}

static bool is_answer(int row)
{
	return judge_rows[row].type == ROW_WHOLE || judge_rows[row].type == ROW_RULE;
}

static void fill(struct matrix *m)
{
	enum tri asked[COLUMNS] = { UNKNOWN };
	bool answered[COLUMNS] = { false };

	for (int row = 0; row < N_ROWS; row++) {
		for (int c = 0; c < m->n; c++) {
			enum tri v = ask(m, row, c);

			if (!is_answer(row)) {
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
	return is_answer(row) && judge_rows[row].effect == EFFECT_STOPS;
}

static bool speaks_for(int row, const struct attempt *a)
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

/* Where the address of column c stopped. */
static enum stage stage_of(const struct matrix *m, int c)
{
	int answer = own_answer(m, c);
	int question = -1;
	int stage = STAGE_NONE;

	for (int row = 0; row < N_ROWS && (answer < 0 || row < answer); row++) {
		if (!is_answer(row) && m->value[row][c] == YES &&
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

/* The given address that came furthest, the first of equals. */
static int furthest(const struct matrix *m)
{
	int best = 0;

	for (int c = 1; c < m->n; c++) {
		if (given(m->address[c]) != NO &&
		    (best == 0 || stage_of(m, c) > stage_of(m, best))) {
			best = c;
		}
	}
	return best;
}

/* The column that an ordinary client ends on; sure is false when missing evidence leaves others
 * that it might end on as well, which are then marked in maybe. */
static int decisive(const struct matrix *m, bool *maybe, bool *ret_sure)
{
	bool in[COLUMNS] = { false };
	int winner = -1;

	*ret_sure = !m->e->cut;
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

static void note_wants(const struct evidence *e, struct verdict *v)
{
	for (int f = 0; f < N_FIELDS; f++) {
		if (e->reads->absent[f]) {
			v->wants |= (uint64_t)1 << ev_fields[f].kind;
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
		(void)ask(m, question, column);
	}
	(void)ask(m, row, column);
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

		question = is_answer(row) ? question : row;
		if (!is_answer(row) || judge_rows[row].effect != effect ||
		    m->value[row][column] != UNKNOWN || judge_rows[row].cause == v->cause ||
		    (effect == EFFECT_STOPS && !speaks_for(row, m->address[c]))) {
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

static void weigh(const struct matrix *m, int c, struct verdict *v)
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

/* Whether a row about the whole run already speaks for that address. */
static bool spoken_for(const struct matrix *m, int c)
{
	for (int row = 0; row < N_ROWS; row++) {
		if (judge_rows[row].type == ROW_WHOLE && m->value[row][0] == YES &&
		    judge_rows[row].speaks_for(m->address[c]) == YES) {
			return true;
		}
	}
	return false;
}

static void collect(const struct matrix *m, struct verdict *v)
{
	for (int row = 0; row < N_ROWS; row++) {
		for (int c = 0; c < m->n; c++) {
			if (!is_answer(row) || m->value[row][c] != YES) {
				continue;
			}
			if (judge_rows[row].cause == v->cause) {
				v->n_addresses += c > 0 && given(m->address[c]) != NO;
			} else if ((c == 0 || (!spoken_for(m, c) && given(m->address[c]) != NO)) &&
			           v->n_findings < JUDGE_MAX_FINDINGS) {
				v->findings[v->n_findings++] = (struct finding){
					.cause = judge_rows[row].cause,
					.effect = judge_rows[row].effect,
					.row = row,
					.a = m->address[c],
				};
			}
		}
	}
}

static void pick_cause(const struct matrix *m, int c, enum effect effect, struct verdict *v)
{
	for (int row = 0; row < N_ROWS && v->row < 0; row++) {
		int column = judge_rows[row].run != NULL ? 0 : c;

		if (is_answer(row) && judge_rows[row].effect == effect &&
		    m->value[row][column] == YES &&
		    (effect != EFFECT_STOPS || speaks_for(row, m->address[c]))) {
			v->row = row;
			v->cause = judge_rows[row].cause;
		}
	}
}

/* Without an address nothing works; whether there may still be one. */
static enum tri hopeful(const struct evidence *e)
{
	return permits(all3(resolved(e), not(flawed(e)),
	                    both(not(proxy_text_flawed(e)), not(no_descriptors(e)))));
}

/* Whether the client gets through: the address it ends on does, and each that it might end on. */
static enum tri works(const struct matrix *m, int c, const bool *maybe)
{
	enum tri all = c > 0 ? kids_through(m->address[c], m->k) : hopeful(m->e);
	enum tri any = all;

	for (int i = 1; i < m->n; i++) {
		enum tri one = maybe[i] ? kids_through(m->address[i], m->k) : all;

		all = both(all, one);
		any = either(any, one);
	}
	if (maybe[c]) {
		all = both(all, NO); /* or on none of them, and then it fails */
	}
	return all == any ? all : UNKNOWN;
}

static void judge_run(const struct evidence *e, const struct judgement *k, struct verdict *v)
{
	struct matrix m = { .e = e, .k = k, .n = 1 };
	bool maybe[COLUMNS] = { false };
	bool sure = false;
	int c = 0;

	for (const struct attempt *a = e->first; a != NULL && m.n < COLUMNS; a = a->next) {
		m.address[m.n++] = a;
	}
	fill(&m);
	c = decisive(&m, maybe, &sure);
	v->e = e;
	v->a = m.address[c];
	v->row = -1;
	v->works = works(&m, c, maybe);
	if (v->works == YES) {
		pick_cause(&m, c, EFFECT_HURTS, v);
		v->status = v->cause != CAUSE_NONE ? STATUS_DEGRADED : STATUS_OK;
	} else {
		if (sure && v->works == NO) {
			pick_cause(&m, c, EFFECT_STOPS, v);
		}
		v->status = v->cause != CAUSE_NONE ? STATUS_FAILED : STATUS_UNDETERMINED;
		v->stage = stage_of(&m, c);
	}
	weigh(&m, c, v);
	if (v->works == UNKNOWN || !sure) {
		(void)works(&m, c, maybe);
		(void)decisive(&m, maybe, &sure);
	}
	note_wants(e, v);
	collect(&m, v);
}

void judge(const struct store *store, struct judgement *ret)
{
	memset(ret, 0, sizeof(*ret));
	ret->n = store->n_runs;
	for (int i = 0; i < store->n_runs; i++) {
		ret->runs[i].e = &store->runs[i];
	}
	for (int i = store->n_runs - 1; i >= 0; i--) {
		judge_run(&store->runs[i], ret, &ret->runs[i]);
	}
}

int judge_n_next(void)
{
	return tables_n_next;
}

void judge_check(int row, struct check *ret)
{
	const struct lookalike *l = &judge_lookalikes[row];

	*ret = (struct check){ .cause = l->cause,
		               .other = l->other,
		               .where = l->where,
		               .text = l->check,
		               .command = l->command };
}

const char *judge_row_name(int row)
{
	return judge_rows[row].name;
}

int judge_n_rows(void)
{
	return N_ROWS;
}
