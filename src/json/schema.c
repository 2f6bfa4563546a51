/* SPDX-License-Identifier: Apache-2.0 */
/* The JSON Schema. Everything may have further members: within naze.report/1 things are added. */
#include "json/schema.h"
#include "judge/judge.h"
#include "json/keys.h"
#include "json/out.h"

#include <string.h>

enum { NAME_SIZE = 80 };

static const char *const effects[N_EFFECTS] = { "failed", "degraded", "note" };

#define N_OF(array) ((int)(sizeof(array) / sizeof((array)[0])))
#define NEEDED      true
#define OPTIONAL    false
#define TEXT        .type = SCHEMA_TEXT
#define INT         .type = SCHEMA_INT
#define BOOL        .type = SCHEMA_BOOL
#define SECONDS     .type = SCHEMA_SECONDS
#define TIME        .type = SCHEMA_TIME
#define ADDRESS     .type = SCHEMA_ADDRESS
#define CAUSE       .type = SCHEMA_CAUSE
#define NO_CAUSE    .type = SCHEMA_NO_CAUSE
#define ADDRESSES   .type = SCHEMA_ADDRESSES
#define READINGS    .type = SCHEMA_READINGS
#define REF(name)   .type = SCHEMA_REF, .ref = #name
#define LIST(name)  .type = SCHEMA_LIST, .ref = #name
#define KIND_OF(k)  .type = SCHEMA_KIND, .kind = KIND_##k
#define WORDS(x)    .type = SCHEMA_WORDS, .words = (x), .n_words = N_OF(x)
/* where the first word stands for nothing */
#define WORDS_BUT_FIRST(x) .type = SCHEMA_WORDS, .words = (x) + 1, .n_words = N_OF(x) - 1

static const struct schema_row rows[] = {
#define OBJECT(name_, meaning_) { .object = #name_, .type = N_SCHEMA_TYPES, .meaning = (meaning_) },
#define MEMBER(key_, needed_, type_, meaning_) \
	{ .key = (key_), .needed = (needed_), type_, .meaning = (meaning_) },
#include "json/schema.def"
};

const struct schema_row *schema_row(int n)
{
	return n < N_OF(rows) ? &rows[n] : NULL;
}

static void put_ref(struct out *o, const char *key, const char *prefix, const char *name)
{
	char text[NAME_SIZE];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	buf_puts(&buf, "#/$defs/");
	buf_puts(&buf, prefix);
	buf_puts(&buf, name);
	out_object(o, key, OUT_LINE);
	out_text(o, "$ref", text);
	out_object_end(o);
}

/* words end with NULL where n is negative. */
static void put_words(struct out *o, const char *const *words, int n)
{
	out_array(o, "enum", OUT_LINE);
	for (int i = 0; n < 0 ? words[i] != NULL : i < n; i++) {
		out_text(o, NULL, words[i]);
	}
	out_array_end(o);
}

/* {"type": type, "format": format} */
static void put_type(struct out *o, const char *key, const char *type, const char *format)
{
	out_object(o, key, OUT_LINE);
	out_text(o, "type", type);
	if (format != NULL) {
		out_text(o, "format", format);
	}
	out_object_end(o);
}

static void put_array(struct out *o, const char *key, const char *prefix, const char *name)
{
	out_object(o, key, OUT_LINE);
	out_text(o, "type", "array");
	put_ref(o, "items", prefix, name);
	out_object_end(o);
}

/* The value of a field of evidence. */
static void put_field(struct out *o, const char *key, const struct ev_field *f)
{
	out_object(o, key, OUT_LINE);
	out_text(o, "description", f->meaning);
	switch (f->type) {
	case TYPE_BOOL:
		out_text(o, "type", "boolean");
		break;
	case TYPE_INT:
		if (f->unit == UNIT_UNIX) { /* a number where the year has five digits */
			out_array(o, "type", OUT_LINE);
			out_text(o, NULL, "string");
			out_text(o, NULL, "integer");
			out_array_end(o);
			out_text(o, "format", "date-time");
		} else {
			out_text(o, "type", "integer");
		}
		break;
	case TYPE_USEC:
		out_text(o, "type", "number");
		break;
	case TYPE_TEXT:
		out_text(o, "type", "string");
		break;
	case TYPE_ADDR:
		out_text(o, "$ref", "#/$defs/address");
		break;
	case TYPE_ENUM:
		put_words(o, f->words, -1);
		break;
	case TYPE_LIST:
		out_text(o, "type", "array");
		put_ref(o, "items", "evidence.", ev_kinds[f->item].name);
		break;
	case N_EV_TYPES:
		break;
	}
	out_object_end(o);
}

/* The members that the fields of a kind make. */
static void put_fields(struct out *o, enum kind kind)
{
	const struct ev_kind *k = &ev_kinds[kind];

	out_object(o, "skip", OUT_LINE);
	out_text(o, "description", "why it was not measured");
	put_words(o, ev_skip_words + 1, N_SKIPS - 1);
	out_object_end(o);
	for (int i = k->first_field; i < k->first_field + k->n_fields; i++) {
		struct keys keys;

		if (i == F_setting_at || i == F_setting_at_us || i == F_setting_took) {
			continue; /* at the top of the run */
		}
		keys_of(&ev_fields[i], &keys);
		put_field(o, keys.key, &ev_fields[i]);
		if (ev_fields[i].type == TYPE_LIST) {
			put_type(o, keys.cut, "boolean", NULL);
		}
	}
}

/* A kind that is written as a bare value is what its field is. */
static void put_kind(struct out *o, enum kind kind)
{
	const struct ev_kind *k = &ev_kinds[kind];
	char name[NAME_SIZE];
	struct buf buf;

	buf_init(&buf, name, sizeof(name));
	buf_puts(&buf, "evidence.");
	buf_puts(&buf, k->name);
	if (keys_bare(kind) != NULL) {
		out_object(o, name, OUT_BLOCK);
		out_array(o, "anyOf", OUT_BLOCK);
		put_field(o, NULL, keys_bare(kind));
		put_type(o, NULL, "null", NULL);
		out_array_end(o);
		out_object_end(o);
		return;
	}
	out_object(o, name, OUT_BLOCK);
	out_text(o, "description", k->meaning);
	out_text(o, "type", "object");
	out_object(o, "properties", OUT_BLOCK);
	if (k->scope == SCOPE_PER_ADDRESS) {
		put_ref(o, "address", "", "address");
	}
	put_fields(o, kind);
	out_object_end(o);
	out_object_end(o);
}

static void put_member_type(struct out *o, const struct schema_row *row)
{
	switch (row->type) {
	case SCHEMA_TEXT:
		put_type(o, row->key, "string", NULL);
		break;
	case SCHEMA_INT:
		put_type(o, row->key, "integer", NULL);
		break;
	case SCHEMA_BOOL:
		put_type(o, row->key, "boolean", NULL);
		break;
	case SCHEMA_SECONDS:
		put_type(o, row->key, "number", NULL);
		break;
	case SCHEMA_TIME:
		put_type(o, row->key, "string", "date-time");
		break;
	case SCHEMA_ADDRESS:
		put_ref(o, row->key, "", "address");
		break;
	case SCHEMA_CAUSE:
		put_ref(o, row->key, "", "cause");
		break;
	case SCHEMA_NO_CAUSE:
		put_ref(o, row->key, "", "cause_or_null");
		break;
	case SCHEMA_ADDRESSES:
		put_array(o, row->key, "", "address_or_null");
		break;
	case SCHEMA_REF:
		put_ref(o, row->key, "", row->ref);
		break;
	case SCHEMA_LIST:
		put_array(o, row->key, "", row->ref);
		break;
	case SCHEMA_WORDS:
		out_object(o, row->key, OUT_LINE);
		put_words(o, row->words, row->n_words);
		out_object_end(o);
		break;
	case SCHEMA_KIND:
		put_fields(o, row->kind);
		break;
	case SCHEMA_READINGS:
		put_array(o, row->key, "", "evidence");
		break;
	case N_SCHEMA_TYPES:
		break;
	}
}

/* The object of the row at n; returns the row behind it. */
static int put_object(struct out *o, int n)
{
	int first = n + 1;
	int end = first;

	while (end < N_OF(rows) && rows[end].object == NULL) {
		end++;
	}
	out_object(o, rows[n].object, OUT_BLOCK);
	out_text(o, "description", rows[n].meaning);
	out_text(o, "type", "object");
	out_array(o, "required", OUT_LINE);
	for (int i = first; i < end; i++) {
		if (rows[i].needed) {
			out_text(o, NULL, rows[i].key);
		}
	}
	out_array_end(o);
	out_object(o, "properties", OUT_BLOCK);
	for (int i = first; i < end; i++) {
		put_member_type(o, &rows[i]);
	}
	out_object_end(o);
	out_object_end(o);
	return end;
}

/* A reading is told by its kind; one of a kind that is not here says nothing wrong. */
static void put_evidence(struct out *o)
{
	out_object(o, "evidence", OUT_BLOCK);
	out_text(o, "type", "object");
	out_array(o, "required", OUT_LINE);
	out_text(o, NULL, "kind");
	out_array_end(o);
	out_array(o, "allOf", OUT_BLOCK);
	for (int i = 0; i < N_KINDS; i++) {
		if (ev_kinds[i].scope == SCOPE_ITEM || i == KIND_from || i == KIND_setting) {
			continue;
		}
		out_object(o, NULL, OUT_LINE);
		out_object(o, "if", OUT_LINE);
		out_object(o, "properties", OUT_LINE);
		out_object(o, "kind", OUT_LINE);
		out_text(o, "const", ev_kinds[i].name);
		out_object_end(o);
		out_object_end(o);
		out_object_end(o);
		put_ref(o, "then", "evidence.", ev_kinds[i].name);
		out_object_end(o);
	}
	out_array_end(o);
	out_object_end(o);
}

static void put_or_null(struct out *o, const char *key, const char *name)
{
	out_object(o, key, OUT_LINE);
	out_array(o, "anyOf", OUT_LINE);
	put_ref(o, NULL, "", name);
	put_type(o, NULL, "null", NULL);
	out_array_end(o);
	out_object_end(o);
}

static void put_small_types(struct out *o)
{
	out_object(o, "address", OUT_LINE);
	out_text(o, "description", "an IPv4 or IPv6 address (RFC 5952)");
	out_text(o, "type", "string");
	out_text(o, "pattern", "^[0-9a-f:.]+$");
	out_object_end(o);
	put_or_null(o, "address_or_null", "address");
	out_object(o, "cause", OUT_LINE);
	out_text(o, "description", "naze explain CAUSE tells about it");
	out_text(o, "type", "string");
	out_text(o, "pattern", "^[a-z0-9_]+[.][a-z0-9_]+$");
	out_object_end(o);
	put_or_null(o, "cause_or_null", "cause");
}

int schema_write(FILE *out)
{
	struct out o;

	out_init(&o, out, false);
	out_object(&o, NULL, OUT_BLOCK);
	out_text(&o, "$schema", "https://json-schema.org/draft/2020-12/schema");
	out_text(&o, "$id", "urn:naze:report:1");
	out_text(&o, "title", "naze.report/1");
	out_array(&o, "anyOf", OUT_BLOCK);
	put_ref(&o, NULL, "", "report");
	put_ref(&o, NULL, "", "failure");
	out_array_end(&o);
	out_object(&o, "$defs", OUT_BLOCK);
	put_small_types(&o);
	for (int n = 0; n < N_OF(rows);) {
		n = put_object(&o, n);
	}
	put_evidence(&o);
	for (int i = 0; i < N_KINDS; i++) {
		if (i != KIND_from && i != KIND_setting) {
			put_kind(&o, (enum kind)i);
		}
	}
	out_object_end(&o);
	out_object_end(&o);
	return out_end(&o);
}
