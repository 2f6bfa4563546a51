/* SPDX-License-Identifier: Apache-2.0 */
/* One question, one answer. */
#include "probe/dns_ask.h"

#include <errno.h>
#include <string.h>

enum { DNS_PORT = 53, REPLY_MAX = 4096, TCP_WAIT_US = 1200000 };

uint32_t dns_ask_scope(const struct probe_run *r, const struct addr *server)
{
	const struct ev_resolv *resolv = r->run->e->resolv;

	return addr_link_local(server) && resolv != NULL && resolv->has.scope
	               ? (uint32_t)resolv->scope
	               : 0;
}

/* A connection to port 53; the stream, or NULL with the reason. */
static struct stream *connect_tcp(const struct probe_run *r, const struct addr *server,
                                  usec_t until, int *ret)
{
	struct sys_socket_options options;
	int fd = -1;

	run_socket_options(r->run, server, &options);
	fd = sys_socket(&options);
	*ret = fd < 0 ? fd : sys_connect(fd, server, DNS_PORT, dns_ask_scope(r, server));
	if (*ret == -EINPROGRESS) {
		*ret = loop_wait(r->run->loop, fd, LOOP_OUT, until);
		*ret = *ret < 0 ? *ret : sys_socket_error(fd);
	}
	if (*ret < 0) {
		sys_close_reset(fd);
		return NULL;
	}
	return stream_new(r->run->loop, fd);
}

enum dns_end dns_ask_tcp(const struct probe_run *r, const struct addr *server,
                         const struct dns_query *query, struct dns_reply *ret)
{
	uint8_t bytes[2 + REPLY_MAX];
	usec_t until = loop_now() + TCP_WAIT_US;
	enum dns_end end = DNS_SILENT;
	size_t n = 0;
	size_t want = 2;
	int got = 0;
	int len = dns_build(query, bytes + 2);
	struct stream *stream = len < 0 ? NULL : connect_tcp(r, server, until, &got);

	if (stream == NULL) {
		return dns_ask_end(got);
	}
	bytes[0] = (uint8_t)(len >> 8);
	bytes[1] = (uint8_t)len;
	got = stream_write(stream, bytes, (size_t)len + 2, until);
	while (got >= 0 && n < want) {
		got = stream_read(stream, bytes + n, want - n, until);
		if (got <= 0) {
			break;
		}
		n += (size_t)got;
		if (n == 2) {
			want = 2 + ((size_t)bytes[0] << 8 | bytes[1]);
			want = want > sizeof(bytes) ? sizeof(bytes) : want;
		}
	}
	if (n > 2 && n == want) {
		end = dns_parse(bytes + 2, n - 2, ret) == 0 && dns_matches(query, ret)
		              ? DNS_REPLY
		              : DNS_MALFORMED;
	}
	stream_free(stream);
	return end;
}

int dns_ask_open(const struct probe_run *r, const struct addr *server)
{
	struct sys_socket_options options;
	auto_close int fd = -EBADF;
	int error = 0;

	run_socket_options(r->run, server, &options);
	options.udp = true;
	fd = sys_socket(&options);
	error = fd < 0 ? fd : sys_connect(fd, server, DNS_PORT, dns_ask_scope(r, server));
	return error < 0 ? error : take_fd(fd);
}

int dns_ask_receive(int fd, void *bytes, size_t size, struct addr *ret_from)
{
	struct sys_icmp icmp = { .error = 0 };

	if (sys_icmp(fd, &icmp) == 1) {
		*ret_from = icmp.from;
		return icmp.error == ECONNREFUSED ? -ECONNREFUSED : -EHOSTUNREACH;
	}
	return sys_recv(fd, bytes, size);
}

enum dns_end dns_ask_end(int error)
{
	return error == -ECONNREFUSED ? DNS_PORT_UNREACHABLE
	       : error == -ETIMEDOUT  ? DNS_SILENT
	                              : DNS_UNREACHABLE;
}

/* An enum dns_end of what came on the socket, or -EAGAIN when that was nothing of the question. */
static int take(int fd, const struct dns_query *query, struct dns_reply *ret)
{
	uint8_t bytes[REPLY_MAX];
	struct addr from;
	int n = dns_ask_receive(fd, bytes, sizeof(bytes), &from);

	if (n < 0) {
		return n == -EAGAIN ? n : (int)dns_ask_end(n);
	}
	n = dns_parse(bytes, (size_t)n, ret);
	return !dns_matches(query, ret) ? -EAGAIN : n < 0 ? DNS_MALFORMED : DNS_REPLY;
}

int dns_ask(const struct probe_run *r, const struct addr *server, struct dns_query query,
            usec_t until, struct dns_reply *ret)
{
	auto_close int fd = dns_ask_open(r, server);
	uint8_t bytes[DNS_QUERY_MAX];
	usec_t half = loop_now() + (until - loop_now()) / 2;
	int len = 0;
	int got = -EAGAIN;

	(void)sys_random(&query.id, sizeof(query.id));
	len = dns_build(&query, bytes);
	if (fd < 0 || len < 0 || sys_send(fd, bytes, (size_t)len) < 0) {
		return DNS_NOT_SENT;
	}
	while (got == -EAGAIN) {
		got = loop_wait(r->run->loop, fd, LOOP_IN, half != 0 ? half : until);
		if (got == -ETIMEDOUT && half != 0) {
			half = 0;
			(void)sys_send(fd, bytes, (size_t)len);
			got = -EAGAIN;
		} else if (got >= 0) {
			got = take(fd, &query, ret);
		}
	}
	if (got == DNS_REPLY && ret->tc) {
		got = (int)dns_ask_tcp(r, server, &query, ret);
	}
	return got == -ETIMEDOUT ? DNS_SILENT : got;
}
