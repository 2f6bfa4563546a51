/* SPDX-License-Identifier: Apache-2.0 */
/* The kernel's network counters of this thread's network namespace, as text: wire reads them.
 * Other traffic moves them too, so one reading proves nothing. */
#pragma once
#include <stddef.h>

enum { SYS_COUNTERS_MAX = 16384 }; /* bytes that hold any of them */

/* /proc/net/snmp, netstat, snmp6, dev into buf (size at least 1, a NUL at the end). The length, or
 * a negative errno: -ENOENT where /proc is missing (or IPv6, for snmp6). */
int sys_counters_snmp(char *buf, size_t size);
int sys_counters_netstat(char *buf, size_t size);
int sys_counters_snmp6(char *buf, size_t size);
int sys_counters_dev(char *buf, size_t size);

/* /proc/net/stat/nf_conntrack (one line of hexadecimal numbers a processor), likewise. */
int sys_counters_conntrack(char *buf, size_t size);
