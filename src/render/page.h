/* SPDX-License-Identifier: Apache-2.0 */
/* A page of text in the making: lines that are wrapped to a width, and of which the less important
 * ones are left out where it gets longer than a screen. */
#pragma once
#include "base/buf.h"

#include <stdbool.h>
#include <stdio.h>

enum {
	PAGE_LINES = 24,    /* what a screen holds */
	PAGE_COLUMNS = 100, /* and how wide it gets at most */
	PAGE_NARROW = 60,   /* below that, what stands side by side is stacked */
	PAGE_MAX = 400,     /* lines with -v */
	PAGE_BYTES = 512,
};

/* The part of a line that has a colour of its own. */
enum page_look { LOOK_PLAIN, LOOK_BOLD, LOOK_OK, LOOK_WARN, LOOK_FAIL, N_PAGE_LOOKS };

struct page_line {
	int rank;  /* 0 stays; the highest goes first, of equals the last one */
	int group; /* what was added as one text goes as one */
	enum page_look look;
	int look_from; /* bytes: which part of the text has the look */
	int look_to;
	char text[PAGE_BYTES];
};

struct page {
	size_t columns; /* to wrap at */
	int n;
	int n_groups;
	struct page_line lines[PAGE_MAX];
};

/* Starts an empty page; columns is the terminal's width, which is kept between 20 and
 * PAGE_COLUMNS. */
void page_init(struct page *page, int columns);

/* Adds text, wrapped at blanks, further lines being indented by indent columns. A word that is
 * longer than the line is cut, but for lines that are commands (page_command()). An empty text is
 * an empty line. */
void page_text(struct page *page, int rank, size_t indent, const char *text);

/* Whether a command that begins at that column fits, in several lines if need be. */
bool page_command_fits(const struct page *page, size_t indent, const char *text);

/* Adds a line that people copy: one that is too long goes on behind a backslash. */
void page_command(struct page *page, int rank, const char *text);

/* Gives bytes from..to of the last line added a look. */
void page_look(struct page *page, enum page_look look, int from, int to);

/* Drops lines until at most max are left, and empty lines that stand doubled or at the end. */
void page_fit(struct page *page, int max);

/* Writes it; color adds escape sequences of the 16-colour palette. */
void page_write(const struct page *page, bool color, FILE *out);
