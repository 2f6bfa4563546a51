/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the kernel's counters: which packets were handed to IP and left, which came and were
 * thrown away. Others' traffic moves them as well. */
#include "probe/counted.h"
#include "sys/counters.h"
#include "wire/proc.h"

static int64_t counter(const char *text, size_t len, const char *group, const char *name)
{
	int64_t value = -1;

	return proc_counter(text, len, group, name, &value) == 0 ? value : -1;
}

static int64_t counter6(const char *text, size_t len, const char *name)
{
	int64_t value = -1;

	return proc_counter6(text, len, name, &value) == 0 ? value : -1;
}

static void read_v4(struct counted *ret)
{
	char text[SYS_COUNTERS_MAX];
	int len = sys_counters_snmp(text, sizeof(text));
	size_t n = len > 0 ? (size_t)len : 0;

	ret->there = n > 0;
	ret->requests = counter(text, n, "Ip", "OutRequests");
	ret->transmits = counter(text, n, "Ip", "OutTransmits");
	ret->receives = counter(text, n, "Ip", "InReceives");
	ret->delivers = counter(text, n, "Ip", "InDelivers");
	ret->forwarded = counter(text, n, "Ip", "ForwDatagrams");
}

static void read_v6(struct counted *ret)
{
	char text[SYS_COUNTERS_MAX];
	int len = sys_counters_snmp6(text, sizeof(text));
	size_t n = len > 0 ? (size_t)len : 0;

	ret->there = n > 0;
	ret->requests = counter6(text, n, "Ip6OutRequests");
	ret->transmits = counter6(text, n, "Ip6OutTransmits");
	ret->receives = counter6(text, n, "Ip6InReceives");
	ret->delivers = counter6(text, n, "Ip6InDelivers");
	ret->forwarded = counter6(text, n, "Ip6OutForwDatagrams");
}

void counted_read(enum addr_family family, struct counted *ret)
{
	char text[SYS_COUNTERS_MAX];
	int len = 0;
	size_t n = 0;

	*ret = (struct counted){ .there = false };
	if (family == ADDR_V6) {
		read_v6(ret);
	} else {
		read_v4(ret);
	}
	len = sys_counters_netstat(text, sizeof(text));
	n = len > 0 ? (size_t)len : 0;
	ret->retrans_fail = counter(text, n, "TcpExt", "TCPRetransFail");
	ret->rp_filter = counter(text, n, "TcpExt", "IPReversePathFilter");
	len = sys_counters_dev(text, sizeof(text));
	ret->looped = -1;
	(void)proc_received(text, len > 0 ? (size_t)len : 0, "lo:", &ret->looped);
}

int64_t counted_inside(const struct counted *before, const struct counted *after)
{
	return (after->receives - before->receives) - (after->delivers - before->delivers) -
	       (after->forwarded - before->forwarded);
}
