/* SPDX-License-Identifier: Apache-2.0 */
/* This host's TCP sockets (sock_diag(7)): who listens on a port, and how many connections there
 * are to one destination. Limits and errors: see sys/netlink.h; -ENOENT where the kernel has no
 * inet_diag. */
#pragma once
#include "base/addr.h"

enum { SYS_LISTENERS_MAX = 32, SYS_PROGRAM_MAX = 16, SYS_PROGRAM_PATH = 256 };

struct sys_listener {
	struct addr addr; /* bound address; all zeroes is any */
	uint16_t port;
	bool any;         /* bound to any address of its family */
	bool loopback;    /* bound to 127.0.0.0/8 or ::1 */
	bool v6_only;     /* an IPv6 socket that does not take IPv4 too */
	uint32_t ifindex; /* bound to that interface; 0 none */
	uint32_t uid;
	uint32_t inode;
	uint32_t queued;  /* connections that wait for accept() */
	uint32_t backlog; /* how many may wait; full when queued is more than this */
};

/* By state, connections of this host to one address and port. */
struct sys_tcp_counts {
	uint32_t total;
	uint32_t syn_sent;
	uint32_t established;
	uint32_t close_wait;
	uint32_t time_wait;
	uint32_t closing; /* FIN_WAIT1, FIN_WAIT2, LAST_ACK, CLOSING */
	bool cut;         /* there are more than could be counted within 50 ms */
};

/* The program that holds a socket, as far as /proc tells this user. Texts are raw: clean them
 * before they are stored; "" is unknown. */
struct sys_program {
	int pid;
	int64_t started;              /* seconds since 1970; 0 unknown */
	char name[SYS_PROGRAM_MAX];   /* /proc/PID/comm */
	char file[SYS_PROGRAM_PATH];  /* its program file (proc(5) exe), as it was called */
	char place[SYS_PROGRAM_PATH]; /* the directory in which it runs (cwd), as it was called */
	bool file_gone;               /* that file has been deleted or replaced since */
	bool place_gone;              /* that directory has been deleted */
};

/* Sockets that listen on that TCP port (0: on any), both families, at most max at ret. Returns
 * how many there are, which may be more than max. */
int sys_listeners(uint16_t port, struct sys_listener *ret, size_t max);

/* Counts the TCP sockets of this network namespace to dst and port. */
int sys_tcp_count(const struct addr *dst, uint16_t port, struct sys_tcp_counts *ret);

/* Finds the process that has the socket inode open: at most 4096 processes within 50 ms. Of several
 * the first, but init only where no other has it (it opens the sockets of services that start on
 * demand). An ordinary user sees only its own. 0; -ENOENT not found; -EACCES when some processes
 * could not be looked into and it was in none of the others; -ETIME. */
int sys_program_of(uint32_t inode, struct sys_program *ret);
