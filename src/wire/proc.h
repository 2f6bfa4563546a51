/* SPDX-License-Identifier: Apache-2.0 */
/* Texts of /proc: counters, TCP socket tables, limits and numbers (proc(5), kernel
 * Documentation/networking/{snmp_counter,proc_net_tcp}.rst). Absent is never the same as 0. */
#pragma once
#include "base/addr.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Finds a counter by group and name ("TcpExt", "ListenOverflows") in the text of /proc/net/snmp or
 * /proc/net/netstat. 0; -ENOENT when this kernel has no such counter (ret stays). */
int proc_counter(const char *text, size_t len, const char *group, const char *name, int64_t *ret);

/* The same for /proc/net/snmp6 ("Ip6OutRequests"). */
int proc_counter6(const char *text, size_t len, const char *name, int64_t *ret);

/* How many packets an interface has received, from /proc/net/dev; its name with the colon ("lo:").
 * 0; -ENOENT where it is not there. */
int proc_received(const char *text, size_t len, const char *name, int64_t *ret);

/* As include/net/tcp_states.h of the kernel. */
enum proc_tcp_state {
	PROC_TCP_ESTABLISHED = 1,
	PROC_TCP_SYN_SENT,
	PROC_TCP_SYN_RECV,
	PROC_TCP_FIN_WAIT1,
	PROC_TCP_FIN_WAIT2,
	PROC_TCP_TIME_WAIT,
	PROC_TCP_CLOSE,
	PROC_TCP_CLOSE_WAIT,
	PROC_TCP_LAST_ACK,
	PROC_TCP_LISTEN,
	PROC_TCP_CLOSING,
	PROC_TCP_NEW_SYN_RECV,
	N_PROC_TCP_STATES
};

struct proc_socket {
	struct addr local, remote;
	uint16_t local_port, remote_port;
	uint8_t state;               /* enum proc_tcp_state */
	uint32_t tx_queue, rx_queue; /* bytes; of a listener rx is connections that wait */
	uint32_t uid;
	uint64_t inode;
};

/* Where one is in a socket table. Zeroed is the beginning. */
struct proc_sockets {
	size_t at;
	uint32_t n_malformed; /* lines that were skipped */
};

/* The next socket of the text of /proc/net/tcp or tcp6 (addresses there are the host's own 32-bit
 * words in hexadecimal, so a text of another machine's byte order is misread). False at the end. */
bool proc_socket_next(const char *text, size_t len, struct proc_sockets *where,
                      struct proc_socket *ret);

/* Counts, by state, the sockets whose remote end is addr (NULL: any) and port (0: any). Adds to
 * ret. */
void proc_socket_count(const char *text, size_t len, const struct addr *addr, uint16_t port,
                       uint32_t ret[static N_PROC_TCP_STATES]);

/* "ESTABLISHED"...; NULL for none. */
const char *proc_tcp_state_name(unsigned state);

/* Reads a limit of /proc/PID/limits by its name ("Max open files"); INT64_MAX for "unlimited". 0;
 * -ENOENT. */
int proc_limit(const char *text, size_t len, const char *name, int64_t *ret_soft,
               int64_t *ret_hard);

/* Reads up to max whole numbers, separated by blanks, as in /proc/sys ("32768\t60999\n"). How many;
 * -EINVAL when there is something else or none or more. */
int proc_numbers(const char *text, size_t len, int64_t *ret, size_t max);
