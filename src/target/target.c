/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a target: its parts are cut by split, judged by host and secret, and put together
 * here. */
#include "target/target.h"
#include "base/clean.h"
#include "target/host.h"
#include "target/path.h"
#include "target/pgurl.h"
#include "target/scheme.h"
#include "target/secret.h"
#include "target/split.h"
#include "target/take.h"
#include "target/template.h"
#include "target/usage.h"

#include <errno.h>
#include <string.h>

const struct scheme_info target_schemes[N_SCHEMES] = {
#define SCHEME(id, scheme_name, scheme_port, with_tls, first, stage) \
	[SCHEME_##id] = { .name = (scheme_name),                     \
		          .app = (stage),                            \
		          .port = (scheme_port),                     \
		          .tls = (with_tls),                         \
		          .server_first = (first) },
#include "target/schemes.def"
};

const char *const target_flaw_words[N_FLAWS] = {
	[FLAW_NONE] = "none",
	[FLAW_BLANK] = "blank",
	[FLAW_CHARACTER] = "character",
	[FLAW_EMPTY_LABEL] = "empty_label",
	[FLAW_LONG_LABEL] = "long_label",
	[FLAW_V6_BRACKETS] = "v6_brackets",
	[FLAW_BAD_ADDRESS] = "bad_address",
	[FLAW_BAD_PORT] = "bad_port",
	[FLAW_NO_HOST] = "no_host",
	[FLAW_PLACEHOLDER] = "placeholder",
	[FLAW_CREDENTIALS] = "credentials",
	[FLAW_UNSPECIFIED] = "unspecified",
	[FLAW_UNIX_PATH] = "unix_path",
};

/* With a broken user info nobody can say what belongs to the password: nothing is kept. */
static void forget(struct target *t, char character)
{
	enum scheme scheme = t->scheme;
	bool given = t->scheme_given;

	memset(t, 0, sizeof(*t));
	t->scheme = scheme;
	t->scheme_given = given;
	t->port = target_schemes[scheme].port;
	take_flaw(t, FLAW_CREDENTIALS, (struct span){ &character, 1 });
}

/* The scheme of a text that has none: the port's, http's where a path follows another port, ssh for
 * user@host and user@host:path (as scp writes), https for a bare host. */
static enum scheme conclude(const struct take_port *port, struct split *s)
{
	enum scheme scheme = port->given ? scheme_by_port(port->port) : SCHEME_HTTPS;

	if (s->has_user && !s->has_password && !port->given && !s->bracketed &&
	    port->flaw != FLAW_PLACEHOLDER && !text_is_number(s->port)) {
		s->has_port = false;
		s->rest.len = 0;
		return SCHEME_SSH;
	}
	return scheme == SCHEME_TCP && s->rest.len > 0 ? SCHEME_HTTP : scheme;
}

static bool take_pg_socket(struct target *t, const struct split *s)
{
	enum scheme scheme = t->scheme;
	char path[2 * TARGET_HOST_MAX];
	struct buf buf;

	buf_init(&buf, path, sizeof(path));
	if (s->before.len > 0 || !pgurl_is_socket(&buf, s)) {
		return false;
	}
	take_unix(t, (struct span){ path, buf.len });
	t->scheme = scheme;
	return true;
}

/* PostgreSQL's URL: the query may name the host, which may be a socket's directory. 1 when t is
 * filled, 0 when the URL goes on like any other, -EINVAL with ret_error. */
static int take_postgres(struct target *t, struct split *s, struct target_error *ret_error)
{
	struct take_port port;

	pgurl_from_query(s);
	if (text_find(s->host, ",") < s->host.len) {
		return usage_several(ret_error);
	}
	port = take_port(s);
	if (!take_pg_socket(t, s)) {
		return 0;
	}
	t->port_given = port.given;
	t->port = port.given ? port.port : target_schemes[t->scheme].port;
	if (take_path(t, s->rest) < 0) {
		return usage_long_path(ret_error);
	}
	return take_user(t, s) < 0 ? usage_long_user(ret_error) : 1;
}

/* Fills t, whose scheme is set, and whose port is the one where none is typed (0: the scheme's). */
static int take_all(struct target *t, struct split *s, struct target_error *ret_error)
{
	struct take_port port = take_port(s);
	uint16_t fallback = t->port;
	char character = '\0';

	if (secret_breaks(s, t->scheme_given ? t->scheme : N_SCHEMES, &character)) {
		forget(t, character);
		return 0;
	}
	if (usage_check_list(s, t->scheme_given ? t->scheme : N_SCHEMES, ret_error) < 0) {
		return -EINVAL;
	}
	if (t->scheme == SCHEME_POSTGRES || t->scheme == SCHEME_POSTGRESQL) {
		int r = take_postgres(t, s, ret_error);

		if (r != 0) {
			return r < 0 ? r : 0;
		}
		port = take_port(s);
	}
	take_before(t, s);
	take_second_scheme(t, s);
	if (!s->has_scheme) {
		t->scheme = conclude(&port, s);
		port = take_port(s);
	}
	take_host(t, s);
	take_flaw(t, port.flaw, port.shown);
	t->port_given = port.given;
	if (fallback == 0) {
		fallback = target_schemes[t->scheme].port;
	}
	t->port = port.given ? port.port : fallback;
	if (t->port == 0 && !t->flawed_is_fatal) {
		return usage_no_port(t->scheme, ret_error);
	}
	if (take_path(t, s->rest) < 0) {
		return usage_long_path(ret_error);
	}
	return take_user(t, s) < 0 ? usage_long_user(ret_error) : 0;
}

static bool is_unix(struct span text, struct span *ret_path)
{
	if (text_starts(text, "unix:")) {
		*ret_path = text_from(text, text_starts(text, "unix://") ? 7 : 5);
		return true;
	}
	*ret_path = text;
	return text_starts(text, "/") && (text_ends(text, ".sock") || text_ends(text, ".socket"));
}

/* Fills the scheme. A template for one, or nothing before "://", is a setting that was not
 * loaded. */
static int take_scheme(struct target *t, const struct split *s, struct target_error *ret_error)
{
	enum scheme scheme = scheme_by_name(s->scheme);
	struct span part;

	t->scheme = SCHEME_HTTPS;
	if (!s->has_scheme) {
		return usage_check_scheme(s, ret_error);
	}
	if (scheme != N_SCHEMES) {
		t->scheme = scheme;
		t->scheme_given = true;
		return 0;
	}
	if (s->scheme.len > 0 && !template_find(s->scheme, &part)) {
		return usage_unknown_scheme(s->scheme, ret_error);
	}
	if (s->scheme.len > 0) {
		take_flaw(t, FLAW_PLACEHOLDER, s->scheme);
	} else if (s->before.len == 0) {
		take_flaw(t, FLAW_PLACEHOLDER, (struct span){ "://", 3 });
	}
	return 0;
}

int target_parse(const char *text, size_t len, struct target *ret, struct target_error *ret_error)
{
	struct span whole = { text, len };
	struct span path;
	struct split s;
	struct buf input;
	int r = usage_check_text(whole, ret_error);

	if (r < 0) {
		return r;
	}
	memset(ret, 0, sizeof(*ret));
	buf_init(&input, ret->input, sizeof(ret->input));
	if (is_unix(whole, &path)) {
		ret->scheme_given = text_starts(whole, "unix:");
		take_unix(ret, path);
		clean_put(&input, text, len, len);
		text_trim(&input);
		return 0;
	}
	split_text(whole, &s);
	r = take_scheme(ret, &s, ret_error);
	if (r >= 0) {
		r = take_all(ret, &s, ret_error);
	}
	if (r >= 0 && ret->flaw != FLAW_CREDENTIALS) {
		secret_hide(&input, whole, &s);
	}
	return r;
}

int target_parse_rest(enum scheme scheme, uint16_t port, const char *text, size_t len,
                      struct target *ret, struct target_error *ret_error)
{
	struct span whole = { text, len };
	struct split s;
	struct buf input;
	int r = len > 0 ? usage_check_text(whole, ret_error) : 0;

	if (r < 0) {
		return r;
	}
	memset(ret, 0, sizeof(*ret));
	ret->scheme = scheme;
	ret->scheme_given = true;
	ret->port = port;
	split_rest(whole, &s);
	r = take_all(ret, &s, ret_error);
	buf_init(&input, ret->input, sizeof(ret->input));
	if (r >= 0 && ret->flaw != FLAW_CREDENTIALS) {
		secret_hide(&input, whole, &s);
	}
	return r;
}

static void describe(struct target *t)
{
	struct buf buf;

	buf_init(&buf, t->input, sizeof(t->input));
	target_format(&buf, t);
	text_trim(&buf);
}

int target_make(enum scheme scheme, const char *host, uint16_t port, const char *path,
                struct target *ret)
{
	struct split s = { .host = { host, strlen(host) } };
	struct span rest = { "", 0 };

	if (path != NULL) {
		rest = (struct span){ path, strlen(path) };
	}
	if (s.host.len >= TARGET_HOST_MAX || rest.len >= TARGET_PATH_MAX) {
		return -EINVAL;
	}
	memset(ret, 0, sizeof(*ret));
	ret->scheme = scheme;
	ret->scheme_given = true;
	ret->port = port;
	ret->port_given = true;
	if (scheme == SCHEME_UNIX) {
		take_unix(ret, s.host);
	} else {
		take_host(ret, &s); /* without has_scheme: an IPv6 literal needs no brackets */
		if (take_path(ret, rest) < 0) {
			return -EINVAL;
		}
	}
	describe(ret);
	return 0;
}

/* Whether user info may go along: only to where it was meant for. */
static bool same_origin(const struct target *x, const struct target *y)
{
	return x->scheme == y->scheme && x->port == y->port && strcmp(x->host, y->host) == 0;
}

static int redirect_path(const struct target *base, struct span location, struct target *ret)
{
	struct buf path;

	memcpy(ret, base, sizeof(*ret));
	buf_init(&path, ret->path, sizeof(ret->path));
	path_merge(&path, (struct span){ base->path, strlen(base->path) }, location);
	path_remove_dots(&path);
	describe(ret);
	return path.cut ? -EINVAL : 0;
}

static int redirect_away(const struct target *base, struct span location, struct target *ret)
{
	struct target_error ignored;
	struct split s;
	bool given = text_find_word(location, "://") < text_find(location, "/?#");

	split_text(location, &s);
	memset(ret, 0, sizeof(*ret));
	ret->scheme = s.has_scheme && given ? scheme_by_name(s.scheme) : base->scheme;
	ret->scheme_given = true;
	if (s.before.len > 0 || (ret->scheme != SCHEME_HTTP && ret->scheme != SCHEME_HTTPS)) {
		return -EINVAL;
	}
	s.has_scheme = true;
	if (take_all(ret, &s, &ignored) < 0) {
		return -EINVAL;
	}
	if (ret->user[0] == '\0' && ret->secret[0] == '\0' && same_origin(base, ret)) {
		memcpy(ret->user, base->user, sizeof(ret->user));
		memcpy(ret->secret, base->secret, sizeof(ret->secret));
	}
	if (ret->flaw != FLAW_CREDENTIALS) {
		describe(ret);
	}
	return 0;
}

int target_redirect(const struct target *base, const char *location, size_t len, struct target *ret)
{
	struct span text = { location, len };
	struct span scheme;

	while (text.len > 0 && strchr(" \t", text.at[0]) != NULL) {
		text = text_from(text, 1);
	}
	while (text.len > 0 && strchr(" \t\r\n", text.at[text.len - 1]) != NULL) {
		text.len--;
	}
	for (size_t i = 0; i < text.len; i++) { /* no header field has them: RFC 9110 5.5 */
		if ((uint8_t)text.at[i] < ' ' || text.at[i] == 0x7f) {
			return -EINVAL;
		}
	}
	if (text.len == 0 || text.len >= TARGET_TEXT_MAX || base->flawed_is_fatal ||
	    (base->scheme != SCHEME_HTTP && base->scheme != SCHEME_HTTPS)) {
		return -EINVAL;
	}
	scheme = text_head(text, text_find(text, ":/?#"));
	if (text_starts(text, "//") || text_starts(text_from(text, scheme.len), "://")) {
		return redirect_away(base, text, ret);
	}
	if (scheme.len < text.len && text.at[scheme.len] == ':') {
		return -EINVAL; /* mailto:x, and http:path, which nobody reads alike */
	}
	return redirect_path(base, text_head(text, text_find(text, "#")), ret);
}
