/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the reader of /etc/nsswitch.conf. */
#include "wire/nsswitch.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const unsigned minors[] = { 0, 31, 34, 36 };
	struct nsswitch conf;

	for (size_t i = 0; i < sizeof(minors) / sizeof(minors[0]); i++) {
		nsswitch_parse((const char *)data, size, minors[i], &conf);
		if (conf.n_services > NSSWITCH_SERVICES_MAX ||
		    (conf.dns_reachable && !conf.dns && !conf.resolve)) {
			abort();
		}
	}
	return 0;
}
