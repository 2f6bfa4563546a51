/* SPDX-License-Identifier: Apache-2.0 */
/* Finding a name in the text of /etc/hosts. */
#include "wire/hosts.h"

#include <string.h>
#include <strings.h>

/* The blanks of isspace() in the C locale, which glibc splits lines at. */
static bool blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Takes the next word of the line. False at its end. */
static bool next_word(const char **at, const char *end, const char **ret, size_t *ret_len)
{
	const char *p = *at;
	const char *word = NULL;

	while (p < end && blank(*p)) {
		p++;
	}
	word = p;
	while (p < end && !blank(*p)) {
		p++;
	}
	*at = p;
	*ret = word;
	*ret_len = (size_t)(p - word);
	return p > word;
}

/* Whether the name is among the words of the line. *ret_first: it is the first of them. */
static bool holds(const char *at, const char *end, const char *name, size_t n_name, bool *ret_first)
{
	const char *word = NULL;
	size_t len = 0;

	for (*ret_first = true; next_word(&at, end, &word, &len); *ret_first = false) {
		if (len == n_name && strncasecmp(word, name, len) == 0) {
			return true;
		}
	}
	return false;
}

static void read_line(const char *at, const char *end, const char *name, size_t n_name,
                      struct hosts_hits *ret, uint32_t line)
{
	const char *word = NULL;
	size_t len = 0;
	struct addr addr;
	bool first = false;
	bool has_addr = false;

	if (!next_word(&at, end, &word, &len)) {
		return;
	}
	has_addr = addr_parse(word, len, &addr) == 0;
	if (!has_addr) {
		ret->n_malformed++;
	}
	if (!holds(at, end, name, n_name, &first)) {
		return;
	}
	if (!has_addr) {
		ret->malformed_line = ret->malformed_line == 0 ? line : ret->malformed_line;
		return;
	}
	ret->n_found++;
	if (ret->n_hits < HOSTS_HITS_MAX) {
		ret->hits[ret->n_hits++] =
			(struct hosts_hit){ .addr = addr, .line = line, .canonical = first };
	}
}

void hosts_find(const char *text, size_t len, const char *name, struct hosts_hits *ret)
{
	const char *end = text + len;
	size_t n_name = strlen(name);
	uint32_t line = 0;

	memset(ret, 0, sizeof(*ret));
	if (n_name > 1 && name[n_name - 1] == '.') {
		n_name--;
	}
	while (text < end) {
		const char *eol = memchr(text, '\n', (size_t)(end - text));
		const char *stop = eol != NULL ? eol : end;
		const char *comment = memchr(text, '#', (size_t)(stop - text));

		line++;
		read_line(text, comment != NULL ? comment : stop, name, n_name, ret, line);
		text = eol != NULL ? eol + 1 : end;
	}
}
