/* SPDX-License-Identifier: Apache-2.0 */
/* /proc/PID of another process and of its children: a server's connections are often held by a
 * worker, a container's by what its first process started. */
#include "sys/process.h"

#include "base/cleanup.h"
#include "base/str.h"
#include "base/time.h"
#include "sys/files.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#define SCAN_CAP (20 * USEC_MS)

enum { PROCESSES_MAX = 256, THREADS_MAX = 256, TEXT_MAX = 64 * 1024, CHILDREN_MAX = 4096 };

struct family {
	int pid[PROCESSES_MAX];
	int n;
	usec_t deadline;
};

static void close_dir(DIR **dir)
{
	if (*dir) {
		(void)closedir(*dir);
	}
}

static usec_t now(void)
{
	struct timespec ts;

	(void)clock_gettime(CLOCK_MONOTONIC, &ts);
	return (usec_t)ts.tv_sec * USEC_SEC + ts.tv_nsec / 1000;
}

static void add(struct family *f, int pid)
{
	if (pid <= 0 || pid == getpid() || f->n == PROCESSES_MAX) {
		return;
	}
	for (int i = 0; i < f->n; i++) {
		if (f->pid[i] == pid) {
			return;
		}
	}
	f->pid[f->n++] = pid;
}

/* What a thread of that process started. A kernel without that file knows of none. */
static void add_children(struct family *f, int pid, const char *thread)
{
	char path[64];
	char text[CHILDREN_MAX];
	char *rest = text;

	(void)snprintf(path, sizeof(path), "/proc/%d/task/%.16s/children", pid, thread);
	if (sys_read_text(SYS_ROOT_HOST, path, text, sizeof(text)) <= 0) {
		return;
	}
	for (const char *word = strsep(&rest, " \n"); word; word = strsep(&rest, " \n")) {
		int64_t number = 0;

		if (word[0] && str_to_int(word, strlen(word), &number) == 0) {
			add(f, (int)number);
		}
	}
}

static void add_family(struct family *f, int pid)
{
	char path[32];
	auto_with(close_dir) DIR *dir = NULL;
	const struct dirent *entry = NULL;

	(void)snprintf(path, sizeof(path), "/proc/%d/task", pid);
	dir = opendir(path);
	if (!dir) {
		return;
	}
	entry = readdir(dir);
	for (int i = 0; entry && i < THREADS_MAX && now() < f->deadline; i++) {
		if (entry->d_name[0] != '.') {
			add_children(f, pid, entry->d_name);
		}
		entry = readdir(dir);
	}
}

/* Adds the sockets of one process; how many there are now, or a negative errno. */
static int add_sockets(int pid, uint64_t *ret, size_t max, int n)
{
	static const char prefix[] = "socket:[";
	char path[32];
	auto_with(close_dir) DIR *dir = NULL;
	const struct dirent *entry = NULL;

	(void)snprintf(path, sizeof(path), "/proc/%d/fd", pid);
	dir = opendir(path);
	if (!dir) {
		return -errno;
	}
	for (entry = readdir(dir); entry && (size_t)n < max; entry = readdir(dir)) {
		char link[64];
		const ssize_t len = readlinkat(dirfd(dir), entry->d_name, link, sizeof(link) - 1);
		const size_t skip = sizeof(prefix) - 1;
		int64_t inode = 0;

		if (len > (ssize_t)skip && memcmp(link, prefix, skip) == 0 &&
		    str_to_int(link + skip, (size_t)len - skip - 1, &inode) == 0) {
			ret[n++] = (uint64_t)inode;
		}
	}
	return n;
}

int sys_process_sockets(int pid, uint64_t *ret, size_t max)
{
	auto_free struct family *f = calloc(1, sizeof(*f));
	int n = 0;

	if (!f) {
		return -ENOMEM;
	}
	f->deadline = now() + SCAN_CAP;
	add(f, pid);
	for (int i = 0; i < f->n && now() < f->deadline; i++) {
		int got = add_sockets(f->pid[i], ret, max, n);

		if (got < 0 && i == 0) {
			return got;
		}
		n = got < 0 ? n : got; /* a child may have ended, or be another user's */
		add_family(f, f->pid[i]);
	}
	return n;
}

/* Part of a host name: "db.example" is not in "olddb.example.com". */
static bool in_name(char c)
{
	return isalnum((unsigned char)c) || c == '-' || c == '.' || c == '_';
}

static bool holds(const char *text, size_t len, const char *name)
{
	const size_t n = strlen(name);

	for (size_t i = 0; n > 0 && i + n <= len; i++) {
		if (strncasecmp(text + i, name, n) == 0 && (i == 0 || !in_name(text[i - 1])) &&
		    (i + n == len || !in_name(text[i + n]))) {
			return true;
		}
	}
	return false;
}

int sys_process_mentions(int pid, const char *name)
{
	static const char *const files[] = { "cmdline", "environ" };
	auto_free char *text = malloc(TEXT_MAX);
	int found = text ? 0 : -ENOMEM;

	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]) && found == 0; i++) {
		char path[48];
		bool cut = false;
		int n = 0;

		(void)snprintf(path, sizeof(path), "/proc/%d/%s", pid, files[i]);
		n = sys_read(SYS_ROOT_HOST, path, text, TEXT_MAX, &cut);
		found = n < 0 ? n : holds(text, (size_t)n, name);
		explicit_bzero(text, TEXT_MAX);
	}
	return found;
}

int sys_process_tcp(int pid, bool v6, char *buf, size_t size)
{
	char path[48];

	(void)snprintf(path, sizeof(path), "/proc/%d/net/tcp%s", pid, v6 ? "6" : "");
	return sys_read_text(SYS_ROOT_HOST, path, buf, size);
}
