/* SPDX-License-Identifier: Apache-2.0 */
/* The scheduler. It polls (poll(2)) whatever the waiting fibers wait for: a diagnosis is a few
 * dozen descriptors, for which building the list anew each time costs a microsecond and leaves no
 * registration behind that could be stale. */
#include "loop/loop.h"
#include "loop/fiber.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MAX_POLL = 256 };

struct loop {
	struct fiber *first;   /* every fiber that has not been freed */
	struct fiber *current; /* NULL: the scheduler itself */
	struct fiber_context main;
	int error; /* negative: poll() does not work here */
};

usec_t loop_now(void)
{
	struct timespec t = { 0 };

	(void)clock_gettime(CLOCK_BOOTTIME, &t);
	return (usec_t)t.tv_sec * USEC_SEC + t.tv_nsec / 1000;
}

int loop_new(struct loop **ret)
{
	struct loop *loop = calloc(1, sizeof(*loop));

	if (loop == NULL) {
		return -ENOMEM;
	}
	*ret = loop;
	return 0;
}

static void unlink_fiber(struct loop *loop, struct fiber *f)
{
	struct fiber **at = &loop->first;

	while (*at != NULL && *at != f) {
		at = &(*at)->next;
	}
	if (*at != NULL) {
		*at = f->next;
	}
	fiber_free(f);
}

void loop_free(struct loop *loop)
{
	while (loop != NULL && loop->first != NULL) {
		unlink_fiber(loop, loop->first);
	}
	free(loop);
}

int loop_spawn(struct loop *loop, int (*fn)(void *arg), void *arg, usec_t deadline,
               struct fiber **ret)
{
	struct fiber **end = &loop->first;
	struct fiber *f = NULL;
	int r = fiber_new(fn, arg, &f);

	if (r < 0) {
		return r;
	}
	f->deadline = deadline;
	f->ready = true;
	f->detached = ret == NULL;
	f->home = &loop->main;
	while (*end != NULL) { /* at the end: fibers run in the order in which they were spawned */
		end = &(*end)->next;
	}
	*end = f;
	if (ret != NULL) {
		*ret = f;
	}
	return 0;
}

void loop_cancel(struct loop *loop, struct fiber *fiber)
{
	(void)loop;
	fiber->cancelled = true;
	fiber->ready = true;
}

bool loop_done(const struct fiber *fiber)
{
	return fiber->done;
}

static usec_t earlier(usec_t a, usec_t b)
{
	return a == 0 ? b : b == 0 || a < b ? a : b;
}

/* Hands the processor to the scheduler until something that f waits for has happened. */
static int suspend(struct loop *loop, struct fiber *f)
{
	if (f->cancelled && !f->uninterruptible) {
		return -ECANCELED;
	}
	if (f->deadline != 0 && !f->uninterruptible && loop_now() >= f->deadline) {
		return -ETIME;
	}
	f->ready = false;
	f->woken = 0;
	loop->current = NULL;
	fiber_switch(&f->context, &loop->main);
	if (f->cancelled && !f->uninterruptible) {
		return -ECANCELED;
	}
	if (f->woken == 0 && f->deadline != 0 && !f->uninterruptible && loop_now() >= f->deadline) {
		return -ETIME;
	}
	return f->woken;
}

int loop_wait_both(struct loop *loop, struct loop_fd *fds, int n, const struct loop_event *event,
                   unsigned *seen, usec_t until)
{
	struct fiber *f = loop->current;
	int r = 0;

	for (int i = 0; i < n; i++) {
		fds[i].ret = 0;
	}
	if (event != NULL && event->count != *seen) {
		*seen = event->count;
		return 0;
	}
	f->fds = fds;
	f->n_fds = n;
	f->event = event;
	f->event_seen = event != NULL ? *seen : 0;
	f->until = until;
	r = suspend(loop, f);
	f->fds = NULL;
	f->n_fds = 0;
	f->event = NULL;
	f->until = 0;
	if (event != NULL && r == 0 && event->count != *seen) {
		*seen = event->count;
		return 0;
	}
	return r != 0 ? r : -ETIMEDOUT;
}

int loop_wait_any(struct loop *loop, struct loop_fd *fds, int n, usec_t until)
{
	return loop_wait_both(loop, fds, n, NULL, NULL, until);
}

int loop_wait(struct loop *loop, int fd, short events, usec_t until)
{
	struct loop_fd one = { .fd = fd, .events = events };
	int r = loop_wait_any(loop, &one, 1, until);

	return r > 0 ? one.ret : r;
}

int loop_wait_event(struct loop *loop, const struct loop_event *event, unsigned *seen, usec_t until)
{
	return loop_wait_both(loop, NULL, 0, event, seen, until);
}

int loop_sleep(struct loop *loop, usec_t until)
{
	int r = loop_wait_any(loop, NULL, 0, until);

	return r == -ETIMEDOUT ? 0 : r;
}

int loop_yield(struct loop *loop)
{
	return loop_sleep(loop, loop_now());
}

int loop_join(struct loop *loop, struct fiber **fiber)
{
	struct fiber *f = *fiber;
	struct fiber *self = loop->current;
	int result = 0;

	if (f == NULL) {
		return 0;
	}
	self->uninterruptible = true;
	while (!f->done) {
		unsigned seen = 0;

		(void)loop_wait_event(loop, &f->ended, &seen, 0);
	}
	self->uninterruptible = false;
	result = f->result;
	unlink_fiber(loop, f);
	*fiber = NULL;
	return result;
}

int loop_stop(struct loop *loop, struct fiber **fiber)
{
	if (*fiber != NULL) {
		loop_cancel(loop, *fiber);
	}
	return loop_join(loop, fiber);
}

/* Whether the fiber may run on for a reason that needs no descriptor. */
static bool due(const struct fiber *f, usec_t now)
{
	return f->ready || (f->cancelled && !f->uninterruptible) ||
	       (f->event != NULL && f->event->count != f->event_seen) ||
	       (f->until != 0 && now >= f->until) ||
	       (f->deadline != 0 && !f->uninterruptible && now >= f->deadline);
}

/* ppoll(2) and not poll(2): a wait of 300 us must not become one of a millisecond. */
static int poll_until(struct pollfd *fds, nfds_t n, usec_t next, usec_t now)
{
	usec_t left = next > now ? next - now : 0;
	struct timespec t = { .tv_sec = left / USEC_SEC, .tv_nsec = left % USEC_SEC * 1000 };

	return ppoll(fds, n, next == 0 ? NULL : &t, NULL);
}

static short events_of(short loop_events)
{
	return (short)(((loop_events & LOOP_IN) != 0 ? POLLIN : 0) |
	               ((loop_events & LOOP_OUT) != 0 ? POLLOUT : 0));
}

static short events_to(short poll_events)
{
	return (short)(((poll_events & POLLIN) != 0 ? LOOP_IN : 0) |
	               ((poll_events & POLLOUT) != 0 ? LOOP_OUT : 0) |
	               ((poll_events & (POLLERR | POLLHUP | POLLNVAL)) != 0 ? LOOP_ERR : 0));
}

/* Without poll() nothing that is waited for shows: silence would be made up. */
static void give_up(struct loop *loop, int error)
{
	loop->error = error;
	for (struct fiber *f = loop->first; f != NULL; f = f->next) {
		f->cancelled = true;
	}
}

/* Polls what the waiting fibers wait for, and notes in them what came. */
static void poll_all(struct loop *loop)
{
	struct pollfd fds[MAX_POLL];
	struct loop_fd *of[MAX_POLL] = { NULL };
	struct fiber *who[MAX_POLL] = { NULL };
	usec_t now = loop_now();
	usec_t next = 0;
	bool any_due = false;
	nfds_t n = 0;

	for (struct fiber *f = loop->first; f != NULL; f = f->next) {
		if (f->done) {
			continue;
		}
		any_due = any_due || due(f, now);
		next = earlier(next, earlier(f->until, f->uninterruptible ? 0 : f->deadline));
		for (int i = 0; i < f->n_fds && n < MAX_POLL; i++) {
			if (f->fds[i].fd < 0) {
				continue;
			}
			fds[n] = (struct pollfd){ .fd = f->fds[i].fd,
				                  .events = events_of(f->fds[i].events) };
			of[n] = &f->fds[i];
			who[n++] = f;
		}
	}
	if (poll_until(fds, n, any_due ? now : next, now) < 0 && errno != EINTR) {
		give_up(loop, -errno);
	}
	for (nfds_t i = 0; i < n; i++) {
		if (fds[i].revents != 0) {
			of[i]->ret = events_to(fds[i].revents);
			who[i]->woken++;
		}
	}
}

static void run_one(struct loop *loop, struct fiber *f)
{
	loop->current = f;
	fiber_switch(&loop->main, &f->context);
	loop->current = NULL;
	if (f->done && f->detached) {
		unlink_fiber(loop, f);
	}
}

/* One round: poll, then run every fiber that was due when the round began. */
static void step(struct loop *loop)
{
	struct fiber *ready[MAX_POLL];
	usec_t now = 0;
	int n = 0;

	poll_all(loop);
	now = loop_now();
	for (struct fiber *f = loop->first; f != NULL && n < MAX_POLL; f = f->next) {
		if (!f->done && (f->woken > 0 || due(f, now))) {
			ready[n++] = f;
		}
	}
	for (int i = 0; i < n; i++) {
		bool there = false;

		/* one that ran earlier in this round may have joined and freed this one */
		for (struct fiber *f = loop->first; f != NULL; f = f->next) {
			there = there || f == ready[i];
		}
		if (there && !ready[i]->done) {
			run_one(loop, ready[i]);
		}
	}
}

int loop_run(struct loop *loop, int (*fn)(void *arg), void *arg)
{
	struct fiber *f = NULL;
	int r = loop_spawn(loop, fn, arg, 0, &f);

	if (r < 0) {
		return r;
	}
	while (!f->done) {
		step(loop);
	}
	r = loop->error < 0 ? loop->error : f->result;
	unlink_fiber(loop, f);
	return r;
}
