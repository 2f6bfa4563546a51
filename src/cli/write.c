/* SPDX-License-Identifier: Apache-2.0 */
/* Formats by file name, and the JSON that goes into a report. */
#include "cli/write.h"

#include "base/cleanup.h"
#include "cli/terminal.h"
#include "cli/version.h"
#include "render/report.h"
#include "json/report.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool ends_in(const char *name, const char *suffix)
{
	size_t n = strlen(name);
	size_t m = strlen(suffix);

	return n >= m && strcasecmp(name + n - m, suffix) == 0;
}

static enum cli_format format_of(const struct cli_args *args)
{
	if (args->format_given) {
		return args->format;
	}
	if (ends_in(args->report, ".html") || ends_in(args->report, ".htm")) {
		return CLI_HTML;
	}
	return ends_in(args->report, ".txt") ? CLI_TEXT : CLI_MARKDOWN;
}

int write_document(const struct cli_args *args, enum cli_format format, const struct store *store,
                   const struct judgement *k, FILE *out)
{
	static const enum doc_format formats[] = {
		[CLI_MARKDOWN] = DOC_MARKDOWN, [CLI_TEXT] = DOC_TEXT, [CLI_HTML] = DOC_HTML
	};
	const struct json_report report = { .version = CLI_VERSION,
		                            .store = store,
		                            .judgement = k };
	auto_free char *json = NULL;
	size_t size = 0;
	FILE *memory = open_memstream(&json, &size);
	struct report_options options = { .format = formats[format], .version = CLI_VERSION };

	if (memory == NULL) {
		return -ENOMEM;
	}
	(void)json_report_write(memory, &report);
	if (fclose(memory) != 0) {
		return -ENOMEM;
	}
	options.json = json;
	terminal_lang(args->lang);
	report_write(k, &options, out);
	return 0;
}

static int write_to(const struct cli_args *args, const struct store *store,
                    const struct judgement *k, FILE *out)
{
	const struct json_report report = { .version = CLI_VERSION,
		                            .store = store,
		                            .judgement = k };

	if (!args->format_given && ends_in(args->report, ".json")) {
		return json_report_write(out, &report);
	}
	return write_document(args, format_of(args), store, k, out);
}

int write_report(const struct cli_args *args, const struct store *store, const struct judgement *k)
{
	FILE *out = NULL;
	bool failed = false;

	if (strcmp(args->report, "-") == 0) {
		return write_to(args, store, k, stdout) < 0 && ferror(stdout) == 0
		               ? cli_fail(args, CLI_EXIT_BROKEN, NULL, "out of memory")
		               : 0;
	}
	out = fopen(args->report, "we");
	if (out == NULL) {
		return cli_fail(args, CLI_EXIT_BROKEN, args->report, strerrordesc_np(errno));
	}
	errno = 0;
	failed = write_to(args, store, k, out) < 0 || ferror(out) != 0;
	failed = fclose(out) != 0 || failed;
	return failed ? cli_fail(args, CLI_EXIT_BROKEN, args->report,
	                         strerrordesc_np(errno != 0 ? errno : EIO))
	              : 0;
}
