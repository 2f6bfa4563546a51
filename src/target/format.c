/* SPDX-License-Identifier: Apache-2.0 */
/* Targets as text, and targets that another one leads to. */
#include "target/path.h"
#include "target/scheme.h"
#include "target/split.h"
#include "target/take.h"
#include "target/target.h"

#include <errno.h>
#include <string.h>

static bool bracketed(const struct target *target)
{
	return target->literal && target->addr.family == ADDR_V6;
}

static void put_host(struct buf *buf, const struct target *target)
{
	buf_puts(buf, bracketed(target) ? "[" : "");
	buf_puts(buf, target->host);
	if (target->zone[0] != '\0' && strchr(target->host, '%') == NULL) {
		buf_putc(buf, '%');
		buf_puts(buf, target->zone);
	}
	buf_puts(buf, bracketed(target) ? "]" : "");
}

void target_format(struct buf *buf, const struct target *target)
{
	buf_puts(buf, target_schemes[target->scheme].name);
	if (target->scheme == SCHEME_UNIX) {
		buf_putc(buf, ':');
		buf_puts(buf, target->host);
		return;
	}
	buf_puts(buf, "://");
	put_host(buf, target);
	if (target->port != target_schemes[target->scheme].port) {
		buf_putc(buf, ':');
		buf_int(buf, target->port);
	}
	buf_puts(buf, target->path);
}

void target_format_authority(struct buf *buf, const struct target *target)
{
	put_host(buf, target);
	if (target->scheme != SCHEME_UNIX) {
		buf_putc(buf, ':');
		buf_int(buf, target->port);
	}
}

int target_make(enum scheme scheme, const char *host, uint16_t port, const char *path,
                struct target *ret)
{
	size_t len = strlen(host);
	size_t path_len = strlen(path);

	if (len >= sizeof(ret->host) || path_len >= sizeof(ret->path)) {
		return -EINVAL;
	}
	memset(ret, 0, sizeof(*ret));
	ret->scheme = scheme;
	ret->scheme_given = true;
	ret->port = port;
	ret->port_given = true;
	memcpy(ret->host, host, len);
	memcpy(ret->path, path, path_len);
	ret->literal = addr_parse(host, len, &ret->addr) == 0;
	return 0;
}

/* User info travels on only to the very same server (RFC 9110 15.4). */
static void keep_user(const struct target *base, struct target *ret)
{
	if (base->scheme == ret->scheme && base->port == ret->port &&
	    strcmp(base->host, ret->host) == 0 && ret->user[0] == '\0') {
		memcpy(ret->user, base->user, sizeof(ret->user));
		memcpy(ret->secret, base->secret, sizeof(ret->secret));
	}
}

/* A Location that holds a scheme, or begins with // and takes base's. */
static int absolute(const struct target *base, struct span location, struct target *ret)
{
	char text[TARGET_TEXT_MAX];
	struct target_error error;
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	if (text_starts(location, "//")) {
		buf_puts(&buf, target_schemes[base->scheme].name);
		buf_putc(&buf, ':');
	}
	buf_put(&buf, location.at, location.len);
	if (buf.cut || target_parse(buf.text, buf.len, ret, &error) < 0 ||
	    !scheme_is_web(ret->scheme)) {
		return -EINVAL;
	}
	return 0;
}

int target_redirect(const struct target *base, const char *location, size_t len,
                    struct target *ret)
{
	struct span text = text_head((struct span){ location, len },
	                             text_find((struct span){ location, len }, "#"));
	struct span base_path = { base->path, text_find((struct span){ base->path,
		                                                       strlen(base->path) },
		                                        "#") };
	size_t colon = text_find(text, ":/?");
	struct buf buf;

	if (len == 0) {
		return -EINVAL;
	}
	if (text_starts(text, "//") || (colon < text.len && text.at[colon] == ':')) {
		if (absolute(base, text, ret) < 0) {
			return -EINVAL;
		}
		keep_user(base, ret);
		return 0;
	}
	*ret = *base;
	ret->input[0] = '\0';
	buf_init(&buf, ret->path, sizeof(ret->path));
	if (text_starts(text, "/")) {
		path_put(&buf, text);
	} else {
		path_merge(&buf, base_path, text);
	}
	path_remove_dots(&buf);
	return buf.cut ? -EINVAL : 0;
}
