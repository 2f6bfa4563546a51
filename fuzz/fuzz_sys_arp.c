/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the readers of ARP answers and of answers to a SYN: the first byte chooses, the rest is
 * one packet. What names the target is an answer, and nothing else is. */
#include "sys/arp.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct addr target = { .family = ADDR_V4, .bytes = { 10, 0, 0, 7 } };
	const struct sys_syn syn = { .source = { .family = ADDR_V4, .bytes = { 10, 0, 0, 1 } },
		                     .dest = target,
		                     .source_port = 61000,
		                     .dest_port = 443 };
	uint8_t mac[SYS_MAC] = { 0 };
	int ends[2];

	if (size == 0 || socketpair(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0, ends) < 0) {
		return 0;
	}
	if (send(ends[0], data + 1, size - 1, 0) == (ssize_t)(size - 1)) {
		if (data[0] == 'a') {
			bool got = sys_arp_answer(ends[1], &target, mac) == 1;

			if (got && (size < 19 || memcmp(data + 15, target.bytes, 4) != 0)) {
				abort();
			}
		} else if (sys_syn_answer(ends[1], &syn) != SYS_SYN_NOTHING &&
		           (size < 41 || memcmp(data + 13, target.bytes, 4) != 0)) {
			abort();
		}
	}
	(void)close(ends[0]);
	(void)close(ends[1]);
	return 0;
}
