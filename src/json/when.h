/* SPDX-License-Identifier: Apache-2.0 */
/* Points in time as text: RFC 3339, always UTC. */
#pragma once
#include "base/buf.h"

#include <stdint.h>

/* Appends seconds since 1970 as 2026-11-23T03:16:20Z; with us (0 to 999999) as
 * 2026-11-23T03:16:20.114Z, to the millisecond; us is -1 to leave the fraction out. -ERANGE, with
 * nothing appended, outside of the years 0 to 9999. */
int when_format(struct buf *buf, int64_t seconds, int64_t us);

/* Reads such a text from exactly len bytes; a fraction may have up to 6 digits, us is -1 without
 * one. 0, or -EINVAL. A leap second is read as the first second of the next minute. */
int when_parse(const char *text, size_t len, int64_t *ret_seconds, int64_t *ret_us);
