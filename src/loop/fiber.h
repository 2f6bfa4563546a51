/* SPDX-License-Identifier: Apache-2.0 */
/* The insides of a fiber, for loop.c alone: its stack, its context, what it waits for. */
#pragma once
#include "loop/loop.h"

#include <stddef.h>
#include <ucontext.h>

/* A place where execution can go on: the machine's context and what a sanitizer must know. */
struct fiber_context {
	ucontext_t machine;
	void *fake_stack;
	const void *bottom; /* of the stack */
	size_t size;
};

struct fiber {
	struct fiber *next;
	int (*fn)(void *arg);
	void *arg;
	void *stack;
	size_t stack_size;
	struct fiber_context context;
	struct fiber_context *home; /* the scheduler's, where it returns to */
	struct loop_fd *fds;        /* what it waits for */
	int n_fds;
	int woken; /* how many of them are ready */
	const struct loop_event *event;
	unsigned event_seen;
	usec_t until;
	usec_t deadline;
	struct loop_event ended;
	int result;
	bool ready;
	bool cancelled;
	bool uninterruptible;
	bool detached;
	bool done;
};

/* Makes a fiber with a stack of its own (guarded at its end by an inaccessible page) that will run
 * fn(arg). 0, or -ENOMEM. */
int fiber_new(int (*fn)(void *arg), void *arg, struct fiber **ret);

/* Lets its stack and itself go. It must not be running. */
void fiber_free(struct fiber *fiber);

/* Leaves from, goes on in to. */
void fiber_switch(struct fiber_context *from, struct fiber_context *to);
