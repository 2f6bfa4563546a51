/* SPDX-License-Identifier: Apache-2.0 */
/* Wrapping, leaving out, writing. */
#include "render/page.h"

#include "render/width.h"

#include <string.h>

enum { COMMAND_INDENT = 9 }; /* of the second line of a command */

void page_init(struct page *page, int columns)
{
	page->n = 0;
	page->n_groups = 0;
	page->columns = columns < 20 ? 20 : columns > PAGE_COLUMNS ? PAGE_COLUMNS : (size_t)columns;
}

static struct page_line *add(struct page *page, int rank)
{
	struct page_line *line = &page->lines[page->n];

	if (page->n == PAGE_MAX) {
		return NULL;
	}
	page->n++;
	line->rank = rank;
	line->group = page->n_groups;
	line->look = LOOK_PLAIN;
	line->look_from = 0;
	line->look_to = 0;
	line->text[0] = '\0';
	return line;
}

static void put_line(struct page *page, int rank, size_t indent, const char *text, size_t len)
{
	struct page_line *line = add(page, rank);
	struct buf b;

	if (line == NULL) {
		return;
	}
	buf_init(&b, line->text, sizeof(line->text));
	for (size_t i = 0; i < indent; i++) {
		buf_putc(&b, ' ');
	}
	while (len > 0 && text[len - 1] == ' ') {
		len--;
	}
	buf_put(&b, text, len);
}

void page_text(struct page *page, int rank, size_t indent, const char *text)
{
	size_t len = strlen(text);
	size_t margin = 0;

	page->n_groups++;
	if (len == 0) {
		put_line(page, rank, 0, "", 0);
	}
	while (len > 0) {
		size_t n = width_fit(text, len, page->columns - margin);
		const char *blank = n < len ? memrchr(text, ' ', n + 1) : NULL;

		/* not within the indentation, which is blanks as well */
		if (blank != NULL && strspn(text, " ") < (size_t)(blank - text)) {
			n = (size_t)(blank - text);
		} else if (n < len) {
			put_line(page, rank, margin, text, n);
			return;
		}
		put_line(page, rank, margin, text, n);
		text += n;
		len -= n;
		while (len > 0 && text[0] == ' ') {
			text++;
			len--;
		}
		margin = indent;
	}
}

/* The last blank outside of quotes that leaves room for " \\" on a line of columns; 0: none. */
static size_t command_break(const char *text, size_t columns)
{
	bool quoted = false;
	size_t best = 0;

	for (size_t i = 0; text[i] != '\0' && i + 2 <= columns; i++) {
		quoted ^= text[i] == '\'';
		if (text[i] == ' ' && !quoted && i > strspn(text, " ")) {
			best = i;
		}
	}
	return best;
}

bool page_command_fits(const struct page *page, size_t indent, const char *text)
{
	while (indent + width_of(text, strlen(text)) > page->columns) {
		size_t n = command_break(text, page->columns - indent);

		if (n == 0) {
			return false;
		}
		text += n + 1;
		indent = COMMAND_INDENT;
	}
	return true;
}

void page_command(struct page *page, int rank, const char *text)
{
	size_t margin = 0;

	page->n_groups++;
	while (margin + width_of(text, strlen(text)) > page->columns) {
		char memory[PAGE_BYTES];
		struct buf b;
		size_t n = command_break(text, page->columns - margin);

		if (n == 0) {
			break;
		}
		buf_init(&b, memory, sizeof(memory));
		buf_put(&b, text, n);
		buf_puts(&b, " \\"); /* the shell goes on reading */
		put_line(page, rank, margin, b.text, b.len);
		text += n + 1;
		margin = COMMAND_INDENT;
	}
	put_line(page, rank, margin, text, strlen(text));
}

void page_look(struct page *page, enum page_look look, int from, int to)
{
	if (page->n > 0) {
		page->lines[page->n - 1].look = look;
		page->lines[page->n - 1].look_from = from;
		page->lines[page->n - 1].look_to = to;
	}
}

static void drop(struct page *page, int i)
{
	page->n--;
	memmove(&page->lines[i], &page->lines[i + 1],
	        (size_t)(page->n - i) * sizeof(page->lines[0]));
}

static void drop_group(struct page *page, int group)
{
	for (int i = page->n - 1; i >= 0; i--) {
		if (page->lines[i].group == group) {
			drop(page, i);
		}
	}
}

static void drop_blanks(struct page *page)
{
	for (int i = page->n - 1; i >= 0; i--) {
		bool before = i == 0 || page->lines[i - 1].text[0] == '\0';

		if (page->lines[i].text[0] == '\0' && (before || i == page->n - 1)) {
			drop(page, i);
		}
	}
}

void page_fit(struct page *page, int max)
{
	drop_blanks(page);
	while (page->n > max) {
		int worst = 0;

		for (int i = 1; i < page->n; i++) {
			if (page->lines[i].rank >= page->lines[worst].rank) {
				worst = i;
			}
		}
		if (page->lines[worst].rank == 0) {
			return; /* all that is left is needed */
		}
		drop_group(page, page->lines[worst].group);
		drop_blanks(page);
	}
}

void page_write(const struct page *page, bool color, FILE *out)
{
	static const char *const codes[N_PAGE_LOOKS] = {
		[LOOK_BOLD] = "\033[1m",
		[LOOK_OK] = "\033[32m",
		[LOOK_WARN] = "\033[33m",
		[LOOK_FAIL] = "\033[1;31m",
	};

	for (int i = 0; i < page->n; i++) {
		const struct page_line *line = &page->lines[i];
		const char *text = line->text;

		if (!color || codes[line->look] == NULL) {
			(void)fprintf(out, "%s\n", text);
			continue;
		}
		(void)fprintf(out, "%.*s%s%.*s\033[0m%s\n", line->look_from, text,
		              codes[line->look], line->look_to - line->look_from,
		              text + line->look_from, text + line->look_to);
	}
}
