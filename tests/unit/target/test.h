/* SPDX-License-Identifier: Apache-2.0 */
/* What each test of this room includes, in the order that cmocka wants, and reading a target. */
#pragma once
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h needs the four above first */
#include <cmocka.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "target/target.h"
#include "target/text.h"

#define N_OF(array) (sizeof(array) / sizeof((array)[0]))

static inline struct span span_of(const char *text)
{
	return (struct span){ text, strlen(text) };
}
