/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the readers of libpq's files. */
#include "wire/pgconf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct pgconf_key key = { "db", "5432", "orders", "jo" };
	const char *text = (const char *)data;
	char out[64];
	struct buf buf;

	buf_init(&buf, out, sizeof(out));
	(void)pgconf_password(text, size, &key, &buf);
	if (pgconf_has_service(text, size, "a")) {
		(void)pgconf_service(text, size, "a", "host", &buf);
	}
	return 0;
}
