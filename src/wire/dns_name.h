/* SPDX-License-Identifier: Apache-2.0 */
/* Names in DNS messages: text to bytes and back (RFC 1035 sections 3.1, 4.1.4 and 5.1). */
#pragma once
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
