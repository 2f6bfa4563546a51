/* SPDX-License-Identifier: Apache-2.0 */
/* The judge: one pass over the tables, and the verdict read off what they say. */
#include "judge/judge.h"
#include "judge/weigh.h"

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

/* Whether a fault of that column is one that this client meets: now, or once the detour that the
 * verdict names (a line of the hosts file, a search domain) is taken away. */
static bool concerns(const struct matrix *m, const struct verdict *v, int c)
{
	const struct attempt *a = m->address[c];

	if (c == 0) {
		return true;
	}
	if (given(a) != NO) {
		return !spoken_for(m, c);
	}
	return v->row >= 0 && v->works == NO && judge_rows[v->row].type == ROW_WHOLE &&
	       judge_rows[v->row].speaks_for(a) == NO && only_dns(a) == YES;
}

static void collect(const struct matrix *m, struct verdict *v)
{
	for (int row = 0; row < N_ROWS; row++) {
		for (int c = 0; c < m->n; c++) {
			if (!matrix_is_answer(row) || m->value[row][c] != YES) {
				continue;
			}
			if (judge_rows[row].cause == v->cause) {
				v->n_addresses += c > 0 && given(m->address[c]) != NO;
			} else if (concerns(m, v, c) && v->n_findings < JUDGE_MAX_FINDINGS) {
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

		if (matrix_is_answer(row) && judge_rows[row].effect == effect &&
		    m->value[row][column] == YES &&
		    (effect != EFFECT_STOPS || matrix_speaks_for(row, m->address[c]))) {
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

/* Whether the client gets through: the address it ends on does, and each that it might end on. One
 * that is yet to come can only help. */
static enum tri works(const struct matrix *m, int c, const bool *maybe)
{
	enum tri all = c > 0 ? kids_through(m->address[c], m->k) : hopeful(m->e);
	enum tri any = either(all, c > 0 ? more_to_come(m->e) : NO);

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

static void judge_run(const struct store *store, const struct evidence *e,
                      const struct judgement *k, struct verdict *v)
{
	struct matrix m;
	bool maybe[MATRIX_COLUMNS] = { false };
	bool sure = false;
	int c = 0;

	matrix_fill(&m, e, k);
	m.truncated = store->arena.truncated;
	c = matrix_decisive(&m, maybe, &sure);
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
		v->stage = matrix_stage(&m, c);
	}
	weigh_verdict(&m, c, v);
	if (v->works == UNKNOWN || !sure) {
		(void)works(&m, c, maybe);
		(void)matrix_decisive(&m, maybe, &sure);
	}
	weigh_wants(e, v);
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
		judge_run(store, &store->runs[i], ret, &ret->runs[i]);
	}
}

int judge_n_next(void)
{
	return tables_n_next;
}

static const char *why_ruled_out(const struct lookalike *l)
{
	static const struct {
		enum cause cause;
		enum cause other;
		const char *because;
	} rows[] = {
#define RULED_OUT(cause_, other_, because_) { CAUSE_##cause_, CAUSE_##other_, because_ },
#include "judge/ruled_out.def"
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (rows[i].cause == l->cause && rows[i].other == l->other) {
			return rows[i].because;
		}
	}
	return "what was measured excludes it";
}

void judge_check(int row, struct check *ret)
{
	const struct lookalike *l = &judge_lookalikes[row];

	*ret = (struct check){ .cause = l->cause,
		               .other = l->other,
		               .where = l->where,
		               .text = l->check,
		               .command = l->command,
		               .because = why_ruled_out(l) };
}

const char *judge_row_name(int row)
{
	return judge_rows[row].name;
}

int judge_n_rows(void)
{
	return N_ROWS;
}

const char *judge_finding_words(const struct finding *finding)
{
	static const struct {
		const char *row;
		const char *text;
	} notes[] = {
#define NOTE(row, text) { #row, (text) },
#include "judge/notes.def"
	};

	for (size_t i = 0; i < sizeof(notes) / sizeof(notes[0]); i++) {
		if (strcmp(notes[i].row, judge_rows[finding->row].name) == 0) {
			return notes[i].text;
		}
	}
	return judge_causes[finding->cause].summary;
}
