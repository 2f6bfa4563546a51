/* SPDX-License-Identifier: Apache-2.0 */
/* RFC 3339, with a check of what is read. */
#include "json/when.h"
#include "base/civil.h"

#include <errno.h>
#include <stdbool.h>

static const int64_t first_second = -62167219200; /* 0000-01-01T00:00:00Z */
static const int64_t last_second = 253402300799;  /* 9999-12-31T23:59:59Z */

int when_format(struct buf *buf, int64_t seconds, int64_t us)
{
	struct civil c = { 0 };

	if (seconds < first_second || seconds > last_second) {
		return -ERANGE;
	}
	c = civil_from(seconds);
	civil_put(buf, &c, 'T', true);
	if (us >= 0) {
		buf_putc(buf, '.');
		for (int64_t ten = 100000; ten >= 1000; ten /= 10) {
			buf_putc(buf, (char)('0' + us / ten % 10));
		}
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
	*ret_seconds = civil_to(&(struct civil){ .year = v[YEAR],
	                                         .month = v[MONTH],
	                                         .day = v[DAY],
	                                         .hour = v[HOUR],
	                                         .minute = v[MINUTE],
	                                         .second = v[SECOND] });
	*ret_us = us;
	return 0;
}
