/* SPDX-License-Identifier: Apache-2.0 */
/* An IP address without struct sockaddr. */
#pragma once
#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum addr_family { ADDR_NONE, ADDR_V4, ADDR_V6, N_ADDR_FAMILIES };

struct addr {
	enum addr_family family;
	uint8_t bytes[16]; /* the first 4 for ADDR_V4 */
};

/* Reads a dotted quad or an IPv6 address from exactly len bytes. 0, or -1 when it is neither. */
int addr_parse(const char *text, size_t len, struct addr *ret);

/* Appends the address as RFC 5952 writes it; "-" for ADDR_NONE. */
void addr_format(struct buf *buf, const struct addr *addr);

/* Whether family and bytes are the same. */
bool addr_equal(const struct addr *x, const struct addr *y);

/* The IPv4 address in an IPv4-mapped one (::ffff:a.b.c.d, RFC 4291 2.5.5.2), as the kernel takes
 * it; any other as it is. */
struct addr addr_unmapped(const struct addr *addr);

/* fe80::/10: such an address needs an interface beside it (RFC 4291 2.5.6). */
bool addr_link_local(const struct addr *addr);
