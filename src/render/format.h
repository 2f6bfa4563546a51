/* SPDX-License-Identifier: Apache-2.0 */
/* Measured values as people read them. Everything appends to a buffer. */
#pragma once
#include "base/addr.h"
#include "base/time.h"

/* A length of time, rounded to what matters: "0.3 ms", "12 ms", "0.4 s", "7 s". */
void format_took(struct buf *buf, usec_t took);

/* ADDRESS:PORT, with brackets around an IPv6 address. */
void format_port(struct buf *buf, const struct addr *addr, int64_t port);

/* Seconds since 1970 as "2026-11-20 00:00 UTC"; with seconds as "2026-11-20 00:00:07 UTC".
 * offset (seconds east of Greenwich) is added, and "UTC" left out, for a local time. */
void format_time(struct buf *buf, int64_t at);
void format_time_s(struct buf *buf, int64_t at);
void format_local(struct buf *buf, int64_t at, int64_t offset);

/* ICMP type and code in words, for the family of the one who sent it: "host unreachable". The
 * text is constant; "an ICMP error" for what has no name here. */
const char *format_icmp(enum addr_family family, int64_t type, int64_t code);
