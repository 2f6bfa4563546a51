/* SPDX-License-Identifier: Apache-2.0 */
/* Rule sets as nft 1.0.6 prints them, put together from one line a rule. */
#pragma once
#include "test.h"

#include "probe/firewall_rules.h"

#define CHAIN(name, hook, policy)                                          \
	"{\"chain\":{\"family\":\"inet\",\"table\":\"t\",\"name\":\"" name \
	"\",\"type\":\"filter\",\"hook\":\"" hook "\",\"prio\":0,\"policy\":\"" policy "\"}}"
#define RULE(chain, expr)                                                                       \
	",{\"rule\":{\"family\":\"inet\",\"table\":\"t\",\"chain\":\"" chain "\",\"handle\":4," \
	"\"expr\":[" expr "]}}"
#define MATCH(op, left, right) \
	"{\"match\":{\"op\":\"" op "\",\"left\":" left ",\"right\":" right "}},"
#define FIELD(protocol, field) \
	"{\"payload\":{\"protocol\":\"" protocol "\",\"field\":\"" field "\"}}"
#define META(key)  "{\"meta\":{\"key\":\"" key "\"}}"
#define STATE      "{\"ct\":{\"key\":\"state\"}}"
#define DROP       "{\"drop\":null}"
#define ACCEPT     "{\"accept\":null}"
#define TO_PORT(n) MATCH("==", FIELD("tcp", "dport"), #n)
#define LIMIT      "{\"limit\":{\"rate\":1,\"per\":\"second\"}},"

/* A SYN from 10.1.0.2 to 10.1.0.9 port 443, by user 1000, through eth0. */
static inline struct firewall_packet syn(void)
{
	return (struct firewall_packet){ .src = { ADDR_V4, { 10, 1, 0, 2 } },
		                         .dst = { ADDR_V4, { 10, 1, 0, 9 } },
		                         .dport = 443,
		                         .iif = "",
		                         .oif = "eth0",
		                         .uid = 1000 };
}
