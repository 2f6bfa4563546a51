/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the readers of SOCKS replies: none may use more bytes than there are. */
#include "wire/socks.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct socks_reply reply;
	uint8_t method = 0;
	bool ok = false;

	if (socks_parse_method(data, size, &method) > (int)size ||
	    socks_parse_password(data, size, &ok) > (int)size ||
	    socks_parse_connect(data, size, &reply) > (int)size ||
	    socks_parse_connect4(data, size, &reply) > (int)size) {
		abort();
	}
	return 0;
}
