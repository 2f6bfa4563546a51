/* SPDX-License-Identifier: Apache-2.0 */
/* Between struct addr and struct sockaddr: only for the rooms that talk to the kernel. */
#pragma once
#include "base/addr.h"

#include <sys/socket.h>

/* Fills ret; returns its length, 0 for ADDR_NONE. */
socklen_t sys_sockaddr_from(const struct addr *addr, uint16_t port, uint32_t scope,
                            struct sockaddr_storage *ret);

/* Reads an IPv4 or IPv6 sockaddr; an IPv4-mapped one becomes IPv4. ret_port may be NULL. 0, or
 * -EAFNOSUPPORT. */
int sys_sockaddr_to(const struct sockaddr_storage *from, struct addr *ret, uint16_t *ret_port);
