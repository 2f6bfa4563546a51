/* SPDX-License-Identifier: Apache-2.0 */
/* From a file to a judgement. */
#include "cli/load.h"

#include "base/cleanup.h"
#include "json/read.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { STORE_BYTES = 8 << 20 };

static void close_file(FILE **file)
{
	if (*file != NULL && *file != stdin) {
		(void)fclose(*file);
	}
}

/* Reads the whole file into text, size bytes. How many; or a CLI_EXIT_ code, negative. */
static ssize_t slurp(const struct cli_args *args, char *text, size_t size)
{
	const char *name = args->words[0];
	auto_with(close_file) FILE *file = strcmp(name, "-") == 0 ? stdin : fopen(name, "re");
	size_t n = 0;

	if (file == NULL) {
		return -cli_fail(args, CLI_EXIT_USAGE, name, strerrordesc_np(errno));
	}
	errno = 0;
	n = fread(text, 1, size, file);
	if (ferror(file) != 0) {
		return -cli_fail(args, CLI_EXIT_USAGE, name,
		                 strerrordesc_np(errno != 0 ? errno : EIO));
	}
	if (n == size) {
		return -cli_fail(args, CLI_EXIT_USAGE, name, "too long for a report of naze");
	}
	return (ssize_t)n;
}

int load_run(const struct cli_args *args, struct loaded *ret)
{
	auto_free char *text = malloc(JSON_REPORT_MAX + 1);
	char error[256] = "";
	ssize_t n = 0;

	*ret = (struct loaded){ .block = malloc(STORE_BYTES) };
	if (text == NULL || ret->block == NULL) {
		return cli_fail(args, CLI_EXIT_BROKEN, NULL, "out of memory");
	}
	n = slurp(args, text, JSON_REPORT_MAX + 1);
	if (n < 0) {
		return (int)-n;
	}
	ret->store = store_init(ret->block, STORE_BYTES);
	if (ret->store == NULL ||
	    json_report_read(text, (size_t)n, ret->store, error, sizeof(error)) < 0) {
		char line[320];
		struct buf b;

		buf_init(&b, line, sizeof(line));
		buf_puts(&b, "not a report that naze --json wrote: ");
		buf_puts(&b, error);
		return cli_fail(args, CLI_EXIT_USAGE, args->words[0], b.text);
	}
	judge(ret->store, &ret->judgement);
	return 0;
}

void load_done(struct loaded *loaded)
{
	free(loaded->block);
	loaded->block = NULL;
}
