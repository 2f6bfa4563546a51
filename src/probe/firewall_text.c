/* SPDX-License-Identifier: Apache-2.0 */
/* A rule's statements in words, near enough to what nft prints for people to find it again. */
#include "probe/firewall_rules.h"

#include <string.h>

enum { MAX_DEPTH = 8 };

static void put(struct buf *buf, const json_t *x, int depth);

static void put_list(struct buf *buf, const json_t *list, const char *between, int depth)
{
	size_t i = 0;
	const json_t *x = NULL;

	json_array_foreach(list, i, x)
	{
		buf_puts(buf, i > 0 ? between : "");
		put(buf, x, depth + 1);
	}
}

/* Two members of an object with something between. */
static void put_two(struct buf *buf, const json_t *x, const char *first, const char *between,
                    const char *second)
{
	put(buf, json_object_get(x, first), MAX_DEPTH - 1);
	buf_puts(buf, between);
	put(buf, json_object_get(x, second), MAX_DEPTH - 1);
}

static void put_object(struct buf *buf, const json_t *x, int depth)
{
	const json_t *y = NULL;

	if ((y = json_object_get(x, "payload")) != NULL) {
		put_two(buf, y, "protocol", " ", "field");
	} else if ((y = json_object_get(x, "meta")) != NULL) {
		put(buf, json_object_get(y, "key"), depth + 1);
	} else if ((y = json_object_get(x, "ct")) != NULL) {
		buf_puts(buf, "ct ");
		put(buf, json_object_get(y, "key"), depth + 1);
	} else if ((y = json_object_get(x, "prefix")) != NULL) {
		put_two(buf, y, "addr", "/", "len");
	} else if ((y = json_object_get(x, "range")) != NULL) {
		put_list(buf, y, "-", depth);
	} else if ((y = json_object_get(x, "concat")) != NULL) {
		put_list(buf, y, " . ", depth);
	} else if ((y = json_object_get(x, "&")) != NULL) {
		put_list(buf, y, " & ", depth);
	} else if ((y = json_object_get(x, "elem")) != NULL) {
		put(buf, json_object_get(y, "val"), depth + 1);
	} else if ((y = json_object_get(x, "set")) != NULL) {
		buf_puts(buf, "{ ");
		put_list(buf, y, ", ", depth);
		buf_puts(buf, " }");
	} else {
		buf_puts(buf, "...");
	}
}

static void put(struct buf *buf, const json_t *x, int depth)
{
	if (json_is_string(x)) {
		buf_puts(buf, json_string_value(x));
	} else if (json_is_integer(x)) {
		buf_int(buf, json_integer_value(x));
	} else if (json_is_array(x) && depth < MAX_DEPTH) {
		put_list(buf, x, ",", depth);
	} else if (json_is_object(x) && depth < MAX_DEPTH) {
		put_object(buf, x, depth);
	} else {
		buf_puts(buf, "...");
	}
}

static void put_match(struct buf *buf, const json_t *match)
{
	const char *op = json_string_value(json_object_get(match, "op"));

	put(buf, json_object_get(match, "left"), 0);
	buf_putc(buf, ' ');
	if (op != NULL && strcmp(op, "==") != 0 && strcmp(op, "in") != 0) {
		buf_puts(buf, op);
		buf_putc(buf, ' ');
	}
	put(buf, json_object_get(match, "right"), 0);
}

static void put_reject(struct buf *buf, const json_t *arg)
{
	const char *type = json_string_value(json_object_get(arg, "type"));
	const char *expr = json_string_value(json_object_get(arg, "expr"));

	buf_puts(buf, "reject");
	if (type != NULL) {
		buf_puts(buf, " with ");
		buf_puts(buf, type);
	}
	if (expr != NULL) {
		buf_putc(buf, ' ');
		buf_puts(buf, expr);
	}
}

void firewall_text(struct buf *buf, const json_t *expr)
{
	size_t i = 0;
	json_t *statement = NULL;

	json_array_foreach(expr, i, statement)
	{
		void *it = json_object_iter(statement);
		const char *name = it != NULL ? json_object_iter_key(it) : "...";
		const json_t *arg = it != NULL ? json_object_iter_value(it) : NULL;

		buf_puts(buf, i > 0 ? " " : "");
		if (strcmp(name, "match") == 0) {
			put_match(buf, arg);
		} else if (strcmp(name, "reject") == 0) {
			put_reject(buf, arg);
		} else if (strcmp(name, "xt") == 0) {
			put(buf, json_object_get(arg, "name"), 0);
		} else if (strcmp(name, "jump") == 0 || strcmp(name, "goto") == 0) {
			buf_puts(buf, name);
			buf_putc(buf, ' ');
			put(buf, json_object_get(arg, "target"), 0);
		} else {
			buf_puts(buf, name);
		}
	}
}
