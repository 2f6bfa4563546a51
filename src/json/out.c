/* SPDX-License-Identifier: Apache-2.0 */
/* The JSON writer: commas, indentation, escapes. */
#include "json/out.h"
#include "base/clean.h"

#include <errno.h>
#include <string.h>

enum { OUT_TEXT_MAX = 16384, OUT_CLEAN_MAX = 4 * OUT_TEXT_MAX + 8 };

void out_init(struct out *o, FILE *file, bool one_line)
{
	*o = (struct out){ .file = file, .line_depth = one_line ? 1 : 0, .first = true };
}

int out_end(struct out *o)
{
	(void)fputc('\n', o->file);
	return ferror(o->file) != 0 ? -EIO : 0;
}

static bool in_line(const struct out *o)
{
	return o->line_depth != 0 && o->depth >= o->line_depth;
}

static void new_line(const struct out *o)
{
	(void)fputc('\n', o->file);
	for (int i = 0; i < o->depth; i++) {
		(void)fputs("  ", o->file);
	}
}

static void put_string(const struct out *o, const char *text)
{
	(void)fputc('"', o->file);
	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '"' || *p == '\\') {
			(void)fputc('\\', o->file);
		}
		(void)fputc(*p, o->file);
	}
	(void)fputc('"', o->file);
}

/* What stands before any value: comma, place, key. */
static void begin(struct out *o, const char *key)
{
	if (!o->first) {
		(void)fputc(',', o->file);
	}
	if (o->depth > 0 && !in_line(o)) {
		new_line(o);
	} else if (!o->first) {
		(void)fputc(' ', o->file);
	}
	o->first = false;
	if (key != NULL) {
		put_string(o, key);
		(void)fputs(": ", o->file);
	}
}

static void open_container(struct out *o, const char *key, enum out_style style, char bracket)
{
	begin(o, key);
	(void)fputc(bracket, o->file);
	o->depth++;
	if (style == OUT_LINE && !in_line(o)) {
		o->line_depth = o->depth;
	}
	o->first = true;
}

static void close_container(struct out *o, char bracket)
{
	bool line = in_line(o);

	if (o->line_depth == o->depth && o->depth > 1) {
		o->line_depth = 0;
	}
	o->depth--;
	if (!line && !o->first) {
		new_line(o);
	}
	(void)fputc(bracket, o->file);
	o->first = false;
}

void out_object(struct out *o, const char *key, enum out_style style)
{
	open_container(o, key, style, '{');
}

void out_object_end(struct out *o)
{
	close_container(o, '}');
}

void out_array(struct out *o, const char *key, enum out_style style)
{
	open_container(o, key, style, '[');
}

void out_array_end(struct out *o)
{
	close_container(o, ']');
}

void out_null(struct out *o, const char *key)
{
	begin(o, key);
	(void)fputs("null", o->file);
}

void out_bool(struct out *o, const char *key, bool value)
{
	begin(o, key);
	(void)fputs(value ? "true" : "false", o->file);
}

void out_int(struct out *o, const char *key, int64_t value)
{
	begin(o, key);
	(void)fprintf(o->file, "%lld", (long long)value);
}

/* Decimal digits, not a double: what is read again is the same to the microsecond. */
void out_usec(struct out *o, const char *key, usec_t value)
{
	uint64_t us = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
	char digits[8];
	size_t n = 6;

	begin(o, key);
	(void)snprintf(digits, sizeof(digits), "%06u", (unsigned)(us % (uint64_t)USEC_SEC));
	while (n > 1 && digits[n - 1] == '0') {
		n--;
	}
	(void)fprintf(o->file, "%s%llu.%.*s", value < 0 ? "-" : "",
	              (unsigned long long)(us / (uint64_t)USEC_SEC), (int)n, digits);
}

/* Printable ASCII, as nearly all texts are, has nothing to clean. */
static bool is_plain(const char *text)
{
	size_t n = 0;

	while (text[n] >= ' ' && text[n] <= '~') {
		n++;
	}
	return text[n] == '\0' && n <= OUT_TEXT_MAX;
}

static void put_cleaned(const struct out *o, const char *text)
{
	char clean[OUT_CLEAN_MAX];
	struct buf buf;

	buf_init(&buf, clean, sizeof(clean));
	clean_put(&buf, text, strlen(text), OUT_TEXT_MAX);
	put_string(o, clean);
}

void out_text(struct out *o, const char *key, const char *text)
{
	begin(o, key);
	if (is_plain(text)) {
		put_string(o, text);
	} else {
		put_cleaned(o, text);
	}
}

void out_addr(struct out *o, const char *key, const struct addr *addr)
{
	char text[64];
	struct buf buf;

	begin(o, key);
	buf_init(&buf, text, sizeof(text));
	addr_format(&buf, addr);
	put_string(o, text);
}
