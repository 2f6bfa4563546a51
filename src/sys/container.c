/* SPDX-License-Identifier: Apache-2.0 */
/* `docker inspect` and its relatives. They are asked in that order and the first that knows the
 * name counts; what they print beside a number is told apart by the words that all of them use. */
#include "sys/container.h"

#include "base/buf.h"
#include "base/str.h"
#include "base/time.h"
#include "sys/spawn.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define EACH_CAP (4 * USEC_SEC)

enum { TEXT_MAX = 4096, NAME_MAX_BYTES = 128, WAIT_MS = 50 };

static usec_t now(void)
{
	struct timespec ts;

	(void)clock_gettime(CLOCK_MONOTONIC, &ts);
	return (usec_t)ts.tv_sec * USEC_SEC + ts.tv_nsec / 1000;
}

static bool is_letter_or_digit(char c)
{
	char small = str_lower(c);

	return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9');
}

bool sys_container_name_fits(const char *name)
{
	size_t len = strlen(name);

	if (len == 0 || len >= NAME_MAX_BYTES || !is_letter_or_digit(name[0])) {
		return false;
	}
	for (size_t i = 0; i < len; i++) {
		if (!is_letter_or_digit(name[i]) && strchr("_.-", name[i]) == NULL) {
			return false;
		}
	}
	return true;
}

/* All that the command prints, until it ends. Its exit status, or negative errno. */
static int run(const char *const argv[], char *text)
{
	auto_child struct sys_child child = SYS_CHILD_NONE;
	const usec_t until = now() + EACH_CAP;
	size_t n = 0;
	int status = -1;
	int r = sys_spawn(argv, NULL, SYS_SPAWN_ERRORS, &child);

	while (r == 0) {
		struct pollfd p = { .fd = child.out, .events = POLLIN };
		ssize_t got = 0;

		(void)poll(&p, 1, WAIT_MS);
		got = read(child.out, text + n, TEXT_MAX - 1 - n);
		n += got > 0 ? (size_t)got : 0;
		if (got == 0 && sys_child_reap(&child, &status) == 1) {
			break;
		}
		r = now() > until ? -ETIMEDOUT : 0;
	}
	text[n] = '\0';
	return r < 0 ? r : status;
}

static bool says(const char *text, const char *words)
{
	for (size_t n = strlen(words); *text != '\0'; text++) {
		if (strncasecmp(text, words, n) == 0) {
			return true;
		}
	}
	return false;
}

/* The pid, or what the engine's words mean. */
static int meaning(const char *text, int status)
{
	int64_t pid = 0;
	size_t len = strcspn(text, "\r\n");

	if (status == 0 && str_to_int(text, len, &pid) == 0 && pid >= 0 && pid <= INT_MAX) {
		return pid > 0 ? (int)pid : -ECHILD;
	}
	if (says(text, "permission denied") || says(text, "access denied")) {
		return -EACCES;
	}
	if (says(text, "no such") || says(text, "not found") || says(text, "could not find") ||
	    (status == 0 && len == 0)) {
		return -ESRCH;
	}
	return -EIO;
}

static int inspect(const char *engine, const char *name, char *text)
{
	const char *const argv[] = { engine,     "inspect",        "--type", "container",
		                     "--format", "{{.State.Pid}}", name,     NULL };
	const char *const nerd[] = { engine, "inspect", "--format", "{{.State.Pid}}", name, NULL };
	int status = run(strcmp(engine, "nerdctl") == 0 ? nerd : argv, text);

	return status < 0 ? status : meaning(text, status);
}

/* crictl knows numbers only; a name is looked up first. */
static int inspect_cri(const char *name, char *text)
{
	char id[NAME_MAX_BYTES];
	char pattern[NAME_MAX_BYTES + 2];
	const char *const list[] = { "crictl", "ps", "-q", "--name", pattern, NULL };
	const char *const argv[] = { "crictl",     "inspect",       "-o", "go-template",
		                     "--template", "{{.info.pid}}", id,   NULL };
	int status = 0;
	size_t len = 0;

	(void)snprintf(pattern, sizeof(pattern), "^%s$", name);
	status = run(list, text);
	len = status < 0 ? 0 : strcspn(text, "\r\n");
	if (status < 0 || (status > 0 && len > 0)) {
		return status < 0 ? status : meaning(text, status);
	}
	(void)snprintf(id, sizeof(id), "%.*s", (int)len, len > 0 ? text : "");
	if (!sys_container_name_fits(id)) {
		(void)snprintf(id, sizeof(id), "%s", name); /* it may be a number itself */
	}
	status = run(argv, text);
	return status < 0 ? status : meaning(text, status);
}

static void note(struct sys_container *ret, const char *engine, const char *text)
{
	struct buf b;

	buf_init(&b, ret->asked + strlen(ret->asked), sizeof(ret->asked) - strlen(ret->asked));
	buf_puts(&b, ret->asked[0] != '\0' ? ", " : "");
	buf_puts(&b, engine);
	text += strspn(text, "\r\n");
	(void)snprintf(ret->engine, sizeof(ret->engine), "%s", engine);
	(void)snprintf(ret->says, sizeof(ret->says), "%.*s", (int)strcspn(text, "\r\n"), text);
}

int sys_container(const char *name, struct sys_container *ret)
{
	static const char *const engines[] = { "docker", "podman", "nerdctl", "crictl" };
	struct sys_container worst = { .pid = 0 };
	int result = -ENOENT;
	char text[TEXT_MAX];

	*ret = (struct sys_container){ .pid = 0 };
	for (size_t i = 0; i < sizeof(engines) / sizeof(engines[0]); i++) {
		int r = strcmp(engines[i], "crictl") == 0 ? inspect_cri(name, text)
		                                          : inspect(engines[i], name, text);

		if (r == -ENOENT) {
			continue;
		}
		note(ret, engines[i], text);
		if (r > 0) {
			ret->pid = r;
			return 0;
		}
		/* what an engine does not know another may; any other refusal is the answer */
		if (result == -ENOENT || result == -ESRCH) {
			result = r;
			worst = *ret;
		}
	}
	(void)memcpy(worst.asked, ret->asked, sizeof(worst.asked));
	*ret = worst;
	return result;
}
