/* SPDX-License-Identifier: Apache-2.0 */
/* A document in Markdown, plain text or HTML, written from top to bottom. All texts are escaped for
 * the format: what a stranger wrote stays text. */
#pragma once
#include <stdio.h>

enum doc_format { DOC_MARKDOWN, DOC_TEXT, DOC_HTML, N_DOC_FORMATS };

struct doc {
	FILE *out;
	enum doc_format format;
};

/* The title, with all that stands before it; and the end. */
void doc_begin(const struct doc *doc, const char *title);
void doc_end(const struct doc *doc);

/* A table of two columns: label and value. doc_row_code()'s value is verbatim. */
void doc_table(const struct doc *doc);
void doc_row(const struct doc *doc, const char *label, const char *value);
void doc_row_code(const struct doc *doc, const char *label, const char *value);
void doc_table_end(const struct doc *doc);

/* A heading; a paragraph, which is one line of the source. */
void doc_heading(const struct doc *doc, const char *text);
void doc_paragraph(const struct doc *doc, const char *text);

/* A numbered list. */
void doc_list(const struct doc *doc);
void doc_item(const struct doc *doc, int n, const char *text);
void doc_list_end(const struct doc *doc);

/* A command that can be copied, with what stands before it. */
void doc_command(const struct doc *doc, const char *label, const char *command);

/* A long text that is folded away where the format can do that. */
void doc_folded(const struct doc *doc, const char *summary, const char *text);
