/* SPDX-License-Identifier: Apache-2.0 */
/* One question to one name server. */
#pragma once
#include "probe/probes.h"
#include "wire/dns.h"

/* The question over TCP (RFC 7766), waiting 1.2 s at most: what came back, in *ret when it is
 * DNS_REPLY. */
enum dns_end dns_ask_tcp(const struct probe_run *r, const struct addr *server,
                         const struct dns_query *query, struct dns_reply *ret);

/* The question over UDP, repeated once at half of the time, and over TCP when the reply is cut. An
 * enum dns_end, with *ret when it is DNS_REPLY; or -ECANCELED and the like. The id is made here. */
int dns_ask(const struct probe_run *r, const struct addr *server, struct dns_query query,
            usec_t until, struct dns_reply *ret);

/* What dns_ask() is made of, for who asks several questions on one socket. A UDP socket that is
 * connected to port 53 of the server, the caller's; or a negative errno. */
int dns_ask_open(const struct probe_run *r, const struct addr *server);

/* What came on that socket: the length of a datagram; -EAGAIN when nothing is there; -ECONNREFUSED
 * when the port is closed, another errno when the server is unreachable, with *ret_from who said so
 * by ICMP (left as it was where nobody did). */
int dns_ask_receive(int fd, void *bytes, size_t size, struct addr *ret_from);

/* The interface index of a link-local server, as resolv.conf has it; 0 for any other. */
uint32_t dns_ask_scope(const struct probe_run *r, const struct addr *server);

/* What such an errno says of the question; -ETIMEDOUT is silence. */
enum dns_end dns_ask_end(int error);
