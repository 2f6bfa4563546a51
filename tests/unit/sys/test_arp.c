/* SPDX-License-Identifier: Apache-2.0 */
/* The readers of ARP answers and of answers to a SYN of naze's own: what the link brings is
 * anybody's. A pair of datagram sockets stands for the packet socket. */
#include "sys/arp.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

static const struct addr target = { .family = ADDR_V4, .bytes = { 10, 0, 0, 7 } };
static const struct sys_syn syn = { .source = { .family = ADDR_V4, .bytes = { 10, 0, 0, 1 } },
	                            .dest = { .family = ADDR_V4, .bytes = { 10, 0, 0, 7 } },
	                            .source_port = 61000,
	                            .dest_port = 443 };

/* Ethernet, IPv4, reply, from 02:..:07 at 10.0.0.7 to 02:..:01 at 10.0.0.1 (RFC 826). */
static const uint8_t reply[28] = { 0,  1, 8, 0, 6, 4, 0, 2, 2, 0, 0,  0, 0, 7,
	                           10, 0, 0, 7, 2, 0, 0, 0, 0, 1, 10, 0, 0, 1 };

static int ends[2];

static int setup(void **state)
{
	(void)state;
	return socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, ends);
}

static int teardown(void **state)
{
	(void)state;
	(void)close(ends[0]);
	(void)close(ends[1]);
	return 0;
}

static void give(const void *bytes, size_t size)
{
	assert_int_equal(send(ends[0], bytes, size, 0), (ssize_t)size);
}

/* A TCP packet from the target's port to the SYN's with those flags and words of IP options. */
static size_t segment(uint8_t flags, unsigned options, uint8_t ret[80])
{
	size_t head = 20 + 4 * (size_t)options;

	memset(ret, 0, 80);
	ret[0] = (uint8_t)(0x45 + options);
	ret[9] = 6;
	memcpy(ret + 12, syn.dest.bytes, 4);
	memcpy(ret + 16, syn.source.bytes, 4);
	ret[head] = (uint8_t)(syn.dest_port >> 8);
	ret[head + 1] = (uint8_t)syn.dest_port;
	ret[head + 2] = (uint8_t)(syn.source_port >> 8);
	ret[head + 3] = (uint8_t)syn.source_port;
	ret[head + 12] = 0x50;
	ret[head + 13] = flags;
	return head + 20;
}

static void an_answer_tells_the_hardware_address(void **state)
{
	static const uint8_t mac[SYS_MAC] = { 2, 0, 0, 0, 0, 7 };
	uint8_t got[SYS_MAC] = { 0 };

	(void)state;
	assert_int_equal(sys_arp_answer(ends[1], &target, got), 0);
	give(reply, sizeof(reply));
	assert_int_equal(sys_arp_answer(ends[1], &target, got), 1);
	assert_memory_equal(got, mac, SYS_MAC);
	assert_int_equal(sys_arp_answer(ends[1], &target, got), 0);
}

static void questions_and_answers_for_others_are_passed_over(void **state)
{
	uint8_t question[28];
	uint8_t other[28];
	uint8_t got[SYS_MAC] = { 0 };

	(void)state;
	memcpy(question, reply, sizeof(reply));
	memcpy(other, reply, sizeof(reply));
	question[7] = 1;
	other[17] = 8;
	give(question, sizeof(question));
	give(other, sizeof(other));
	assert_int_equal(sys_arp_answer(ends[1], &target, got), 0);
	give(question, sizeof(question));
	give(reply, sizeof(reply));
	assert_int_equal(sys_arp_answer(ends[1], &target, got), 1);
}

static void an_answer_that_is_cut_is_none(void **state)
{
	uint8_t got[SYS_MAC] = { 0 };

	(void)state;
	for (size_t size = 0; size < 18; size++) {
		give(reply, size);
	}
	assert_int_equal(sys_arp_answer(ends[1], &target, got), 0);
}

static void syn_ack_is_open_and_rst_is_refused(void **state)
{
	uint8_t packet[80];

	(void)state;
	assert_int_equal(sys_syn_answer(ends[1], &syn), SYS_SYN_NOTHING);
	give(packet, segment(0x12, 0, packet));
	assert_int_equal(sys_syn_answer(ends[1], &syn), SYS_SYN_OPEN);
	give(packet, segment(0x14, 0, packet));
	assert_int_equal(sys_syn_answer(ends[1], &syn), SYS_SYN_REFUSED);
	give(packet, segment(0x12, 10, packet));
	assert_int_equal(sys_syn_answer(ends[1], &syn), SYS_SYN_OPEN);
}

static void a_packet_of_another_connection_is_no_answer(void **state)
{
	static const size_t at[] = { 0, 9, 12, 16, 20, 22 };
	uint8_t packet[80];

	(void)state;
	for (size_t i = 0; i < sizeof(at) / sizeof(at[0]); i++) {
		size_t size = segment(0x12, 0, packet);

		packet[at[i]] ^= 0x20;
		give(packet, size);
	}
	give(packet, segment(0x02, 0, packet)); /* a SYN of its own */
	give(packet, segment(0x10, 0, packet));
	assert_int_equal(sys_syn_answer(ends[1], &syn), SYS_SYN_NOTHING);
}

static void lengths_that_lie_are_not_believed(void **state)
{
	uint8_t packet[80];
	size_t size = segment(0x12, 0, packet);

	(void)state;
	for (size_t n = 0; n < size; n++) {
		give(packet, n);
	}
	packet[0] = 0x44; /* a header shorter than any */
	give(packet, size);
	packet[0] = 0x4f; /* longer than the packet */
	give(packet, size);
	assert_int_equal(sys_syn_answer(ends[1], &syn), SYS_SYN_NOTHING);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_answer_tells_the_hardware_address),
		TEST(questions_and_answers_for_others_are_passed_over),
		TEST(an_answer_that_is_cut_is_none),
		TEST(syn_ack_is_open_and_rst_is_refused),
		TEST(a_packet_of_another_connection_is_no_answer),
		TEST(lengths_that_lie_are_not_believed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
