/* SPDX-License-Identifier: Apache-2.0 */
/* A walk over the tables of evidence. */
#include "render/verbose.h"

#include "evidence/fields.h"

#include <string.h>

static void put_fields(struct buf *b, enum kind kind, void *obj);

static void put_list(struct buf *b, const struct ev_field *f, const struct ev_list *list)
{
	bool first = true;

	buf_putc(b, '[');
	for (void *item = list->first; item != NULL; item = ((struct ev_head *)item)->next) {
		buf_puts(b, first ? "" : "; ");
		first = false;
		put_fields(b, f->item, item);
	}
	buf_puts(b, list->cut ? " ...]" : "]");
}

static void put_value(struct buf *b, const struct ev_field *f, void *at)
{
	switch (f->type) {
	case TYPE_BOOL:
		buf_puts(b, *(bool *)at ? "yes" : "no");
		break;
	case TYPE_INT:
		buf_int(b, *(int64_t *)at);
		break;
	case TYPE_USEC:
		buf_int(b, *(usec_t *)at);
		buf_puts(b, "us");
		break;
	case TYPE_TEXT:
		buf_putc(b, '"');
		buf_puts(b, *(const char **)at);
		buf_putc(b, '"');
		break;
	case TYPE_ADDR:
		addr_format(b, at);
		break;
	case TYPE_ENUM:
		buf_puts(b, f->words[*(unsigned int *)at]);
		break;
	case TYPE_LIST:
		put_list(b, f, at);
		break;
	case N_EV_TYPES:
		break;
	}
}

static void put_fields(struct buf *b, enum kind kind, void *obj)
{
	const struct ev_kind *info = &ev_kinds[kind];
	bool first = true;

	for (int i = 0; i < info->n_fields; i++) {
		const struct ev_field *f = &ev_fields[info->first_field + i];

		if (*ev_has(obj, f)) {
			buf_puts(b, first ? "" : ", ");
			first = false;
			buf_puts(b, f->name);
			buf_putc(b, ' ');
			put_value(b, f, ev_at(obj, f));
		}
	}
}

static void put_reading(const void *scope, enum kind kind, const struct attempt *a, size_t indent,
                        struct page *page)
{
	char memory[2048];
	struct buf b;
	void *obj = NULL;

	memcpy(&obj, (const char *)scope + ev_kinds[kind].slot, sizeof(obj));
	if (obj == NULL) {
		return;
	}
	buf_init(&b, memory, sizeof(memory));
	for (size_t i = 0; i < indent; i++) {
		buf_putc(&b, ' ');
	}
	buf_puts(&b, ". ");
	buf_puts(&b, ev_kinds[kind].name);
	buf_putc(&b, ' ');
	if (a != NULL) {
		addr_format(&b, &a->addr);
		buf_putc(&b, ' ');
	}
	if (((struct ev_head *)obj)->skip != SKIP_NONE) {
		buf_puts(&b, "not looked at: ");
		buf_puts(&b, ev_skip_words[((struct ev_head *)obj)->skip]);
		buf_putc(&b, ' ');
	}
	put_fields(&b, kind, obj);
	page_text(page, 0, indent + 4, b.text);
}

void verbose_stage(const struct evidence *e, enum stage stage, size_t indent, struct page *page)
{
	for (int kind = 0; kind < N_KINDS; kind++) {
		if (ev_kinds[kind].stage != stage || ev_kinds[kind].scope == SCOPE_ITEM) {
			continue;
		}
		if (ev_kinds[kind].scope == SCOPE_PER_RUN) {
			put_reading(e, (enum kind)kind, NULL, indent, page);
			continue;
		}
		for (const struct attempt *a = e->first; a != NULL; a = a->next) {
			put_reading(a, (enum kind)kind, a, indent, page);
		}
	}
}
