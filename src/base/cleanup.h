/* SPDX-License-Identifier: Apache-2.0 */
/* Scope-bound cleanup: what is declared with one of these is let go when the scope ends. */
#pragma once
#include <stdlib.h>
#include <unistd.h>

#define auto_with(fn) __attribute__((__cleanup__(fn)))
#define auto_free     auto_with(cleanup_free)  /* auto_free char *s = NULL;   */
#define auto_close    auto_with(cleanup_close) /* auto_close int fd = -EBADF; */

/* Hands the pointer on: its value, the variable being NULL (or -1) afterwards. */
#define take_ptr(p)                     \
	({                              \
		__typeof__(p) t_ = (p); \
		(p) = NULL;             \
		t_;                     \
	})
#define take_fd(fd)            \
	({                     \
		int t_ = (fd); \
		(fd) = -1;     \
		t_;            \
	})

static inline void cleanup_free(void *p)
{
	free(*(void **)p);
}

static inline void cleanup_close(const int *fd)
{
	if (*fd >= 0) {
		(void)close(*fd);
	}
}
