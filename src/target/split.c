/* SPDX-License-Identifier: Apache-2.0 */
/* Where a target's parts begin and end. Templates that nobody filled in are stepped over as a
 * whole: the colon in ${HOST:-x} is no port's and the slash in {{ a/b }} no path's. */
#include "target/split.h"
#include "target/host.h"
#include "target/template.h"

#include <string.h>

static bool is_scheme_char(char c)
{
	return text_is_letter(c) || text_is_digit(c) || c == '+' || c == '-' || c == '.';
}

/* What precedes "://" is a scheme, or junk and a scheme ("URL=http), or no scheme at all
 * (host/?u=http://x, and u:p@://, which must not be shown). */
static size_t split_scheme(struct span text, struct split *ret)
{
	size_t end = text_find_word(text, "://");
	struct span prefix = text_head(text, end);
	size_t start = end;

	if (end == text.len) {
		return 0;
	}
	while (start > 0 && is_scheme_char(text.at[start - 1])) {
		start--;
	}
	while (start < end && !text_is_letter(text.at[start]) && start > 0) {
		start++;
	}
	for (size_t i = 0; i < start;) { /* separators in a template are none */
		size_t n = template_len(text_from(prefix, i));

		if (n == 0 && text.at[i] != '\0' && strchr("/?#@", text.at[i]) != NULL) {
			return 0;
		}
		i += n > 0 ? n : 1;
	}
	ret->has_scheme = true;
	ret->before = text_head(text, start);
	ret->scheme = text_from(prefix, start);
	if (text_is(ret->before, "jdbc:")) {
		ret->before.len = 0;
	}
	return end + 3;
}

static size_t authority_len(struct span text)
{
	size_t i = 0;

	while (i < text.len) {
		size_t n = template_len(text_from(text, i));

		if (n == 0 && text.at[i] != '\0' && strchr("/?#", text.at[i]) != NULL) {
			break;
		}
		i += n > 0 ? n : 1;
	}
	return i;
}

/* The first colon outside of templates. */
static size_t port_colon(struct span text)
{
	size_t i = 0;

	while (i < text.len && text.at[i] != ':') {
		size_t n = template_len(text_from(text, i));

		i += n > 0 ? n : 1;
	}
	return i < text.len ? i : text.len;
}

static void split_host(struct span text, struct split *ret)
{
	size_t end = 0;

	if (text.len > 0 && text.at[0] == '[') {
		struct span inner = text_from(text, 1);

		end = text_find(inner, "]");
		ret->bracketed = true;
		ret->closed = end < inner.len;
		ret->host = text_head(inner, end);
		text = text_from(inner, end + 1);
		ret->has_port = text.len > 0;
		ret->port = text_from(text, text.len > 0 && text.at[0] == ':' ? 1 : 0);
		return;
	}
	end = host_looks_v6(text) ? text.len : port_colon(text);
	ret->host = text_head(text, end);
	ret->has_port = end < text.len;
	ret->port = text_from(text, end + 1);
}

static void split_authority(struct span authority, struct split *ret)
{
	size_t at = text_find_last(authority, "@");
	struct span user = text_head(authority, at);
	size_t colon = text_find(user, ":");
	struct span marked;

	ret->authority = authority;
	for (size_t i = 0; i < authority.len; i++) {
		ret->ats += authority.at[i] == '@';
	}
	if (ret->ats == 2 && authority.at[0] == '@' && template_find(authority, &marked) &&
	    marked.at == authority.at) { /* @HOST@ */
		ret->ats = 0;
	}
	ret->has_user = ret->ats > 0;
	if (ret->has_user) {
		ret->user = text_head(user, colon);
		ret->has_password = colon < user.len;
		ret->password = text_from(user, colon + 1);
		authority = text_from(authority, at + 1);
	}
	split_host(authority, ret);
}

static void split_authority_and_tail(struct span rest, struct split *ret)
{
	split_authority(text_head(rest, authority_len(rest)), ret);
	ret->tail = text_from(rest, ret->authority.len);
	ret->rest = text_head(ret->tail, text_find(ret->tail, "#"));
}

void split_text(struct span text, struct split *ret)
{
	struct span rest;

	memset(ret, 0, sizeof(*ret));
	rest = text_from(text, split_scheme(text, ret));
	if (!ret->has_scheme && text_starts(rest, "//")) {
		rest = text_from(rest, 2); /* RFC 3986 4.2, as links without a scheme begin */
	}
	split_authority_and_tail(rest, ret);
}

void split_rest(struct span text, struct split *ret)
{
	memset(ret, 0, sizeof(*ret));
	ret->has_scheme = true;
	ret->before = text_head(text, 0);
	split_authority_and_tail(text, ret);
}
