/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests of this room share: cmocka, and what it wants to be included before it. */
#pragma once
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
