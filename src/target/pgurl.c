/* SPDX-License-Identifier: Apache-2.0 */
/* Hosts of postgres URLs that are none by the rules of other URLs. */
#include "target/pgurl.h"

#include <string.h>

/* The value of name= in the query; of several the last, as libpq has it. */
static bool find_value(struct span query, const char *name, struct span *ret)
{
	bool found = false;

	query = text_from(query, text_find(query, "?"));
	while (query.len > 0) {
		struct span pair = text_from(query, 1);
		size_t equals = 0;

		pair = text_head(pair, text_find(pair, "&"));
		equals = text_find(pair, "=");
		if (equals < pair.len && text_is(text_head(pair, equals), name)) {
			*ret = text_from(pair, equals + 1);
			found = ret->len > 0;
		}
		query = text_from(query, pair.len + 1);
	}
	return found;
}

void pgurl_from_query(struct split *s)
{
	if (find_value(s->rest, "host", &s->host)) {
		s->bracketed = false;
	}
	if (find_value(s->rest, "port", &s->port)) {
		s->has_port = true;
	}
}

bool pgurl_is_socket(struct buf *path, const struct split *s)
{
	bool given = text_starts(s->host, "/") || text_starts(s->host, "%2f");

	if (!given && (s->host.len > 0 || s->bracketed || s->has_user || s->has_port)) {
		return false;
	}
	if (given) {
		(void)text_decode(path, s->host);
	} else {
		buf_puts(path, "/var/run/postgresql");
	}
	buf_puts(path, "/.s.PGSQL.");
	if (text_is_number(s->port)) {
		buf_put(path, s->port.at, s->port.len);
	} else {
		buf_puts(path, "5432");
	}
	return true;
}

void pgurl_put_socket(struct buf *buf, const struct target *target)
{
	struct span socket = { target->host, strlen(target->host) };
	struct span dir = text_head(socket, text_find_last(socket, "/"));
	struct span given;

	buf_puts(buf, "://");
	target_format_path(buf, target);
	if (!find_value((struct span){ target->path, strlen(target->path) }, "host", &given)) {
		buf_puts(buf, strchr(target->path, '?') == NULL ? "?host=" : "&host=");
		buf_put(buf, dir.at, dir.len);
	}
	if (target->port_given && target->port != target_schemes[target->scheme].port &&
	    !find_value((struct span){ target->path, strlen(target->path) }, "port", &given)) {
		buf_puts(buf, "&port=");
		buf_int(buf, target->port);
	}
}

bool pgurl_value(const struct target *target, const char *name, struct buf *ret)
{
	struct span value;

	if (!find_value((struct span){ target->path, strlen(target->path) }, name, &value)) {
		return false;
	}
	(void)text_decode(ret, value);
	return true;
}

void pgurl_database(const struct target *target, struct buf *ret)
{
	struct span path = { target->path, strlen(target->path) };

	path = text_head(path, text_find(path, "?"));
	if (text_starts(path, "/")) {
		(void)text_decode(ret, text_from(path, 1));
	}
}
