/* SPDX-License-Identifier: Apache-2.0 */
/* Dates and times of day in UTC, in the proleptic Gregorian calendar, as RFC 3339 wants it. */
#pragma once
#include "base/buf.h"

struct civil {
	int64_t year;
	int64_t month; /* 1 to 12 */
	int64_t day;
	int64_t hour;
	int64_t minute;
	int64_t second;
};

/* Seconds since 1970-01-01 as a date and a time, and back. A second of 60 is the next minute's
 * first. Good for the years of any clock, and for what a broken one says: 64 bits of seconds. */
struct civil civil_from(int64_t seconds);
int64_t civil_to(const struct civil *c);

/* Appends "2026-11-23", what stands between (a blank, T), and "03:16", with seconds "03:16:20". */
void civil_put(struct buf *buf, const struct civil *c, char between, bool seconds);
