/* SPDX-License-Identifier: Apache-2.0 */
/* The counter files under /proc. "thread-self" (3.17) is this thread's namespace even when it has
 * entered another one than the process's first thread. */
#include "sys/counters.h"

#include "sys/files.h"

#include <errno.h>

static int read_either(const char *own, const char *old, char *buf, size_t size)
{
	const int r = sys_read_text(SYS_ROOT_HOST, own, buf, size);

	return r == -ENOENT ? sys_read_text(SYS_ROOT_HOST, old, buf, size) : r;
}

int sys_counters_snmp(char *buf, size_t size)
{
	return read_either("/proc/thread-self/net/snmp", "/proc/self/net/snmp", buf, size);
}

int sys_counters_netstat(char *buf, size_t size)
{
	return read_either("/proc/thread-self/net/netstat", "/proc/self/net/netstat", buf, size);
}

int sys_counters_snmp6(char *buf, size_t size)
{
	return read_either("/proc/thread-self/net/snmp6", "/proc/self/net/snmp6", buf, size);
}

int sys_counters_dev(char *buf, size_t size)
{
	return read_either("/proc/thread-self/net/dev", "/proc/self/net/dev", buf, size);
}

int sys_counters_conntrack(char *buf, size_t size)
{
	return read_either("/proc/thread-self/net/stat/nf_conntrack",
	                   "/proc/self/net/stat/nf_conntrack", buf, size);
}
