/* SPDX-License-Identifier: Apache-2.0 */
/* The end of a child: waiting without waiting, killing, collecting. */
#include "sys/spawn.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>

enum { KILL_WAIT_MS = 100 };

int sys_child_reap(struct sys_child *child, int *ret_status)
{
	siginfo_t info = { .si_pid = 0 };

	if (child->pid <= 0) {
		*ret_status = -1;
		return 1;
	}
	while (waitid(P_PID, (id_t)child->pid, &info, WEXITED | WNOHANG) < 0) {
		if (errno != EINTR) { /* ECHILD: SIGCHLD is ignored here */
			child->pid = 0;
			*ret_status = -1;
			return 1;
		}
	}
	if (info.si_pid == 0) {
		return 0;
	}
	child->pid = 0;
	*ret_status = info.si_code == CLD_EXITED ? info.si_status & 0xff : 128 + info.si_status;
	return 1;
}

/* A moment, or until it has ended. */
static void wait_a_little(const struct sys_child *child)
{
	struct pollfd p = { .fd = child->pidfd, .events = POLLIN };

	(void)poll(&p, 1, child->pidfd < 0 ? 1 : KILL_WAIT_MS);
}

void sys_child_kill(struct sys_child *child)
{
	int status = 0;

	if (child->pid <= 0 || sys_child_reap(child, &status) == 1) {
		return;
	}
	/* Not collected yet, so the number is still this child's. */
	(void)kill(child->pid, SIGKILL);
	for (int i = 0; i < KILL_WAIT_MS; i++) {
		wait_a_little(child);
		if (sys_child_reap(child, &status) == 1 || child->pidfd >= 0) {
			return;
		}
	}
}

void sys_child_done(struct sys_child *child)
{
	sys_child_kill(child);
	cleanup_close(&child->pidfd);
	cleanup_close(&child->out);
	cleanup_close(&child->in);
	*child = (struct sys_child)SYS_CHILD_NONE;
}
