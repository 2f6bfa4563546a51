/* SPDX-License-Identifier: Apache-2.0 */
/* For developers and tools/check-explain.py: reads error texts, one a line, and prints the causes
 * that the search finds, with what it recognised. With an id as argument it prints that page. */
#include "explain/explain.h"

#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
	char line[65536];
	struct explain_match found[5];

	if (argc > 1) {
		const struct explain_page *page = explain_find(argv[1], EXPLAIN_EN);

		return page ? fputs(page->text, stdout) < 0 : 1;
	}
	while (fgets(line, sizeof(line), stdin)) {
		int n = explain_search(line, strcspn(line, "\n"), found, 5);

		for (int i = 0; i < n; i++) {
			printf("%s%s=%s", i ? "\t" : "", found[i].cause, found[i].because);
		}
		putchar('\n');
	}
	return 0;
}
