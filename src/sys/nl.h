/* SPDX-License-Identifier: Apache-2.0 */
/* One question to the kernel over netlink and all of its answers: what the files of sys that ask
 * share. Not for other rooms. */
#pragma once
#include "base/addr.h"

#include <libmnl/libmnl.h>
#include <linux/netlink.h>

enum { NL_REQUEST_MAX = 512 };

/* Called once with NULL before the answers begin, and again when they begin anew because the
 * kernel's tables changed meanwhile (NLM_F_DUMP_INTR): forget what was collected. Then once for
 * each answer, whose length and header are checked. */
typedef void nl_fn(const struct nlmsghdr *nlh, void *data);

/* A netlink socket of that bus (NETLINK_ROUTE, NETLINK_SOCK_DIAG), or a negative errno. */
int nl_open(int bus);

/* Starts a request in buf (NL_REQUEST_MAX bytes, aligned as a struct nlmsghdr) with head_size
 * zeroed bytes of family header at *ret_head. dump asks for all entries. */
struct nlmsghdr *nl_begin(void *buf, uint16_t type, bool dump, size_t head_size, void *ret_head);

/* Sends the request and hands every answer to fn. 0; the negative errno that the kernel answered
 * or that the socket gave; -ETIME when the answers were not complete after 50 ms. */
int nl_ask(int fd, struct nlmsghdr *nlh, nl_fn *fn, void *data);

/* The family header of an answer of that type, when all of its size bytes are there; else NULL. */
const void *nl_head(const struct nlmsghdr *nlh, uint16_t type, size_t size);

/* Reads the attributes of one message (behind head_size bytes of family header), or those nested
 * in one attribute, into tb[0..max], zeroed first; unknown and malformed ones are left out. */
void nl_attrs(const struct nlmsghdr *nlh, size_t head_size, const struct nlattr *tb[],
              uint16_t max);
void nl_nested(const struct nlattr *nest, const struct nlattr *tb[], uint16_t max);

/* The attribute as a number of 1, 2, 4 bytes in host order; 0 when absent or of another size. */
uint8_t nl_u8(const struct nlattr *attr);
uint32_t nl_u32(const struct nlattr *attr);

/* Copies a text attribute to ret (size bytes, NUL-terminated, cut to fit); "" when absent. */
void nl_text(const struct nlattr *attr, char *ret, size_t size);

/* The attribute as an address of 4 or 16 bytes; ADDR_NONE when absent or of another size. */
struct addr nl_addr(const struct nlattr *attr);

/* Appends the address as an attribute, when it is one. */
void nl_put_addr(struct nlmsghdr *nlh, uint16_t type, const struct addr *addr);

/* AF_INET, AF_INET6 or AF_UNSPEC, and the address in 4 or 16 bytes from a kernel struct. */
uint8_t nl_family(enum addr_family family);
struct addr nl_addr_of(uint8_t family, const void *bytes);
