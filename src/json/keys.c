/* SPDX-License-Identifier: Apache-2.0 */
/* Field names to JSON keys. */
#include "json/keys.h"

#include <string.h>

void keys_of(const struct ev_field *f, struct keys *ret)
{
	struct buf buf;

	buf_init(&buf, ret->key, sizeof(ret->key));
	buf_puts(&buf, strcmp(f->name, "kind") == 0 ? "type" : f->name);
	if (f->unit == UNIT_SECONDS) {
		buf_puts(&buf, "_s");
	}
	buf_init(&buf, ret->cut, sizeof(ret->cut));
	buf_puts(&buf, ret->key);
	buf_puts(&buf, "_cut");
}

const struct ev_field *keys_bare(enum kind kind)
{
	if (kind == KIND_address || kind == KIND_word) {
		return &ev_fields[ev_kinds[kind].first_field];
	}
	return NULL;
}
