/* SPDX-License-Identifier: Apache-2.0 */
/* A case of the judge's tests as the report that naze would have saved: for the tests of screens.
 *
 * usage: ev_json CASE.ev */
#include "dump.h"
#include "json/report.h"

#include <stdio.h>
#include <stdlib.h>

enum { TEXT = 1 << 20, BLOCK = 8 << 20 };

int main(int argc, char **argv)
{
	FILE *in = argc == 2 ? fopen(argv[1], "re") : NULL;
	char *text = malloc(TEXT);
	void *block = malloc(BLOCK);
	struct store *store = block != NULL ? store_init(block, BLOCK) : NULL;
	struct judgement *k = malloc(sizeof(*k));
	struct json_report report = { .version = "0.1.0", .store = store, .judgement = k };
	int r = -1;

	if (in == NULL || text == NULL || store == NULL || k == NULL) {
		return 2;
	}
	r = dump_read(store, text, fread(text, 1, TEXT, in));
	if (r == 0) {
		judge(store, k);
		r = json_report_write(stdout, &report);
	} else {
		(void)fprintf(stderr, "%s: line %d\n", argv[1], -r);
	}
	(void)fclose(in);
	free(text);
	free(block);
	free(k);
	return r < 0 ? 1 : 0;
}
