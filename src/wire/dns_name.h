/* SPDX-License-Identifier: Apache-2.0 */
/* Names in DNS messages: text to bytes and back (RFC 1035 sections 3.1, 4.1.4 and 5.1). */
#pragma once
#include "base/addr.h"
#include "base/buf.h"
#include "base/cursor.h"

#include <stddef.h>
#include <stdint.h>

enum { DNS_NAME_BYTES = 255 }; /* the longest name on the wire, with its root label */

/* Writes the name as bytes without compression. The length, or -EINVAL (see dns_build()). */
int dns_name_build(const char *text, uint8_t bytes[static DNS_NAME_BYTES]);

/* Reads the name at the cursor, following pointers backwards only, and appends it to buf as text
 * without the final dot ("." for the root). The cursor ends after the name. 0, or -EBADMSG. */
int dns_name_parse(struct cursor *c, struct buf *buf);

enum { DNS_NAME_REVERSE_MAX = 76 };

/* Writes the name under which a name of that address is asked for: "1.2.0.192.in-addr.arpa"
 * (RFC 1035 section 3.5), or 32 digits before "ip6.arpa" (RFC 3596 section 2.5). */
void dns_name_reverse(const struct addr *addr, char ret[static DNS_NAME_REVERSE_MAX]);
