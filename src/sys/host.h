/* SPDX-License-Identifier: Apache-2.0 */
/* Facts about this host, this user and this process that change how a failure is read. No name
 * service is asked for them: that could block. */
#pragma once
#include "base/tri.h"

#include <stddef.h>
#include <stdint.h>

struct sys_host {
	char name[65];    /* uname -n, raw */
	char kernel[65];  /* uname -r */
	char machine[65]; /* uname -m */
	char user[33];    /* from /etc/passwd, else $USER, else ""; raw */
	uint32_t uid;
	uint32_t euid;
	enum tri net_admin; /* effective CAP_NET_ADMIN, in this user namespace */
	enum tri net_raw;
	int32_t utc_offset;          /* seconds east of Greenwich, now */
	enum tri clock_synchronised; /* by NTP, says the kernel */
	uint64_t fd_limit;           /* soft RLIMIT_NOFILE */
	int64_t fd_open;             /* descriptors open in this process; -1 without /proc */
	uint32_t port_first;         /* ip_local_port_range; both 0 when it cannot be read */
	uint32_t port_last;
};

/* Fills in what can be found out; about 0.1 ms. */
void sys_host(struct sys_host *ret);

/* The name of that user in /etc/passwd, raw, at most size - 1 bytes; false: it has none there. */
bool sys_user_name(uint32_t uid, char *ret, size_t size);

/* The environment's variable, or NULL; the text belongs to the environment. */
const char *sys_env(const char *name);

/* Seconds east of Greenwich of this host's local time at that moment (seconds since 1970). */
int32_t sys_utc_offset(int64_t at);
