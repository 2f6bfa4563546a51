/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a target: its parts are cut by split, judged by host and secret, and put together here. */
#include "target/target.h"
#include "target/host.h"
#include "target/path.h"
#include "target/scheme.h"
#include "target/secret.h"
#include "target/split.h"
#include "target/take.h"
#include "target/template.h"
#include "target/usage.h"
#include "base/clean.h"

#include <errno.h>
#include <string.h>

const struct scheme_info target_schemes[N_SCHEMES] = {
#define SCHEME(id, scheme_name, scheme_port, with_tls, first, stage) \
	[SCHEME_##id] = { .name = (scheme_name),                                        \
		          .app = (stage),                                              \
		          .port = (scheme_port),                                       \
		          .tls = (with_tls),                                           \
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
 * user@host and user@host:path (scp), https for a bare host. */
static enum scheme conclude(const struct target *t, struct split *s)
{
	enum scheme scheme = t->port_given ? scheme_by_port(t->port) : SCHEME_HTTPS;
	struct span part;
	bool scp = s->has_user && !s->has_password && !t->port_given && !s->bracketed;

	if (scp && (!s->has_port || (s->port.len > 0 && !template_find(s->port, &part)))) {
		if (!text_is_number(s->port)) {
			s->has_port = false;
			s->rest.len = 0;
		}
		return SCHEME_SSH;
	}
	return scheme == SCHEME_TCP && s->rest.len > 0 ? SCHEME_HTTP : scheme;
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

static int take_all(struct target *t, struct split *s, struct target_error *ret_error)
{
	struct take_port port;
	char character = '\0';
	int r = usage_check(s, t->scheme, ret_error);

	if (r < 0) {
		return r;
	}
	if (secret_breaks(s, t->scheme, &character)) {
		forget(t, character);
		return 0;
	}
	take_before(t, s);
	take_second_scheme(t, s);
	take_host(t, s);
	port = take_port(s);
	t->port_given = port.given;
	t->port = port.port;
	if (!s->has_scheme) {
		t->scheme = conclude(t, s);
		port = take_port(s); /* what was no port of user@host:path is none now */
	}
	take_flaw(t, port.flaw, port.shown);
	t->port = t->port_given ? t->port : target_schemes[t->scheme].port;
	if (t->port == 0 && !t->flawed_is_fatal) {
		return usage_no_port(t->scheme, ret_error);
	}
	take_path(t, s->rest);
	return take_user(t, s) < 0 ? usage_long_user(ret_error) : 0;
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
	ret->scheme = s.has_scheme ? scheme_by_name(s.scheme) : SCHEME_HTTPS;
	ret->scheme_given = s.has_scheme;
	if (ret->scheme == N_SCHEMES) {
		struct span part;

		if (s.scheme.len > 0 && !template_find(s.scheme, &part)) {
			return usage_unknown_scheme(s.scheme, ret_error);
		}
		take_flaw(ret, FLAW_PLACEHOLDER, s.scheme.len > 0 ? s.scheme : (struct span){ "://", 3 });
		ret->scheme = SCHEME_HTTPS;
		ret->scheme_given = false;
	}
	r = take_all(ret, &s, ret_error);
	if (r >= 0 && ret->flaw != FLAW_CREDENTIALS) {
		secret_hide(&input, whole, &s);
	}
	return r;
}
