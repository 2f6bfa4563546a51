/* SPDX-License-Identifier: Apache-2.0 */
/* What probes of every room want from child processes: their output, and the name lookup in the
 * helper process. All of it is called from a fiber. */
#pragma once
#include "loop/loop.h"
#include "sys/nss_helper.h"
#include "sys/spawn.h"
#include "target/options.h"

/* What a child printed. */
struct child_text {
	char *bytes; /* NUL-terminated, the caller's (free) */
	size_t len;
	int status; /* exit status, as sys_child_reap() gives it; -1 when it did not end in time */
};

/* Reads the child's output until it closes it, and waits for its end. 0; -EFBIG for more than max
 * bytes, -ENOMEM, -ETIMEDOUT (until, 0: never), -ECANCELED, -ETIME: then ret->bytes is NULL. */
int child_read(struct loop *loop, struct sys_child *child, size_t max, usec_t until,
               struct child_text *ret);

/* What is asked of the helper process for that name (family is "0", "4" or "6") in this run. */
struct sys_nss_question child_question(const struct run_options *options, const char *name,
                                       const char *family);

/* Looks the name up as programs do (getaddrinfo in the helper). 0 with *ret; -ENOENT when the
 * helper said nothing, or as sys_nss_start() and child_read(). */
int child_lookup(struct loop *loop, const struct sys_nss_question *question, usec_t until,
                 struct sys_nss *ret);
