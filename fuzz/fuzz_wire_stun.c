/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the reader of STUN answers: what is read is an address or an error, and the same twice. */
#include "wire/stun.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const uint8_t zero[STUN_ID_SIZE];
	uint8_t id[STUN_ID_SIZE];
	struct addr first = { .family = ADDR_NONE };
	struct addr again = { .family = ADDR_NONE };
	uint16_t port = 0;
	int r = 0;

	memcpy(id, size >= 20 ? data + 8 : zero, sizeof(id)); /* else no input would belong */
	r = stun_parse(data, size, id, &first, &port);
	if (r > 0 || (r == 0 && first.family == ADDR_NONE) ||
	    stun_parse(data, size, id, &again, &port) != r ||
	    (r == 0 && !addr_equal(&first, &again))) {
		abort();
	}
	r = stun_parse_page(data, size, &first);
	if (r > 0 || (r == 0 && first.family == ADDR_NONE)) {
		abort();
	}
	return 0;
}
