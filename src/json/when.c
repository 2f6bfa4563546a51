/* SPDX-License-Identifier: Apache-2.0 */
/* Days and civil dates, by counting from the first of March: then the odd day comes last.
 * The proleptic Gregorian calendar, as RFC 3339 wants it. */
#include "json/when.h"
#include "base/time.h"

#include <errno.h>
#include <stdbool.h>

enum { DAYS_TO_1970 = 719468, DAYS_IN_400_YEARS = 146097 };

static const int64_t first_second = -62167219200; /* 0000-01-01T00:00:00Z */
static const int64_t last_second = 253402300799;  /* 9999-12-31T23:59:59Z */

struct civil {
	int64_t year;
	int64_t month; /* 1 to 12 */
	int64_t day;
};

static int64_t to_days(const struct civil *c)
{
	int64_t year = c->month <= 2 ? c->year - 1 : c->year;
	int64_t era = (year >= 0 ? year : year - 399) / 400;
	int64_t of_era = year - era * 400;
	int64_t of_year = (153 * (c->month + (c->month > 2 ? -3 : 9)) + 2) / 5 + c->day - 1;

	return era * DAYS_IN_400_YEARS + of_era * 365 + of_era / 4 - of_era / 100 + of_year -
	       DAYS_TO_1970;
}

static struct civil from_days(int64_t days)
{
	int64_t shifted = days + DAYS_TO_1970;
	int64_t era =
		(shifted >= 0 ? shifted : shifted - DAYS_IN_400_YEARS + 1) / DAYS_IN_400_YEARS;
	int64_t of_era = shifted - era * DAYS_IN_400_YEARS;
	int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
	int64_t m = (5 * of_year + 2) / 153; /* from March on */
	struct civil c = { .day = of_year - (153 * m + 2) / 5 + 1,
		           .month = m < 10 ? m + 3 : m - 9 };

	c.year = year + era * 400 + (c.month <= 2 ? 1 : 0);
	return c;
}

/* The last digits of value, zeros in front. */
static void put_padded(struct buf *buf, int64_t value, int digits)
{
	char text[4];

	for (int i = digits - 1; i >= 0; i--) {
		text[i] = (char)('0' + value % 10);
		value /= 10;
	}
	buf_put(buf, text, (size_t)digits);
}

int when_format(struct buf *buf, int64_t seconds, int64_t us)
{
	struct civil c = { 0 };
	int64_t days = 0;
	int64_t of_day = 0;

	if (seconds < first_second || seconds > last_second) {
		return -ERANGE;
	}
	days = (seconds >= 0 ? seconds : seconds - DAY_S + 1) / DAY_S;
	of_day = seconds - days * DAY_S;
	c = from_days(days);
	put_padded(buf, c.year, 4);
	buf_putc(buf, '-');
	put_padded(buf, c.month, 2);
	buf_putc(buf, '-');
	put_padded(buf, c.day, 2);
	buf_putc(buf, 'T');
	put_padded(buf, of_day / 3600, 2);
	buf_putc(buf, ':');
	put_padded(buf, of_day / 60 % 60, 2);
	buf_putc(buf, ':');
	put_padded(buf, of_day % 60, 2);
	if (us >= 0) {
		buf_putc(buf, '.');
		put_padded(buf, us / 1000 % 1000, 3);
	}
	buf_putc(buf, 'Z');
	return 0;
}

/* Reads the number of as many digits as the pattern has; any other character stands for itself. */
static bool match(const char *text, const char *pattern, int64_t *values)
{
	int n = -1;

	for (size_t i = 0; pattern[i] != '\0'; i++) {
		bool digit = text[i] >= '0' && text[i] <= '9';

		if (pattern[i] != '0') {
			if (text[i] != pattern[i]) {
				return false;
			}
			continue;
		}
		if (!digit) {
			return false;
		}
		if (i == 0 || pattern[i - 1] != '0') {
			values[++n] = 0;
		}
		values[n] = values[n] * 10 + (text[i] - '0');
	}
	return true;
}

static int parse_fraction(const char *text, size_t len, int64_t *ret_us)
{
	int64_t us = 0;

	if (len < 2 || len > 7 || text[0] != '.') {
		return -EINVAL;
	}
	for (size_t i = 1; i < 7; i++) {
		if (i < len && (text[i] < '0' || text[i] > '9')) {
			return -EINVAL;
		}
		us = us * 10 + (i < len ? text[i] - '0' : 0);
	}
	*ret_us = us;
	return 0;
}

int when_parse(const char *text, size_t len, int64_t *ret_seconds, int64_t *ret_us)
{
	static const int8_t month_days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	static const char pattern[] = "0000-00-00T00:00:00";
	enum { YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, N_PARTS };
	int64_t v[N_PARTS] = { 0 };
	int64_t us = -1;
	struct civil c = { 0 };

	if (len < sizeof(pattern) || text[len - 1] != 'Z' || !match(text, pattern, v)) {
		return -EINVAL;
	}
	if (v[MONTH] < 1 || v[MONTH] > 12 || v[DAY] < 1 || v[DAY] > month_days[v[MONTH] - 1] ||
	    v[HOUR] > 23 || v[MINUTE] > 59 || v[SECOND] > 60) {
		return -EINVAL;
	}
	if (len > sizeof(pattern) &&
	    parse_fraction(text + sizeof(pattern) - 1, len - sizeof(pattern), &us) < 0) {
		return -EINVAL;
	}
	c = (struct civil){ .year = v[YEAR], .month = v[MONTH], .day = v[DAY] };
	*ret_seconds = to_days(&c) * DAY_S + v[HOUR] * 3600 + v[MINUTE] * 60 + v[SECOND];
	*ret_us = us;
	return 0;
}
