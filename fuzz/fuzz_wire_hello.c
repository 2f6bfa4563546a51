/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the reader of what a TLS server answers first. */
#include "wire/hello.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct hello_reply r;

	hello_parse(data, size, &r);
	if (r.answer >= N_HELLO_ANSWERS || (r.answer == HELLO_ALERT && r.alert_level == 0)) {
		abort();
	}
	return 0;
}
