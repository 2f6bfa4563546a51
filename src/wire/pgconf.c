/* SPDX-License-Identifier: Apache-2.0 */
/* libpq's files, read as libpq reads them. */
#include "wire/pgconf.h"

#include "base/cursor.h"

#include <string.h>

/* Takes a field off the line, up to and including its colon, into ret; a backslash takes the next
 * byte as it is. */
static void take_field(const char **line, size_t *len, struct buf *ret)
{
	size_t i = 0;

	while (i < *len && (*line)[i] != ':') {
		i += (*line)[i] == '\\' && i + 1 < *len ? 1 : 0;
		buf_putc(ret, (*line)[i++]);
	}
	i += i < *len ? 1 : 0;
	*line += i;
	*len -= i;
}

/* Whether the line's next field is * or want, which a backslash may be in front of. */
static bool fits(const char **line, size_t *len, const char *want)
{
	char text[512];
	struct buf field;
	bool any = *len >= 2 && (*line)[0] == '*' && (*line)[1] == ':';

	buf_init(&field, text, sizeof(text));
	take_field(line, len, &field);
	return any || (!field.cut && strcmp(text, want) == 0);
}

int pgconf_password(const char *text, size_t len, const struct pgconf_key *key, struct buf *ret)
{
	size_t at = 0;

	for (int number = 1; at < len; number++) {
		const char *line = text + at;
		const char *end = memchr(line, '\n', len - at);
		size_t n = end != NULL ? (size_t)(end - line) : len - at;

		at += n + 1;
		n -= n > 0 && line[n - 1] == '\r' ? 1 : 0;
		if (n > 0 && line[0] != '#' && fits(&line, &n, key->host) &&
		    fits(&line, &n, key->port) && fits(&line, &n, key->database) &&
		    fits(&line, &n, key->user)) {
			take_field(&line, &n, ret);
			return number;
		}
	}
	return 0;
}

static bool blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The next line without blanks around it and without comments; false at the end. */
static bool next_line(const char *text, size_t len, size_t *at, struct cursor *ret)
{
	while (*at < len) {
		const char *line = text + *at;
		const char *end = memchr(line, '\n', len - *at);
		size_t n = end != NULL ? (size_t)(end - line) : len - *at;

		*at += n + 1;
		while (n > 0 && blank(line[0])) {
			line++;
			n--;
		}
		while (n > 0 && blank(line[n - 1])) {
			n--;
		}
		if (n > 0 && line[0] != '#') {
			cursor_init(ret, line, n);
			return true;
		}
	}
	return false;
}

/* Whether the line begins the section; any when service is NULL. */
static bool begins(const struct cursor *line, const char *service)
{
	size_t n = (size_t)(line->end - line->at);

	if (line->at[0] != '[' || service == NULL) {
		return line->at[0] == '[';
	}
	return n == strlen(service) + 2 && memcmp(line->at + 1, service, n - 2) == 0 &&
	       line->at[n - 1] == ']';
}

/* Goes behind the head of the section. */
static bool find_service(const char *text, size_t len, const char *service, size_t *at)
{
	struct cursor line;

	while (next_line(text, len, at, &line)) {
		if (begins(&line, service)) {
			return true;
		}
	}
	return false;
}

bool pgconf_has_service(const char *text, size_t len, const char *service)
{
	size_t at = 0;

	return find_service(text, len, service, &at);
}

bool pgconf_service(const char *text, size_t len, const char *service, const char *name,
                    struct buf *ret)
{
	struct cursor line;
	size_t at = 0;
	size_t n_name = strlen(name);

	if (!find_service(text, len, service, &at)) {
		return false;
	}
	while (next_line(text, len, &at, &line) && !begins(&line, NULL)) {
		const char *equals = memchr(line.at, '=', (size_t)(line.end - line.at));
		size_t n = equals != NULL ? (size_t)(equals - (const char *)line.at) : 0;

		if (equals != NULL && n == n_name && memcmp(line.at, name, n) == 0) {
			buf_put(ret, equals + 1, (size_t)((const char *)line.end - equals) - 1);
			return true; /* the first of several counts */
		}
	}
	return false;
}
