/* SPDX-License-Identifier: Apache-2.0 */
/* Paths with queries as they go into a request line. */
#pragma once
#include "target/text.h"

/* Appends a path and query, without its fragment, fit for a request line: controls, blanks and
 * bytes outside ASCII become %XX (or a request could be smuggled in), and "/" goes before a query
 * that has no path. Nothing for an empty text. */
void path_put(struct buf *buf, struct span text);

/* Takes "." and ".." segments out of the path in buf, not out of its query (RFC 3986 5.2.4). */
void path_remove_dots(struct buf *buf);

/* Appends reference, a relative path or a query, resolved against base (RFC 3986 5.2.2, 5.2.3),
 * with its dot segments left in; base and reference have no fragment. */
void path_merge(struct buf *buf, struct span base, struct span reference);
