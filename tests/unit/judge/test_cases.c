/* SPDX-License-Identifier: Apache-2.0 */
/* Every case of tests/cases: the expected verdict; the same after writing and reading; never
 * another cause when something is taken away; never a crash when the arena is small; every row of
 * the rules fires somewhere.
 * usage: test_cases [--pairs | --show | --fast] CASE... */
#include "dump.h"
#include "judge/tables.h"
#include "judge/words.h"
#include "weaker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 1 << 19, TEXT = 1 << 16 };

static _Alignas(16) char block[BLOCK];
static char file[TEXT];
static const char *case_name;
static int failures;
static bool fired[N_ROWS];
static bool looked[N_LOOKALIKES];
static struct judgement first;
static struct judgement less;

static void fail(const char *what, const char *got)
{
	printf("FAIL %s: %s\n  %s\n", case_name, what, got);
	failures++;
}

static struct store *load(const char *text, size_t size)
{
	struct store *s = store_init(block, size);
	int r = s != NULL ? dump_read(s, text, strlen(text)) : 0;

	if (r < 0) {
		char line[32];

		snprintf(line, sizeof(line), "line %d", -r);
		fail("does not parse", line);
		exit(1);
	}
	return s;
}

static void list(struct buf *b, int i, const char *name)
{
	buf_puts(b, i == 0 ? name : ",");
}

/* A verdict as one line, in the form that a case expects it. */
static void describe(const struct verdict *v, struct buf *b)
{
	buf_puts(b, "status=");
	buf_puts(b, judge_status_words[v->status]);
	if (v->cause != CAUSE_NONE) {
		buf_puts(b, " cause=");
		buf_puts(b, judge_causes[v->cause].id);
		buf_puts(b, " certainty=");
		buf_puts(b, judge_certainty_words[v->certainty]);
	}
	if (v->status == STATUS_FAILED) {
		buf_puts(b, " stage=");
		buf_puts(b, ev_stage_words[v->stage]);
	}
	for (int i = 0; i < v->n_also; i++) {
		list(b, i, " also=");
		buf_puts(b, judge_causes[v->also[i].cause].id);
	}
	for (int i = 0; i < v->n_findings; i++) {
		list(b, i, " findings=");
		buf_puts(b, judge_causes[v->findings[i].cause].id);
		if (v->findings[i].a != NULL) {
			buf_putc(b, '@');
			addr_format(b, &v->findings[i].a->addr);
		}
	}
	for (int i = 0; i < v->n_blind; i++) {
		list(b, i, " blind=");
		buf_puts(b, ev_kinds[v->blind[i].kind].name);
	}
	if (v->n_addresses > 1) {
		buf_puts(b, " addresses=");
		buf_int(b, v->n_addresses);
	}
}

/* Each part of want (ends at a newline) stands in got; also= and findings= may be left out of
 * want, "=any" fits everything. */
static bool same_verdict(const char *line, const char *got)
{
	char want[1024];
	char have[1026];
	char *w = want;

	snprintf(want, sizeof(want), "%.*s", (int)strcspn(line, "\n"), line);
	snprintf(have, sizeof(have), " %s ", got);
	for (char *part = strsep(&w, " "); part != NULL; part = strsep(&w, " ")) {
		char needle[1026];

		if (part[0] == '\0' || strstr(part, "=any") != NULL) {
			continue;
		}
		snprintf(needle, sizeof(needle), " %s ", part);
		if (strstr(have, needle) == NULL) {
			return false;
		}
	}
	return true;
}

static void check_expected(void)
{
	bool some = false;

	for (const char *p = file; p != NULL; p = strchr(p, '\n')) {
		int run = 0;
		char text[1024];
		struct buf got;

		p += *p == '\n';
		if (strncmp(p, "expect ", 7) != 0) {
			continue;
		}
		p += 7;
		some = true;
		if (strncmp(p, "run=", 4) == 0) {
			run = p[4] - '0';
			p = strchr(p, ' ') + 1;
		}
		buf_init(&got, text, sizeof(text));
		describe(&first.runs[run], &got);
		if (!same_verdict(p, text)) {
			printf("  want %.*s\n", (int)strcspn(p, "\n"), p);
			fail("another verdict", text);
		}
	}
	if (!some) {
		fail("expects nothing", "");
	}
}

static void compare(const char *what)
{
	char text[2048];
	struct buf buf;
	const char *why = weaker_fault(&first.runs[0], &less.runs[0]);

	if (why == NULL) {
		return;
	}
	/* the blocks that the two point to are alike: read it again for the addresses */
	buf_init(&buf, text, sizeof(text));
	buf_puts(&buf, why);
	buf_puts(&buf, ": ");
	weaker_describe(&buf, &first.runs[0]);
	buf_puts(&buf, "  ->  ");
	weaker_describe(&buf, &less.runs[0]);
	fail(what, text);
}

static void check_removals(bool pairs)
{
	for (int i = 0;; i++) {
		for (int j = pairs ? 0 : -1;; j++) {
			const char *one[2];
			const char *two[2] = { "", "" };
			char what[160];
			struct store *s = load(file, BLOCK);

			if (!weaker_without_field(s, i, one)) {
				return;
			}
			if (j >= 0 && !weaker_without_field(s, j, two)) {
				break;
			}
			judge(s, &less);
			snprintf(what, sizeof(what), "without %s.%s %s.%s", one[0], one[1], two[0],
			         two[1]);
			compare(what);
			if (j < 0) {
				break;
			}
		}
	}
}

/* Each reading taken away whole, as if its probe were still under way. */
static void check_readings(void)
{
	const char *name = NULL;

	for (int i = 0;; i++) {
		struct store *s = load(file, BLOCK);

		if (!weaker_without_reading(s, i, &name)) {
			return;
		}
		judge(s, &less);
		compare(name);
	}
}

static bool same(const struct verdict *x, const struct verdict *y)
{
	return x->status == y->status && x->cause == y->cause && x->certainty == y->certainty;
}

/* A reading of that run that is not there at all: where that changes the verdict, the smaller
 * verdict must say that it wants that kind. */
static void check_wanted(int r, int c, enum kind kind)
{
	struct store *s = load(file, BLOCK);
	void *scope = &s->runs[r];
	struct attempt *a = s->runs[r].first;
	void *none = NULL;

	for (int i = 1; i < c && a != NULL; i++) {
		a = a->next;
	}
	scope = c == 0 ? scope : a;
	if (scope == NULL ||
	    memcmp((char *)scope + ev_kinds[kind].slot, &none, sizeof(none)) == 0) {
		return;
	}
	memset((char *)scope + ev_kinds[kind].slot, 0, sizeof(void *));
	judge(s, &less);
	if (!same(&less.runs[r], &first.runs[r]) && (less.runs[r].wants & ev_kind_bit(kind)) == 0) {
		char text[1024];
		struct buf buf;

		buf_init(&buf, text, sizeof(text));
		buf_puts(&buf, ev_kinds[kind].name);
		buf_puts(&buf, ": ");
		weaker_describe(&buf, &less.runs[r]);
		fail("does not say it wants", text);
	}
}

/* Kinds that no probe brings: they are what was asked, or there from the start. */
static bool comes_later(enum kind kind)
{
	return kind != KIND_proxy && kind != KIND_proxy_env && kind != KIND_input &&
	       kind != KIND_setting && kind != KIND_from && kind != KIND_descriptors;
}

static void check_wants(void)
{
	for (int r = 0; r < first.n; r++) {
		for (int c = 0; c <= STORE_MAX_ADDRESSES; c++) {
			for (int kind = 0; kind < N_KINDS; kind++) {
				bool each = ev_kinds[kind].scope == SCOPE_PER_ADDRESS;

				if (ev_kinds[kind].scope != SCOPE_ITEM && each == (c > 0) &&
				    comes_later((enum kind)kind)) {
					check_wanted(r, c, (enum kind)kind);
				}
			}
		}
	}
}

static void check_round_trip(const struct store *s)
{
	static char once[TEXT];
	static char twice[TEXT];
	char text_a[1024];
	char text_b[1024];
	struct store *again = NULL;
	struct buf buf;

	buf_init(&buf, once, sizeof(once));
	dump_write(&buf, s);
	buf_init(&buf, text_a, sizeof(text_a));
	describe(&first.runs[0], &buf);
	again = load(once, BLOCK);
	judge(again, &less);
	buf_init(&buf, twice, sizeof(twice));
	dump_write(&buf, again);
	buf_init(&buf, text_b, sizeof(text_b));
	describe(&less.runs[0], &buf);
	if (strcmp(once, twice) != 0) {
		fail("written twice, two texts", once);
	}
	if (strcmp(text_a, text_b) != 0) {
		fail("another verdict after reading it back", text_b);
	}
}

static void check_small_arenas(void)
{
	for (size_t size = sizeof(struct store); size < BLOCK; size += 104) {
		char what[64];
		struct store *s = load(file, size);

		if (s == NULL || s->n_runs == 0) {
			continue;
		}
		judge(s, &less);
		snprintf(what, sizeof(what), "in %zu bytes", size);
		if (!s->arena.truncated) {
			return;
		}
		compare(what);
	}
}

/* No argument of the summary is missing outside of its brackets. */
static void check_words(bool show)
{
	char text[2048];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	judge_words_summary(&buf, &first, &first.runs[0]);
	if (strchr(text, '?') != NULL && first.runs[0].cause != CAUSE_NONE &&
	    strchr(judge_causes[first.runs[0].cause].summary, '?') == NULL) {
		fail("a summary with holes", text);
	}
	if (show) {
		printf("%-34s %s\n%34s ", case_name, text, "");
		buf_init(&buf, text, sizeof(text));
		describe(&first.runs[0], &buf);
		printf("%s\n", text);
	}
}

static void one_case(const char *path, const char *mode)
{
	FILE *f = fopen(path, "re");
	size_t n = f != NULL ? fread(file, 1, sizeof(file) - 1, f) : 0;
	struct store *s = NULL;

	file[n] = '\0';
	if (f != NULL) {
		fclose(f);
	}
	case_name = strrchr(path, '/') != NULL ? strrchr(path, '/') + 1 : path;
	s = load(file, BLOCK);
	judge(s, &first);
	for (int r = 0; r < first.n; r++) {
		const struct verdict *v = &first.runs[r];

		if (v->row >= 0) {
			fired[v->row] = true;
		}
		for (int i = 0; i < v->n_findings; i++) {
			fired[v->findings[i].row] = true;
		}
		for (int i = 0; i < v->n_also; i++) {
			if (v->also[i].lookalike >= 0) {
				looked[v->also[i].lookalike] = true;
			}
		}
	}
	check_expected();
	check_words(strcmp(mode, "--show") == 0);
	check_round_trip(s);
	if (strcmp(mode, "--fast") == 0) {
		return;
	}
	check_small_arenas();
	check_readings();
	check_wants();
	check_removals(strcmp(mode, "--pairs") == 0);
}

int main(int argc, char **argv)
{
	const char *mode = argc > 1 && argv[1][0] == '-' ? argv[1] : "";

	for (int i = mode[0] != '\0' ? 2 : 1; i < argc; i++) {
		one_case(argv[i], mode);
	}
	for (int row = 0; row < N_ROWS; row++) {
		if (!fired[row] && judge_rows[row].cause != CAUSE_NONE) {
			printf("FAIL no case for row %s\n", judge_row_name(row));
			failures++;
		}
	}
	for (int i = 0; i < N_LOOKALIKES; i++) {
		if (!looked[i]) {
			printf("FAIL no case for look-alike %s, %s\n",
			       judge_causes[judge_lookalikes[i].cause].id,
			       judge_causes[judge_lookalikes[i].other].id);
			failures++;
		}
	}
	printf("%d cases, %d failures\n", argc - 1 - (mode[0] != '\0'), failures);
	return failures > 0;
}
