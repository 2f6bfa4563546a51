/* SPDX-License-Identifier: Apache-2.0 */
/* The dates of HTTP (RFC 9110 section 5.6.7), without a clock and without a time zone. */
#pragma once
#include "base/buf.h"

#include <stddef.h>
#include <stdint.h>

/* Reads an IMF-fixdate, an RFC 850 date (years 70 to 99 are 19xx, 00 to 69 are 20xx) or an asctime
 * date from exactly len bytes. *ret in seconds since 1970-01-01 UTC. 0, or -EINVAL. The day of the
 * week is not compared with the date. */
int http_date_parse(const char *text, size_t len, int64_t *ret);

/* Appends the time as an IMF-fixdate, "Sun, 06 Nov 1994 08:49:37 GMT"; seconds of the years 0 to
 * 9999, others become "-". */
void http_date_format(struct buf *buf, int64_t seconds);
