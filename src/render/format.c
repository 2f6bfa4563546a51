/* SPDX-License-Identifier: Apache-2.0 */
/* Times, addresses, ICMP. */
#include "render/format.h"

#include "base/civil.h"

#include <stddef.h>

static void put_tenths(struct buf *buf, int64_t tenths, const char *unit)
{
	buf_int(buf, tenths / 10);
	if (tenths < 100 && tenths % 10 != 0) {
		buf_putc(buf, '.');
		buf_int(buf, tenths % 10);
	}
	buf_puts(buf, unit);
}

void format_took(struct buf *buf, usec_t took)
{
	took = took < 0 ? 0 : took;
	if (took < 950) {
		put_tenths(buf, took < 50 ? 1 : (took + 50) / 100, " ms");
	} else if (took < 99500) {
		buf_int(buf, (took + 500) / USEC_MS);
		buf_puts(buf, " ms");
	} else {
		put_tenths(buf, (took + 50 * USEC_MS) / (100 * USEC_MS), " s");
	}
}

void format_port(struct buf *buf, const struct addr *addr, int64_t port)
{
	buf_puts(buf, addr->family == ADDR_V6 ? "[" : "");
	addr_format(buf, addr);
	buf_puts(buf, addr->family == ADDR_V6 ? "]" : "");
	if (port > 0) {
		buf_putc(buf, ':');
		buf_int(buf, port);
	}
}

static void put_time(struct buf *buf, int64_t at, bool seconds)
{
	struct civil c = civil_from(at);

	civil_put(buf, &c, ' ', seconds);
}

void format_time(struct buf *buf, int64_t at)
{
	put_time(buf, at, false);
	buf_puts(buf, " UTC");
}

void format_time_s(struct buf *buf, int64_t at)
{
	put_time(buf, at, true);
	buf_puts(buf, " UTC");
}

void format_local(struct buf *buf, int64_t at, int64_t offset)
{
	int64_t minutes = (offset < 0 ? -offset : offset) / 60;

	put_time(buf, at + offset, true);
	buf_puts(buf, offset < 0 ? " -" : " +");
	buf_puts(buf, minutes < 600 ? "0" : "");
	buf_int(buf, minutes / 60);
	buf_puts(buf, minutes % 60 < 10 ? ":0" : ":");
	buf_int(buf, minutes % 60);
}

const char *format_icmp(enum addr_family family, int64_t type, int64_t code)
{
	static const char *const v4[] = {
		/* RFC 792, RFC 1812 5.2.7.1 */
		"network unreachable",
		"host unreachable",
		"protocol unreachable",
		"port unreachable",
		"fragmentation needed",
		"source route failed",
		"network unknown",
		"host unknown",
		"source host isolated",
		"network prohibited",
		"host prohibited",
		"network unreachable for that TOS",
		"host unreachable for that TOS",
		"administratively prohibited",
		"host precedence violation",
		"precedence cutoff",
	};
	static const char *const v6[] = {
		/* RFC 4443 3.1 */
		"no route",
		"administratively prohibited",
		"beyond scope of source address",
		"address unreachable",
		"port unreachable",
		"source address failed policy",
		"reject route",
	};

	if (family == ADDR_V4 && type == 3 && code >= 0 && code < 16) {
		return v4[code];
	}
	if (family == ADDR_V6 && type == 1 && code >= 0 && code < 7) {
		return v6[code];
	}
	if ((family == ADDR_V4 && type == 11) || (family == ADDR_V6 && type == 3)) {
		return "time to live exceeded";
	}
	return family == ADDR_V6 && type == 2 ? "packet too big" : "an ICMP error";
}
