/* SPDX-License-Identifier: Apache-2.0 */
/* Three-valued logic (Kleene): what a condition is worth when some of its evidence is missing.
 * UNKNOWN is 0, so that zeroed memory knows nothing; NO < UNKNOWN < YES, so that "and" is the
 * smaller, "or" the larger and "not" the negative of it. */
#pragma once
#include <stdbool.h>

enum tri { NO = -1, UNKNOWN = 0, YES = 1 };

/* YES or NO, for something that is known. */
static inline enum tri tri_of(bool known_value)
{
	return known_value ? YES : NO;
}

static inline enum tri not(enum tri x) { return (enum tri)(-(int)x); }

static inline enum tri both(enum tri x, enum tri y)
{
	return x < y ? x : y;
}

static inline enum tri either(enum tri x, enum tri y)
{
	return x > y ? x : y;
}

static inline enum tri all3(enum tri x, enum tri y, enum tri z)
{
	return both(x, both(y, z));
}

static inline enum tri any3(enum tri x, enum tri y, enum tri z)
{
	return either(x, either(y, z));
}

/* Evidence that can confirm but never refute: its NO is worth nothing. */
static inline enum tri confirms(enum tri x)
{
	return x == YES ? YES : UNKNOWN;
}

/* Evidence that can refute but never confirm: its YES is worth nothing. */
static inline enum tri permits(enum tri x)
{
	return x == NO ? NO : UNKNOWN;
}

/* Two independent witnesses of one fact: what one knows counts, unless the other contradicts. */
static inline enum tri witnesses(enum tri x, enum tri y)
{
	if (x == UNKNOWN || x == y) {
		return y;
	}
	return y == UNKNOWN ? x : UNKNOWN;
}
