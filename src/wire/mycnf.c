/* SPDX-License-Identifier: Apache-2.0 */
/* Option files, read as mysys/my_default.c does. */
#include "wire/mycnf.h"
#include "base/str.h"

#include <string.h>

struct piece {
	const char *at;
	size_t len;
};

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

static struct piece trimmed(struct piece p)
{
	while (p.len > 0 && blank(p.at[0])) {
		p.at++;
		p.len--;
	}
	while (p.len > 0 && blank(p.at[p.len - 1])) {
		p.len--;
	}
	return p;
}

static struct piece take_line(const char **text, size_t *len)
{
	const char *end = memchr(*text, '\n', *len);
	struct piece line = { *text, end != NULL ? (size_t)(end - *text) : *len };
	size_t used = line.len + (end != NULL ? 1 : 0);

	*text += used;
	*len -= used;
	return trimmed(line);
}

/* Up to a "#" that stands outside of quotes. */
static struct piece without_comment(struct piece p)
{
	char quote = '\0';

	for (size_t i = 0; i < p.len; i++) {
		bool escaped = i > 0 && p.at[i - 1] == '\\';

		if ((p.at[i] == '\'' || p.at[i] == '"') && !escaped) {
			if (quote == '\0') {
				quote = p.at[i];
			} else if (quote == p.at[i]) {
				quote = '\0';
			}
		} else if (p.at[i] == '#' && quote == '\0') {
			p.len = i;
		}
	}
	return trimmed(p);
}

static char escape(char c)
{
	static const char from[] = "ntrbs'\"\\";
	static const char to[] = "\n\t\r\b '\"\\";
	const char *at = c != '\0' ? strchr(from, c) : NULL;

	return to[at != NULL ? at - from : (ptrdiff_t)sizeof(to) - 1];
}

static void put(char *to, size_t size, size_t *at, char c, bool *cut)
{
	if (*at + 1 < size) {
		to[(*at)++] = c;
		to[*at] = '\0';
	} else {
		*cut = true;
	}
}

static void take_name(struct piece p, struct mycnf_line *ret)
{
	static const char dash = '-';
	size_t n = 0;

	for (size_t i = 0; i < p.len; i++) {
		const char *c = p.at[i] == '_' ? &dash : p.at + i;

		put(ret->name, sizeof(ret->name), &n, *c, &ret->cut);
	}
}

static void take_value(struct piece p, struct mycnf_line *ret)
{
	size_t n = 0;

	if (p.len >= 2 && (p.at[0] == '\'' || p.at[0] == '"') && p.at[p.len - 1] == p.at[0]) {
		p.at++;
		p.len -= 2;
	}
	for (size_t i = 0; i < p.len; i++) {
		char c = p.at[i];

		if (c == '\\' && i + 1 < p.len) {
			char real = escape(p.at[i + 1]);

			if (real != '\0') {
				i++;
				c = real;
			}
		}
		put(ret->value, sizeof(ret->value), &n, c, &ret->cut);
	}
}

static bool starts(struct piece p, const char *word, struct piece *ret_rest)
{
	size_t n = strlen(word);

	if (p.len <= n || memcmp(p.at, word, n) != 0 || !blank(p.at[n])) {
		return false;
	}
	*ret_rest = trimmed((struct piece){ p.at + n, p.len - n });
	return true;
}

static bool take_group(struct piece p, struct mycnf_line *ret)
{
	const char *end = memchr(p.at, ']', p.len);

	if (end == NULL) {
		return false;
	}
	ret->kind = MYCNF_GROUP;
	take_name(trimmed((struct piece){ p.at + 1, (size_t)(end - p.at) - 1 }), ret);
	return true;
}

static void take_option(struct piece p, struct mycnf_line *ret)
{
	const char *equals = NULL;

	ret->kind = MYCNF_OPTION;
	p = without_comment(p);
	equals = memchr(p.at, '=', p.len);
	if (equals != NULL) {
		size_t n = (size_t)(equals - p.at);

		ret->has_value = true;
		take_value(trimmed((struct piece){ equals + 1, p.len - n - 1 }), ret);
		p.len = n;
	}
	take_name(trimmed(p), ret);
}

static bool take_include(struct piece p, struct mycnf_line *ret)
{
	struct piece rest = { p.at, 0 };

	if (starts(p, "!includedir", &rest)) {
		ret->kind = MYCNF_INCLUDE_DIR;
	} else if (starts(p, "!include", &rest)) {
		ret->kind = MYCNF_INCLUDE;
	} else {
		return false;
	}
	take_value(rest, ret);
	return true;
}

static bool take(struct piece p, struct mycnf_line *ret)
{
	if (p.len == 0 || p.at[0] == '#' || p.at[0] == ';') {
		return false;
	}
	if (p.at[0] == '[') {
		return take_group(p, ret);
	}
	if (p.at[0] == '!') {
		return take_include(p, ret);
	}
	take_option(p, ret);
	return true;
}

bool mycnf_next(const char **text, size_t *len, struct mycnf_line *ret)
{
	while (*len > 0) {
		memset(ret, 0, sizeof(*ret));
		if (take(take_line(text, len), ret)) {
			return true;
		}
	}
	return false;
}
