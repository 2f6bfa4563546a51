/* SPDX-License-Identifier: Apache-2.0 */
/* setns(2) and what belongs to it. Everything of the other process is opened below one descriptor
 * of its /proc directory, which is of no use any more once the process has ended: a number that is
 * given to another process meanwhile is not entered by mistake. */
#include "sys/enter.h"

#include "base/cleanup.h"
#include "base/str.h"
#include "sys/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ENTRIES_MAX = 256, PATH_SIZE = 512 };

static int negative(int r)
{
	return r < 0 ? -errno : r;
}

static void close_dir(DIR **dir)
{
	if (*dir) {
		(void)closedir(*dir);
	}
}

/* What stands in /etc/netns/NAME over its namesake in /etc. What cannot be put there was missing in
 * /etc, as ip-netns(8) finds too. */
static int cover_etc(const char *name)
{
	char from[PATH_SIZE];
	char to[PATH_SIZE];
	auto_with(close_dir) DIR *dir = NULL;
	const struct dirent *entry = NULL;

	(void)snprintf(from, sizeof(from), "/etc/netns/%s", name);
	dir = opendir(from);
	if (!dir) {
		return 0;
	}
	if (unshare(CLONE_NEWNS) < 0 || mount("", "/", "none", MS_SLAVE | MS_REC, NULL) < 0) {
		return -errno;
	}
	entry = readdir(dir);
	for (int i = 0; entry && i < ENTRIES_MAX; i++) {
		if (entry->d_name[0] != '.') {
			(void)snprintf(from, sizeof(from), "/etc/netns/%s/%.200s", name,
			               entry->d_name);
			(void)snprintf(to, sizeof(to), "/etc/%.200s", entry->d_name);
			(void)mount(from, to, "none", MS_BIND, NULL);
		}
		entry = readdir(dir);
	}
	return 0;
}

int sys_enter_netns(const char *name)
{
	char path[PATH_SIZE];
	auto_close int fd = -EBADF;
	bool named = strchr(name, '/') == NULL;

	if (snprintf(path, sizeof(path), "%s%s", named ? "/run/netns/" : "", name) >=
	    (int)sizeof(path)) {
		return -ENAMETOOLONG;
	}
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0 || setns(fd, CLONE_NEWNET) < 0) {
		return -errno;
	}
	return named && name[0] != '.' ? cover_etc(name) : 0;
}

/* Its directory in /proc. */
static int open_process(int pid)
{
	char path[32];
	int fd = -1;

	(void)snprintf(path, sizeof(path), "/proc/%d", pid);
	fd = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0 && errno == ENOENT && access("/proc/self", F_OK) == 0) {
		return -ESRCH;
	}
	return negative(fd);
}

/* A namespace of the process; *ret_other says whether it is another one than this process's.
 * A process that ended meanwhile has none. */
static int open_namespace(int proc, const char *name, bool *ret_other)
{
	char path[32];
	struct stat theirs;
	struct stat ours;
	int fd = openat(proc, name, O_RDONLY | O_CLOEXEC);

	if (fd < 0) {
		return errno == ENOENT ? -ESRCH : -errno;
	}
	(void)snprintf(path, sizeof(path), "/proc/self/%s", name);
	*ret_other = fstat(fd, &theirs) < 0 || stat(path, &ours) < 0 ||
	             theirs.st_ino != ours.st_ino || theirs.st_dev != ours.st_dev;
	return fd;
}

static int enter_network(int proc)
{
	bool other = false;
	bool other_user = false;
	auto_close int net = open_namespace(proc, "ns/net", &other);
	auto_close int user = -EBADF;

	if (net < 0 || !other) {
		return net < 0 ? net : 0;
	}
	if (setns(net, CLONE_NEWNET) == 0) {
		return 0;
	}
	/* The owner of a user namespace may do in it what root may do outside (user_namespaces(7)):
	 * containers without root are entered that way. */
	user = open_namespace(proc, "ns/user", &other_user);
	if (user < 0 || !other_user || setns(user, CLONE_NEWUSER) < 0) {
		return -EPERM;
	}
	return negative(setns(net, CLONE_NEWNET));
}

static bool same_file(int a, int b)
{
	struct stat x;
	struct stat y;

	return fstat(a, &x) == 0 && fstat(b, &y) == 0 && x.st_ino == y.st_ino &&
	       x.st_dev == y.st_dev;
}

static void describe(int pid, struct sys_place *ret)
{
	static const char *const loaders[] = { "/lib/ld-musl-x86_64.so.1",
		                               "/lib/ld-musl-aarch64.so.1" };
	char path[32];

	(void)snprintf(path, sizeof(path), "/proc/%d/comm", pid);
	if (sys_read_text(SYS_ROOT_HOST, path, ret->name, sizeof(ret->name)) > 0) {
		ret->name[strcspn(ret->name, "\n")] = '\0';
	}
	for (size_t i = 0; i < sizeof(loaders) / sizeof(loaders[0]); i++) {
		ret->musl |= sys_exists(ret->root, loaders[i]) == 1;
	}
}

/* Its root, unless the process sees what this one sees. */
static int open_root(int proc, struct sys_place *ret)
{
	bool other = false;
	auto_close int mount = open_namespace(proc, "ns/mnt", &other);
	auto_close int root = openat(proc, "root", O_PATH | O_DIRECTORY | O_CLOEXEC);
	auto_close int own = sys_root_open("/");
	struct stat st;

	if (mount < 0 || root < 0) {
		return mount < 0 ? mount : -errno;
	}
	if (!other && own >= 0 && same_file(root, own)) {
		return 0;
	}
	if (fstat(mount, &st) < 0) {
		return -errno;
	}
	(void)snprintf(ret->mount, sizeof(ret->mount), "%llu", (unsigned long long)st.st_ino);
	ret->root = take_fd(root);
	return 0;
}

int sys_enter_process(int pid, struct sys_place *ret)
{
	auto_close int proc = open_process(pid);
	int r = proc;

	*ret = (struct sys_place){ .root = SYS_ROOT_HOST };
	if (r >= 0) {
		r = open_root(proc, ret);
	}
	if (r >= 0) {
		describe(pid, ret);
		r = enter_network(proc);
	}
	return r < 0 ? r : 0;
}

int sys_enter_files(int pid, const char *mount)
{
	auto_close int proc = open_process(pid);
	bool other = false;
	auto_close int fd = proc < 0 ? proc : open_namespace(proc, "ns/mnt", &other);
	auto_close int root = proc < 0 ? proc : openat(proc, "root", O_PATH | O_DIRECTORY);
	struct stat st;
	int64_t number = 0;

	if (fd < 0 || root < 0) {
		return fd < 0 ? fd : -errno;
	}
	if (fstat(fd, &st) < 0 || str_to_int(mount, strlen(mount), &number) < 0 ||
	    (uint64_t)number != st.st_ino) {
		return -ESRCH;
	}
	if (other && setns(fd, CLONE_NEWNS) < 0) {
		return -errno;
	}
	return negative(fchdir(root) < 0 || chroot(".") < 0 ? -1 : 0);
}
