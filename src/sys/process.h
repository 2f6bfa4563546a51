/* SPDX-License-Identifier: Apache-2.0 */
/* Another process, as /proc tells of it (proc(5)): which sockets it holds, and whether it was told
 * of a name. Needs the rights of its owner, as everything that looks into a process does. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The inodes of the sockets that process pid and the processes that it started have open, this one
 * and what it started apart; at most max of them at ret, of at most 256 processes within 20 ms. How
 * many, or a negative errno: -EACCES rights are missing, -ENOENT and -ESRCH no such process. */
int sys_process_sockets(int pid, uint64_t *ret, size_t max);

/* Whether the command line or the environment of process pid holds the host name: 1 or 0, or a
 * negative errno. What is read holds passwords too: nothing of it is kept. */
int sys_process_mentions(int pid, const char *name);

/* Reads the table of the TCP sockets of the process's network, or of its IPv6 ones, as text for
 * wire/proc.h. The length, or a negative errno. */
int sys_process_tcp(int pid, bool v6, char *buf, size_t size);
