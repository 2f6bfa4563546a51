/* SPDX-License-Identifier: Apache-2.0 */
/* Every read of a host file goes through here: bounded, never blocking on a pipe or device, and
 * below a root directory, so that another process's view (/proc/PID/root) comes for nothing.
 * A root is a directory descriptor; SYS_ROOT_HOST is this process's own "/". */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SYS_ROOT_HOST = -1 };

/* Opens a directory as a root (O_PATH, CLOEXEC). A descriptor that the caller closes, or a
 * negative errno. */
int sys_root_open(const char *path);

/* Opens the regular file at the absolute path below root for reading; symbolic links stay inside
 * root. A descriptor that the caller closes, or a negative errno, told apart:
 * -ENOENT not there, -ENOLINK a symbolic link that leads nowhere, -EACCES not permitted,
 * -ELOOP links in a circle, -ENOTDIR, -EISDIR a directory, -ENODEV neither file nor directory. */
int sys_open(int root, const char *path);

/* Reads the file from its start into buf, at most size bytes, without a NUL. Returns how many;
 * *ret_cut (may be NULL) says that the file goes on. Errors as sys_open(). */
int sys_read(int root, const char *path, void *buf, size_t size, bool *ret_cut);

/* The same as text: at most size - 1 bytes (size is at least 1) and a NUL; bytes after a NUL in
 * the file are not looked at. Returns the length. */
int sys_read_text(int root, const char *path, char *buf, size_t size);

/* The first decimal number in a file of /proc/sys or /sys. 0, errors as sys_open(), or -EBADMSG
 * when there is none. */
int sys_read_number(int root, const char *path, int64_t *ret);

/* Whether something (file, directory, socket) is at path, links followed: 1; 0 for ENOENT, ENOTDIR
 * and a link that leads nowhere; another negative errno when that could not be found out. */
int sys_exists(int root, const char *path);

/* Whether the directory holds certificates by hash, that is a name like 1a2b3c4d.0, as
 * X509_LOOKUP_hash_dir wants them: 1 or 0, or a negative errno. */
int sys_hashed_dir(int root, const char *path);

/* Reads the files of such names one after the other, at most size bytes of them. How many, or a
 * negative errno. */
int sys_read_hashed(int root, const char *path, void *buf, size_t size);

/* When the file was last changed, seconds since 1970. 0, or errors as sys_open(). */
int sys_changed_at(int root, const char *path, int64_t *ret);

/* The permission bits of the file (stat(2) st_mode & 0777). 0, or errors as sys_open(). */
int sys_mode(int root, const char *path, uint32_t *ret);

/* Who owns the file (a user's number) and its permission bits. 0, or errors as sys_open(), but
 * -EACCES only where a directory on the way does not let it be looked at. */
int sys_owner(int root, const char *path, uint32_t *ret_uid, uint32_t *ret_mode);

/* The names in the directory that end with suffix, sorted by their bytes; those that do not fit are
 * left out. How many, or a negative errno as sys_open(). */
enum { SYS_FILE_NAME_MAX = 128 };
int sys_names(int root, const char *path, const char *suffix, char (*ret)[SYS_FILE_NAME_MAX],
              int max);
