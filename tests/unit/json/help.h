/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests of this room share: a store, and what is written caught in memory. */
#pragma once
#include "base/cleanup.h"
#include "evidence/store.h"
#include "json/out.h"
#include "json/place.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { HELP_BLOCK = 1 << 20 };

/* What is written while it is open, in text. */
struct caught {
	char *text;
	size_t len;
	struct out o;
};

static inline void catch_begin(struct caught *c)
{
	FILE *f = open_memstream(&c->text, &c->len);

	assert_non_null(f);
	out_init(&c->o, f, true);
}

static inline void catch_end(struct caught *c)
{
	assert_int_equal(fclose(c->o.file), 0);
}

/* An empty store with one run for https://api.example.com/. *ret_block is the caller's to free. */
static inline struct store *help_store(char **ret_block)
{
	static struct target target = {
		.scheme = SCHEME_HTTPS, .port = 443, .host = "api.example.com", .path = "/"
	};
	struct store *s = NULL;

	*ret_block = malloc(HELP_BLOCK);
	assert_non_null(*ret_block);
	s = store_init(*ret_block, HELP_BLOCK);
	assert_non_null(s);
	assert_non_null(store_run(s, ROLE_MAIN, -1, &target));
	return s;
}
