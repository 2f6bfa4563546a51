/* SPDX-License-Identifier: Apache-2.0 */
/* Error texts to numbered words: lower case, split at capitals and signs, addresses by their kind.
 * Everything that differs from one host to the next (names, ports, times) is no known word. */
#include "explain/words.h"

#include "base/addr.h"
#include "base/str.h"
#include "explain/tables.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { WORD_SIZE = 48 };

struct reader {
	struct words *words;
	uint16_t place;
	uint16_t nth;
	bool said;            /* this piece of text holds a word that counts */
	char last[WORD_SIZE]; /* the word before, for words that go in pairs */
};

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_hex(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool is_alnum(char c)
{
	return is_lower(c) || is_upper(c) || is_digit(c);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/* The entry of a word in lower case, or NULL. */
static const struct word_entry *look_up(const char *word)
{
	size_t low = 0;
	size_t high = tables_n_words;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = strcmp(word, tables_text + tables_words[mid].word);

		if (order == 0) {
			return &tables_words[mid];
		}
		if (order < 0) {
			high = mid;
		} else {
			low = mid + 1;
		}
	}
	return NULL;
}

static void add_entry(struct reader *r, const struct word_entry *entry)
{
	struct words *w = r->words;

	if (entry && entry->term == 0) {
		return;
	}
	r->said = true;
	if (!entry) {
		w->n_unknown++;
	} else if (w->n < WORDS_MAX) {
		w->word[w->n++] =
			(struct word){ .term = entry->term, .place = r->place, .nth = r->nth };
	}
	if (r->nth < UINT16_MAX) {
		r->nth++;
	}
}

/* Adds a word in lower case, and the pair that it makes with the one before: "times out". */
static void add(struct reader *r, const char *word)
{
	char both[2 * WORD_SIZE];
	size_t first = strlen(r->last);
	size_t second = strlen(word);
	const struct word_entry *entry = NULL;

	add_entry(r, look_up(word));
	memcpy(both, r->last, first);
	both[first] = '+';
	memcpy(both + first + 1, word, second + 1);
	entry = look_up(both);
	if (entry) {
		add_entry(r, entry);
	}
	memcpy(r->last, word, second + 1);
}

/* Whether a new part starts at word[i]: aB, or the last capital of ABc. */
static bool part_starts(const char *word, size_t i, size_t len)
{
	if (!is_upper(word[i])) {
		return false;
	}
	return !is_upper(word[i - 1]) || (i + 1 < len && is_lower(word[i + 1]));
}

/* Adds the parts of UnknownHostException, and the whole of it where a phrase has that. */
static void add_word(struct reader *r, const char *word, size_t len)
{
	char whole[WORD_SIZE];
	char part[WORD_SIZE];
	size_t n = 0;
	bool parts = false;

	for (size_t i = 0; i < len; i++) {
		const char c = str_lower(word[i]);

		if (i > 0 && part_starts(word, i, len)) {
			part[n] = '\0';
			add(r, part);
			parts = true;
			n = 0;
		}
		part[n++] = c;
		whole[i] = c;
	}
	part[n] = '\0';
	whole[len] = '\0';
	add(r, part);
	if (parts && look_up(whole)) {
		add(r, whole);
	}
}

/* The length of an apostrophe (' or U+2019) between two letters of can't, 0 where there is none. */
static size_t apostrophe(const char *p, const char *end)
{
	size_t n = *p == '\'' ? 1 : end - p > 3 && memcmp(p, "\xe2\x80\x99", 3) == 0 ? 3 : 0;

	return n > 0 && p + n < end && (is_lower(p[n]) || is_upper(p[n])) ? n : 0;
}

/* Reads one word at p, which is a letter or a digit; of 5000ms only the unit counts. Returns where
 * it ends. */
static const char *read_word(struct reader *r, const char *p, const char *end)
{
	char word[WORD_SIZE];
	size_t n = 0;
	size_t digits = 0;

	for (;;) {
		if (p < end && is_alnum(*p)) {
			if (n < sizeof(word) - 1) {
				word[n++] = *p;
			}
			p++;
		} else if (p < end && apostrophe(p, end) > 0) {
			p += apostrophe(p, end);
		} else {
			break;
		}
	}
	while (digits < n && is_digit(word[digits])) {
		digits++;
	}
	if (digits > 0 && n == digits + 2 && memcmp(word + digits, "ms", 2) == 0) {
		add_word(r, "ms", 2);
	} else {
		add_word(r, word, n);
	}
	return p;
}

/* The length of a dotted quad at p, 0 where there is none. */
static size_t quad(const char *p, const char *end, const char **ret_kind)
{
	struct addr a;
	size_t n = 0;

	while (p + n < end && n < 16 && (is_digit(p[n]) || p[n] == '.')) {
		n++;
	}
	while (n > 0 && p[n - 1] == '.') {
		n--;
	}
	if (addr_parse(p, n, &a) < 0 || a.family != ADDR_V4) {
		return 0;
	}
	if (a.bytes[0] == 127) {
		*ret_kind = "@loop4";
	} else if (memcmp(a.bytes, "\0\0\0\0", 4) == 0) {
		*ret_kind = "@any";
	} else if (a.bytes[0] == 10 || (a.bytes[0] == 192 && a.bytes[1] == 168) ||
	           (a.bytes[0] == 172 && (a.bytes[1] & 0xf0) == 16)) {
		*ret_kind = "@local";
	} else {
		*ret_kind = "@ip";
	}
	return n;
}

/* The length of an IPv6 address at p, 0 where there is none. A port may follow ::1 as in Node's
 * texts ("::1:3000"), so this is no strict reading. */
static size_t sextet(const char *p, const char *end, const char **ret_kind)
{
	size_t n = 0;
	size_t colons = 0;
	bool doubled = false;

	for (; p + n < end && n < 45 && (is_hex(p[n]) || p[n] == ':'); n++) {
		colons += p[n] == ':';
		doubled = doubled || (n > 0 && p[n] == ':' && p[n - 1] == ':' && p + n + 1 < end &&
		                      is_hex(p[n + 1]));
	}
	if (colons < 2 || (p + n < end && (is_alnum(p[n]) || p[n] == '_'))) {
		return 0;
	}
	if (n >= 3 && memcmp(p, "::1", 3) == 0 && (n == 3 || p[3] == ':')) {
		*ret_kind = "@loop6";
		return 3;
	}
	*ret_kind = "@ip";
	return doubled || colons > 4 ? n : 0;
}

/* Whether the piece of text that starts at p is the name of a host: two labels or more, the last
 * one of a common kind. It is too little to tell main.c from a name otherwise. */
static bool is_host(const char *p, const char *end)
{
	static const char last[][10] = { "com",  "net",      "org",  "io",   "local",
		                         "lan",  "internal", "corp", "test", "example",
		                         "home", "dev",      "cloud" };
	size_t n = 0;
	size_t dot = 0;

	while (p + n < end && n < 64 && (is_alnum(p[n]) || p[n] == '-' || p[n] == '.')) {
		dot = p[n] == '.' && p + n + 1 < end && is_alnum(p[n + 1]) ? n : dot;
		n++;
	}
	if (dot == 0 || (end - p > (ptrdiff_t)n + 1 && p[n] == ':' && is_lower(p[n + 1]))) {
		return false; /* com.example:app is a package */
	}
	n = p[n - 1] == '.' ? n - 1 : n;
	for (size_t i = 0; i < sizeof(last) / sizeof(last[0]); i++) {
		if (str_is(p + dot + 1, n - dot - 1, last[i])) {
			return true;
		}
	}
	return false;
}

static const char *read_address(struct reader *r, const char *p, const char *end)
{
	const char *kind = NULL;
	size_t n = quad(p, end, &kind);

	if (n == 0) {
		n = sextet(p, end, &kind);
	}
	if (n > 0) {
		add(r, kind);
	}
	return p + n;
}

void words_read(const char *text, size_t len, struct words *ret)
{
	struct reader r = { .words = ret };
	const char *p = text;
	const char *end = text + len;

	ret->n = 0;
	ret->n_unknown = 0;
	while (p < end && r.place < UINT16_MAX) {
		if (is_blank(*p)) {
			r.place = (uint16_t)(r.place + r.said);
			r.said = false;
			p++;
			continue;
		}
		if (p == text || !is_alnum(p[-1])) {
			const char *after = read_address(&r, p, end);

			if (is_alnum(*p) && (p == text || p[-1] != '.') && is_host(p, end)) {
				add(&r, "@host");
			}
			if (after > p) {
				p = after;
				continue;
			}
		}
		p = is_alnum(*p) ? read_word(&r, p, end) : p + 1;
	}
}
