/* SPDX-License-Identifier: Apache-2.0 */
/* Sockets, as naze opens them itself: non-blocking, close-on-exec, and with the error queue on, so
 * that who sent an ICMP error can be read without any privilege (ip(7) IP_RECVERR, ipv6(7)
 * IPV6_RECVERR). Every function returns 0 or more, or negative errno. */
#pragma once
#include "base/addr.h"
#include "base/time.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How a socket is opened; zeroed is an ordinary TCP client's. */
struct sys_socket_options {
	enum addr_family family;
	bool udp;
	int ttl;                /* IP_TTL or IPV6_UNICAST_HOPS, 0: the default */
	int mss;                /* TCP_MAXSEG, 0: the default; at least 88 (tcp(7)) */
	bool whole;             /* UDP: never in fragments, and whatever is known of the path's MTU
	                         * (IP_PMTUDISC_PROBE, ip(7); IPV6_DONTFRAG, RFC 3542 11.2) */
	struct addr source;     /* bind() to it, ADDR_NONE: do not */
	uint16_t source_port;   /* bind() to it, 0: do not */
	const char *source_dev; /* SO_BINDTODEVICE, NULL: do not */
};

/* An ICMP error from a socket's error queue. */
struct sys_icmp {
	struct addr from; /* who sent it; this host's own address for an error of its own making */
	int type;
	int code;
	int error;  /* errno that it became */
	bool local; /* made by this host's kernel and not by a packet (SO_EE_ORIGIN_LOCAL) */
};

/* What TCP knows about a connection (tcp_info, tcp(7)). */
struct sys_tcp_info {
	usec_t rtt;        /* smoothed; 0 unknown */
	int total_retrans; /* segments that were repeated, SYNs included */
	int unacked;       /* segments in flight */
	int out_of_order;  /* segments that came before an earlier one; 0 before Linux 5.4 */
	int packet;        /* bytes of the largest packet that it sends, headers included */
	uint64_t received; /* bytes */
};

/* Opens a socket. The descriptor, or negative errno: -EMFILE and -ENFILE are the host's limits,
 * -EAFNOSUPPORT a kernel without IPv6, -EADDRNOTAVAIL a source that is not this host's. */
int sys_socket(const struct sys_socket_options *options);

/* connect(2): 0 at once (UDP, or TCP to oneself), -EINPROGRESS, or what went wrong. scope is the
 * interface index of a link-local address, else 0. */
int sys_connect(int fd, const struct addr *addr, uint16_t port, uint32_t scope);

/* connect(2) to a path of the file system (unix(7)); opens the socket itself: its descriptor. A
 * path over 107 bytes is -EMSGSIZE. The path stands below root (sys/files.h). */
int sys_connect_unix(int root, const char *path);

/* Two ends of one connection within this process (socketpair(2)), non-blocking: the caller's. */
int sys_pair(int ret[2]);

/* The pending error of a connection under way (SO_ERROR): 0, or negative errno. */
int sys_socket_error(int fd);

/* Takes one ICMP error off the error queue: 1 with ret filled, 0 when it is empty. */
int sys_icmp(int fd, struct sys_icmp *ret);

/* Sets the TTL or hop limit of all that is sent from now on, repeats included; 0: the default. */
int sys_set_ttl(int fd, enum addr_family family, int ttl);

/* Makes TCP take packets of that TTL or hop limit and above only (ip(7) IP_MINTTL, Linux'
 * IPV6_MINHOPCOUNT; meant for RFC 5082): those below are as if lost, SYN-ACK and RST included. */
int sys_set_min_ttl(int fd, enum addr_family family, int ttl);

/* Has the kernel note each write that it hands to a network device (SO_TIMESTAMPING with
 * SOF_TIMESTAMPING_TX_SCHED, which needs no right): what a rule of this host's own firewall throws
 * away or rejects gets no such note. 0, or negative errno. */
int sys_note_leaving(int fd);

/* Takes these notes and what else is in the error queue out of it: whether there was one. */
bool sys_has_left(int fd);

/* Switches the error queue off: left on, a passing ICMP error breaks an open connection. */
void sys_errors_off(int fd);

/* The socket's own address and port. */
int sys_local_address(int fd, struct addr *ret_addr, uint16_t *ret_port);

/* What the kernel knows about the connection of fd. 0, or negative errno. */
int sys_tcp_info(int fd, struct sys_tcp_info *ret);

/* Bytes written to the socket that the other side has not acknowledged (SIOCOUTQ, tcp(7)). */
int sys_unacknowledged(int fd);

/* send(2) without SIGPIPE, recv(2): how many bytes, 0 at the end (recv), or negative errno. */
int sys_send(int fd, const void *bytes, size_t size);
int sys_recv(int fd, void *bytes, size_t size);

/* recv(2) with MSG_PEEK. */
int sys_peek(int fd, void *bytes, size_t size);

/* Lets a TCP connection go with a RST and without TIME_WAIT (SO_LINGER 0), then closes it: for
 * connections that only served to be opened. */
void sys_close_reset(int fd);

/* An ICMP echo socket (icmp(7), SOCK_DGRAM): its descriptor, connected to addr, or -EACCES where
 * ping_group_range does not allow it. sys_echo() sends one request. */
int sys_echo_socket(const struct addr *addr, uint32_t scope);
int sys_echo(int fd, enum addr_family family, uint16_t sequence);

/* Random bytes from the kernel. */
int sys_random(void *bytes, size_t size);
