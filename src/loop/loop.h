/* SPDX-License-Identifier: Apache-2.0 */
/* The loop: fibers that wait for descriptors, for a time, or for each other.
 *
 * A fiber is a function with a stack of its own (makecontext(3)); it runs until it waits, and then
 * another one runs. So the code of a probe is straight: connect, wait, send, wait, read. There are
 * no threads and no callbacks; between two waits nothing else runs, so nothing needs a lock.
 *
 * Cancelling a fiber makes its present wait and all later ones return -ECANCELED at once; it then
 * returns on its own way out, so that every auto_close and auto_free of it is run. A fiber's
 * deadline does the same with -ETIME. */
#pragma once
#include "base/time.h"

#include <stdbool.h>

struct loop;
struct fiber;

enum { LOOP_IN = 1, LOOP_OUT = 2, LOOP_ERR = 4 }; /* readable, writable, error or hang-up */

/* One descriptor in a wait: events asked for; ret is what came (0: nothing). LOOP_ERR is always
 * reported. A negative fd is passed over. */
struct loop_fd {
	int fd;
	short events;
	short ret;
};

/* Something that fibers can wait for: starts zeroed. */
struct loop_event {
	unsigned count; /* signals so far */
};

/* Makes a loop. 0, or -ENOMEM. loop_free() takes NULL; all fibers must have ended. */
int loop_new(struct loop **ret);
void loop_free(struct loop *loop);

/* CLOCK_BOOTTIME, microseconds. */
usec_t loop_now(void);

/* Starts fn(arg) as a fiber, which runs when the spawning one waits. Its waits end with -ETIME
 * when deadline (0: never) is reached. *ret is valid until loop_join() or until the fiber ends
 * when it was spawned detached (ret NULL). 0, or -ENOMEM. */
int loop_spawn(struct loop *loop, int (*fn)(void *arg), void *arg, usec_t deadline,
               struct fiber **ret);

/* Asks the fiber to end: see above. Harmless when it has ended. */
void loop_cancel(struct loop *loop, struct fiber *fiber);

/* Whether it has ended. */
bool loop_done(const struct fiber *fiber);

/* Waits for its end (that wait is not cut short by a cancel), frees it, sets the caller's pointer
 * to NULL and returns what fn returned. NULL inside is fine: 0. */
int loop_join(struct loop *loop, struct fiber **fiber);

/* Cancels and joins. */
int loop_stop(struct loop *loop, struct fiber **fiber);

/* Runs fibers until fn(arg), the first one, has ended; returns its result. Where the kernel lets
 * nobody wait (a sandbox without ppoll(2), no memory), all are cancelled, and it is that errno. */
int loop_run(struct loop *loop, int (*fn)(void *arg), void *arg);

/* The following are called from a fiber. until is a time of loop_now(), 0 for never.
 *
 * loop_wait: until fd is ready; the events that came (> 0), -ETIMEDOUT, -ETIME or -ECANCELED.
 * loop_wait_any: the same for n descriptors; how many are ready.
 * loop_sleep: until that time: 0, -ETIME or -ECANCELED.
 * loop_yield: lets the others run once.
 * loop_wait_event: until the event is signalled again after count was *seen (which is updated);
 *   0, -ETIMEDOUT, -ETIME, -ECANCELED. */
int loop_wait(struct loop *loop, int fd, short events, usec_t until);
int loop_wait_any(struct loop *loop, struct loop_fd *fds, int n, usec_t until);
int loop_sleep(struct loop *loop, usec_t until);
int loop_yield(struct loop *loop);
int loop_wait_event(struct loop *loop, const struct loop_event *event, unsigned *seen,
                    usec_t until);

/* loop_wait_any that a signal of the event ends as well: 0 then. */
int loop_wait_both(struct loop *loop, struct loop_fd *fds, int n, const struct loop_event *event,
                   unsigned *seen, usec_t until);

/* Wakes every fiber that waits for the event. */
static inline void loop_signal(struct loop_event *event)
{
	event->count++;
}
