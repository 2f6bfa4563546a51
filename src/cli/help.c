/* SPDX-License-Identifier: Apache-2.0 */
/* naze help, --help, and the few lines that stand for a missing target. */
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/suggest.h"
#include "evidence/fields.h"
#include "explain/explain.h"
#include "judge/judge.h"
#include "probe/probes.h"
#include "protocol/protocols.h"
#include "target/target.h"

#include <stdio.h>
#include <string.h>

static const char synopsis[] =
	"usage: naze [OPTIONS] TARGET            why can't I connect to it?\n"
	"       naze report FILE.json            the report for the person who can fix it\n"
	"       naze replay FILE.json            judge saved evidence again\n"
	"       naze explain CAUSE | 'ERROR TEXT'\n"
	"       naze help [TOPIC]\n";

static const struct topic {
	const char *name;
	const char *line;
	const char *text;
} topics[] = {
#define TOPIC(name, line, text) { name, line, text },
#include "cli/topics.def"
};

enum { N_TOPICS = sizeof(topics) / sizeof(topics[0]) };

void cli_help_short(void)
{
	(void)fputs(synopsis, stderr);
	(void)fputs(
		"as in: naze https://www.example.com/   naze db.example.com:5432   (naze --help)\n",
		stderr);
}

static void put_options(void)
{
	for (int i = 0; i < N_CLI_OPTIONS; i++) {
		const struct cli_option_info *o = &cli_options[i];
		char memory[80];
		struct buf b;

		if (o->later) {
			continue;
		}
		buf_init(&b, memory, sizeof(memory));
		if (o->letter != '\0') {
			buf_putc(&b, '-');
			buf_putc(&b, o->letter);
			buf_puts(&b, ", --");
		} else {
			buf_puts(&b, "    --");
		}
		buf_puts(&b, o->name);
		buf_puts(&b, o->argument != NULL ? " " : "");
		buf_puts(&b, o->argument != NULL ? o->argument : "");
		(void)fprintf(stdout, "  %-32s %s\n", b.text, o->help);
	}
}

int cli_help_usage(void)
{
	(void)fputs(synopsis, stdout);
	(void)fputs("\nTARGET is a URL, host:port, [v6]:port, unix:/path or host (https).\n"
	            "'naze -- check' makes the word \"check\" a target.\n\nOptions:\n",
	            stdout);
	put_options();
	(void)fputs("\nTopics (naze help TOPIC):\n", stdout);
	for (int i = 0; i < N_TOPICS; i++) {
		(void)fprintf(stdout, "  %-12s %s\n", topics[i].name, topics[i].line);
	}
	(void)fputs(
		"\nExit codes: 0 works, 1 fails and the cause is named, 2 wrong command line,\n"
		"            3 fails and the cause is not clear, 4 naze failed, 130 interrupted\n",
		stdout);
	return CLI_EXIT_WORKS;
}

static void put_schemes(void)
{
	for (int i = 0; i < N_SCHEMES; i++) {
		(void)fprintf(stdout, "%s%s", i % 10 == 0 ? "\n  " : " ", target_schemes[i].name);
	}
	(void)fputc('\n', stdout);
}

/* What stands at column at of a list; words that do not fit within 100 go below it. */
static void put_wrapped(int at, const char *text)
{
	size_t room = (size_t)(100 - at);

	while (strlen(text) > room) {
		size_t n = room;

		while (n > 0 && text[n] != ' ') {
			n--;
		}
		if (n == 0) {
			break; /* one long word */
		}
		(void)fprintf(stdout, "%.*s\n%*s", (int)n, text, at, "");
		text += n + 1;
	}
	(void)fprintf(stdout, "%s\n", text);
}

static bool is_judged(const char *id)
{
	for (int i = 0; i < N_CAUSES; i++) {
		if (judge_causes[i].id != NULL && strcmp(judge_causes[i].id, id) == 0) {
			return true;
		}
	}
	return false;
}

static void put_pages(bool judged)
{
	const struct explain_page *page = NULL;

	for (size_t i = 0; (page = explain_at(i, EXPLAIN_EN)) != NULL; i++) {
		if (is_judged(page->id) == judged) {
			(void)fprintf(stdout, "  %-30s ", page->id);
			put_wrapped(33, page->title);
		}
	}
}

static void put_causes(void)
{
	(void)fputs("A diagnosis can name these; naze explain ID says more:\n", stdout);
	put_pages(true);
	(void)fputs("\nWhat this version does not look at yet, but naze explain describes:\n",
	            stdout);
	put_pages(false);
}

static void put_probes(void)
{
	static const struct probe *const probes[] = {
#define PROBE(name) &probe_##name,
#include "probe/probes.def"
#define STREAM_PROBE(name) &probe_##name,
#include "protocol/protocols.def"
	};

	(void)fputs("The probes, each of which observes one thing:\n", stdout);
	for (size_t i = 0; i < sizeof(probes) / sizeof(probes[0]); i++) {
		(void)fprintf(stdout, "  %-14s ", probes[i]->name);
		put_wrapped(17, probes[i]->summary);
	}
	(void)fputs("\nWhat they write down (naze -v, --json), by stage:\n", stdout);
	for (int i = 0; i < N_KINDS; i++) {
		if (ev_kinds[i].scope != SCOPE_ITEM) {
			(void)fprintf(stdout, "  %-8s %-14s ", ev_stage_words[ev_kinds[i].stage],
			              ev_kinds[i].name);
			put_wrapped(26, ev_kinds[i].meaning);
		}
	}
}

int cli_help(const struct cli_args *args)
{
	const char *names[N_TOPICS + 1] = { NULL };
	const char *word = args->n_words > 0 ? args->words[0] : NULL;
	char line[200];
	struct buf b;

	if (word == NULL) {
		return cli_help_usage();
	}
	for (int i = 0; i < N_TOPICS; i++) {
		names[i] = topics[i].name;
		if (strcmp(word, topics[i].name) != 0) {
			continue;
		}
		(void)fputs(topics[i].text, stdout);
		if (strcmp(word, "targets") == 0) {
			put_schemes();
		} else if (strcmp(word, "causes") == 0) {
			put_causes();
		} else if (strcmp(word, "probes") == 0) {
			put_probes();
		}
		return CLI_EXIT_WORKS;
	}
	buf_init(&b, line, sizeof(line));
	buf_puts(&b, "no such topic: ");
	buf_puts(&b, word);
	if (suggest_word(word, names)[0] != '\0') {
		buf_puts(&b, ": did you mean ");
		buf_puts(&b, suggest_word(word, names));
		buf_puts(&b, "?");
	}
	return cli_fail(args, CLI_EXIT_USAGE, "naze help", b.text);
}
