/* SPDX-License-Identifier: Apache-2.0 */
/* Starts programs the way posix_spawn() does, by clone(CLONE_VM | CLONE_VFORK), because that cannot
 * do what a helper needs: to die with naze, and to inherit nothing. The child runs on a stack of
 * its own in naze's memory until it executes the program; it calls only what is async-signal-safe
 * and leaves the errno of a failure in memory that both see. All signals are blocked meanwhile, so
 * that no handler of naze's runs in the child. */
#include "sys/spawn.h"

#include "sys/spawn_prepare.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { STACK_SIZE = 65536, FDS_MAX = 65536, FIRST_OTHER = 3 };

/* What the child is told, and its answer. */
struct start {
	const char *program;
	char *const *argv;
	char *const *env;
	int std[3]; /* descriptors for 0, 1, 2; all above 2 */
	pid_t parent;
	volatile int error; /* errno of what failed in the child */
};

/* Marks every descriptor above 2 close-on-exec. */
static void close_others(void)
{
	struct rlimit limit;
	int end = FDS_MAX;

	if (syscall(SYS_close_range, FIRST_OTHER, ~0U, CLOSE_RANGE_CLOEXEC) == 0) {
		return;
	}
	/* Before 5.11: ours are all CLOEXEC; this is for what we were started with. */
	if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < FDS_MAX) {
		end = (int)limit.rlim_cur;
	}
	for (int fd = FIRST_OTHER; fd < end; fd++) {
		(void)fcntl(fd, F_SETFD, FD_CLOEXEC);
	}
}

/* Handlers are naze's functions, and an ignored SIGPIPE would be inherited. */
static void default_signals(void)
{
	const struct sigaction standard = { .sa_handler = SIG_DFL };
	sigset_t none;

	for (int i = 1; i < NSIG; i++) {
		(void)sigaction(i, &standard, NULL);
	}
	(void)sigemptyset(&none);
	(void)sigprocmask(SIG_SETMASK, &none, NULL);
}

static int child_main(void *data)
{
	struct start *s = data;

	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != s->parent) { /* naze died before the line above */
		_exit(127);
	}
	for (int i = 0; i < FIRST_OTHER; i++) {
		if (dup2(s->std[i], i) < 0) {
			s->error = errno;
			_exit(127);
		}
	}
	close_others();
	default_signals();
	(void)execve(s->program, s->argv, s->env);
	s->error = errno;
	_exit(127);
}

/* clone() with and, on kernels before 5.2, without a pidfd. The pid, or a negative errno. */
static pid_t clone_child(struct start *s, uint8_t *stack, int *ret_pidfd)
{
	const int flags = CLONE_VM | CLONE_VFORK | SIGCHLD;
	pid_t pid = clone(child_main, stack + STACK_SIZE, flags | CLONE_PIDFD, s, ret_pidfd);

	if (pid < 0 && errno == EINVAL) {
		*ret_pidfd = -1;
		pid = clone(child_main, stack + STACK_SIZE, flags, s);
	}
	return pid < 0 ? -errno : pid;
}

static int start_child(struct start *s, pid_t *ret_pid, int *ret_pidfd)
{
	sigset_t all;
	sigset_t before;
	uint8_t *stack = mmap(NULL, STACK_SIZE, PROT_READ | PROT_WRITE,
	                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
	pid_t pid = 0;

	if (stack == MAP_FAILED) {
		return -errno;
	}
	(void)sigfillset(&all);
	(void)sigprocmask(SIG_BLOCK, &all, &before);
	pid = clone_child(s, stack, ret_pidfd);
	(void)sigprocmask(SIG_SETMASK, &before, NULL);
	(void)munmap(stack, STACK_SIZE);
	if (pid < 0) {
		return pid;
	}
	*ret_pid = pid;
	return -s->error;
}

/* A descriptor above 2, so that dup2() onto 0, 1, 2 always copies. Takes fd over. */
static int above_two(int fd)
{
	int moved = 0;

	if (fd < 0 || fd >= FIRST_OTHER) {
		return fd < 0 ? -errno : fd;
	}
	moved = fcntl(fd, F_DUPFD_CLOEXEC, FIRST_OTHER);
	(void)close(fd);
	return moved < 0 ? -errno : moved;
}

/* /dev/null, or, in a container without, an empty file in memory. */
static int open_null(void)
{
	int fd = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (fd < 0) {
		fd = memfd_create("null", MFD_CLOEXEC);
	}
	return above_two(fd);
}

/* A pipe whose end on our side does not block. */
static int open_pipe(int *ret_ours, int *ret_childs, bool we_read)
{
	int fds[2];
	int ours = -EBADF;
	int childs = -EBADF;

	if (pipe2(fds, O_CLOEXEC) < 0) {
		return -errno;
	}
	ours = above_two(fds[we_read ? 0 : 1]);
	childs = above_two(fds[we_read ? 1 : 0]);
	if (ours < 0 || childs < 0) {
		cleanup_close(&ours);
		cleanup_close(&childs);
		return ours < 0 ? ours : childs;
	}
	(void)fcntl(ours, F_SETFL, O_NONBLOCK);
	*ret_ours = ours;
	*ret_childs = childs;
	return 0;
}

/* Hands the child on: what it was, the variable being none afterwards. */
static struct sys_child take_child(struct sys_child *child)
{
	const struct sys_child taken = *child;

	*child = (struct sys_child)SYS_CHILD_NONE;
	return taken;
}

/* Starts the prepared program with its three streams. */
static int run(const struct spawn_plan *plan, unsigned int flags, struct sys_child *ret)
{
	auto_child struct sys_child child = SYS_CHILD_NONE;
	auto_close int null = open_null();
	auto_close int out = -EBADF;
	auto_close int in = -EBADF;
	struct start s = {
		.program = plan->program,
		.argv = plan->argv,
		.env = plan->env,
		.parent = getpid(),
	};
	int r = null < 0 ? null : open_pipe(&child.out, &out, true);

	if (r == 0 && (flags & SYS_SPAWN_STDIN)) {
		r = open_pipe(&child.in, &in, false);
	}
	if (r < 0) {
		return r;
	}
	s.std[0] = flags & SYS_SPAWN_STDIN ? in : null;
	s.std[1] = out;
	s.std[2] = flags & SYS_SPAWN_ERRORS ? out : null;
	r = start_child(&s, &child.pid, &child.pidfd);
	if (r < 0) {
		return r;
	}
	*ret = take_child(&child);
	return 0;
}

int sys_spawn(const char *const argv[], const char *const env[], unsigned int flags,
              struct sys_child *ret)
{
	auto_with(spawn_plan_done) struct spawn_plan plan = { .argv = NULL };
	int r = spawn_plan_program(&plan, argv);

	if (r == 0) {
		r = spawn_plan_env(&plan, env, flags & SYS_SPAWN_LOCALE);
	}
	return r < 0 ? r : run(&plan, flags, ret);
}

int sys_spawn_self(const char *helper, const char *const args[], unsigned int flags,
                   struct sys_child *ret)
{
	auto_with(spawn_plan_done) struct spawn_plan plan = { .argv = NULL };
	int r = spawn_plan_self(&plan, helper, args);

	if (r == 0) {
		r = spawn_plan_env(&plan, NULL, flags & SYS_SPAWN_LOCALE);
	}
	return r < 0 ? r : run(&plan, flags, ret);
}
