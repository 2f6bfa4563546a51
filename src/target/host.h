/* SPDX-License-Identifier: Apache-2.0 */
/* Whether a text can be a host: a name, an IPv4 or an IPv6 address. */
#pragma once
#include "target/target.h"
#include "target/text.h"

/* Fills host, literal, addr and zone of ret from a host's text (percent-encoding allowed, brackets
 * around it already taken off and told by bracketed). The flaw, or FLAW_NONE; what shows it is
 * appended to flaw_text. With a flaw, host is the text made printable.
 *
 * Numbers are read as getaddrinfo() and curl do (inet_aton(3): octal, hexadecimal), yet only where
 * they can be meant: four parts, 127.x, "0", and one number from 2^24 on. 10.0.0, 192.168.1 and
 * 8080 are FLAW_BAD_ADDRESS. */
enum flaw host_check(struct span text, bool bracketed, struct target *ret, struct buf *flaw_text);

/* Reads an IP address, IPv6 also with a zone (fe80::1%eth0, %25eth0 as in URLs, RFC 6874) and with
 * an IPv4 address as its end (::ffff:192.0.2.1). */
bool host_is_v6(struct span text, struct addr *ret, struct span *ret_zone);

/* Whether text is made of hexadecimal digits, colons and dots only, and has "::" or at least four
 * colons, as IPv6 addresses and their misspellings do (db:5432:5432 does not). */
bool host_looks_v6(struct span text);
