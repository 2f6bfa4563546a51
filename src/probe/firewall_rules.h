/* SPDX-License-Identifier: Apache-2.0 */
/* What this host's firewall rules do with one packet, worked out from their text alone (nft -j,
 * libnftables-json(5)). What cannot be worked out stays open: a limit, a mark, an extension that
 * nft does not name. Nothing here asks the kernel. */
#pragma once
#include "base/addr.h"
#include "base/buf.h"
#include "base/tri.h"

#include <jansson.h>

/* A packet of a TCP handshake, as the rules see it. */
struct firewall_packet {
	struct addr src;
	struct addr dst;
	uint16_t sport;  /* 0: not known */
	uint16_t dport;  /* likewise */
	const char *iif; /* where it came in, "" for one of this host's own */
	const char *oif; /* where it goes out, "" on its way in */
	int64_t uid;     /* of the socket that sends it; -1 not known */
	bool answer;     /* the SYN-ACK, which belongs to a known connection */
	bool local;      /* dst is an address of this host */
	bool untracked;  /* a rule may have taken it from the connection tracking */
	bool rewritten;  /* a rule may have changed its destination */
};

enum firewall_said { FIREWALL_SAID_NOTHING, FIREWALL_SAID_ACCEPT, FIREWALL_SAID_DENIED };

struct firewall_answer {
	enum firewall_said said; /* NOTHING: it cannot be told from the text */
	bool reject;             /* of DENIED: with an error and not in silence */
	char rule[256];          /* which rule, or policy; raw bytes of the rules' author */
	char command[160];       /* that shows it */
};

/* Where a rule stands: whose named sets it may use. */
struct firewall_place {
	const json_t *rules; /* the array of all objects */
	const char *family;
	const char *table;
};

/* What the chains of that hook ("output", "postrouting", "prerouting", "input") do with the packet,
 * in the order of their priorities; marks what their rules change about it. rules is the array
 * that nft calls "nftables". Tables made by firewall_xt() come after nft's. */
void firewall_ask(const json_t *rules, const char *hook, struct firewall_packet *packet,
                  struct firewall_answer *ret);

/* Whether the packet fits left and right of a "match"; whether left is one of right, which may be
 * a value, a range, a prefix, a set or the name of one. UNKNOWN where that cannot be told. */
enum tri firewall_match(const struct firewall_place *at, const struct firewall_packet *packet,
                        const json_t *match);
enum tri firewall_holds(const struct firewall_place *at, const struct firewall_packet *packet,
                        const json_t *left, const json_t *right);

/* Appends the statements of a rule as nft writes them, counters without their numbers. */
void firewall_text(struct buf *buf, const json_t *expr);

/* Adds what iptables-save printed (len bytes, tables of IPv4, or IPv6 with v6) to rules, in the
 * form of nft -j; what has no such form becomes an "xt" that nobody can work out. 0, or -ENOMEM. */
int firewall_xt(json_t *rules, const char *text, size_t len, bool v6);
