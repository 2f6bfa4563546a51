/* SPDX-License-Identifier: Apache-2.0 */
/* The question of an answer that is no help, asked again in another way. What is seen stands in
 * the evidence: dns_check.c says which further question an answer calls for. */
#pragma once
#include "probe/dns_ask.h"

enum { DNS_AGAIN_US = 800000, DNS_AGAIN_EDNS = 1232 };

struct dns_again {
	const struct probe_run *r;
	const struct ev_dns_reply *row; /* what is to be explained */
	struct addr server;             /* who said it, or did not */
	struct ev_dns_check *ev;
	struct dns_reply *reply; /* the last one */
};

/* Asks the server about name, for 0.8 s at most; an enum dns_end with the reply in c->reply, or a
 * negative errno. cd: without validation (RFC 4035 3.2.2). */
int dns_again_ask(struct dns_again *c, const char *name, uint16_t type, bool cd, bool edns);

/* The type that the row is about. */
uint16_t dns_again_type(const struct dns_again *c);

/* The first address in the answer about name; NULL without one. */
const struct addr *dns_again_address(const struct dns_again *c, const char *name);

/* Whether names that do not exist are given an address too (dns_made_up.c): beside the name that
 * was asked for; in zones that have nothing to do with it. 0, or a negative errno when the run
 * ends. */
int dns_made_up_beside(struct dns_again *c);
int dns_made_up_elsewhere(struct dns_again *c);

/* Where a server is that gave no answer (dns_way.c): the route to it at once; after silence, if it
 * shows that it is there, and if this host throws its answers away. 0, or a negative errno when the
 * run ends. */
int dns_way_look(struct dns_again *c);
