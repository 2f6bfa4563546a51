/* SPDX-License-Identifier: Apache-2.0 */
/* naze explain. */
#include "explain/explain.h"

#include "cli/commands.h"
#include "cli/version.h"
#include "json/report.h"

#include <stdio.h>
#include <string.h>

enum { MATCHES = 5 };

/* An error text that was not quoted comes in words. */
static void join(const struct cli_args *args, struct buf *ret)
{
	for (int i = 0; i < args->n_words; i++) {
		buf_puts(ret, i > 0 ? " " : "");
		buf_puts(ret, args->words[i]);
	}
}

static void put_page(const struct explain_page *page)
{
	size_t len = strlen(page->text);

	(void)fputs(page->text, stdout);
	if (len == 0 || page->text[len - 1] != '\n') {
		(void)fputc('\n', stdout);
	}
}

static void put_matches(const struct explain_match *matches, int n, enum explain_lang lang)
{
	const struct explain_page *page = explain_find(matches[0].cause, lang);

	(void)fprintf(stdout,
	              n > 1 ? "That text may mean, best first:\n\n" : "That text means:\n\n");
	for (int i = 0; i < n; i++) {
		(void)fprintf(stdout, "  %-28s %s\n  %-28s because of \"%s\"\n", matches[i].cause,
		              matches[i].title, "", matches[i].because);
	}
	(void)fputs(n > 1 ? "\nThe first of them:\n\n" : "\n", stdout);
	if (page != NULL) {
		put_page(page);
	}
}

int cli_explain(const struct cli_args *args)
{
	enum explain_lang lang = args->lang == CLI_LANG_JA ? EXPLAIN_JA : EXPLAIN_EN;
	struct explain_match matches[MATCHES];
	struct json_match found[MATCHES];
	const struct explain_page *page = NULL;
	char memory[4096];
	struct buf text;
	int n = 0;

	buf_init(&text, memory, sizeof(memory));
	join(args, &text);
	page = explain_find(text.text, lang);
	if (page != NULL) {
		found[n++] = (struct json_match){ .cause = page->id, .title = page->title };
	} else {
		n = explain_search(text.text, text.len, matches, MATCHES);
		for (int i = 0; i < n; i++) {
			found[i] = (struct json_match){ .cause = matches[i].cause,
				                        .title = matches[i].title,
				                        .because = matches[i].because };
		}
	}
	if (args->json && !args->quiet) {
		(void)json_explain_write(stdout, CLI_VERSION, found, n);
	} else if (page != NULL && !args->quiet) {
		put_page(page);
	} else if (n > 0 && !args->quiet) {
		put_matches(matches, n, lang);
	} else if (n == 0) {
		(void)fputs("naze: no cause fits that (a list of them all: naze help causes)\n",
		            stderr);
	}
	return n > 0 ? CLI_EXIT_WORKS : CLI_EXIT_FAILED;
}
