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
#include <unistd.h>

#define SCAN_CAP (50 * USEC_MS)

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

/* Where a link of /proc/PID leads, without the mark that proc(5) gives it when that is gone.
 * Whether it has one: a file may be called so as well. */
static bool follow(const char *path, char *ret, size_t size)
{
	static const char mark[] = " (deleted)";
	const ssize_t n = readlink(path, ret, size - 1);
	size_t len = n > 0 ? (size_t)n : 0;

	ret[len] = '\0';
	if (len <= sizeof(mark) - 1 || strcmp(ret + len - (sizeof(mark) - 1), mark) != 0 ||
	    sys_exists(SYS_ROOT_HOST, ret) != 0) {
		return false;
	}
	ret[len - (sizeof(mark) - 1)] = '\0';
	return strncmp(ret, "/memfd:", 7) != 0; /* never had a file (memfd_create(2)) */
}

/* Field 22 of /proc/PID/stat counts from the start of the host (proc(5)); the name before it may
 * hold blanks and brackets, so it is counted from the last of these. */
static int64_t started(const char *pid)
{
	char path[48];
	char text[1024];
	const char *p = NULL;
	int64_t ticks = 0;
	int64_t up = 0;

	(void)snprintf(path, sizeof(path), "/proc/%.16s/stat", pid);
	if (sys_read_text(SYS_ROOT_HOST, path, text, sizeof(text)) <= 0 ||
	    sys_read_number(SYS_ROOT_HOST, "/proc/uptime", &up) != 0) {
		return 0;
	}
	p = strrchr(text, ')');
	for (int i = 0; p && i < 20; i++) {
		p = strchr(p + 1, ' ');
	}
	if (!p || str_to_int(p + 1, strcspn(p + 1, " \n"), &ticks) != 0) {
		return 0;
	}
	return time(NULL) - up + ticks / sysconf(_SC_CLK_TCK);
}

static void describe(const char *pid, struct sys_program *ret)
{
	char path[48];
	int64_t number = 0;

	*ret = (struct sys_program){ .pid = 0 };
	(void)str_to_int(pid, strlen(pid), &number);
	ret->pid = (int)number;
	ret->started = started(pid);
	(void)snprintf(path, sizeof(path), "/proc/%.16s/comm", pid);
	if (sys_read_text(SYS_ROOT_HOST, path, ret->name, sizeof(ret->name)) > 0) {
		ret->name[strcspn(ret->name, "\n")] = '\0';
	}
	(void)snprintf(path, sizeof(path), "/proc/%.16s/exe", pid);
	ret->file_gone = follow(path, ret->file, sizeof(ret->file));
	(void)snprintf(path, sizeof(path), "/proc/%.16s/cwd", pid);
	ret->place_gone = follow(path, ret->place, sizeof(ret->place));
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
			return nowhere == 0 ? 0 : -ETIME;
		}
		r = holds(dirfd(dir), entry->d_name, link);
		if (r == 1) {
			describe(entry->d_name, ret);
			if (ret->pid != 1) {
				return 0;
			}
			nowhere = 0;
		}
		if ((r == -EACCES || r == -EPERM) && nowhere != 0) {
			nowhere = -EACCES;
		}
	}
	return nowhere;
}
