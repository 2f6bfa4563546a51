/* SPDX-License-Identifier: Apache-2.0 */
/* The only place that starts processes. A child inherits nothing but its three standard streams,
 * speaks C (LC_ALL=C), is killed when naze dies, and is waited for through a descriptor. The
 * caller owns the child and its deadline: read .out until 0, then sys_child_reap(). */
#pragma once
#include "base/cleanup.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum sys_spawn_flags {
	SYS_SPAWN_PLAIN = 0,
	SYS_SPAWN_ERRORS = 1 << 0, /* its stderr goes into the pipe too (else /dev/null) */
	SYS_SPAWN_STDIN = 1 << 1,  /* its stdin is a pipe, .in (else /dev/null) */
	SYS_SPAWN_LOCALE = 1 << 2, /* keep LANG and LC_*: what the user's programs would see */
};

struct sys_child {
	pid_t pid; /* 0: none, or reaped */
	int pidfd; /* readable when it has ended; -1 before Linux 5.3 */
	int out;   /* read end of its stdout, non-blocking; end of file when it has closed it */
	int in;    /* write end of its stdin with SYS_SPAWN_STDIN, non-blocking; else -1 */
};

#define SYS_CHILD_NONE                                     \
	{                                                  \
		.pid = 0, .pidfd = -1, .out = -1, .in = -1 \
	}
#define auto_child auto_with(sys_child_done) /* auto_child struct sys_child c = SYS_CHILD_NONE; */

/* Starts argv (NULL-terminated; argv[0] is looked for in PATH and then in /usr/sbin and /sbin,
 * where an ordinary user's PATH does not lead; never a shell). env (NULL-terminated, "NAME=value",
 * may be NULL) is added to or replaces what is inherited. Returns once the program runs, after
 * about 0.3 ms, or the errno of what failed, execve() included: -ENOENT no such program. */
int sys_spawn(const char *const argv[], const char *const env[], unsigned int flags,
              struct sys_child *ret);

/* Starts naze itself as `naze --helper HELPER ARGS`, args being NULL-terminated. */
int sys_spawn_self(const char *helper, const char *const args[], unsigned int flags,
                   struct sys_child *ret);

/* Whether it has ended: 1, with the exit status (0 to 255, 128 + signal, -1 when another had
 * waited for it) in *ret_status; 0 while it runs. Never waits. */
int sys_child_reap(struct sys_child *child, int *ret_status);

/* Kills it (SIGKILL) if it still runs, and collects it; waits at most 100 ms for that. */
void sys_child_kill(struct sys_child *child);

/* sys_child_kill() and closes the descriptors. Accepts SYS_CHILD_NONE; for auto_child. */
void sys_child_done(struct sys_child *child);
