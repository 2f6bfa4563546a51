/* SPDX-License-Identifier: Apache-2.0 */
/* Whether a name server gives an address to names that nobody has. */
#include "probe/dns_again.h"

#include <string.h>

/* Asks for a name below parent (".example.com") that nobody can have registered; *ret is the
 * address that it is given, NULL where it has none. */
static int ask_made_up(struct dns_again *c, const char *parent, const struct addr **ret)
{
	char name[DNS_NAME_MAX];
	uint32_t random = 0;
	struct buf buf;
	int got = sys_random(&random, sizeof(random));

	*ret = NULL;
	if (got < 0) {
		return DNS_SILENT;
	}
	buf_init(&buf, name, sizeof(name));
	buf_puts(&buf, "naze");
	buf_hex(&buf, random);
	buf_puts(&buf, parent);
	got = dns_again_ask(c, name, dns_again_type(c), false, true);
	if (got == DNS_REPLY) {
		*ret = dns_again_address(c, name);
	}
	return got;
}

/* Beside the name that was asked for. */
int dns_made_up_beside(struct dns_again *c)
{
	const char *parent = strchr(c->row->name, '.');
	const struct addr *addr = NULL;
	int got = 0;

	if (parent == NULL || parent[1] == '\0') {
		return 0;
	}
	got = ask_made_up(c, parent, &addr);
	if (got == DNS_REPLY) {
		SET(c->ev, random_name, addr != NULL);
	}
	if (addr != NULL) {
		SET(c->ev, random_addr, *addr);
	}
	return got < 0 ? got : 0;
}

/* In another zone than the target's, which has no names (RFC 6761 6.4). */
int dns_made_up_elsewhere(struct dns_again *c)
{
	const struct addr *addr = NULL;
	int got = ask_made_up(c, ".invalid", &addr);

	if (got == DNS_REPLY) {
		SET(c->ev, elsewhere, addr != NULL);
	}
	if (addr != NULL) {
		SET(c->ev, elsewhere_addr, *addr);
	}
	return got < 0 ? got : 0;
}
