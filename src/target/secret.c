/* SPDX-License-Identifier: Apache-2.0 */
/* What of a target's text may be a secret. */
#include "target/secret.h"
#include "base/clean.h"
#include "target/host.h"
#include "target/scheme.h"
#include "target/template.h"

#include <string.h>

/* A port that cannot be one and is no placeholder. */
static bool port_is_odd(const struct split *s)
{
	struct span part;

	return s->has_port && s->port.len > 0 && !text_is_number(s->port) && !s->bracketed &&
	       !template_find(s->port, &part);
}

static bool is_default_port(const struct split *s, enum scheme scheme)
{
	int64_t port = 0;

	return scheme < N_SCHEMES && str_to_int(s->port.at, s->port.len, &port) == 0 &&
	       port == target_schemes[scheme].port;
}

/* user:pa@ss/word@host on the web: what seems to be the host has neither a dot nor a port, and the
 * next @ does not begin a part of a path, as it does in /@scope/package. */
static bool web_is_broken(const struct split *s)
{
	struct span path = text_head(s->rest, text_find(s->rest, "?"));
	size_t at = text_find(path, "@");

	return s->has_password && !s->has_port && text_find(s->host, ".") == s->host.len &&
	       !text_is(s->host, "localhost") && at < path.len && path.at[at - 1] != '/';
}

/* An @ after what seems to be the authority. An = before it is a query's: ?user=me@example.com. */
static bool tail_is_broken(const struct split *s, enum scheme scheme)
{
	size_t at = text_find_last(s->tail, "@");
	bool query = text_find(text_head(s->tail, at), "=") < at;
	bool no_path = s->tail.at[0] != '/';

	if (port_is_odd(s) || (s->host.len == 0 && (s->has_user || s->has_port))) {
		return true;
	}
	if (query) {
		return false;
	}
	if (scheme_is_store(scheme)) {
		return s->has_user || (s->has_port && !is_default_port(s, scheme));
	}
	return s->has_password && (no_path || (scheme_is_web(scheme) && web_is_broken(s)));
}

bool secret_breaks(const struct split *s, enum scheme scheme, char *ret_character)
{
	struct span decoded_nul = s->password;
	size_t nul = text_find_word(decoded_nul, "%00");

	if (s->ats > 1) {
		*ret_character = '@';
		return true;
	}
	if (text_find(s->tail, "@") < s->tail.len && tail_is_broken(s, scheme)) {
		*ret_character = s->tail.at[0];
		return true;
	}
	if (nul < s->password.len || text_find_word(s->user, "%00") < s->user.len) {
		*ret_character = '%'; /* no program can take a NUL in a password */
		return true;
	}
	return false;
}

static bool is_secret_key(struct span key)
{
	static const char *const keys[] = { "password",
		                            "passwd",
		                            "pass",
		                            "pwd",
		                            "pw",
		                            "secret",
		                            "token",
		                            "access_token",
		                            "auth_token",
		                            "id_token",
		                            "auth",
		                            "api_key",
		                            "apikey",
		                            "api-key",
		                            "key",
		                            "sig",
		                            "signature",
		                            "sslpassword",
		                            "code",
		                            "client_secret",
		                            "x-amz-signature",
		                            "x-amz-security-token",
		                            "x-amz-credential",
		                            "x-goog-signature",
		                            "refresh_token",
		                            "credential",
		                            "jwt",
		                            "session",
		                            "sessionid",
		                            NULL };

	return text_is_any(key, keys) || text_ends(key, "password") || text_ends(key, "secret") ||
	       text_ends(key, "token");
}

static void put_clean(struct buf *buf, struct span text)
{
	clean_put(buf, text.at, text.len, text.len);
}

/* Whether it is, or holds, a URL with a user and a password: ?next=https://user:pass@host. */
static bool holds_login(struct span text)
{
	size_t scheme = text_find_word(text, "://");
	struct span rest = text_from(text, scheme + 3);

	rest = text_head(rest, text_find(rest, "/?# "));
	return scheme < text.len && text_find(rest, "@") < rest.len;
}

/* Whether the value must not be shown; both may be percent-encoded. */
static bool is_secret(struct span key, struct span value)
{
	char text[512];
	struct buf plain;

	buf_init(&plain, text, sizeof(text));
	(void)text_decode(&plain, key);
	if (is_secret_key((struct span){ text, plain.len })) {
		return true;
	}
	buf_init(&plain, text, sizeof(text));
	(void)text_decode(&plain, value);
	return holds_login((struct span){ text, plain.len });
}

void secret_put_path(struct buf *buf, struct span path)
{
	size_t query = text_find(path, "?#;");

	put_clean(buf, text_head(path, query));
	path = text_from(path, query);
	while (path.len > 0) {
		struct span pair = text_from(path, 1);
		struct span key;

		pair = text_head(pair, text_find(pair, "&;#"));
		key = text_head(pair, text_find(pair, "="));
		buf_put(buf, path.at, 1);
		if (key.len < pair.len && is_secret(key, text_from(pair, key.len + 1))) {
			put_clean(buf, key);
			buf_puts(buf, "=***");
		} else {
			put_clean(buf, pair);
		}
		path = text_from(path, pair.len + 1);
	}
}

bool secret_may_show_port(struct span port)
{
	static const char *const words[] = { "port", "http", "https", "tcp", "udp", "ssh", NULL };
	struct span part;

	return (port.len <= 8 && port.len > 0 && text_is_digit(port.at[0])) ||
	       text_is_number(port) || text_is_any(port, words) || template_find(port, &part);
}

/* Whether what precedes the scheme may be shown: quotes, blanks and a variable's name may, the rest
 * of a command line (PGPASSWORD=x psql ...) may not. */
static bool may_show_before(struct span before)
{
	return before.len <= 2 || text_find(before, "= \t") + 1 >= before.len;
}

enum { TOKEN_MIN = 20 };

/* A user alone of this length is a token (GitHub's, npm's), not a name. */
static bool user_is_token(const struct split *s)
{
	return s->has_user && !s->has_password && s->user.len >= TOKEN_MIN;
}

bool secret_is_token(const struct target *target)
{
	return scheme_is_web(target->scheme) && target->secret[0] == '\0' &&
	       strlen(target->user) >= TOKEN_MIN;
}

static bool port_is_secret(const struct split *s)
{
	return s->has_port && s->port.len > 0 && !secret_may_show_port(s->port) && !s->bracketed;
}

/* Appends what lies between *at and the end of text, and moves *at there. */
static void put_until(struct buf *buf, const char **at, const char *end)
{
	if (*at < end) {
		clean_put(buf, *at, (size_t)(end - *at), (size_t)(end - *at));
		*at = end;
	}
}

static void put_hidden(struct buf *buf, const char **at, struct span what)
{
	put_until(buf, at, what.at);
	buf_puts(buf, "***");
	*at = what.at + what.len;
}

void secret_hide(struct buf *buf, struct span text, const struct split *s)
{
	const char *at = text.at;

	if (!may_show_before(s->before)) {
		put_hidden(buf, &at, s->before);
	}
	if (user_is_token(s)) {
		put_hidden(buf, &at, s->user);
	}
	if (s->has_password) {
		put_hidden(buf, &at, s->password);
	}
	if (port_is_secret(s)) {
		put_hidden(buf, &at, s->port);
	}
	put_until(buf, &at, s->tail.at);
	secret_put_path(buf, s->tail);
	text_trim(buf);
}
