/* SPDX-License-Identifier: Apache-2.0 */
/* How naze says that it goes no further: a line for people, an object for programs. */
#include "base/clean.h"
#include "cli/args.h"
#include "cli/version.h"

#include <stdio.h>
#include <string.h>

/* The text is printable UTF-8 already: only the two characters that JSON itself needs are left. */
static void put_string(FILE *out, const char *text)
{
	(void)fputc('"', out);
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\') {
			(void)fputc('\\', out);
		}
		(void)fputc(*text, out);
	}
	(void)fputc('"', out);
}

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
		(void)fputs("{\"schema\": \"naze.report/1\", \"naze\": {\"version\": \"" CLI_VERSION
		            "\"}, \"error\": {\"text\": ",
		            stdout);
		put_string(stdout, line.text);
		if (in.len > 0) {
			(void)fputs(", \"where\": ", stdout);
			put_string(stdout, in.text);
		}
		(void)fputs("}}\n", stdout);
		(void)fflush(stdout);
	}
	return code;
}
