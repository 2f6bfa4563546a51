/* SPDX-License-Identifier: Apache-2.0 */
/* As mysql(1) and others do it: the bytes of argv are the process's own to write to (proc(5),
 * /proc/PID/cmdline). */
#include "cli/hide.h"

#include <stdlib.h>
#include <string.h>

/* shown in place of what stands there, cut at its length; the rest is zero. */
static void overwrite(char *arg, const char *shown)
{
	size_t len = strlen(arg);
	size_t n = strlen(shown);

	explicit_bzero(arg, len);
	memcpy(arg, shown, n < len ? n : len);
}

/* The user info of a URL, byte for byte. */
static void star_login(char *url)
{
	char *start = strstr(url, "://");
	char *end = strrchr(url, '@');

	for (char *c = start != NULL ? start + 3 : url; end != NULL && c < end; c++) {
		*c = '*';
	}
}

void hide_secrets(int argc, char **argv, struct cli_args *args)
{
	const char *target =
		args->command == CLI_TARGET && args->n_words > 0 ? args->words[0] : NULL;
	const char *proxy = args->run.proxy;
	char *copy = NULL;

	for (int i = 1; i < argc && argv[i] != NULL; i++) {
		bool holds = proxy >= argv[i] && proxy <= argv[i] + strlen(argv[i]);

		if (target != NULL && argv[i] == target &&
		    strcmp(target, args->target.input) != 0) {
			overwrite(argv[i], args->target.input);
			args->words[0] = args->target.input;
		} else if (proxy != NULL && holds && strchr(proxy, '@') != NULL) {
			copy = strdup(proxy);
			if (copy != NULL) { /* lives as long as the process */
				args->run.proxy = copy;
				star_login(argv[i] + (proxy - argv[i]));
			}
		}
	}
}
