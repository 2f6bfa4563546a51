/* SPDX-License-Identifier: Apache-2.0 */
/* How naze says that it goes no further: a line for people, an object for programs. */
#include "base/clean.h"
#include "cli/args.h"
#include "cli/version.h"
#include "json/report.h"

#include <stdio.h>
#include <string.h>

int cli_fail(const struct cli_args *args, int code, const char *where, const char *text)
{
	char memory[1024];
	char place[512];
	struct buf line;
	struct buf in;

	buf_init(&line, memory, sizeof(memory));
	buf_init(&in, place, sizeof(place));
	clean_put(&line, text, strlen(text), 900);
	clean_put(&in, where != NULL ? where : "", where != NULL ? strlen(where) : 0, 120);
	(void)fprintf(stderr, "naze: %s%s%s%s\n", line.text, in.len > 0 ? " (" : "", in.text,
	              in.len > 0 ? ")" : "");
	if (args->json && !args->quiet) {
		(void)json_error_write(stdout, CLI_VERSION, line.text, in.len > 0 ? in.text : NULL);
		(void)fflush(stdout);
	}
	return code;
}
