/* SPDX-License-Identifier: Apache-2.0 */
/* Reading words and numbers from bounded texts. */
#include "base/str.h"

#include <string.h>

int str_to_int(const char *text, size_t len, int64_t *ret)
{
	bool minus = len > 0 && text[0] == '-';
	int64_t value = 0;

	if (len == minus) {
		return -1;
	}
	for (size_t i = minus; i < len; i++) {
		int digit = text[i] - '0';

		if (digit < 0 || digit > 9 || value > (INT64_MAX - digit) / 10) {
			return -1;
		}
		value = value * 10 + digit;
	}
	*ret = minus ? -value : value;
	return 0;
}

char str_lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

bool str_is(const char *text, size_t len, const char *word)
{
	return strlen(word) == len && memcmp(text, word, len) == 0;
}
