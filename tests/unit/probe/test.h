/* SPDX-License-Identifier: Apache-2.0 */
/* What each test of this room includes, in the order that cmocka wants. */
#pragma once
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h needs the four above first */
#include <cmocka.h>
#include <errno.h>
#include <stdbool.h>
#include <string.h>
