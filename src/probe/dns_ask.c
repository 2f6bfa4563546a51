/* SPDX-License-Identifier: Apache-2.0 */
/* One question, one answer. */
#include "probe/dns_ask.h"

#include <errno.h>
#include <string.h>

enum { REPLY_MAX = 4096, TCP_WAIT_US = 1200000 };

/* A connection to port 53; the stream, or NULL with the reason. */
static struct stream *connect_tcp(const struct probe_run *r, const struct addr *server,
                                  usec_t until, int *ret)
{
	struct sys_socket_options options;
	int fd = -1;

	run_socket_options(r->run, server, &options);
	fd = sys_socket(&options);
	*ret = fd < 0 ? fd : sys_connect(fd, server, 53, 0);
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
		return got == -ECONNREFUSED ? DNS_PORT_UNREACHABLE
		       : got == -ETIMEDOUT  ? DNS_SILENT
		                            : DNS_UNREACHABLE;
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

/* Reads what came on the socket: an enum dns_end, or -EAGAIN when it was nothing. */
static int take(int fd, const struct dns_query *query, struct dns_reply *ret)
{
	uint8_t bytes[REPLY_MAX];
	struct sys_icmp icmp = { .error = 0 };
	int n = 0;

	if (sys_icmp(fd, &icmp) == 1) {
		return icmp.error == ECONNREFUSED ? DNS_PORT_UNREACHABLE : DNS_UNREACHABLE;
	}
	n = sys_recv(fd, bytes, sizeof(bytes));
	if (n < 0) {
		return n == -EAGAIN         ? n
		       : n == -ECONNREFUSED ? DNS_PORT_UNREACHABLE
		                            : DNS_UNREACHABLE;
	}
	n = dns_parse(bytes, (size_t)n, ret);
	return !dns_matches(query, ret) ? -EAGAIN : n < 0 ? DNS_MALFORMED : DNS_REPLY;
}

int dns_ask(const struct probe_run *r, const struct addr *server, struct dns_query query,
            usec_t until, struct dns_reply *ret)
{
	struct sys_socket_options options;
	uint8_t bytes[DNS_QUERY_MAX];
	auto_close int fd = -EBADF;
	usec_t half = loop_now() + (until - loop_now()) / 2;
	int len = 0;
	int got = -EAGAIN;

	(void)sys_random(&query.id, sizeof(query.id));
	len = dns_build(&query, bytes);
	run_socket_options(r->run, server, &options);
	options.udp = true;
	fd = len < 0 ? len : sys_socket(&options);
	if (fd < 0 || sys_connect(fd, server, 53, 0) < 0 || sys_send(fd, bytes, (size_t)len) < 0) {
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
