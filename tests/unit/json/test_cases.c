/* SPDX-License-Identifier: Apache-2.0 */
/* Every case of the judge, through JSON and back: the same evidence, the same verdict.
 * usage: test_json_cases [--print] CASE.ev...      print: the report of each, to standard output */
#include "dump.h"
#include "weaker.h"
#include "json/read.h"
#include "json/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 1 << 20, TEXT = 1 << 17 };

static _Alignas(16) char block[BLOCK];
static _Alignas(16) char other[BLOCK];
static char file[TEXT];
static char before[TEXT];
static char after[TEXT];
static struct judgement full;
static struct judgement again;

/* The store as text, and its verdicts. */
static void describe(const struct store *s, struct judgement *k, char *ret)
{
	struct buf buf;

	buf_init(&buf, ret, TEXT);
	dump_write(&buf, s);
	judge(s, k);
	for (int i = 0; i < k->n; i++) {
		weaker_describe(&buf, &k->runs[i]);
		buf_putc(&buf, '\n');
	}
}

static int check(const char *name, bool print)
{
	FILE *in = fopen(name, "re");
	size_t len = in != NULL ? fread(file, 1, sizeof(file) - 1, in) : 0;
	struct store *s = store_init(block, sizeof(block));
	struct store *back = store_init(other, sizeof(other));
	struct json_report r = { .version = "0.1.0", .store = s, .judgement = &full };
	char error[200] = "";
	char *json = NULL;
	FILE *out = open_memstream(&json, &len);
	int bad = 1;

	if (in != NULL) {
		file[len] = '\0';
		(void)fclose(in);
	}
	if (in == NULL || out == NULL || dump_read(s, file, strlen(file)) < 0) {
		(void)snprintf(error, sizeof(error), "cannot be read");
	} else {
		describe(s, &full, before);
		bad = json_report_write(out, &r);
		(void)fflush(out);
		(void)(print && fputs(json, stdout));
		bad = bad < 0 ? bad : json_report_read(json, len, back, error, sizeof(error));
	}
	if (bad == 0) {
		describe(back, &again, after);
		bad = strcmp(before, after) != 0;
	}
	if (bad != 0) {
		printf("FAIL %s: %s\n%s----\n%s\n", name, error, before, after);
	}
	if (out != NULL) {
		(void)fclose(out);
	}
	free(json);
	return bad != 0;
}

int main(int argc, char **argv)
{
	bool print = argc > 1 && strcmp(argv[1], "--print") == 0;
	int failures = 0;

	for (int i = 1 + print; i < argc; i++) {
		failures += check(argv[i], print);
	}
	if (!print) {
		printf("%d cases, %d failures\n", argc - 1, failures);
	}
	return failures > 0;
}
