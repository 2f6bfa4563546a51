/* SPDX-License-Identifier: Apache-2.0 */
/* Opening, connecting, reading and writing sockets. */
#include "sys/net.h"
#include "base/cleanup.h"
#include "sys/files_root.h"
#include "sys/sockaddr.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/errqueue.h>
#include <linux/net_tstamp.h>
#include <linux/sockios.h>
#include <linux/tcp.h>
#include <netinet/icmp6.h>
#include <netinet/in.h>
#include <netinet/ip_icmp.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/un.h>

enum { MOST_NOTES = 64 }; /* taken out of an error queue at a time */

static int set_int(int fd, int level, int option, int value)
{
	return setsockopt(fd, level, option, &value, sizeof(value)) < 0 ? -errno : 0;
}

static int domain(enum addr_family family)
{
	return family == ADDR_V6 ? AF_INET6 : AF_INET;
}

static int bind_source(int fd, const struct sys_socket_options *options)
{
	bool any = options->source.family != options->family;
	struct addr source = any ? (struct addr){ .family = options->family } : options->source;
	struct sockaddr_storage address;
	socklen_t len = sys_sockaddr_from(&source, options->source_port, 0, &address);

	if (options->source_dev != NULL &&
	    setsockopt(fd, SOL_SOCKET, SO_BINDTODEVICE, options->source_dev,
	               (socklen_t)strlen(options->source_dev)) < 0) {
		return -errno;
	}
	if (any && options->source_port == 0) {
		return 0;
	}
	/* or the kernel would look for a free port among all destinations' */
	(void)set_int(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1);
	return bind(fd, (const struct sockaddr *)&address, len) < 0 ? -errno : 0;
}

static int send_whole(int fd, bool v6)
{
	int r = 0;

	if (!v6) {
		return set_int(fd, IPPROTO_IP, IP_MTU_DISCOVER, IP_PMTUDISC_PROBE);
	}
	r = set_int(fd, IPPROTO_IPV6, IPV6_MTU_DISCOVER, IPV6_PMTUDISC_PROBE);
	return r < 0 ? r : set_int(fd, IPPROTO_IPV6, IPV6_DONTFRAG, 1);
}

int sys_socket(const struct sys_socket_options *options)
{
	bool v6 = options->family == ADDR_V6;
	auto_close int fd =
		socket(domain(options->family),
	               (options->udp ? SOCK_DGRAM : SOCK_STREAM) | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	int r = 0;

	if (fd < 0) {
		return -errno;
	}
	(void)set_int(fd, v6 ? IPPROTO_IPV6 : IPPROTO_IP, v6 ? IPV6_RECVERR : IP_RECVERR, 1);
	if (options->ttl > 0) {
		r = sys_set_ttl(fd, options->family, options->ttl);
	}
	if (r == 0 && options->mss > 0) {
		r = set_int(fd, IPPROTO_TCP, TCP_MAXSEG, options->mss);
	}
	if (r == 0 && !options->udp) {
		(void)set_int(fd, IPPROTO_TCP, TCP_NODELAY, 1);
	}
	if (r == 0 && options->whole) {
		r = send_whole(fd, v6);
	}
	r = r == 0 ? bind_source(fd, options) : r;
	return r < 0 ? r : take_fd(fd);
}

int sys_connect(int fd, const struct addr *addr, uint16_t port, uint32_t scope)
{
	struct sockaddr_storage address;
	socklen_t len = sys_sockaddr_from(addr, port, scope, &address);

	return connect(fd, (const struct sockaddr *)&address, len) < 0 ? -errno : 0;
}

int sys_connect_unix(int root, const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	size_t len = strlen(path);
	char link[32];
	auto_close int found = -1;
	auto_close int fd = -1;

	if (root >= 0 && len < sizeof(address.sun_path)) { /* links stay inside: by descriptor */
		found = files_open_at(root, path, O_PATH);
		if (found < 0) {
			return found == -ENOLINK ? -ENOENT : found;
		}
		(void)snprintf(link, sizeof(link), "/proc/self/fd/%d", found);
		path = link;
		len = strlen(path);
	}

	if (len >= sizeof(address.sun_path)) {
		return -EMSGSIZE;
	}
	memcpy(address.sun_path, path, len);
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (fd < 0 || connect(fd, (const struct sockaddr *)&address, sizeof(address)) < 0) {
		return -errno;
	}
	return take_fd(fd);
}

int sys_pair(int ret[2])
{
	return socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ret) < 0 ? -errno
	                                                                                   : 0;
}

int sys_socket_error(int fd)
{
	int error = 0;
	socklen_t len = sizeof(error);

	return getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &len) < 0 ? -errno : -error;
}

int sys_icmp(int fd, struct sys_icmp *ret)
{
	char data[256];
	_Alignas(struct cmsghdr) char control[512];
	struct iovec iov = { .iov_base = data, .iov_len = sizeof(data) };
	struct msghdr msg = { .msg_iov = &iov,
		              .msg_iovlen = 1,
		              .msg_control = control,
		              .msg_controllen = sizeof(control) };

	if (recvmsg(fd, &msg, MSG_ERRQUEUE | MSG_DONTWAIT) < 0) {
		return 0;
	}
	for (struct cmsghdr *c = CMSG_FIRSTHDR(&msg); c != NULL; c = CMSG_NXTHDR(&msg, c)) {
		struct sock_extended_err err;
		struct sockaddr_storage offender = { .ss_family = AF_UNSPEC };
		size_t size = c->cmsg_len - CMSG_LEN(sizeof(err));

		if (!(c->cmsg_level == IPPROTO_IP && c->cmsg_type == IP_RECVERR) &&
		    !(c->cmsg_level == IPPROTO_IPV6 && c->cmsg_type == IPV6_RECVERR)) {
			continue;
		}
		memcpy(&err, CMSG_DATA(c), sizeof(err));
		memcpy(&offender, CMSG_DATA(c) + sizeof(err),
		       size < sizeof(offender) ? size : sizeof(offender));
		*ret = (struct sys_icmp){ .type = err.ee_type,
			                  .code = err.ee_code,
			                  .error = (int)err.ee_errno,
			                  .local = err.ee_origin == SO_EE_ORIGIN_LOCAL };
		(void)sys_sockaddr_to(&offender, &ret->from, NULL);
		return 1;
	}
	return 0;
}

int sys_set_ttl(int fd, enum addr_family family, int ttl)
{
	bool v6 = family == ADDR_V6;

	return set_int(fd, v6 ? IPPROTO_IPV6 : IPPROTO_IP, v6 ? IPV6_UNICAST_HOPS : IP_TTL,
	               ttl > 0 ? ttl : -1);
}

int sys_set_min_ttl(int fd, enum addr_family family, int ttl)
{
	bool v6 = family == ADDR_V6;

	return set_int(fd, v6 ? IPPROTO_IPV6 : IPPROTO_IP, v6 ? IPV6_MINHOPCOUNT : IP_MINTTL, ttl);
}

int sys_note_leaving(int fd)
{
	return set_int(fd, SOL_SOCKET, SO_TIMESTAMPING,
	               SOF_TIMESTAMPING_TX_SCHED | SOF_TIMESTAMPING_SOFTWARE |
	                       SOF_TIMESTAMPING_OPT_ID | SOF_TIMESTAMPING_OPT_TSONLY);
}

bool sys_has_left(int fd)
{
	_Alignas(struct cmsghdr) char control[512];
	bool left = false;

	for (int i = 0; i < MOST_NOTES; i++) {
		struct msghdr msg = { .msg_control = control, .msg_controllen = sizeof(control) };

		if (recvmsg(fd, &msg, MSG_ERRQUEUE | MSG_DONTWAIT) < 0) {
			break;
		}
		for (struct cmsghdr *c = CMSG_FIRSTHDR(&msg); c != NULL; c = CMSG_NXTHDR(&msg, c)) {
			left |= c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_TIMESTAMPING;
		}
	}
	return left;
}

void sys_errors_off(int fd)
{
	(void)set_int(fd, IPPROTO_IP, IP_RECVERR, 0);
	(void)set_int(fd, IPPROTO_IPV6, IPV6_RECVERR, 0);
}

int sys_local_address(int fd, struct addr *ret_addr, uint16_t *ret_port)
{
	struct sockaddr_storage address = { .ss_family = AF_UNSPEC };
	socklen_t len = sizeof(address);

	if (getsockname(fd, (struct sockaddr *)&address, &len) < 0) {
		return -errno;
	}
	return sys_sockaddr_to(&address, ret_addr, ret_port);
}

/* tcpi_snd_mss leaves out the headers and the 12 bytes of time stamps (RFC 7323 3.2). */
static int packet_size(int fd, const struct tcp_info *info)
{
	struct sockaddr_storage address = { .ss_family = AF_UNSPEC };
	socklen_t len = sizeof(address);
	int headers = 40;

	(void)getpeername(fd, (struct sockaddr *)&address, &len);
	headers += address.ss_family == AF_INET6 ? 20 : 0;
	headers += (info->tcpi_options & TCPI_OPT_TIMESTAMPS) != 0 ? 12 : 0;
	headers += (int)info->tcpi_snd_mss;
	return headers < (int)info->tcpi_pmtu ? headers : (int)info->tcpi_pmtu;
}

int sys_tcp_info(int fd, struct sys_tcp_info *ret)
{
	struct tcp_info info = { 0 };
	socklen_t len = sizeof(info);

	if (getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &len) < 0) {
		return -errno;
	}
	*ret = (struct sys_tcp_info){ .rtt = info.tcpi_rtt,
		                      .total_retrans = (int)info.tcpi_total_retrans,
		                      .unacked = (int)info.tcpi_unacked,
		                      .out_of_order = (int)info.tcpi_rcv_ooopack,
		                      .packet = packet_size(fd, &info),
		                      .received = info.tcpi_bytes_received };
	return 0;
}

int sys_unacknowledged(int fd)
{
	int bytes = 0;

	return ioctl(fd, SIOCOUTQ, &bytes) < 0 ? -errno : bytes;
}

int sys_send(int fd, const void *bytes, size_t size)
{
	ssize_t n = send(fd, bytes, size, MSG_NOSIGNAL | MSG_DONTWAIT);

	return n < 0 ? -errno : (int)n;
}

int sys_recv(int fd, void *bytes, size_t size)
{
	ssize_t n = recv(fd, bytes, size, MSG_DONTWAIT);

	return n < 0 ? -errno : (int)n;
}

int sys_peek(int fd, void *bytes, size_t size)
{
	ssize_t n = recv(fd, bytes, size, MSG_DONTWAIT | MSG_PEEK);

	return n < 0 ? -errno : (int)n;
}

void sys_close_reset(int fd)
{
	struct linger linger = { .l_onoff = 1 };

	if (fd >= 0) {
		(void)setsockopt(fd, SOL_SOCKET, SO_LINGER, &linger, sizeof(linger));
		(void)close(fd);
	}
}

int sys_echo_socket(const struct addr *addr, uint32_t scope)
{
	bool v6 = addr->family == ADDR_V6;
	auto_close int fd = socket(domain(addr->family), SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC,
	                           v6 ? IPPROTO_ICMPV6 : IPPROTO_ICMP);
	int r = 0;

	if (fd < 0) {
		return -errno;
	}
	r = sys_connect(fd, addr, 0, scope);
	return r < 0 ? r : take_fd(fd);
}

int sys_echo(int fd, enum addr_family family, uint16_t sequence)
{
	/* the kernel fills in identifier and checksum of a ping socket */
	uint8_t packet[16] = { family == ADDR_V6 ? ICMP6_ECHO_REQUEST : ICMP_ECHO };

	packet[6] = (uint8_t)(sequence >> 8);
	packet[7] = (uint8_t)sequence;
	return sys_send(fd, packet, sizeof(packet));
}

int sys_random(void *bytes, size_t size)
{
	ssize_t n = getrandom(bytes, size, 0);

	return n == (ssize_t)size ? 0 : -EIO;
}
