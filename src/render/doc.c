/* SPDX-License-Identifier: Apache-2.0 */
/* Three formats. HTML is one file that loads nothing and runs nothing: it opens from a mail. */
#include "render/doc.h"

#include <stddef.h>
#include <string.h>

enum { LABEL_WIDTH = 16 };

static void put_html(FILE *out, const char *text)
{
	for (; *text != '\0'; text++) {
		switch (*text) {
		case '&':
			(void)fputs("&amp;", out);
			break;
		case '<':
			(void)fputs("&lt;", out);
			break;
		case '>':
			(void)fputs("&gt;", out);
			break;
		case '"':
			(void)fputs("&quot;", out);
			break;
		default:
			(void)fputc(*text, out);
			break;
		}
	}
}

static int letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Characters that mean something to Markdown (CommonMark 0.30, GFM tables) or to the HTML in it.
 * An underscore within a word means nothing, and the blanks to fill in are to be seen as such. */
static void put_markdown(FILE *out, const char *text)
{
	char before = ' ';

	for (; *text != '\0'; before = *text++) {
		if (strncmp(text, "[ ]", 3) == 0) {
			(void)fputs("[ ]", out);
			text += 2;
			continue;
		}
		if (strchr("\\`*[]|<&~", *text) != NULL ||
		    (*text == '_' && !(letter(before) && letter(text[1])))) {
			(void)fputc('\\', out);
		}
		(void)fputc(*text, out);
	}
}

static void put(const struct doc *doc, const char *text)
{
	if (doc->format == DOC_HTML) {
		put_html(doc->out, text);
	} else if (doc->format == DOC_MARKDOWN) {
		put_markdown(doc->out, text);
	} else {
		(void)fputs(text, doc->out);
	}
}

/* A code span: its fence is longer than any run of backticks within, and in a table "|" has to be
 * escaped even there. */
static void put_code(const struct doc *doc, const char *text, int in_table)
{
	size_t longest = 0;
	size_t run = 0;

	if (doc->format == DOC_TEXT) {
		(void)fputs(text, doc->out);
		return;
	}
	if (doc->format == DOC_HTML) {
		(void)fputs("<code>", doc->out);
		put_html(doc->out, text);
		(void)fputs("</code>", doc->out);
		return;
	}
	for (const char *p = text; *p != '\0'; p++) {
		run = *p == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	for (size_t i = 0; i <= longest; i++) {
		(void)fputc('`', doc->out);
	}
	(void)fputs(longest > 0 ? " " : "", doc->out);
	for (; *text != '\0'; text++) {
		if (in_table && *text == '|') {
			(void)fputc('\\', doc->out);
		}
		(void)fputc(*text, doc->out);
	}
	(void)fputs(longest > 0 ? " " : "", doc->out);
	for (size_t i = 0; i <= longest; i++) {
		(void)fputc('`', doc->out);
	}
}

void doc_begin(const struct doc *doc, const char *title)
{
	static const char *const html[] = {
		"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ",
		"style-src 'unsafe-inline'; img-src data:\">\n<title>",
	};
	static const char style[] =
		"</title>\n<style>\n"
		"body { font: 16px/1.5 system-ui, sans-serif; max-width: 60em; margin: 2em auto; "
		"padding: 0 1em; }\n"
		"th { text-align: left; vertical-align: top; padding-right: 1.5em; }\n"
		"code, pre { font-family: ui-monospace, monospace; }\n"
		"pre { overflow: auto; }\n"
		"@media (prefers-color-scheme: dark) { body { background: #111; color: #ddd; } }\n"
		"</style>\n</head>\n<body>\n<h1>";

	if (doc->format == DOC_HTML) {
		for (size_t i = 0; i < sizeof(html) / sizeof(html[0]); i++) {
			(void)fputs(html[i], doc->out);
		}
		put(doc, title);
		(void)fputs(style, doc->out);
		put(doc, title);
		(void)fputs("</h1>\n", doc->out);
		return;
	}
	(void)fputs(doc->format == DOC_MARKDOWN ? "# " : "", doc->out);
	put(doc, title);
	(void)fputs("\n\n", doc->out);
}

void doc_end(const struct doc *doc)
{
	if (doc->format == DOC_HTML) {
		(void)fputs("</body>\n</html>\n", doc->out);
	}
}

void doc_table(const struct doc *doc)
{
	static const char *const starts[N_DOC_FORMATS] = { "| | |\n|---|---|\n", "", "<table>\n" };

	(void)fputs(starts[doc->format], doc->out);
}

static void row(const struct doc *doc, const char *label, const char *value, int code)
{
	static const char *const before[N_DOC_FORMATS] = { "| ", "", "<tr><th scope=\"row\">" };
	static const char *const between[N_DOC_FORMATS] = { " | ", "", "</th><td>" };
	static const char *const after[N_DOC_FORMATS] = { " |\n", "\n", "</td></tr>\n" };

	(void)fputs(before[doc->format], doc->out);
	put(doc, label);
	(void)fputs(between[doc->format], doc->out);
	if (doc->format == DOC_TEXT) {
		size_t len = strlen(label);

		(void)fprintf(doc->out, ":%*s", len < LABEL_WIDTH ? (int)(LABEL_WIDTH - len) : 1,
		              "");
	}
	if (code) {
		put_code(doc, value, 1);
	} else {
		put(doc, value);
	}
	(void)fputs(after[doc->format], doc->out);
}

void doc_row(const struct doc *doc, const char *label, const char *value)
{
	row(doc, label, value, 0);
}

void doc_row_code(const struct doc *doc, const char *label, const char *value)
{
	row(doc, label, value, 1);
}

void doc_table_end(const struct doc *doc)
{
	(void)fputs(doc->format == DOC_HTML ? "</table>\n" : "\n", doc->out);
}

void doc_heading(const struct doc *doc, const char *text)
{
	static const char *const before[N_DOC_FORMATS] = { "## ", "", "<h2>" };
	static const char *const after[N_DOC_FORMATS] = { "\n", "\n", "</h2>\n" };

	(void)fputs(before[doc->format], doc->out);
	put(doc, text);
	(void)fputs(after[doc->format], doc->out);
	for (size_t i = 0; doc->format == DOC_TEXT && i < strlen(text); i++) {
		(void)fputc('-', doc->out);
	}
	(void)fputs(doc->format == DOC_TEXT ? "\n" : "", doc->out);
}

void doc_paragraph(const struct doc *doc, const char *text)
{
	(void)fputs(doc->format == DOC_HTML ? "<p>" : "", doc->out);
	put(doc, text);
	(void)fputs(doc->format == DOC_HTML ? "</p>\n" : "\n\n", doc->out);
}

void doc_list(const struct doc *doc)
{
	(void)fputs(doc->format == DOC_HTML ? "<ol>\n" : "", doc->out);
}

void doc_item(const struct doc *doc, int n, const char *text)
{
	if (doc->format == DOC_HTML) {
		(void)fputs("<li>", doc->out);
		put(doc, text);
		(void)fputs("</li>\n", doc->out);
		return;
	}
	(void)fprintf(doc->out, "%d. ", n);
	put(doc, text);
	(void)fputc('\n', doc->out);
}

void doc_list_end(const struct doc *doc)
{
	(void)fputs(doc->format == DOC_HTML ? "</ol>\n" : "\n", doc->out);
}

void doc_command(const struct doc *doc, const char *label, const char *command)
{
	(void)fputs(doc->format == DOC_HTML ? "<p>" : "", doc->out);
	put(doc, label);
	(void)fputs(": ", doc->out);
	put_code(doc, command, 0);
	(void)fputs(doc->format == DOC_HTML ? "</p>\n" : "\n\n", doc->out);
}

void doc_folded(const struct doc *doc, const char *summary, const char *text)
{
	if (doc->format == DOC_TEXT) {
		doc_heading(doc, summary);
		(void)fputs(text, doc->out);
		return;
	}
	/* within <pre> both formats read HTML; a blank line would end it in Markdown */
	(void)fputs("<details><summary>", doc->out);
	put_html(doc->out, summary);
	(void)fputs("</summary>\n<pre>\n", doc->out);
	put_html(doc->out, text);
	(void)fputs("</pre>\n</details>\n", doc->out);
}
