/* SPDX-License-Identifier: Apache-2.0 */
/* Path and query of a database's URL. */
#include "target/query.h"

#include <string.h>

bool query_value(const struct target *target, const char *name, struct buf *ret)
{
	struct span rest = { target->path, strlen(target->path) };
	struct span found = { "", 0 };

	rest = text_from(rest, text_find(rest, "?"));
	while (rest.len > 0) {
		struct span pair = text_from(rest, 1);
		size_t equals = 0;

		pair = text_head(pair, text_find(pair, "&"));
		equals = text_find(pair, "=");
		if (text_is(text_head(pair, equals), name)) {
			found = text_from(pair, equals + 1);
		}
		rest = text_from(rest, pair.len + 1);
	}
	(void)text_decode(ret, found);
	return found.len > 0;
}

void query_database(const struct target *target, struct buf *ret)
{
	struct span path = { target->path, strlen(target->path) };

	path = text_head(path, text_find(path, "?"));
	if (text_starts(path, "/")) {
		(void)text_decode(ret, text_from(path, 1));
	}
}
