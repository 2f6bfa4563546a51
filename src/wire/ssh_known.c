/* SPDX-License-Identifier: Apache-2.0 */
/* Reading known_hosts. */
#include "wire/ssh_known.h"

#include <string.h>

enum { SHA1_SIZE = 20, SALT_MAX = 64 };

static struct ssh_span word(const char **line, size_t *len)
{
	struct ssh_span w = { .len = 0 };

	while (*len > 0 && (**line == ' ' || **line == '\t')) {
		(*line)++;
		(*len)--;
	}
	w.at = (const uint8_t *)*line;
	while (*len > 0 && **line != ' ' && **line != '\t') {
		(*line)++;
		(*len)--;
		w.len++;
	}
	return w;
}

/* A whole line, the last one also without its end. */
static bool any_line(struct cursor *c, const char **ret, size_t *ret_len)
{
	if (cursor_line(c, ret, ret_len)) {
		return true;
	}
	*ret_len = cursor_left(c);
	*ret = (const char *)cursor_take(c, *ret_len);
	return *ret_len > 0;
}

static bool read_line(const char *line, size_t len, struct ssh_known_line *ret)
{
	struct ssh_span first = word(&line, &len);

	ret->marker = SSH_KNOWN_KEY;
	if (ssh_is(first, "@cert-authority") || ssh_is(first, "@revoked")) {
		ret->marker = first.at[1] == 'c' ? SSH_KNOWN_CA : SSH_KNOWN_REVOKED;
		first = word(&line, &len);
	}
	ret->hosts = first;
	ret->type = word(&line, &len);
	ret->key = word(&line, &len);
	/* a number as type is a key of protocol 1; an unknown marker is passed over */
	return ret->key.len > 0 && first.at[0] != '#' && first.at[0] != '@' &&
	       !(ret->type.at[0] >= '0' && ret->type.at[0] <= '9');
}

bool ssh_known_next(struct cursor *c, int *number, struct ssh_known_line *ret)
{
	const char *line = NULL;
	size_t len = 0;

	while (any_line(c, &line, &len)) {
		(*number)++;
		if (read_line(line, len, ret)) {
			ret->number = *number;
			return true;
		}
	}
	return false;
}

static char lower(uint8_t c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

bool ssh_known_pattern(struct ssh_span pattern, const char *text)
{
	size_t p = 0;
	size_t back = pattern.len; /* behind the last *, to try again one character later */
	const char *from = NULL;

	while (*text != '\0') {
		if (p < pattern.len && pattern.at[p] == '*') {
			back = ++p;
			from = text;
		} else if (p < pattern.len &&
		           (pattern.at[p] == '?' || lower(pattern.at[p]) == *text)) {
			p++;
			text++;
		} else if (from != NULL) {
			p = back;
			text = ++from;
		} else {
			return false;
		}
	}
	while (p < pattern.len && pattern.at[p] == '*') {
		p++;
	}
	return p == pattern.len;
}

/* |1|base64 of the salt|base64 of HMAC-SHA1(salt, name) */
static bool hashed_matches(struct ssh_span hosts, const char *host, ssh_known_hash hash,
                           const void *user)
{
	const char *salt = (const char *)hosts.at + 3;
	const char *end = hosts.len > 3 ? memchr(salt, '|', hosts.len - 3) : NULL;
	uint8_t salt_bytes[SALT_MAX];
	uint8_t want[SHA1_SIZE];
	uint8_t have[SHA1_SIZE];
	int n_salt = 0;
	int n_want = 0;

	if (end == NULL) {
		return false;
	}
	n_salt = ssh_decode(salt, (size_t)(end - salt), salt_bytes, sizeof(salt_bytes));
	n_want = ssh_decode(end + 1, hosts.len - 4 - (size_t)(end - salt), want, sizeof(want));
	return n_salt > 0 && n_want == SHA1_SIZE && hash != NULL &&
	       hash(user, salt_bytes, (size_t)n_salt, host, have) &&
	       memcmp(want, have, SHA1_SIZE) == 0;
}

bool ssh_known_matches(struct ssh_span hosts, const char *host, ssh_known_hash hash,
                       const void *user)
{
	struct ssh_span one = { .len = 0 };
	bool found = false;

	if (hosts.len > 3 && memcmp(hosts.at, "|1|", 3) == 0) {
		return hashed_matches(hosts, host, hash, user);
	}
	while (ssh_next_name(&hosts, &one)) {
		bool not_that = one.len > 0 && one.at[0] == '!';

		one.at += not_that;
		one.len -= not_that;
		if (one.len > 0 && ssh_known_pattern(one, host)) {
			if (not_that) {
				return false;
			}
			found = true;
		}
	}
	return found;
}
