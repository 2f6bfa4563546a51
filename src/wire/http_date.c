/* SPDX-License-Identifier: Apache-2.0 */
/* The dates of HTTP: day arithmetic of the proleptic Gregorian calendar, after the well-known
 * "days from civil" method (years begin in March, so that the leap day comes last). */
#include "wire/http_date.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

static const char months[12][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
	                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

static int64_t days_from_civil(int64_t year, int month, int day)
{
	int64_t y = month <= 2 ? year - 1 : year;
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t of_era = y - era * 400;
	int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static int month_days(int64_t year, int month)
{
	static const uint8_t days[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return month == 2 && leap ? 29 : days[month - 1];
}

/* What is being read, and whether something did not fit so far. */
struct reader {
	const char *at, *end;
	bool bad;
};

static int number(struct reader *r, int digits)
{
	int value = 0;

	for (int i = 0; i < digits; i++) {
		if (r->at == r->end || *r->at < '0' || *r->at > '9') {
			r->bad = true;
			return 0;
		}
		value = value * 10 + (*r->at++ - '0');
	}
	return value;
}

static void skip(struct reader *r, const char *text)
{
	size_t n = strlen(text);

	if ((size_t)(r->end - r->at) < n || memcmp(r->at, text, n) != 0) {
		r->bad = true;
	} else {
		r->at += n;
	}
}

static int month(struct reader *r)
{
	for (int i = 0; i < 12; i++) {
		if (r->end - r->at >= 3 && strncasecmp(r->at, months[i], 3) == 0) {
			r->at += 3;
			return i + 1;
		}
	}
	r->bad = true;
	return 1;
}

static int64_t time_of_day(struct reader *r)
{
	int h = number(r, 2);
	int m = 0;
	int s = 0;

	skip(r, ":");
	m = number(r, 2);
	skip(r, ":");
	s = number(r, 2);
	r->bad = r->bad || h > 23 || m > 59 || s > 60; /* 60: a leap second */
	return h * 3600 + m * 60 + s;
}

int http_date_parse(const char *text, size_t len, int64_t *ret)
{
	struct reader r = { text, text + len, false };
	int64_t year = 0;
	int64_t seconds = 0;
	int mon = 1;
	int day = 0;

	while (r.at < r.end && ((*r.at | 0x20) >= 'a' && (*r.at | 0x20) <= 'z')) {
		r.at++;
	}
	if (r.at - text < 3) {
		return -EINVAL;
	}
	if (r.at < r.end && *r.at == ',') {
		bool dashes = false;

		skip(&r, ", ");
		day = number(&r, 2);
		dashes = r.at < r.end && *r.at == '-';
		skip(&r, dashes ? "-" : " ");
		mon = month(&r);
		skip(&r, dashes ? "-" : " ");
		year = number(&r, 2);
		if (dashes && r.at < r.end && *r.at == ' ') {
			year += year < 70 ? 2000 : 1900;
		} else {
			year = year * 100 + number(&r, 2);
		}
		skip(&r, " ");
		seconds = time_of_day(&r);
		skip(&r, " GMT");
	} else { /* asctime: "Sun Nov  6 08:49:37 1994" */
		skip(&r, " ");
		mon = month(&r);
		skip(&r, " ");
		if (r.at < r.end && *r.at == ' ') {
			r.at++;
			day = number(&r, 1);
		} else {
			day = number(&r, 2);
		}
		skip(&r, " ");
		seconds = time_of_day(&r);
		skip(&r, " ");
		year = number(&r, 4);
	}
	if (r.bad || r.at != r.end || day < 1 || day > month_days(year, mon)) {
		return -EINVAL;
	}
	*ret = days_from_civil(year, mon, day) * 86400 + seconds;
	return 0;
}

static void put_padded(struct buf *buf, int64_t value, int64_t unit)
{
	for (; unit > 0; unit /= 10) {
		buf_putc(buf, (char)('0' + value / unit % 10));
	}
}

void http_date_format(struct buf *buf, int64_t seconds)
{
	static const char days[7][4] = { "Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed" };
	int64_t day = 0;
	int64_t of_day = 0;
	int64_t year = 0;
	int mon = 1;

	if (seconds < -62167219200 || seconds > 253402300799) {
		buf_putc(buf, '-');
		return;
	}
	day = (seconds >= 0 ? seconds : seconds - 86399) / 86400;
	of_day = seconds - day * 86400;
	year = 1970 + day / 366; /* never too late for days after 1970; then go there */
	if (day < 0) {
		year = 1970 + day / 365 - 1;
	}
	while (days_from_civil(year + 1, 1, 1) <= day) {
		year++;
	}
	while (mon < 12 && days_from_civil(year, mon + 1, 1) <= day) {
		mon++;
	}
	buf_puts(buf, days[((day % 7) + 7) % 7]);
	buf_puts(buf, ", ");
	put_padded(buf, day - days_from_civil(year, mon, 1) + 1, 10);
	buf_putc(buf, ' ');
	buf_puts(buf, months[mon - 1]);
	buf_putc(buf, ' ');
	put_padded(buf, year, 1000);
	buf_putc(buf, ' ');
	put_padded(buf, of_day / 3600, 10);
	buf_putc(buf, ':');
	put_padded(buf, of_day / 60 % 60, 10);
	buf_putc(buf, ':');
	put_padded(buf, of_day % 60, 10);
	buf_puts(buf, " GMT");
}
