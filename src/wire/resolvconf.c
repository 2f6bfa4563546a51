/* SPDX-License-Identifier: Apache-2.0 */
/* Reading /etc/resolv.conf in the way of glibc (2.33 and later where versions differ). */
#include "wire/resolvconf.h"

#include "base/buf.h"

#include <errno.h>
#include <string.h>

static bool blank(char c)
{
	return c == ' ' || c == '\t';
}

/* A character of the file as it may be shown. */
static char shown(char c)
{
	if (c > 0x20 && c < 0x7f) {
		return c;
	}
	return '?';
}

/* Takes the next word before the end of the line. */
static size_t next_word(const char **at, const char *end, const char **ret)
{
	while (*at < end && blank(**at)) {
		(*at)++;
	}
	*ret = *at;
	while (*at < end && !blank(**at)) {
		(*at)++;
	}
	return (size_t)(*at - *ret);
}

/* Reads one number of an address as inet_aton() does: 0x and 0 prefixes too. -EINVAL if none. */
static int aton_part(const char **at, const char *end, uint64_t *ret)
{
	const char *p = *at;
	const char *start = NULL;
	uint64_t value = 0;
	unsigned base = 10;

	if (end - p > 1 && p[0] == '0' && (p[1] | 0x20) == 'x') {
		base = 16;
		p += 2;
	} else if (p < end && *p == '0') {
		base = 8;
	}
	for (start = p; p < end && *p != '.'; p++) {
		unsigned digit = 99;

		if (*p >= '0' && *p <= '9') {
			digit = (unsigned)(*p - '0');
		} else if ((*p | 0x20) >= 'a' && (*p | 0x20) <= 'f') {
			digit = (unsigned)((*p | 0x20) - 'a') + 10;
		}
		value = value * base + digit;
		if (digit >= base || value > UINT32_MAX) {
			return -EINVAL;
		}
	}
	if (p == start) {
		return -EINVAL;
	}
	*at = p;
	*ret = value;
	return 0;
}

/* "127.1" and "0x7f000001" are addresses to glibc's inet_aton(), which reads these lines. */
static int parse_aton(const char *text, size_t len, struct addr *ret)
{
	const char *at = text;
	const char *end = text + len;
	uint32_t address = 0;
	uint64_t value = 0;

	for (unsigned part = 0; part < 4; part++) {
		if (aton_part(&at, end, &value) < 0) {
			return -EINVAL;
		}
		if (at == end) { /* the last fills all bytes that are left */
			if (value > UINT32_MAX >> 8 * part) {
				return -EINVAL;
			}
			address |= (uint32_t)value;
			*ret = (struct addr){ .family = ADDR_V4 };
			for (unsigned i = 0; i < 4; i++) {
				ret->bytes[i] = (uint8_t)(address >> (24 - 8 * i));
			}
			return 0;
		}
		if (value > 255 || part == 3) {
			return -EINVAL;
		}
		address |= (uint32_t)value << (24 - 8 * part);
		at++;
	}
	return -EINVAL;
}

static int parse_server(const char *text, size_t len, struct resolvconf_server *ret)
{
	const char *percent = memchr(text, '%', len);
	size_t n = percent != NULL ? (size_t)(percent - text) : len;
	struct buf scope;

	if (parse_aton(text, len, &ret->addr) == 0) {
		return 0;
	}
	if (addr_parse(text, n, &ret->addr) < 0 || ret->addr.family != ADDR_V6) {
		return -EINVAL;
	}
	buf_init(&scope, ret->scope, sizeof(ret->scope));
	for (size_t i = n + 1; i < len; i++) {
		buf_putc(&scope, shown(text[i]));
	}
	return 0;
}

static void read_server(const char *at, const char *end, uint16_t line, struct resolvconf *ret)
{
	struct resolvconf_server server = { .line = line };
	const char *word = NULL;
	size_t n = next_word(&at, end, &word);

	if (parse_server(word, n, &server) < 0) {
		ret->n_invalid++;
		ret->invalid_line = ret->invalid_line == 0 ? line : ret->invalid_line;
		return;
	}
	ret->n_listed++;
	if (ret->n_servers == RESOLVCONF_SERVERS_MAX) {
		ret->truncated = true;
		return;
	}
	ret->servers[ret->n_servers++] = server;
	if (ret->n_used < RESOLVCONF_USED) {
		ret->n_used++;
	}
}

/* "domain" takes one word, "search" all; neither knows comments at the end of a line. */
static void read_search(const char *at, const char *end, bool domain, uint16_t line,
                        struct resolvconf *ret)
{
	const char *word = NULL;
	size_t n = next_word(&at, end, &word);

	if (n == 0) {
		return;
	}
	ret->n_search = 0;
	ret->text_len = 0;
	ret->search_is_domain = domain;
	ret->search_line = line;
	for (; n > 0; n = domain ? 0 : next_word(&at, end, &word)) {
		char *to = ret->text + ret->text_len;

		if (ret->n_search == RESOLVCONF_SEARCH_MAX ||
		    n >= sizeof(ret->text) - ret->text_len) {
			ret->truncated = true;
			return;
		}
		for (size_t i = 0; i < n; i++) {
			to[i] = shown(word[i]);
		}
		to[n] = '\0';
		ret->text_len = (uint16_t)(ret->text_len + n + 1);
		ret->search[ret->n_search++] = to;
	}
}

static bool begins(const char *text, size_t len, const char *word)
{
	return len >= strlen(word) && memcmp(text, word, strlen(word)) == 0;
}

/* atoi() of what follows name, at most max: what glibc does, nonsense is 0. */
static bool number_option(const char *text, size_t len, const char *name, uint8_t max, uint8_t *ret)
{
	size_t at = strlen(name);
	unsigned value = 0;

	if (!begins(text, len, name)) {
		return false;
	}
	for (; at < len && text[at] >= '0' && text[at] <= '9' && value <= max; at++) {
		value = value * 10 + (unsigned)(text[at] - '0');
	}
	*ret = value < max ? (uint8_t)value : max;
	return true;
}

void resolvconf_options(const char *text, size_t len, struct resolvconf *conf)
{
	const struct {
		const char *name; /* glibc compares the beginning only; longer ones come first */
		bool *flag;
	} flags[] = {
		{ "inet6", &conf->inet6 },
		{ "rotate", &conf->rotate },
		{ "edns0", &conf->edns0 },
		{ "single-request-reopen", &conf->single_request_reopen },
		{ "single-request", &conf->single_request },
		{ "no_tld_query", &conf->no_tld_query },
		{ "no-tld-query", &conf->no_tld_query },
		{ "no-reload", &conf->no_reload },
		{ "use-vc", &conf->use_vc },
		{ "trust-ad", &conf->trust_ad },
	};
	const char *at = text;
	const char *word = NULL;
	size_t n = 0;

	while ((n = next_word(&at, text + len, &word)) > 0) {
		if (number_option(word, n, "ndots:", 15, &conf->ndots) ||
		    number_option(word, n, "timeout:", 30, &conf->timeout) ||
		    number_option(word, n, "attempts:", 5, &conf->attempts)) {
			continue;
		}
		for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++) {
			if (begins(word, n, flags[i].name)) {
				*flags[i].flag = true;
				break;
			}
		}
	}
}

/* The rest of the line after the keyword, which must be followed by a blank. */
static bool keyword(const char *text, const char *end, const char *word, const char **ret)
{
	size_t n = strlen(word);

	if (!begins(text, (size_t)(end - text), word) || text + n == end || !blank(text[n])) {
		return false;
	}
	*ret = text + n;
	return true;
}

static void read_line(const char *text, const char *end, uint16_t line, struct resolvconf *ret)
{
	const char *rest = NULL;

	if (text == end || *text == ';' || *text == '#') {
		return;
	}
	if (keyword(text, end, "nameserver", &rest)) {
		read_server(rest, end, line, ret);
	} else if (keyword(text, end, "domain", &rest)) {
		read_search(rest, end, true, line, ret);
	} else if (keyword(text, end, "search", &rest)) {
		read_search(rest, end, false, line, ret);
	} else if (keyword(text, end, "options", &rest)) {
		resolvconf_options(rest, (size_t)(end - rest), ret);
		ret->options_line = line;
	} else if (!keyword(text, end, "sortlist", &rest)) {
		const char *word = NULL;

		ret->n_unknown = (uint16_t)(ret->n_unknown + (next_word(&text, end, &word) > 0));
	}
}

void resolvconf_parse(const char *text, size_t len, struct resolvconf *ret)
{
	const char *end = text + len;
	uint16_t line = 0;

	memset(ret, 0, sizeof(*ret));
	ret->ndots = 1;
	ret->timeout = 5;
	ret->attempts = 2;
	while (text < end) {
		const char *eol = memchr(text, '\n', (size_t)(end - text));
		const char *stop = eol != NULL ? eol : end;
		const char *nul = memchr(text, '\0', (size_t)(stop - text));

		ret->crlf = ret->crlf || (stop > text && stop[-1] == '\r');
		line = line < UINT16_MAX ? (uint16_t)(line + 1) : line;
		read_line(text, nul != NULL ? nul : stop, line, ret);
		text = eol != NULL ? eol + 1 : end;
	}
}
