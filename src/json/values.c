/* SPDX-License-Identifier: Apache-2.0 */
/* JSON to evidence: each field by its key, each value by its type. */
#include "json/values.h"
#include "base/clean.h"
#include "json/keys.h"
#include "json/when.h"

#include <errno.h>
#include <string.h>

enum { VALUES_TEXT_MAX = 8192 };

/* Readers of one value: 1 when it is there, 0 when it is to be taken as absent, -EINVAL, said. */

static const char *keep_cleaned(const struct reading *r, const char *text, size_t len)
{
	char clean[4 * VALUES_TEXT_MAX + 8];
	struct buf buf;

	buf_init(&buf, clean, sizeof(clean));
	clean_put(&buf, text, len, VALUES_TEXT_MAX);
	return arena_text(&r->store->arena, clean, buf.len);
}

/* Printable ASCII, as nearly all texts are, has nothing to clean. */
static int read_text(const struct reading *r, const json_t *json, const char **ret)
{
	const char *text = json_string_value(json);
	size_t len = json_string_length(json);
	size_t plain = 0;

	while (plain < len && text[plain] >= ' ' && text[plain] <= '~') {
		plain++;
	}
	if (plain == len && len <= VALUES_TEXT_MAX) {
		*ret = arena_text(&r->store->arena, text, len);
	} else {
		*ret = keep_cleaned(r, text, len);
	}
	if (*ret == NULL) {
		/* what did not fit must not pass for what was not there */
		r->store->runs[r->store->n_runs - 1].cut = true;
		r->store->runs[0].cut = true;
	}
	return *ret != NULL;
}

/* A text in RFC 3339, or a bare number where the writer could not make one of it. */
static int read_unix(const struct reading *r, const struct place *at, const json_t *json,
                     int64_t *ret)
{
	int64_t us = 0;

	if (json_is_integer(json)) {
		*ret = json_integer_value(json);
		return 1;
	}
	if (!json_is_string(json) ||
	    when_parse(json_string_value(json), json_string_length(json), ret, &us) < 0) {
		return place_fail(r, at, "a time like 2026-11-23T03:16:20Z is wanted here");
	}
	return 1;
}

int values_usec(const struct reading *r, const struct place *at, const json_t *json, usec_t *ret)
{
	double us = json_number_value(json) * (double)USEC_SEC;

	if (!(us > -9e18 && us < 9e18)) {
		return place_fail(r, at, "this time is out of range");
	}
	*ret = (usec_t)(us < 0 ? us - 0.5 : us + 0.5);
	return 0;
}

static int read_addr(const struct reading *r, const struct place *at, const json_t *json,
                     struct addr *ret)
{
	if (addr_parse(json_string_value(json), json_string_length(json), ret) < 0) {
		return place_fail(r, at, "an IPv4 or IPv6 address is wanted here");
	}
	return 1;
}

static int read_enum(const struct ev_field *f, const json_t *json, unsigned *ret)
{
	for (unsigned i = 0; f->words[i] != NULL; i++) {
		if (str_is(json_string_value(json), json_string_length(json), f->words[i])) {
			*ret = i;
			return 1;
		}
	}
	return 0;
}

static json_type type_of(const struct ev_field *f)
{
	switch (f->type) {
	case TYPE_BOOL:
		return JSON_TRUE;
	case TYPE_INT:
		return JSON_INTEGER;
	case TYPE_USEC:
		return JSON_REAL;
	case TYPE_TEXT:
	case TYPE_ADDR:
	case TYPE_ENUM:
		return JSON_STRING;
	case TYPE_LIST:
		return JSON_ARRAY;
	case N_EV_TYPES:
		break;
	}
	return JSON_NULL;
}

/* json is of the type that the field wants. */
static int read_value(const struct reading *r, const struct place *at, const json_t *json,
                      const struct ev_field *f, void *value)
{
	switch (f->type) {
	case TYPE_BOOL:
		*(bool *)value = json_is_true(json);
		return 1;
	case TYPE_INT:
		*(int64_t *)value = json_integer_value(json);
		return 1;
	case TYPE_USEC:
		return values_usec(r, at, json, value) < 0 ? -EINVAL : 1;
	case TYPE_TEXT:
		return read_text(r, json, value);
	case TYPE_ADDR:
		return read_addr(r, at, json, value);
	case TYPE_ENUM:
		return read_enum(f, json, value);
	case TYPE_LIST:
	case N_EV_TYPES:
		break;
	}
	return 0;
}

/* An item that is written as its only field's bare value; null: the field was not measured. */
static int read_bare(const struct reading *r, const struct place *at, const json_t *json,
                     const struct ev_field *f, void *item)
{
	int n = 0;

	if (json_is_null(json)) {
		return 0;
	}
	if (!json_is_string(json)) {
		return place_fail(r, at, "a text is wanted here");
	}
	n = read_value(r, at, json, f, ev_at(item, f));
	*ev_has(item, f) = n > 0;
	return n < 0 ? n : 0;
}

static int read_list(const struct reading *r, const struct place *at, const json_t *array,
                     enum kind kind, struct ev_list *list)
{
	for (size_t i = 0; i < json_array_size(array); i++) {
		const struct place here = { .up = at, .index = i };
		const json_t *json = json_array_get(array, i);
		void *item = store_item(r->store, list, kind);
		int n = 0;

		if (item == NULL) {
			return 0; /* the list is marked as cut */
		}
		if (keys_bare(kind) != NULL) {
			n = read_bare(r, &here, json, keys_bare(kind), item);
		} else {
			n = values_read(r, &here, json, kind, item);
		}
		if (n < 0) {
			return n;
		}
	}
	return 0;
}

/* The list, and the key beside it that says whether more was seen. */
static int read_list_field(const struct reading *r, const struct place *at, const json_t *object,
                           const struct ev_field *f, void *obj)
{
	struct ev_list *list = ev_at(obj, f);
	const json_t *array = NULL;
	const json_t *cut = NULL;
	struct keys keys;
	struct place here = { .up = at, .key = keys.key };
	int n = 0;

	keys_of(f, &keys);
	n = place_member(r, at, object, keys.key, JSON_ARRAY, &array);
	if (n > 0) {
		*ev_has(obj, f) = true;
		n = read_list(r, &here, array, f->item, list);
	}
	if (n < 0) {
		return n;
	}
	n = place_member(r, at, object, keys.cut, JSON_TRUE, &cut);
	if (n > 0 && json_is_true(cut)) {
		*ev_has(obj, f) = true;
		list->cut = true;
	}
	return n < 0 ? n : 0;
}

static int read_field(const struct reading *r, const struct place *at, const json_t *object,
                      const struct ev_field *f, void *obj)
{
	const json_t *json = NULL;
	struct keys keys;
	struct place here = { .up = at, .key = keys.key };
	int n = 0;

	keys_of(f, &keys);
	if (f->type == TYPE_INT && f->unit == UNIT_UNIX) {
		json = json_object_get(object, keys.key);
		if (json != NULL && !json_is_null(json)) {
			n = read_unix(r, &here, json, ev_at(obj, f));
		}
	} else {
		n = place_member(r, at, object, keys.key, type_of(f), &json);
		if (n > 0) {
			n = read_value(r, &here, json, f, ev_at(obj, f));
		}
	}
	if (n > 0) {
		*ev_has(obj, f) = true;
	}
	return n < 0 ? n : 0;
}

static int read_skip(const struct reading *r, const struct place *at, const json_t *object,
                     struct ev_head *head)
{
	const json_t *json = NULL;
	int n = place_member(r, at, object, "skip", JSON_STRING, &json);

	for (int i = 1; n > 0 && i < N_SKIPS; i++) {
		if (str_is(json_string_value(json), json_string_length(json), ev_skip_words[i])) {
			head->skip = (enum skip)i;
		}
	}
	return n < 0 ? n : 0;
}

int values_read(const struct reading *r, const struct place *at, const json_t *object,
                enum kind kind, void *obj)
{
	const struct ev_kind *k = &ev_kinds[kind];
	int n = read_skip(r, at, object, obj);

	for (int i = k->first_field; n >= 0 && i < k->first_field + k->n_fields; i++) {
		const struct ev_field *f = &ev_fields[i];

		n = f->type == TYPE_LIST ? read_list_field(r, at, object, f, obj)
		                         : read_field(r, at, object, f, obj);
	}
	return n < 0 ? n : 0;
}
