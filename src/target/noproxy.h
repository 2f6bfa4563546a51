/* SPDX-License-Identifier: Apache-2.0 */
/* The list of hosts that need no proxy, read as curl 7.88 reads it (lib/noproxy.c), and as it was
 * probably meant. */
#pragma once
#include "target/target.h"
#include "target/text.h"

/* Whether list excludes target from proxies; the entry goes to *ret_entry. "*" counts alone only.
 * Entries end at commas and blanks. A name matches itself and what ends with a dot and it; one dot
 * before and one after it are ignored. An IPv4 target matches addresses and networks; an IPv6
 * target, as curl 7.88 has it, only the same text without brackets. */
bool noproxy_matches(struct span list, const struct target *target, struct span *ret_entry);

/* Whether an entry names target in a form that curl does not take: after a semicolon, with a port,
 * a scheme, quotes, brackets or a wildcard, as 10.0. or as an IPv6 network. */
bool noproxy_means(struct span list, const struct target *target, struct span *ret_entry);
