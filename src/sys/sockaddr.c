/* SPDX-License-Identifier: Apache-2.0 */
/* The one place where addresses change their form. */
#include "sys/sockaddr.h"

#include <errno.h>
#include <netinet/in.h>
#include <string.h>

socklen_t sys_sockaddr_from(const struct addr *addr, uint16_t port, uint32_t scope,
                            struct sockaddr_storage *ret)
{
	struct sockaddr_in v4 = { .sin_family = AF_INET, .sin_port = htons(port) };
	struct sockaddr_in6 v6 = { .sin6_family = AF_INET6,
		                   .sin6_port = htons(port),
		                   .sin6_scope_id = scope };

	memset(ret, 0, sizeof(*ret));
	switch (addr->family) {
	case ADDR_V4:
		memcpy(&v4.sin_addr, addr->bytes, sizeof(v4.sin_addr));
		memcpy(ret, &v4, sizeof(v4));
		return sizeof(v4);
	case ADDR_V6:
		memcpy(&v6.sin6_addr, addr->bytes, sizeof(v6.sin6_addr));
		memcpy(ret, &v6, sizeof(v6));
		return sizeof(v6);
	case ADDR_NONE:
	case N_ADDR_FAMILIES:
		break;
	}
	return 0;
}

int sys_sockaddr_to(const struct sockaddr_storage *from, struct addr *ret, uint16_t *ret_port)
{
	struct sockaddr_in v4;
	struct sockaddr_in6 v6;
	uint16_t port = 0;

	*ret = (struct addr){ .family = ADDR_NONE };
	if (from->ss_family == AF_INET) {
		memcpy(&v4, from, sizeof(v4));
		ret->family = ADDR_V4;
		memcpy(ret->bytes, &v4.sin_addr, sizeof(v4.sin_addr));
		port = ntohs(v4.sin_port);
	} else if (from->ss_family == AF_INET6) {
		memcpy(&v6, from, sizeof(v6));
		port = ntohs(v6.sin6_port);
		if (IN6_IS_ADDR_V4MAPPED(&v6.sin6_addr)) {
			ret->family = ADDR_V4;
			memcpy(ret->bytes, v6.sin6_addr.s6_addr + 12, 4);
		} else {
			ret->family = ADDR_V6;
			memcpy(ret->bytes, v6.sin6_addr.s6_addr, 16);
		}
	} else {
		return -EAFNOSUPPORT;
	}
	if (ret_port != NULL) {
		*ret_port = port;
	}
	return 0;
}
