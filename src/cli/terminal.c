/* SPDX-License-Identifier: Apache-2.0 */
/* The environment's wishes, and the three streams. */
#include "cli/terminal.h"

#include "sys/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef NAZE_LOCALEDIR
#define NAZE_LOCALEDIR "/usr/share/locale"
#endif

int terminal_columns(void)
{
	int columns = sys_terminal_columns(STDOUT_FILENO);
	const char *text = getenv("COLUMNS");
	int64_t value = 0;

	if (columns > 0) {
		return columns;
	}
	if (text != NULL && str_to_int(text, strlen(text), &value) == 0 && value > 0 &&
	    value < 1000) {
		return (int)value;
	}
	return 100;
}

/* A variable that is set and not empty. */
static const char *set(const char *name)
{
	const char *value = getenv(name);

	return value != NULL && value[0] != '\0' ? value : NULL;
}

static bool forced(const char *name)
{
	return set(name) != NULL && strcmp(set(name), "0") != 0;
}

bool terminal_color(enum cli_color when)
{
	if (when != CLI_COLOR_AUTO) {
		return when == CLI_COLOR_ALWAYS;
	}
	if (set("NO_COLOR") != NULL) {
		return false;
	}
	if (forced("CLICOLOR_FORCE") || forced("FORCE_COLOR")) {
		return true;
	}
	if ((set("CLICOLOR") != NULL && strcmp(set("CLICOLOR"), "0") == 0) ||
	    (set("TERM") != NULL && strcmp(set("TERM"), "dumb") == 0)) {
		return false;
	}
	return isatty(STDOUT_FILENO) == 1;
}

void terminal_lang(enum cli_lang lang)
{
	if (lang == CLI_LANG_EN) {
		return;
	}
	/* LC_NUMERIC stays C: a decimal comma would break numbers. With no Japanese locale
	 * generated, as in containers, C.UTF-8 and LANGUAGE do (glibc looks at it outside of C). */
	if (setlocale(LC_CTYPE, "ja_JP.UTF-8") == NULL ||
	    setlocale(LC_MESSAGES, "ja_JP.UTF-8") == NULL) {
		(void)setlocale(LC_CTYPE, "C.UTF-8");
		(void)setlocale(LC_MESSAGES, "C.UTF-8");
	}
	(void)setenv("LANGUAGE", "ja", 1);
	(void)bindtextdomain("naze", NAZE_LOCALEDIR);
	(void)bind_textdomain_codeset("naze", "UTF-8");
	(void)textdomain("naze");
}

void terminal_guard(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF) {
			/* for reading only: what is written there fails and is noticed */
			(void)open("/dev/null",
			           O_RDONLY); /* takes the lowest number, which is fd */
		}
	}
}

int terminal_finish(int code)
{
	bool failed = fflush(stdout) != 0 || ferror(stdout) != 0;

	if (failed) {
		(void)fprintf(stderr, "naze: cannot write the result (stdout): %s\n",
		              strerrordesc_np(errno != 0 ? errno : EIO));
		return CLI_EXIT_BROKEN;
	}
	return code;
}
