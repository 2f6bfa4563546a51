/* SPDX-License-Identifier: Apache-2.0 */
/* ARP and single SYNs over packet sockets, which leave the link-layer header to the kernel. */
#include "sys/arp.h"
#include "base/cleanup.h"
#include "base/cursor.h"

#include <errno.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if_arp.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

enum { ARP_SIZE = 28, SYN_SIZE = 40, IPV4 = 4 };
enum { FLAG_SYN = 2, FLAG_RST = 4, FLAG_ACK = 16 };

static int open_packet(uint32_t ifindex, uint16_t protocol)
{
	struct sockaddr_ll own = { .sll_family = AF_UNSPEC };
	struct sockaddr_ll at = { .sll_family = AF_PACKET,
		                  .sll_protocol = htons(protocol),
		                  .sll_ifindex = (int)ifindex };
	socklen_t len = sizeof(own);
	auto_close int fd = socket(AF_PACKET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	if (fd < 0 || bind(fd, (const struct sockaddr *)&at, sizeof(at)) < 0 ||
	    getsockname(fd, (struct sockaddr *)&own, &len) < 0) {
		return -errno;
	}
	return own.sll_hatype == ARPHRD_ETHER && own.sll_halen == SYS_MAC ? take_fd(fd)
	                                                                  : -EOPNOTSUPP;
}

int sys_arp_socket(uint32_t ifindex)
{
	return open_packet(ifindex, ETH_P_ARP);
}

int sys_packet_socket(uint32_t ifindex)
{
	return open_packet(ifindex, ETH_P_IP);
}

static int send_to(int fd, const struct sys_link_end *to, uint16_t protocol, const void *bytes,
                   size_t size)
{
	struct sockaddr_ll at = { .sll_family = AF_PACKET,
		                  .sll_protocol = htons(protocol),
		                  .sll_ifindex = (int)to->ifindex,
		                  .sll_halen = SYS_MAC };
	ssize_t n = 0;

	memcpy(at.sll_addr, to->mac, SYS_MAC);
	n = sendto(fd, bytes, size, MSG_DONTWAIT, (const struct sockaddr *)&at, sizeof(at));
	return n < 0 ? -errno : 0;
}

int sys_arp_ask(int fd, uint32_t ifindex, const struct addr *source, const struct addr *target)
{
	/* Ethernet, IPv4, lengths 6 and 4, request (RFC 826) */
	uint8_t packet[ARP_SIZE] = { 0, 1, ETH_P_IP >> 8, ETH_P_IP & 0xff, SYS_MAC, IPV4, 0, 1 };
	struct sys_link_end to = { .ifindex = ifindex };
	struct sockaddr_ll own;
	socklen_t len = sizeof(own);

	if (getsockname(fd, (struct sockaddr *)&own, &len) < 0) {
		return -errno;
	}
	memcpy(packet + 8, own.sll_addr, SYS_MAC);
	memcpy(packet + 14, source->bytes, IPV4);
	memcpy(packet + 24, target->bytes, IPV4);
	memset(to.mac, 0xff, SYS_MAC);
	return send_to(fd, &to, ETH_P_ARP, packet, sizeof(packet));
}

int sys_arp_answer(int fd, const struct addr *target, uint8_t ret[SYS_MAC])
{
	uint8_t packet[64];
	ssize_t n = 0;

	while ((n = recv(fd, packet, sizeof(packet), MSG_DONTWAIT)) >= 0) {
		struct cursor c;
		const uint8_t *from = NULL;
		const uint8_t *address = NULL;
		uint16_t operation = 0;

		cursor_init(&c, packet, (size_t)n);
		(void)cursor_take(&c, 6);
		operation = cursor_u16(&c);
		from = cursor_take(&c, SYS_MAC);
		address = cursor_take(&c, IPV4);
		if (address != NULL && operation == 2 &&
		    memcmp(address, target->bytes, IPV4) == 0) {
			memcpy(ret, from, SYS_MAC);
			return 1;
		}
	}
	return 0;
}

/* The one's complement sum (RFC 1071) over an even number of bytes, on top of sum. */
static uint32_t add_up(uint32_t sum, const uint8_t *bytes, size_t size)
{
	for (size_t i = 0; i + 1 < size; i += 2) {
		sum += (uint32_t)(bytes[i] << 8 | bytes[i + 1]);
	}
	return sum;
}

static void put_sum(uint8_t *at, uint32_t sum)
{
	while (sum > 0xffff) {
		sum = (sum & 0xffff) + (sum >> 16);
	}
	at[0] = (uint8_t)(~sum >> 8);
	at[1] = (uint8_t)~sum;
}

static void put_port(uint8_t *at, uint16_t port)
{
	at[0] = (uint8_t)(port >> 8);
	at[1] = (uint8_t)port;
}

int sys_syn_send(int fd, const struct sys_link_end *to, const struct sys_syn *syn)
{
	/* version 4, 5 words; 40 bytes; DF; TTL 64; TCP. Then TCP: 5 words, SYN, window 64240 */
	uint8_t packet[SYN_SIZE] = { [0] = 0x45,  [3] = SYN_SIZE,  [6] = 0x40,  [8] = 64,   [9] = 6,
		                     [32] = 0x50, [33] = FLAG_SYN, [34] = 0xfa, [35] = 0xf0 };
	uint32_t sum = 0;

	memcpy(packet + 12, syn->source.bytes, IPV4);
	memcpy(packet + 16, syn->dest.bytes, IPV4);
	put_sum(packet + 10, add_up(0, packet, 20));
	put_port(packet + 20, syn->source_port);
	put_port(packet + 22, syn->dest_port);
	put_port(packet + 24, syn->source_port); /* any sequence number will do */
	sum = add_up(6 + 20, packet + 12, 8);    /* the pseudo header (RFC 9293 3.1) */
	put_sum(packet + 36, add_up(sum, packet + 20, 20));
	return send_to(fd, to, ETH_P_IP, packet, sizeof(packet));
}

/* What the packet says to that SYN. */
static enum sys_syn_answer answer_of(const uint8_t *packet, size_t size, const struct sys_syn *syn)
{
	uint8_t ports[4];
	size_t head = size > 0 ? (size_t)(packet[0] & 15) * 4 : 0;
	uint8_t flags = 0;

	put_port(ports, syn->dest_port);
	put_port(ports + 2, syn->source_port);
	if (head < 20 || size < head + 20 || packet[0] >> 4 != 4 || packet[9] != 6 ||
	    memcmp(packet + 12, syn->dest.bytes, IPV4) != 0 ||
	    memcmp(packet + 16, syn->source.bytes, IPV4) != 0 ||
	    memcmp(packet + head, ports, sizeof(ports)) != 0) {
		return SYS_SYN_NOTHING;
	}
	flags = packet[head + 13];
	if ((flags & FLAG_RST) != 0) {
		return SYS_SYN_REFUSED;
	}
	return (flags & (FLAG_SYN | FLAG_ACK)) == (FLAG_SYN | FLAG_ACK) ? SYS_SYN_OPEN
	                                                                : SYS_SYN_NOTHING;
}

enum sys_syn_answer sys_syn_answer(int fd, const struct sys_syn *syn)
{
	enum sys_syn_answer answer = SYS_SYN_NOTHING;
	uint8_t packet[128];
	ssize_t n = 0;

	while (answer == SYS_SYN_NOTHING &&
	       (n = recv(fd, packet, sizeof(packet), MSG_DONTWAIT)) >= 0) {
		answer = answer_of(packet, (size_t)n, syn);
	}
	return answer;
}
