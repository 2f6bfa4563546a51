/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes from strangers made safe to store and to print: one place, on the way in. */
#pragma once
#include "base/buf.h"

enum { CLEAN_MAX = 200 }; /* bytes of a banner, header or certificate field that are kept */

/* Appends at most max of the len bytes at bytes as printable UTF-8: valid text stays as it is;
 * control characters (C0, DEL, C1), bidirectional controls (U+202A-202E, U+2066-2069, U+200E,
 * U+200F, U+061C), line and paragraph separators, noncharacters and every byte that is not part of
 * valid UTF-8 (RFC 3629) become \xNN. A "..." is appended when bytes were left out. */
void clean_put(struct buf *buf, const void *bytes, size_t len, size_t max);
