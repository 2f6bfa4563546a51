/* SPDX-License-Identifier: Apache-2.0 */
/* Edit distance over short words. */
#include "cli/suggest.h"

#include "cli/options.h"

#include <stddef.h>
#include <string.h>

enum { LONGEST = 32, NEAR = 2 };

static size_t least(size_t x, size_t y)
{
	return x < y ? x : y;
}

/* Insertions, deletions, replacements and swaps of neighbours (Damerau, restricted). */
static size_t distance(const char *x, size_t n, const char *y)
{
	size_t m = strlen(y);
	size_t d[LONGEST + 1][LONGEST + 1];

	if (n > LONGEST || m > LONGEST) {
		return LONGEST;
	}
	for (size_t i = 0; i <= n; i++) {
		for (size_t j = 0; j <= m; j++) {
			size_t best = 0;

			if (i == 0 || j == 0) {
				d[i][j] = i + j;
				continue;
			}
			best = d[i - 1][j - 1] + (x[i - 1] != y[j - 1]);
			best = least(best, least(d[i - 1][j], d[i][j - 1]) + 1);
			if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) {
				best = least(best, d[i - 2][j - 2] + 1);
			}
			d[i][j] = best;
		}
	}
	return d[n][m];
}

const char *suggest_word(const char *text, const char *const *words)
{
	const char *best = "";
	size_t nearest = NEAR + 1;

	for (size_t i = 0; words[i] != NULL; i++) {
		size_t d = distance(text, strlen(text), words[i]);

		if (d < nearest) {
			nearest = d;
			best = words[i];
		}
	}
	return best;
}

const char *suggest_option(const char *text)
{
	static const char *const dashed[] = {
#define OPTION(id, letter, name, argument, since, help) "--" name,
#include "cli/options.def"
	};
	const char *best = "";
	size_t len = strcspn(text, "=");
	size_t nearest = NEAR + 1;

	for (size_t i = 0; i < N_CLI_OPTIONS; i++) {
		size_t d = distance(text, len, dashed[i]);

		if (d < nearest) {
			nearest = d;
			best = dashed[i];
		}
	}
	return best;
}
