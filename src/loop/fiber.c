/* SPDX-License-Identifier: Apache-2.0 */
/* Stacks and switching. Under AddressSanitizer every switch is announced
 * (sanitizer/common_interface_defs.h), or it would take the other stack for a wild one. */
#include "loop/fiber.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define WITH_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WITH_ASAN 1
#endif
#endif
#ifdef WITH_ASAN
#include <sanitizer/common_interface_defs.h>
#endif

/* Committed page by page as it is used; OpenSSL's handshake needs about 30 KiB of it. */
enum { STACK_SIZE = 512 * 1024 };

static void finish_switch(struct fiber_context *self)
{
#ifdef WITH_ASAN
	__sanitizer_finish_switch_fiber(self->fake_stack, NULL, NULL);
#else
	(void)self;
#endif
}

void fiber_switch(struct fiber_context *from, struct fiber_context *to)
{
#ifdef WITH_ASAN
	__sanitizer_start_switch_fiber(&from->fake_stack, to->bottom, to->size);
#endif
	(void)swapcontext(&from->machine, &to->machine);
	finish_switch(from);
}

/* makecontext() passes int arguments only: the pointer travels in two halves. */
static void entry(unsigned high, unsigned low)
{
	struct fiber *f = (struct fiber *)(((uintptr_t)high << 32) | (uintptr_t)low); /* NOLINT */

#ifdef WITH_ASAN
	__sanitizer_finish_switch_fiber(NULL, &f->home->bottom, &f->home->size);
#endif
	f->result = f->fn(f->arg);
	f->done = true;
	loop_signal(&f->ended);
#ifdef WITH_ASAN
	__sanitizer_start_switch_fiber(NULL, f->home->bottom, f->home->size);
#endif
	(void)setcontext(&f->home->machine);
	abort(); /* setcontext() does not return */
}

int fiber_new(int (*fn)(void *arg), void *arg, struct fiber **ret)
{
	size_t guard = (size_t)sysconf(_SC_PAGESIZE);
	struct fiber *f = calloc(1, sizeof(*f));

	if (f == NULL) {
		return -ENOMEM;
	}
	f->fn = fn;
	f->arg = arg;
	f->stack_size = STACK_SIZE + guard;
	f->stack = mmap(NULL, f->stack_size, PROT_READ | PROT_WRITE,
	                MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK | MAP_NORESERVE, -1, 0);
	if (f->stack == MAP_FAILED) {
		free(f);
		return -ENOMEM;
	}
	(void)mprotect(f->stack, guard, PROT_NONE);
	(void)getcontext(&f->context.machine);
	f->context.bottom = (char *)f->stack + guard;
	f->context.size = STACK_SIZE;
	f->context.machine.uc_stack.ss_sp = (char *)f->stack + guard;
	f->context.machine.uc_stack.ss_size = STACK_SIZE;
	makecontext(&f->context.machine, (void (*)(void))entry, 2, (unsigned)((uintptr_t)f >> 32),
	            (unsigned)(uintptr_t)f);
	*ret = f;
	return 0;
}

void fiber_free(struct fiber *fiber)
{
	(void)munmap(fiber->stack, fiber->stack_size);
	free(fiber);
}
