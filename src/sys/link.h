/* SPDX-License-Identifier: Apache-2.0 */
/* This host's interfaces and their addresses (rtnetlink). Limits and errors: see sys/netlink.h. */
#pragma once
#include "sys/route.h"

enum { SYS_LINKS_MAX = 256, SYS_ADDRESSES_MAX = 512, SYS_KIND_MAX = 16 };

enum sys_link_state {                   /* operstate, RFC 2863 as the kernel numbers it */
	              SYS_LINK_UNKNOWN, /* the driver does not say (loopback, tun): treat as up */
	              SYS_LINK_NOT_PRESENT,
	              SYS_LINK_DOWN,
	              SYS_LINK_LOWER_DOWN,
	              SYS_LINK_TESTING,
	              SYS_LINK_DORMANT,
	              SYS_LINK_UP,
	              N_SYS_LINK_STATES
};

struct sys_link {
	uint32_t ifindex;
	char name[SYS_NAME_MAX];
	char kind[SYS_KIND_MAX]; /* bridge, veth, tun, wireguard ...; "" for hardware */
	bool up;                 /* IFF_UP: somebody switched it on */
	bool carrier;            /* IFF_LOWER_UP: the cable, or the other end, is there */
	bool loopback;
	bool point_to_point;
	enum sys_link_state state;
	uint32_t mtu;    /* bytes */
	uint32_t master; /* ifindex of the bridge, bond or VRF above it; 0 none */
	/* A bridge that never had a port may still say carrier: look at n_ports. */
	uint32_t n_ports;    /* how many links have it as their master */
	uint32_t n_ports_up; /* of those, how many have a carrier */
};

enum sys_address_scope {
	SYS_SCOPE_GLOBAL,
	SYS_SCOPE_SITE,
	SYS_SCOPE_LINK,
	SYS_SCOPE_HOST,
	SYS_SCOPE_OTHER,
	N_SYS_ADDRESS_SCOPES
};

struct sys_address {
	uint32_t ifindex;
	struct addr addr;   /* this host's own */
	uint8_t prefix_len; /* bits */
	enum sys_address_scope scope;
	bool preferred; /* it may be chosen as a source: none of the next three */
	bool deprecated;
	bool tentative; /* duplicate detection still runs (and it is not optimistic) */
	bool dad_failed;
	bool temporary; /* IPv6 privacy address, or a secondary IPv4 one */
	bool permanent; /* no lifetime: set by hand, not by DHCP or a router */
};

/* All interfaces in the order of their indexes, at most max at ret. Returns how many there are,
 * which may be more than max. */
int sys_links(struct sys_link *ret, size_t max);

/* The index of the interface of that name, 0 where there is none. */
uint32_t sys_link_index(const char *dev);

/* All addresses of both families, at most max at ret. Returns how many there are. */
int sys_addresses(struct sys_address *ret, size_t max);

/* The one with that index among n, or NULL. */
const struct sys_link *sys_link_find(const struct sys_link *links, size_t n, uint32_t ifindex);
