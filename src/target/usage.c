/* SPDX-License-Identifier: Apache-2.0 */
/* Words for targets that are none. They quote no more than a scheme: what else was typed may
 * be a password. */
#include "target/usage.h"
#include "base/clean.h"
#include "target/scheme.h"
#include "target/template.h"

#include <errno.h>

static int fail(struct target_error *e, const char *text)
{
	struct buf buf;

	buf_init(&buf, e->text, sizeof(e->text));
	buf_puts(&buf, text);
	buf_init(&buf, e->suggestion, sizeof(e->suggestion));
	return -EINVAL;
}

int usage_check_text(struct span text, struct target_error *ret_error)
{
	size_t i = 0;

	while (i < text.len && (uint8_t)text.at[i] <= ' ') {
		i++;
	}
	if (i == text.len) {
		return fail(ret_error, "the target is empty");
	}
	return text.len >= TARGET_TEXT_MAX ? fail(ret_error, "the target is too long") : 0;
}

static void suggest_url(struct target_error *e, struct span scheme)
{
	struct buf buf;

	buf_init(&buf, e->suggestion, sizeof(e->suggestion));
	clean_put(&buf, scheme.at, scheme.len, scheme.len);
	buf_puts(&buf, "://");
}

/* http:/host, http:\\host, https:host, https//host. */
static bool lacks_slashes(const struct split *s)
{
	struct span part;
	enum scheme scheme = scheme_by_name(s->host);

	if (s->has_scheme || s->has_user || s->bracketed || scheme == N_SCHEMES) {
		return false;
	}
	if (!s->has_port || s->port.len == 0) {
		return s->has_port ? text_starts(s->tail, "/") : text_starts(s->tail, "//");
	}
	return s->port.at[0] == '\\' || (text_is_letter(s->port.at[0]) && scheme_is_web(scheme) &&
	                                 !template_find(s->port, &part));
}

/* Whether each piece between commas could be a host: not so in example,com and "a, b". */
static bool is_list(const struct split *s, enum scheme scheme)
{
	struct span hosts = s->authority;
	size_t at = text_find_last(s->authority, "@");
	bool ports = true;

	if (at < hosts.len) {
		hosts = text_from(hosts, at + 1);
	}
	if (text_find(hosts, ",") == hosts.len || hosts.at[hosts.len - 1] == ',') {
		return false;
	}
	while (hosts.len > 0) {
		struct span piece = text_head(hosts, text_find(hosts, ","));

		if (piece.len == 0 || template_len(piece) > 0) {
			return false;
		}
		ports = ports && text_find(piece, ":") < piece.len;
		hosts = text_from(hosts, piece.len + 1);
	}
	return s->has_scheme ? scheme_is_store(scheme) || scheme == SCHEME_KAFKA : ports;
}

int usage_check_scheme(const struct split *s, struct target_error *ret_error)
{
	if (!lacks_slashes(s)) {
		return 0;
	}
	(void)fail(ret_error, "the scheme lacks its \"://\"");
	suggest_url(ret_error, s->host);
	return -EINVAL;
}

int usage_check_list(const struct split *s, enum scheme scheme, struct target_error *ret_error)
{
	return is_list(s, scheme) ? usage_several(ret_error) : 0;
}

int usage_several(struct target_error *ret_error)
{
	return fail(ret_error, "these are several hosts; name one at a time");
}

int usage_unknown_scheme(struct span name, struct target_error *ret_error)
{
	struct buf buf;

	buf_init(&buf, ret_error->text, sizeof(ret_error->text));
	buf_puts(&buf, "unknown scheme \"");
	clean_put(&buf, name.at, name.len, 32);
	buf_puts(&buf, "\"");
	buf_init(&buf, ret_error->suggestion, sizeof(ret_error->suggestion));
	scheme_suggest(&buf, name);
	return -EINVAL;
}

int usage_no_port(enum scheme scheme, struct target_error *ret_error)
{
	struct buf buf;

	(void)fail(ret_error, "this scheme needs a port");
	buf_init(&buf, ret_error->suggestion, sizeof(ret_error->suggestion));
	buf_puts(&buf, target_schemes[scheme].name);
	buf_puts(&buf, "://HOST:PORT");
	return -EINVAL;
}

int usage_long_path(struct target_error *ret_error)
{
	return fail(ret_error, "the path is too long");
}

int usage_long_user(struct target_error *ret_error)
{
	return fail(ret_error, "the user name is longer than 511 bytes, or the password than 4095");
}
