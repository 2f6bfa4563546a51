/* SPDX-License-Identifier: Apache-2.0 */
/* Placeholders, told by their syntax only: a host called your-domain.com may well exist. */
#include "target/template.h"

#include <string.h>

struct pair {
	const char *open;
	const char *close;
};

/* Longer openers first: "{{" before "{". */
static const struct pair pairs[] = {
	{ "${", "}" },  { "$(", ")" },   { "{{", "}}" },  { "{%", "%}" },  { "#{", "}" },
	{ "<%", "%>" }, { "%!s(", ")" }, { "%!d(", ")" }, { "%!v(", ")" }, { "%(", ")s" },
	{ "%(", ")d" }, { "{", "}" },    { "<", ">" },
};

static bool is_word_char(char c)
{
	return text_is_letter(c) || text_is_digit(c) || c == '_';
}

static size_t word_len(struct span text)
{
	size_t n = 0;

	while (n < text.len && is_word_char(text.at[n])) {
		n++;
	}
	return n;
}

/* The end of what pair opened; expressions nest: ${A:-${B}}. */
static size_t closed_at(struct span text, const struct pair *pair)
{
	size_t depth = 1;

	for (size_t i = strlen(pair->open); i < text.len; i++) {
		struct span here = text_from(text, i);

		if (text_starts(here, pair->close)) {
			depth--;
			if (depth == 0) {
				return i + strlen(pair->close);
			}
		} else if (text_starts(here, pair->open)) {
			depth++;
		}
	}
	return 0;
}

/* %s and its like are no percent-encoding when no hexadecimal digit follows. */
static size_t percent_len(struct span text)
{
	size_t word = word_len(text_from(text, 1));

	if (word > 1 && word + 1 < text.len && text.at[word + 1] == '%' &&
	    !text_is_digit(text.at[1])) {
		return word + 2; /* %HOST% */
	}
	return word == 1 && strchr("sdviu", text.at[1]) != NULL ? 2 : 0;
}

size_t template_len(struct span text)
{
	if (text.len < 2) {
		return 0;
	}
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		if (text_starts(text, pairs[i].open)) {
			size_t n = closed_at(text, &pairs[i]);

			if (n > strlen(pairs[i].open) + strlen(pairs[i].close)) {
				return n;
			}
		}
	}
	if (text.at[0] == '$' && word_len(text_from(text, 1)) > 0) {
		return 1 + word_len(text_from(text, 1));
	}
	return text.at[0] == '%' ? percent_len(text) : 0;
}

/* 192.168.x.x in some manual: four parts, and x or n where numbers belong. */
static bool is_x_address(struct span text)
{
	size_t xs = 0;
	size_t parts = 0;

	while (parts < 5) {
		struct span part = text_head(text, text_find(text, "."));
		static const char *const words[] = { "x", "xx", "xxx", "n", "y", "z", "*", NULL };

		if (!text_is_any(part, words) && !text_is_number(part)) {
			return false;
		}
		xs += !text_is_number(part);
		parts++;
		if (part.len == text.len) {
			break;
		}
		text = text_from(text, part.len + 1);
	}
	return parts == 4 && xs > 0;
}

static bool is_marked(struct span text)
{
	/* @HOST@ (autoconf, Maven) and __HOST__ */
	if (text.len > 2 && text.at[0] == '@') {
		size_t n = word_len(text_from(text, 1));

		return n > 0 && n + 1 < text.len && text.at[n + 1] == '@';
	}
	return text.len > 4 && word_len(text) == text.len && text_starts(text, "__") &&
	       text_ends(text, "__");
}

bool template_find(struct span text, struct span *ret)
{
	static const char *const words[] = {
		"undefined", "null",   "none",  "nil",           "nan",
		"(null)",    "(none)", "(nil)", "object object", "[object object]",
		NULL
	};

	*ret = text;
	if (text_is_any(text, words) || is_marked(text) || is_x_address(text)) {
		return true;
	}
	for (size_t i = 0; i < text.len; i++) {
		struct span here = text_from(text, i);
		size_t n = template_len(here);

		if (n == 0 && (text_starts(here, "${") || text_starts(here, "{{") ||
		               text_starts(here, "<%"))) {
			n = 2; /* opened, and nowhere closed */
		}
		if (n > 0) {
			*ret = text_head(here, n);
			return true;
		}
	}
	return false;
}
