/* SPDX-License-Identifier: Apache-2.0 */
/* Encoding, merging and straightening paths. */
#include "target/path.h"

#include <string.h>

static void put_encoded(struct buf *buf, struct span text)
{
	for (size_t i = 0; i < text.len; i++) {
		uint8_t byte = (uint8_t)text.at[i];

		if (byte > 0x20 && byte < 0x7f) {
			buf_putc(buf, text.at[i]);
			continue;
		}
		buf_putc(buf, '%');
		buf_putc(buf, "0123456789ABCDEF"[byte >> 4]);
		buf_putc(buf, "0123456789ABCDEF"[byte & 15]);
	}
}

void path_put(struct buf *buf, struct span text)
{
	text = text_head(text, text_find(text, "#"));
	if (text.len > 0 && text.at[0] != '/') {
		buf_putc(buf, '/');
	}
	put_encoded(buf, text);
}

static size_t last_slash(const char *text, size_t len)
{
	while (len > 0 && text[len - 1] != '/') {
		len--;
	}
	return len > 0 ? len - 1 : 0;
}

/* In place: what is written never overtakes what is read. */
void path_remove_dots(struct buf *buf)
{
	struct span all = { buf->text, buf->len };
	struct span path = text_head(all, text_find(all, "?"));
	size_t query = path.len;
	size_t out = 0;

	while (path.len > 0 && path.at[0] == '/') {
		struct span rest = text_from(path, 1);
		struct span segment = text_head(rest, text_find(rest, "/"));
		bool last = segment.len == rest.len;

		path = text_from(rest, segment.len);
		if (text_is(segment, "..")) {
			out = last_slash(buf->text, out);
		} else if (!text_is(segment, ".")) {
			memmove(buf->text + out, segment.at - 1, segment.len + 1);
			out += segment.len + 1;
			continue;
		}
		if (last) {
			buf->text[out++] = '/';
		}
	}
	if (query > 0 && out < query) {
		memmove(buf->text + out, buf->text + query, buf->len - query);
		buf->len -= query - out;
		buf->text[buf->len] = '\0';
	}
}

void path_merge(struct buf *buf, struct span base, struct span reference)
{
	struct span path = text_head(base, text_find(base, "?"));
	size_t slash = text_find_last(path, "/");

	if (reference.len == 0) {
		path_put(buf, base);
		return;
	}
	if (reference.at[0] == '/') {
		path_put(buf, reference);
		return;
	}
	if (reference.at[0] == '?') {
		path_put(buf, path.len > 0 ? path : (struct span){ "/", 1 });
	} else if (slash < path.len) {
		path_put(buf, text_head(path, slash + 1));
	} else {
		buf_putc(buf, '/');
	}
	put_encoded(buf, reference);
}
