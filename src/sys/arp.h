/* SPDX-License-Identifier: Apache-2.0 */
/* Who answers for an IPv4 address on an Ethernet link: questions of naze's own (RFC 826), and a SYN
 * to one machine of several. Needs CAP_NET_RAW (packet(7)). Changes nothing in the kernel's tables
 * but what any ARP reply may. Every function returns 0 or more, or negative errno. */
#pragma once
#include "base/addr.h"

#include <stdint.h>

enum { SYS_MAC = 6 };

struct sys_link_end {
	uint32_t ifindex;
	uint8_t mac[SYS_MAC];
};

/* A SYN's two ends, IPv4. */
struct sys_syn {
	struct addr source;
	struct addr dest;
	uint16_t source_port;
	uint16_t dest_port;
};

enum sys_syn_answer { SYS_SYN_NOTHING, SYS_SYN_OPEN, SYS_SYN_REFUSED };

/* Sockets for ARP and for IPv4 packets on that interface: the descriptor, the caller's. -EPERM
 * without the right, -EOPNOTSUPP on a link that is not Ethernet. */
int sys_arp_socket(uint32_t ifindex);
int sys_packet_socket(uint32_t ifindex);

/* Asks everybody on the link for target, in the name of source. */
int sys_arp_ask(int fd, uint32_t ifindex, const struct addr *source, const struct addr *target);

/* Takes the next answer of somebody who says that target is there: 1 with its hardware address, 0
 * when there is none now. */
int sys_arp_answer(int fd, const struct addr *target, uint8_t ret[SYS_MAC]);

/* Sends the SYN to that machine, whatever the neighbour table says. The kernel itself answers a
 * SYN-ACK that comes for it with a RST (RFC 9293 3.10.7.1). */
int sys_syn_send(int fd, const struct sys_link_end *to, const struct sys_syn *syn);

/* Takes the next answer to the SYN: SYS_SYN_NOTHING when there is none now. */
enum sys_syn_answer sys_syn_answer(int fd, const struct sys_syn *syn);
