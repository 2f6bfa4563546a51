/* SPDX-License-Identifier: Apache-2.0 */
/* Which program holds a socket: the links in /proc/PID/fd, as ss -p does it. */
#include "sys/diag.h"

#include "base/cleanup.h"
#include "base/time.h"
#include "sys/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define SCAN_CAP (20 * USEC_MS)

enum { PROCESSES_MAX = 4096 };

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

static bool is_number(const char *text)
{
	return text[0] && strspn(text, "0123456789") == strlen(text);
}

/* Whether one of the descriptors in that directory is the link: 1, 0 or a negative errno. */
static int holds(int proc, const char *pid, const char *link)
{
	char path[32];
	char target[64];
	auto_close int fd = -EBADF;
	auto_with(close_dir) DIR *dir = NULL;
	const struct dirent *entry = NULL;

	(void)snprintf(path, sizeof(path), "%.16s/fd", pid);
	fd = openat(proc, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0) {
		return -errno;
	}
	dir = fdopendir(fd);
	if (!dir) {
		return -errno;
	}
	(void)take_fd(fd); /* the directory's now */
	for (entry = readdir(dir); entry; entry = readdir(dir)) {
		const ssize_t n = readlinkat(dirfd(dir), entry->d_name, target, sizeof(target));

		if (n > 0 && (size_t)n == strlen(link) && memcmp(target, link, (size_t)n) == 0) {
			return 1;
		}
	}
	return 0;
}

static void describe(const char *pid, struct sys_program *ret)
{
	char path[48];
	int64_t number = 0;

	*ret = (struct sys_program){ .pid = 0 };
	(void)str_to_int(pid, strlen(pid), &number);
	ret->pid = (int)number;
	(void)snprintf(path, sizeof(path), "/proc/%.16s/comm", pid);
	if (sys_read_text(SYS_ROOT_HOST, path, ret->name, sizeof(ret->name)) > 0) {
		ret->name[strcspn(ret->name, "\n")] = '\0';
	}
}

int sys_program_of(uint32_t inode, struct sys_program *ret)
{
	const usec_t deadline = now() + SCAN_CAP;
	auto_with(close_dir) DIR *dir = opendir("/proc");
	const struct dirent *entry = NULL;
	char link[32];
	int nowhere = -ENOENT;
	int n = 0;

	if (!dir) {
		return -errno;
	}
	(void)snprintf(link, sizeof(link), "socket:[%u]", inode);
	for (entry = readdir(dir); entry; entry = readdir(dir)) {
		int r = 0;

		if (!is_number(entry->d_name)) {
			continue;
		}
		if (n++ == PROCESSES_MAX || now() > deadline) {
			return -ETIME;
		}
		r = holds(dirfd(dir), entry->d_name, link);
		if (r == 1) {
			describe(entry->d_name, ret);
			return 0;
		}
		if (r == -EACCES || r == -EPERM) {
			nowhere = -EACCES;
		}
	}
	return nowhere;
}
