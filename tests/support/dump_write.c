/* SPDX-License-Identifier: Apache-2.0 */
/* The writer. */
#include "dump.h"
#include "evidence/fields.h"

#include <string.h>

static void put_text(struct buf *buf, const char *text)
{
	buf_putc(buf, '"');
	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '"' || *p == '\\') {
			buf_putc(buf, '\\');
		}
		buf_put(buf, *p == '\n' ? " " : p, 1);
	}
	buf_putc(buf, '"');
}

static void put_value(struct buf *buf, const struct ev_field *f, const void *value)
{
	switch (f->type) {
	case TYPE_BOOL:
		buf_puts(buf, *(const bool *)value ? "yes" : "no");
		break;
	case TYPE_INT:
	case TYPE_USEC:
		buf_int(buf, *(const int64_t *)value);
		break;
	case TYPE_TEXT:
		put_text(buf, *(const char *const *)value);
		break;
	case TYPE_ADDR:
		addr_format(buf, value);
		break;
	case TYPE_ENUM:
		buf_puts(buf, f->words[*(const unsigned *)value]);
		break;
	case TYPE_LIST:
		buf_puts(buf, ((const struct ev_list *)value)->cut ? "cut" : "none");
		break;
	case N_EV_TYPES:
		break;
	}
}

struct path {
	const struct path *up;
	const char *name;
};

static void put_path(struct buf *buf, const struct path *path)
{
	if (path->up != NULL) {
		put_path(buf, path->up);
		buf_putc(buf, '.');
	}
	buf_puts(buf, path->name);
}

/* One struct: its line, then a line for each item of its lists. The depth is that of the tables. */
static void put_struct(struct buf *buf, const struct path *path, enum kind kind, const void *obj)
{
	const struct ev_kind *k = &ev_kinds[kind];
	const struct ev_head *head = obj;

	put_path(buf, path);
	if (head->skip != SKIP_NONE) {
		buf_puts(buf, " skip=");
		buf_puts(buf, ev_skip_words[head->skip]);
	}
	for (int i = k->first_field; i < k->first_field + k->n_fields; i++) {
		const struct ev_field *f = &ev_fields[i];

		if (*(const bool *)((const char *)obj + f->has)) {
			buf_putc(buf, ' ');
			buf_puts(buf, f->name);
			buf_putc(buf, '=');
			put_value(buf, f, (const char *)obj + f->at);
		}
	}
	buf_putc(buf, '\n');
	for (int i = k->first_field; i < k->first_field + k->n_fields; i++) {
		const struct ev_field *f = &ev_fields[i];
		const struct ev_list *list = (const void *)((const char *)obj + f->at);
		struct path sub = { .up = path, .name = f->name };

		if (f->type != TYPE_LIST || !*(const bool *)((const char *)obj + f->has)) {
			continue;
		}
		for (const struct ev_head *item = list->first; item != NULL; item = item->next) {
			put_struct(buf, &sub, f->item, item);
		}
	}
}

static void put_scope(struct buf *buf, enum ev_scope scope, const void *obj)
{
	for (int kind = 0; kind < N_KINDS; kind++) {
		const void *const *slot = (const void *const *)(const void *)((const char *)obj +
		                                                              ev_kinds[kind].slot);
		struct path path = { .name = ev_kinds[kind].name };

		if (ev_kinds[kind].scope == scope && *slot != NULL) {
			put_struct(buf, &path, (enum kind)kind, *slot);
		}
	}
}

void dump_write(struct buf *buf, const struct store *store)
{
	for (int i = 0; i < store->n_runs; i++) {
		const struct evidence *e = &store->runs[i];

		buf_puts(buf, "run ");
		buf_puts(buf, ev_role_words[e->role]);
		buf_putc(buf, ' ');
		buf_int(buf, e->parent);
		buf_putc(buf, ' ');
		if (e->target.flaw != FLAW_NONE) {
			put_text(buf, e->target.input);
		} else {
			target_format(buf, &e->target);
		}
		buf_putc(buf, '\n');
		put_scope(buf, SCOPE_PER_RUN, e);
		for (const struct attempt *a = e->first; a != NULL; a = a->next) {
			buf_puts(buf, "at ");
			addr_format(buf, &a->addr);
			buf_putc(buf, '\n');
			put_scope(buf, SCOPE_PER_ADDRESS, a);
		}
		buf_puts(buf, e->cut ? "cut\n" : "");
	}
}
