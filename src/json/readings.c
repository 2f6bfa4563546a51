/* SPDX-License-Identifier: Apache-2.0 */
/* Evidence to JSON. */
#include "json/readings.h"
#include "json/keys.h"
#include "json/when.h"

static void put_item(struct out *o, enum kind kind, const void *item);

static void put_list(struct out *o, const struct keys *keys, enum kind kind,
                     const struct ev_list *list)
{
	out_array(o, keys->key, OUT_LINE);
	for (const struct ev_head *item = list->first; item != NULL; item = item->next) {
		put_item(o, kind, item);
	}
	out_array_end(o);
	if (list->cut) {
		out_bool(o, keys->cut, true);
	}
}

static void put_unix(struct out *o, const char *key, int64_t value)
{
	char text[32];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	if (when_format(&buf, value, -1) < 0) {
		out_int(o, key, value); /* a year that RFC 3339 cannot write */
	} else {
		out_text(o, key, text);
	}
}

static void put_value(struct out *o, const char *key, const struct ev_field *f, const void *value)
{
	switch (f->type) {
	case TYPE_BOOL:
		out_bool(o, key, *(const bool *)value);
		break;
	case TYPE_INT:
		if (f->unit == UNIT_UNIX) {
			put_unix(o, key, *(const int64_t *)value);
		} else {
			out_int(o, key, *(const int64_t *)value);
		}
		break;
	case TYPE_USEC:
		out_usec(o, key, *(const usec_t *)value);
		break;
	case TYPE_TEXT:
		out_text(o, key, *(const char *const *)value);
		break;
	case TYPE_ADDR:
		out_addr(o, key, value);
		break;
	case TYPE_ENUM:
		out_text(o, key, f->words[*(const unsigned *)value]);
		break;
	case TYPE_LIST:
	case N_EV_TYPES:
		break;
	}
}

static const void *value_of(const void *obj, const struct ev_field *f)
{
	return (const char *)obj + f->at;
}

/* An address that is none is no value. */
static bool is_there(const void *obj, const struct ev_field *f)
{
	const struct addr *addr = value_of(obj, f);

	return *(const bool *)((const char *)obj + f->has) &&
	       (f->type != TYPE_ADDR || addr->family != ADDR_NONE);
}

static void put_item(struct out *o, enum kind kind, const void *item)
{
	const struct ev_field *bare = keys_bare(kind);

	if (bare == NULL) {
		out_object(o, NULL, OUT_LINE);
		readings_fields(o, kind, item);
		out_object_end(o);
	} else if (is_there(item, bare)) {
		put_value(o, NULL, bare, value_of(item, bare));
	} else {
		out_null(o, NULL);
	}
}

/* What the report itself holds at its top: the time of the run and how long it took. */
static bool at_top(const struct ev_field *f)
{
	return f == &ev_fields[F_setting_at] || f == &ev_fields[F_setting_at_us] ||
	       f == &ev_fields[F_setting_took];
}

void readings_fields(struct out *o, enum kind kind, const void *obj)
{
	const struct ev_kind *k = &ev_kinds[kind];
	const struct ev_head *head = obj;

	if (head->skip != SKIP_NONE) {
		out_text(o, "skip", ev_skip_words[head->skip]);
	}
	for (int i = k->first_field; i < k->first_field + k->n_fields; i++) {
		const struct ev_field *f = &ev_fields[i];
		struct keys keys;

		if (!is_there(obj, f) || at_top(f)) {
			continue;
		}
		keys_of(f, &keys);
		if (f->type == TYPE_LIST) {
			put_list(o, &keys, f->item, value_of(obj, f));
		} else {
			put_value(o, keys.key, f, value_of(obj, f));
		}
	}
}

const void *readings_find(const void *scope, enum kind kind)
{
	return *(const void *const *)(const void *)((const char *)scope + ev_kinds[kind].slot);
}

static void put_reading(struct out *o, enum kind kind, const struct attempt *a, const void *obj)
{
	out_object(o, NULL, OUT_LINE);
	out_text(o, "kind", ev_kinds[kind].name);
	if (a != NULL && a->addr.family != ADDR_NONE) {
		out_addr(o, "address", &a->addr);
	}
	readings_fields(o, kind, obj);
	out_object_end(o);
}

void readings_stage(struct out *o, const struct evidence *e, enum stage stage)
{
	for (int kind = 0; kind < N_KINDS; kind++) {
		const struct ev_kind *k = &ev_kinds[kind];

		if (k->stage != stage) {
			continue;
		}
		if (k->scope == SCOPE_PER_RUN && readings_find(e, (enum kind)kind) != NULL) {
			put_reading(o, (enum kind)kind, NULL, readings_find(e, (enum kind)kind));
		}
		for (const struct attempt *a = e->first; a != NULL && k->scope == SCOPE_PER_ADDRESS;
		     a = a->next) {
			if (readings_find(a, (enum kind)kind) != NULL) {
				put_reading(o, (enum kind)kind, a,
				            readings_find(a, (enum kind)kind));
			}
		}
	}
}

bool readings_any(const struct evidence *e, enum stage stage)
{
	for (int kind = 0; kind < N_KINDS; kind++) {
		const struct ev_kind *k = &ev_kinds[kind];

		if (k->stage != stage || k->scope == SCOPE_ITEM) {
			continue;
		}
		if (k->scope == SCOPE_PER_RUN && readings_find(e, (enum kind)kind) != NULL) {
			return true;
		}
		for (const struct attempt *a = e->first; a != NULL && k->scope == SCOPE_PER_ADDRESS;
		     a = a->next) {
			if (readings_find(a, (enum kind)kind) != NULL) {
				return true;
			}
		}
	}
	return false;
}
