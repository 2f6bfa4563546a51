/* SPDX-License-Identifier: Apache-2.0 */
/* The kernel's counters of packets, for what was sent and came back unseen. */
#pragma once
#include "base/addr.h"

#include <stdbool.h>
#include <stdint.h>

/* One reading; -1 where a counter is not there. inside: packets that came and were neither
 * delivered nor passed on (Ip InReceives less InDelivers less ForwDatagrams, RFC 4293). */
struct counted {
	bool there;
	int64_t requests, transmits, receives, delivers, forwarded, retrans_fail, rp_filter;
	int64_t looped; /* packets that went over the loopback interface, of both families */
};

/* Reads them for that family, in this thread's network namespace. Counters that could not be read
 * stay -1. */
void counted_read(enum addr_family family, struct counted *ret);

/* How many packets came between the readings and got neither further nor to a program. */
int64_t counted_inside(const struct counted *before, const struct counted *after);
