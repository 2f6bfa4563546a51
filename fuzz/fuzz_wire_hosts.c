/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the reader of /etc/hosts; the name is the first line of the input. */
#include "wire/hosts.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct hosts_hits hits;
	char name[256] = { 0 };
	size_t n = 0;

	while (n < size && n < sizeof(name) - 1 && data[n] != '\n') {
		name[n] = (char)data[n];
		n++;
	}
	hosts_find((const char *)data + n, size - n, name, &hits);
	if (hits.n_hits > HOSTS_HITS_MAX || hits.n_hits > hits.n_found) {
		abort();
	}
	return 0;
}
