/* SPDX-License-Identifier: Apache-2.0 */
/* Bounded reads of host files, and the few questions about paths that probes ask. */
#include "sys/files.h"

#include "base/buf.h"
#include "base/cleanup.h"
#include "sys/files_root.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

enum { DIR_ENTRIES_MAX = 4096, HASH_DIGITS = 8 };

int sys_root_open(const char *path)
{
	const int fd = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);

	return fd < 0 ? -errno : fd;
}

/* A regular file, or /dev/null, which containers like to put over a file to empty it. */
static int check_kind(int fd)
{
	struct stat st;

	if (fstat(fd, &st) < 0) {
		return -errno;
	}
	if (S_ISDIR(st.st_mode)) {
		return -EISDIR;
	}
	if (S_ISREG(st.st_mode) || (S_ISCHR(st.st_mode) && st.st_rdev == makedev(1, 3))) {
		return 0;
	}
	return -ENODEV;
}

int sys_open(int root, const char *path)
{
	/* O_NONBLOCK, or opening a pipe would wait for its writer. */
	auto_close int fd = files_open_at(root, path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
	int r = 0;

	if (fd < 0) {
		return fd == -ENXIO ? -ENODEV : fd; /* ENXIO: a socket */
	}
	r = check_kind(fd);
	return r < 0 ? r : take_fd(fd);
}

/* read(2) until size bytes or the end. */
static int read_all(int fd, uint8_t *buf, size_t size)
{
	size_t n = 0;

	while (n < size) {
		const ssize_t r = read(fd, buf + n, size - n);

		if (r < 0 && errno == EINTR) {
			continue;
		}
		if (r < 0) {
			return -errno;
		}
		if (r == 0) {
			break;
		}
		n += (size_t)r;
	}
	return (int)n;
}

int sys_read(int root, const char *path, void *buf, size_t size, bool *ret_cut)
{
	auto_close int fd = sys_open(root, path);
	uint8_t more = 0;
	int n = 0;

	if (fd < 0) {
		return fd;
	}
	n = read_all(fd, buf, size < INT_MAX ? size : INT_MAX);
	if (n >= 0 && ret_cut) {
		*ret_cut = (size_t)n == size && read_all(fd, &more, 1) == 1;
	}
	return n;
}

int sys_read_text(int root, const char *path, char *buf, size_t size)
{
	const int n = sys_read(root, path, buf, size - 1, NULL);

	buf[n > 0 ? n : 0] = '\0';
	return n < 0 ? n : (int)strlen(buf);
}

int sys_read_number(int root, const char *path, int64_t *ret)
{
	char text[64];
	const int n = sys_read_text(root, path, text, sizeof(text));
	const char *start = text + strspn(text, " \t\n");

	if (n < 0) {
		return n;
	}
	if (str_to_int(start, strspn(start, "-0123456789"), ret) < 0) {
		return -EBADMSG;
	}
	return 0;
}

int sys_exists(int root, const char *path)
{
	auto_close int fd = files_open_at(root, path, O_PATH);

	if (fd >= 0) {
		return 1;
	}
	return fd == -ENOENT || fd == -ENOTDIR || fd == -ENOLINK ? 0 : fd;
}

/* Eight hexadecimal digits, a dot, a number: c_rehash(1). */
static bool is_hash_name(const char *name)
{
	return strspn(name, "0123456789abcdef") == HASH_DIGITS && name[HASH_DIGITS] == '.' &&
	       name[HASH_DIGITS + 1] >= '0' && name[HASH_DIGITS + 1] <= '9';
}

static void close_dir(DIR **dir)
{
	if (*dir) {
		(void)closedir(*dir);
	}
}

static int open_dir(int root, const char *path, DIR **ret)
{
	auto_close int fd = files_open_at(root, path, O_RDONLY | O_DIRECTORY);

	if (fd < 0) {
		return fd;
	}
	*ret = fdopendir(fd);
	if (*ret == NULL) {
		return -errno;
	}
	(void)take_fd(fd); /* the directory's now */
	return 0;
}

int sys_hashed_dir(int root, const char *path)
{
	auto_with(close_dir) DIR *dir = NULL;
	const struct dirent *entry = NULL;
	int r = open_dir(root, path, &dir);

	if (r < 0) {
		return r;
	}
	for (int i = 0; i < DIR_ENTRIES_MAX && (entry = readdir(dir)); i++) {
		if (is_hash_name(entry->d_name)) {
			return 1;
		}
	}
	return 0;
}

int sys_read_hashed(int root, const char *path, void *buf, size_t size)
{
	auto_with(close_dir) DIR *dir = NULL;
	const struct dirent *entry = NULL;
	char name[PATH_MAX];
	size_t n = 0;
	int r = open_dir(root, path, &dir);

	if (r < 0) {
		return r;
	}
	entry = readdir(dir);
	for (int i = 0; i < DIR_ENTRIES_MAX && entry; i++) {
		if (is_hash_name(entry->d_name) &&
		    snprintf(name, sizeof(name), "%s/%s", path, entry->d_name) < PATH_MAX) {
			const int got = sys_read(root, name, (char *)buf + n, size - n, NULL);

			n += got > 0 ? (size_t)got : 0;
		}
		entry = readdir(dir);
	}
	return (int)n;
}

/* What the kernel says of the file that open has given, or its error; it is closed again. */
static int stat_of(int open, struct stat *ret)
{
	auto_close int fd = open;

	if (fd < 0) {
		return fd;
	}
	return fstat(fd, ret) < 0 ? -errno : 0;
}

int sys_changed_at(int root, const char *path, int64_t *ret)
{
	struct stat st;
	int r = stat_of(sys_open(root, path), &st);

	if (r == 0) {
		*ret = st.st_mtim.tv_sec;
	}
	return r;
}

int sys_mode(int root, const char *path, uint32_t *ret)
{
	struct stat st;
	int r = stat_of(sys_open(root, path), &st);

	if (r == 0) {
		*ret = st.st_mode & 0777;
	}
	return r;
}

int sys_owner(int root, const char *path, uint32_t *ret_uid, uint32_t *ret_mode)
{
	struct stat st;
	int r = stat_of(files_open_at(root, path, O_PATH), &st);

	if (r == 0) {
		*ret_uid = st.st_uid;
		*ret_mode = st.st_mode & 07777;
	}
	return r;
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(a, b);
}

static bool ends_with(const char *name, const char *suffix)
{
	size_t len = strlen(name);
	size_t n = strlen(suffix);

	return len >= n && strcmp(name + len - n, suffix) == 0;
}

int sys_names(int root, const char *path, const char *suffix, char (*ret)[SYS_FILE_NAME_MAX],
              int max)
{
	auto_with(close_dir) DIR *dir = NULL;
	const struct dirent *entry = NULL;
	int n = 0;
	int r = open_dir(root, path, &dir);

	if (r < 0) {
		return r;
	}
	entry = readdir(dir);
	for (int i = 0; i < DIR_ENTRIES_MAX && entry && n < max; i++) {
		if (ends_with(entry->d_name, suffix) &&
		    snprintf(ret[n], SYS_FILE_NAME_MAX, "%s", entry->d_name) < SYS_FILE_NAME_MAX) {
			n++;
		}
		entry = readdir(dir);
	}
	qsort(ret, (size_t)n, SYS_FILE_NAME_MAX, by_bytes);
	return n;
}
