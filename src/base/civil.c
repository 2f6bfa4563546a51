/* SPDX-License-Identifier: Apache-2.0 */
/* Counting from the first of March: then the odd day comes last (Howard Hinnant's algorithm). */
#include "base/civil.h"

#include "base/time.h"

enum { DAYS_TO_1970 = 719468, DAYS_IN_400_YEARS = 146097 };

struct civil civil_from(int64_t seconds)
{
	int64_t of_day = (seconds % DAY_S + DAY_S) % DAY_S;
	int64_t days = seconds / DAY_S - (seconds % DAY_S < 0) + DAYS_TO_1970;
	int64_t era = (days >= 0 ? days : days - DAYS_IN_400_YEARS + 1) / DAYS_IN_400_YEARS;
	int64_t of_era = days - era * DAYS_IN_400_YEARS;
	int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
	int64_t m = (5 * of_year + 2) / 153; /* from March on */
	int64_t month = m < 10 ? m + 3 : m - 9;

	return (struct civil){ .year = year + era * 400 + (month <= 2 ? 1 : 0),
		               .month = month,
		               .day = of_year - (153 * m + 2) / 5 + 1,
		               .hour = of_day / 3600,
		               .minute = of_day / 60 % 60,
		               .second = of_day % 60 };
}

int64_t civil_to(const struct civil *c)
{
	int64_t year = c->month <= 2 ? c->year - 1 : c->year;
	int64_t era = (year >= 0 ? year : year - 399) / 400;
	int64_t of_era = year - era * 400;
	int64_t of_year = (153 * (c->month + (c->month > 2 ? -3 : 9)) + 2) / 5 + c->day - 1;
	int64_t days = era * DAYS_IN_400_YEARS + of_era * 365 + of_era / 4 - of_era / 100 +
	               of_year - DAYS_TO_1970;

	return days * DAY_S + c->hour * 3600 + c->minute * 60 + c->second;
}

static void two(struct buf *buf, char before, int64_t value)
{
	if (before != '\0') {
		buf_putc(buf, before);
	}
	buf_putc(buf, (char)('0' + value / 10));
	buf_putc(buf, (char)('0' + value % 10));
}

void civil_put(struct buf *buf, const struct civil *c, char between, bool seconds)
{
	for (int64_t ten = 1000; ten > 1 && c->year >= 0 && c->year < ten; ten /= 10) {
		buf_putc(buf, '0'); /* four digits */
	}
	buf_int(buf, c->year);
	two(buf, '-', c->month);
	two(buf, '-', c->day);
	two(buf, between, c->hour);
	two(buf, ':', c->minute);
	if (seconds) {
		two(buf, ':', c->second);
	}
}
