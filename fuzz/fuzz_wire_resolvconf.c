/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the reader of /etc/resolv.conf. */
#include "wire/resolvconf.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct resolvconf conf;

	resolvconf_parse((const char *)data, size, &conf);
	if (conf.n_used > RESOLVCONF_USED || conf.n_servers > RESOLVCONF_SERVERS_MAX ||
	    conf.n_search > RESOLVCONF_SEARCH_MAX || conf.text_len > RESOLVCONF_TEXT_MAX) {
		abort();
	}
	for (uint8_t i = 0; i < conf.n_search; i++) {
		if (strlen(conf.search[i]) == 0) {
			abort();
		}
	}
	return 0;
}
