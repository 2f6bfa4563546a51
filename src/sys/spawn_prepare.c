/* SPDX-License-Identifier: Apache-2.0 */
/* Program, arguments and environment of a child. */
#include "sys/spawn_prepare.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/stat.h>
#include <unistd.h>

/* execve() takes char *const [] for historical reasons and changes nothing. */
static char *unconst(const char *text)
{
	union {
		const char *in;
		char *out;
	} u = { .in = text };

	return u.out;
}

static size_t count(const char *const list[])
{
	size_t n = 0;

	while (list && list[n]) {
		n++;
	}
	return n;
}

/* Whether plan->program may be run; remembers in *worst that something was there. */
static bool runs(const struct spawn_plan *plan, int *worst)
{
	struct stat st;

	if (stat(plan->program, &st) < 0 || !S_ISREG(st.st_mode)) {
		return false;
	}
	if (faccessat(AT_FDCWD, plan->program, X_OK, AT_EACCESS) < 0) {
		*worst = -EACCES;
		return false;
	}
	return true;
}

static int find(struct spawn_plan *plan, const char *name)
{
	static const char system_dirs[] = "/usr/sbin:/sbin:/usr/bin:/bin:/usr/local/sbin";
	const char *path = secure_getenv("PATH");
	const char *lists[] = { path ? path : "", system_dirs };
	int worst = -ENOENT;

	if (strchr(name, '/')) {
		(void)snprintf(plan->program, sizeof(plan->program), "%s", name);
		return 0; /* execve() says what is wrong with it */
	}
	for (size_t i = 0; i < 2; i++) {
		for (const char *at = lists[i]; *at; at += strspn(at, ":")) {
			const size_t len = strcspn(at, ":");
			const int n = snprintf(plan->program, sizeof(plan->program), "%.*s/%s",
			                       (int)len, at, name);

			/* Relative parts of PATH are passed over: no surprise from "." */
			if (*at == '/' && n > 0 && (size_t)n < sizeof(plan->program) &&
			    runs(plan, &worst)) {
				return 0;
			}
			at += len;
		}
	}
	return worst;
}

int spawn_plan_program(struct spawn_plan *plan, const char *const argv[])
{
	const size_t n = count(argv);

	if (n == 0) {
		return -EINVAL;
	}
	plan->argv = calloc(n + 1, sizeof(char *));
	if (!plan->argv) {
		return -ENOMEM;
	}
	for (size_t i = 0; i < n; i++) {
		plan->argv[i] = unconst(argv[i]);
	}
	return find(plan, argv[0]);
}

int spawn_plan_self(struct spawn_plan *plan, const char *helper, const char *const args[])
{
	static const char self[] = "/proc/self/exe"; /* the open file: upgrades do not matter */
	const unsigned long started_as = getauxval(AT_EXECFN);
	const char *path = self;
	const size_t n = count(args);

	if (access(self, X_OK) < 0 && started_as) {
		/* A container without /proc. getauxval(3) hands out addresses as numbers. */
		/* NOLINTNEXTLINE(performance-no-int-to-ptr) */
		path = (const char *)started_as;
	}
	plan->argv = calloc(n + 4, sizeof(char *));
	if (!plan->argv) {
		return -ENOMEM;
	}
	(void)snprintf(plan->program, sizeof(plan->program), "%s", path);
	plan->argv[0] = unconst("naze");
	plan->argv[1] = unconst("--helper");
	plan->argv[2] = unconst(helper);
	for (size_t i = 0; i < n; i++) {
		plan->argv[3 + i] = unconst(args[i]);
	}
	return 0;
}

static bool same_name(const char *x, const char *y)
{
	const size_t len = strcspn(x, "=");

	return len == strcspn(y, "=") && memcmp(x, y, len) == 0;
}

static bool is_locale(const char *text)
{
	return strncmp(text, "LC_", 3) == 0 || same_name(text, "LANG") ||
	       same_name(text, "LANGUAGE");
}

static bool overridden(const char *text, const char *const extra[], size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (same_name(text, extra[i])) {
			return true;
		}
	}
	return false;
}

int spawn_plan_env(struct spawn_plan *plan, const char *const extra[], bool keep_locale)
{
	const char *const *inherited = (const char *const *)environ;
	const size_t n_inherited = count(inherited);
	const size_t n_extra = count(extra);
	size_t n = 0;

	plan->env = calloc(n_inherited + n_extra + 2, sizeof(char *));
	if (!plan->env) {
		return -ENOMEM;
	}
	for (size_t i = 0; i < n_inherited; i++) {
		if ((keep_locale || !is_locale(inherited[i])) &&
		    !overridden(inherited[i], extra, n_extra)) {
			plan->env[n++] = unconst(inherited[i]);
		}
	}
	if (!keep_locale) {
		plan->env[n++] = unconst("LC_ALL=C");
	}
	for (size_t i = 0; i < n_extra; i++) {
		plan->env[n++] = unconst(extra[i]);
	}
	return 0;
}

void spawn_plan_done(struct spawn_plan *plan)
{
	free(plan->argv);
	free(plan->env);
	plan->argv = NULL;
	plan->env = NULL;
}
