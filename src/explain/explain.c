/* SPDX-License-Identifier: Apache-2.0 */
/* Finds pages, and ranks the causes of an error text by the best phrase of each. */
#include "explain/explain.h"

#include "explain/match.h"
#include "explain/tables.h"

#include <string.h>

const struct explain_page *explain_at(size_t i, enum explain_lang lang)
{
	const struct explain_page *page = NULL;

	if (i >= tables_n_causes) {
		return NULL;
	}
	page = &tables_pages[(size_t)lang * tables_n_causes + i];
	return page->id ? page : &tables_pages[i];
}

const struct explain_page *explain_find(const char *id, enum explain_lang lang)
{
	size_t low = 0;
	size_t high = tables_n_causes;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = strcmp(id, tables_pages[mid].id);

		if (order == 0) {
			return explain_at(mid, lang);
		}
		if (order < 0) {
			high = mid;
		} else {
			low = mid + 1;
		}
	}
	return NULL;
}

int explain_search(const char *text, size_t len, struct explain_match *ret, int max)
{
	struct match found[MATCH_MAX];
	struct words words;
	int n = 0;

	words_read(text, len, &words);
	n = match_words(&words, found);
	for (int i = 0; i < n && i < max; i++) {
		const struct explain_page *page = &tables_pages[found[i].phrase->cause];

		ret[i] = (struct explain_match){ .cause = page->id,
			                         .title = page->title,
			                         .because = tables_text + found[i].phrase->said };
	}
	return n < max ? n : max;
}
