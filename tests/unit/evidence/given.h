/* SPDX-License-Identifier: Apache-2.0 */
/* Evidence from a few lines of text (tests/support/dump.h), and what predicates say about it. */
#pragma once
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h needs the four above first */
#include <cmocka.h>

#include "dump.h"
#include "evidence/predicates.h"

#include <string.h>

static _Alignas(16) unsigned char given_block[1 << 19];

/* The first run of the text. */
static inline struct evidence *run_of(const char *text)
{
	struct store *s = store_init(given_block, sizeof(given_block));

	assert_int_equal(dump_read(s, text, strlen(text)), 0);
	return &s->runs[0];
}

/* A run to that target with these further lines. */
static inline struct evidence *run_to(const char *target, const char *lines)
{
	static char text[4096];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	buf_puts(&buf, "run main -1 ");
	buf_puts(&buf, target);
	buf_putc(&buf, '\n');
	buf_puts(&buf, lines);
	return run_of(text);
}

/* Its first address, 10.0.3.15, which these lines are about. */
static inline struct attempt *address_with(const char *target, const char *lines)
{
	static char text[4096];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	buf_puts(&buf, "at 10.0.3.15\n");
	buf_puts(&buf, lines);
	return run_to(target, text)->first;
}

#define says_yes(x)     assert_int_equal((x), YES)
#define says_no(x)      assert_int_equal((x), NO)
#define says_nothing(x) assert_int_equal((x), UNKNOWN)
