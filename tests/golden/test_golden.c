/* SPDX-License-Identifier: Apache-2.0 */
/* Every report of this folder, read and judged again: the same verdict and the same text; and with
 * less evidence, or less memory, never a bolder verdict.
 *
 * usage: test_golden [--pairs] FILE.json...     check them
 *        test_golden --rewrite FILE.json        print what a replay of it writes
 *        test_golden --update FILE.json...      replace them by that where only words have
 *                                               changed: never the status or the cause */
#include "base/cleanup.h"
#include "weaker.h"
#include "json/read.h"
#include "json/report.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 4 << 20, ARENA_STEP = 192, MAX_SHOWN = 5 };

struct golden {
	const char *name;
	char *text;
	size_t len;
	char version[32];
	char *block; /* BLOCK bytes */
	char *kept;  /* of them those that were used, to put them back */
	size_t used;
	struct store *store;
	struct judgement judgement;
	int failures;
	long smaller; /* judged on less */
};

static void fail(struct golden *g, const char *what, const char *more)
{
	if (g->failures++ < MAX_SHOWN) {
		printf("FAIL %s: %s: %s\n", g->name, what, more);
	}
}

static char *slurp(const char *path, size_t *ret_len)
{
	FILE *f = fopen(path, "re");
	char *text = NULL;
	long len = -1;

	if (f == NULL) {
		return NULL;
	}
	if (fseek(f, 0, SEEK_END) == 0) {
		len = ftell(f);
	}
	rewind(f);
	text = len >= 0 ? malloc((size_t)len + 1) : NULL;
	if (text != NULL && fread(text, 1, (size_t)len, f) == (size_t)len) {
		text[len] = '\0';
		*ret_len = (size_t)len;
	} else {
		free(text);
		text = NULL;
	}
	(void)fclose(f);
	return text;
}

/* The version that wrote the file, so that a release does not change every golden file. */
static void find_version(struct golden *g)
{
	json_t *json = json_loadb(g->text, g->len, 0, NULL);
	const char *version =
		json_string_value(json_object_get(json_object_get(json, "naze"), "version"));

	(void)snprintf(g->version, sizeof(g->version), "%s", version != NULL ? version : "0");
	json_decref(json);
}

static bool load(struct golden *g, size_t size)
{
	char error[256] = "";

	g->store = store_init(g->block, size);
	if (g->store == NULL) {
		return false;
	}
	if (json_report_read(g->text, g->len, g->store, error, sizeof(error)) < 0) {
		fail(g, "cannot be read", error);
		return false;
	}
	return true;
}

static char *written(const struct golden *g, const struct judgement *k, size_t *ret_len)
{
	struct json_report r = { .version = g->version, .store = g->store, .judgement = k };
	char *text = NULL;
	FILE *f = open_memstream(&text, ret_len);

	if (f != NULL) {
		(void)json_report_write(f, &r);
		(void)fclose(f);
	}
	return text;
}

/* The first line in which they differ, theirs and ours. */
static void show_difference(struct golden *g, const char *want, const char *got)
{
	const char *w = want;
	const char *h = got;
	char line[800];

	while (*w != '\0' && strcspn(w, "\n") == strcspn(h, "\n") &&
	       memcmp(w, h, strcspn(w, "\n")) == 0) {
		w += strcspn(w, "\n") + (w[strcspn(w, "\n")] == '\n');
		h += strcspn(h, "\n") + (h[strcspn(h, "\n")] == '\n');
	}
	(void)snprintf(line, sizeof(line), "\n  file   %.*s\n  replay %.*s",
	               (int)(strcspn(w, "\n") < 380 ? strcspn(w, "\n") : 380), w,
	               (int)(strcspn(h, "\n") < 380 ? strcspn(h, "\n") : 380), h);
	fail(g, "a replay writes something else", line);
}

static void check_text(struct golden *g)
{
	size_t len = 0;
	auto_free char *text = written(g, &g->judgement, &len);

	if (text == NULL || len != g->len || memcmp(text, g->text, len) != 0) {
		show_difference(g, g->text, text != NULL ? text : "");
	}
}

static void compare(struct golden *g, const char *what)
{
	struct judgement less;
	char text[2048];
	struct buf buf;
	const char *why = NULL;

	judge(g->store, &less);
	g->smaller++;
	why = less.n > 0 ? weaker_fault(&g->judgement.runs[0], &less.runs[0]) : NULL;
	if (why == NULL) {
		return;
	}
	buf_init(&buf, text, sizeof(text));
	buf_puts(&buf, why);
	buf_puts(&buf, "\n  full  ");
	weaker_describe(&buf, &g->judgement.runs[0]);
	buf_puts(&buf, "\n  less  ");
	weaker_describe(&buf, &less.runs[0]);
	fail(g, what, text);
}

static void put_back(struct golden *g)
{
	memcpy(g->block, g->kept, g->used);
}

static void check_removals(struct golden *g, bool pairs)
{
	const char *name[2] = { "", "" };
	const char *second[2] = { "", "" };
	char what[160];

	for (int i = 0; weaker_without_reading(g->store, i, name); i++) {
		(void)snprintf(what, sizeof(what), "without %s", name[0]);
		compare(g, what);
		put_back(g);
	}
	for (int i = 0; weaker_without_field(g->store, i, name); i++) {
		(void)snprintf(what, sizeof(what), "without %s.%s", name[0], name[1]);
		compare(g, what);
		for (int j = i; pairs; j++) {
			put_back(g);
			(void)weaker_without_field(g->store, i, name);
			if (!weaker_without_field(g->store, j, second)) {
				break;
			}
			(void)snprintf(what, sizeof(what), "without %s.%s and %s.%s", name[0],
			               name[1], second[0], second[1]);
			compare(g, what);
		}
		put_back(g);
	}
}

static void check_small_arenas(struct golden *g)
{
	for (size_t size = sizeof(struct store); size < g->used; size += ARENA_STEP) {
		char what[64];

		(void)snprintf(what, sizeof(what), "in %zu bytes", size);
		if (load(g, size)) {
			compare(g, what);
		}
	}
}

static int check(struct golden *g, bool pairs)
{
	if (!load(g, BLOCK)) {
		return g->failures;
	}
	judge(g->store, &g->judgement);
	check_text(g);
	g->used = (size_t)((char *)g->store->arena.base - g->block) + g->store->arena.used;
	memcpy(g->kept, g->block, g->used);
	check_removals(g, pairs);
	check_small_arenas(g);
	if (g->failures > MAX_SHOWN) {
		printf("FAIL %s: %d more\n", g->name, g->failures - MAX_SHOWN);
	}
	return g->failures;
}

/* Whether the file names the same status and cause as the replay. */
static bool same_verdict(const struct golden *g)
{
	const struct verdict *v = &g->judgement.runs[0];
	json_t *json = json_loadb(g->text, g->len, 0, NULL);
	const json_t *verdict = json_object_get(json, "verdict");
	const char *status = json_string_value(json_object_get(verdict, "status"));
	const char *cause = json_string_value(json_object_get(verdict, "cause"));
	const char *ours = v->cause != CAUSE_NONE ? judge_causes[v->cause].id : NULL;
	bool same = status != NULL && strcmp(status, judge_status_words[v->status]) == 0 &&
	            (cause == NULL) == (ours == NULL) &&
	            (cause == NULL || strcmp(cause, ours) == 0);

	json_decref(json);
	return same;
}

static int rewrite(struct golden *g, bool update)
{
	size_t len = 0;
	auto_free char *text = NULL;
	FILE *f = NULL;
	bool bad = false;

	if (!load(g, BLOCK)) {
		return 1;
	}
	judge(g->store, &g->judgement);
	text = written(g, &g->judgement, &len);
	if (update && !same_verdict(g)) {
		fail(g, "another verdict now", "it stays as it is");
		return 1;
	}
	f = update ? fopen(g->name, "we") : stdout;
	bad = text == NULL || f == NULL || fwrite(text, 1, len, f) != len;
	bad |= update && f != NULL && fclose(f) != 0;
	return bad;
}

int main(int argc, char **argv)
{
	bool pairs = argc > 1 && strcmp(argv[1], "--pairs") == 0;
	bool print = argc > 1 && strcmp(argv[1], "--rewrite") == 0;
	bool update = argc > 1 && strcmp(argv[1], "--update") == 0;
	auto_free char *block = malloc(BLOCK);
	auto_free char *kept = malloc(BLOCK);
	int failures = block == NULL || kept == NULL;
	long smaller = 0;
	int n = 0;

	for (int i = 1 + (pairs || print || update); i < argc && failures < 50; i++, n++) {
		struct golden g = { .name = argv[i], .block = block, .kept = kept };
		auto_free char *text = slurp(argv[i], &g.len);

		g.text = text;
		if (text == NULL) {
			fail(&g, "cannot be opened", "");
		} else {
			find_version(&g);
			failures += print || update ? rewrite(&g, update) : check(&g, pairs);
		}
		failures += text == NULL;
		smaller += g.smaller;
	}
	if (!print) {
		printf("%d golden files, %ld times judged on less, %d failures\n", n, smaller,
		       failures);
	}
	return failures > 0 ? 1 : 0;
}
