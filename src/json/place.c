/* SPDX-License-Identifier: Apache-2.0 */
/* Error texts with their place. */
#include "json/place.h"
#include "base/clean.h"

#include <errno.h>
#include <string.h>

enum { POINTER_DEPTH = 40, KEY_MAX = 60 };

/* Outermost first. A place too deep to show is shown from its middle on. */
static void put_pointer(struct buf *buf, const struct place *place, int depth)
{
	char key[KEY_MAX];
	struct buf clean;

	if (place == NULL || place->up == NULL || depth == POINTER_DEPTH) {
		return;
	}
	put_pointer(buf, place->up, depth + 1);
	buf_putc(buf, '/');
	if (place->key == NULL) {
		buf_int(buf, (int64_t)place->index);
		return;
	}
	buf_init(&clean, key, sizeof(key));
	clean_put(&clean, place->key, strlen(place->key), KEY_MAX);
	for (const char *p = key; *p != '\0'; p++) {
		if (*p == '~' || *p == '/') {
			buf_puts(buf, *p == '~' ? "~0" : "~1");
		} else {
			buf_putc(buf, *p);
		}
	}
}

int place_fail(const struct reading *r, const struct place *place, const char *what)
{
	struct buf buf;

	buf_init(&buf, r->error, r->size);
	put_pointer(&buf, place, 0);
	if (buf.len == 0) {
		buf_putc(&buf, '/');
	}
	buf_puts(&buf, ": ");
	buf_puts(&buf, what);
	return -EINVAL;
}

static const char *wanted(json_type type)
{
	switch (type) {
	case JSON_OBJECT:
		return "an object is wanted here";
	case JSON_ARRAY:
		return "an array is wanted here";
	case JSON_STRING:
		return "a text is wanted here";
	case JSON_INTEGER:
		return "a whole number is wanted here";
	case JSON_REAL:
		return "a number is wanted here";
	case JSON_TRUE:
	case JSON_FALSE:
		return "true or false is wanted here";
	case JSON_NULL:
		break;
	}
	return "something else is wanted here";
}

int place_member(const struct reading *r, const struct place *at, const json_t *object,
                 const char *key, json_type type, const json_t **ret)
{
	const struct place here = { .up = at, .key = key };
	const json_t *value = NULL;
	json_type got = JSON_NULL;

	if (!json_is_object(object)) {
		return place_fail(r, at, wanted(JSON_OBJECT));
	}
	value = json_object_get(object, key);
	if (value == NULL || json_is_null(value)) {
		return 0;
	}
	got = json_typeof(value);
	got = got == JSON_FALSE ? JSON_TRUE : got;
	if (got != type && !(type == JSON_REAL && got == JSON_INTEGER)) {
		return place_fail(r, &here, wanted(type));
	}
	*ret = value;
	return 1;
}

int place_text(const struct reading *r, const struct place *at, const json_t *text, struct buf *ret)
{
	clean_put(ret, json_string_value(text), json_string_length(text), ret->size);
	return ret->cut ? place_fail(r, at, "this text is too long") : 0;
}
