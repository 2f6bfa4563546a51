/* SPDX-License-Identifier: Apache-2.0 */
/* From the pieces of a text to the fields of a target, each with its flaw. */
#include "target/take.h"
#include "base/clean.h"
#include "target/host.h"
#include "target/letters.h"
#include "target/path.h"
#include "target/scheme.h"
#include "target/secret.h"
#include "target/template.h"

#include <errno.h>
#include <string.h>

/* Sets the flaw unless a fatal one is known already; the earliest explains the later ones. */
void take_flaw(struct target *t, enum flaw flaw, struct span shown)
{
	struct buf buf;

	if (flaw == FLAW_NONE || t->flawed_is_fatal) {
		return;
	}
	t->flaw = flaw;
	t->flawed_is_fatal = flaw != FLAW_UNSPECIFIED;
	buf_init(&buf, t->flaw_text, sizeof(t->flaw_text));
	if (flaw == FLAW_BLANK || flaw == FLAW_CHARACTER) {
		letters_put(&buf, shown);
	} else {
		clean_put(&buf, shown.at, shown.len, 40);
	}
	text_trim(&buf);
}

static struct span span_of(const char *text)
{
	return (struct span){ text, strlen(text) };
}

/* Reads the port; ret_shown is what shows the flaw. Nothing after the colon of a URL is the
 * scheme's port (RFC 3986 3.2.3), and in host:port a variable that is not set. */
static enum flaw read_port(const struct split *s, struct take_port *ret, struct span *ret_shown)
{
	int64_t port = 0;
	struct span text = s->port;
	size_t blank = text_find(text, " \t\r\n\v\f");

	*ret_shown = text;
	if (!s->has_port || (text.len == 0 && s->has_scheme)) {
		return FLAW_NONE;
	}
	if (text.len == 0) {
		*ret_shown = span_of(":");
		return FLAW_PLACEHOLDER;
	}
	if (template_find(text, ret_shown)) {
		return FLAW_PLACEHOLDER;
	}
	if (blank < text.len) {
		*ret_shown = secret_may_show_port(text) ? text : text_head(text, 0);
		return FLAW_BLANK;
	}
	if ((text.at[0] & 0x80) != 0) { /* full-width digits */
		return FLAW_CHARACTER;
	}
	if (!text_is_number(text) || str_to_int(text.at, text.len, &port) < 0 || port == 0 ||
	    port > UINT16_MAX) {
		text.len = secret_may_show_port(text) ? text.len : 0;
		*ret_shown = text;
		return FLAW_BAD_PORT;
	}
	ret->port = (uint16_t)port;
	ret->given = true;
	return FLAW_NONE;
}

struct take_port take_port(const struct split *s)
{
	struct take_port ret = { .given = false };

	ret.flaw = read_port(s, &ret, &ret.shown);
	return ret;
}

void take_host(struct target *t, const struct split *s)
{
	char shown[sizeof(t->flaw_text)];
	struct buf buf;
	struct addr addr;
	struct span zone;
	enum flaw flaw = FLAW_NONE;
	bool whole = !s->has_scheme && !s->has_user && s->tail.len == 0 && !s->has_port;

	buf_init(&buf, shown, sizeof(shown));
	if (s->bracketed && !s->closed) { /* shown with the one bracket that is there */
		take_flaw(t, FLAW_V6_BRACKETS, (struct span){ s->host.at - 1, s->host.len + 1 });
	} else if (!s->bracketed && host_looks_v6(s->host)) {
		if (host_is_v6(s->host, &addr, &zone) && whole && !text_starts(s->host, "::1:")) {
			flaw = host_check(s->host, true, t, &buf);
			take_flaw(t, flaw, span_of(shown));
			return;
		}
		(void)host_check(s->host, false, t, &buf);
		take_flaw(t, FLAW_V6_BRACKETS, s->host);
	} else {
		flaw = host_check(s->host, s->bracketed, t, &buf);
		take_flaw(t, flaw, span_of(shown));
	}
}

/* Text before the scheme: a quote or a blank that was copied too, URL= of a settings file. */
void take_before(struct target *t, const struct split *s)
{
	struct span part;
	struct span before = s->before;
	struct span last = text_from(before, before.len > 0 ? before.len - 1 : 0);

	if (before.len > 0 && template_find(before, &part)) {
		take_flaw(t, FLAW_PLACEHOLDER, part);
	} else if (before.len > 0 && (uint8_t)last.at[0] <= ' ') {
		take_flaw(t, FLAW_BLANK, (struct span){ last.at, s->scheme.len + 1 });
	} else if (before.len > 0) {
		while ((last.at[0] & 0xc0) == 0x80 && last.at > before.at) {
			last = (struct span){ last.at - 1, last.len + 1 };
		}
		take_flaw(t, FLAW_CHARACTER, last);
	}
}

/* https://http://host/ and https://https//host: two schemes. */
void take_second_scheme(struct target *t, const struct split *s)
{
	if (s->has_scheme && scheme_by_name(s->host) != N_SCHEMES && s->port.len == 0 &&
	    text_starts(s->tail, "//")) {
		take_flaw(t, FLAW_CHARACTER, s->host);
	}
}

int take_user(struct target *t, const struct split *s)
{
	struct buf user;
	struct buf secret;

	buf_init(&user, t->user, sizeof(t->user));
	buf_init(&secret, t->secret, sizeof(t->secret));
	(void)text_decode(&user, s->user);
	(void)text_decode(&secret, s->password);
	return user.cut || secret.cut ? -EINVAL : 0;
}

int take_path(struct target *t, struct span rest)
{
	struct buf buf;
	size_t never = text_find_word(rest, "starttls=never");

	buf_init(&buf, t->path, sizeof(t->path));
	path_put(&buf, rest);
	if (scheme_is_web(t->scheme)) {
		path_remove_dots(&buf);
	}
	t->starttls_never = never > 0 && never < rest.len &&
	                    (rest.at[never - 1] == '?' || rest.at[never - 1] == '&');
	return buf.cut ? -EINVAL : 0;
}

void take_unix(struct target *t, struct span path)
{
	struct buf buf;
	bool odd = false;

	t->scheme = SCHEME_UNIX;
	for (size_t i = 0; i < path.len;) {
		uint32_t code = 0;
		size_t n = text_utf8(text_from(path, i), &code);

		odd = odd || n == 0 || code < 0x20 || (code >= 0x7f && code < 0xa0);
		i += n > 0 ? n : 1;
	}
	buf_init(&buf, t->host, sizeof(t->host));
	clean_put(&buf, path.at, path.len, path.len);
	text_trim(&buf);
	if (path.len == 0 || path.len > 107 || odd) { /* sun_path ends with a NUL: unix(7) */
		take_flaw(t, FLAW_UNIX_PATH, text_from(path, path.len > 40 ? path.len - 40 : 0));
	}
}
