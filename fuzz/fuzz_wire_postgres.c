/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzzes the reader of PostgreSQL's messages: none is longer than the bytes, and what is read out
 * of one lies in it. */
#include "wire/postgres.h"

#include <stdlib.h>

static void within(const struct postgres_message *m, struct postgres_text text)
{
	const char *begin = (const char *)m->body;

	if (text.at != NULL &&
	    (text.at < begin || text.len > m->len || text.at + text.len > begin + m->len)) {
		abort();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct postgres_message m;
	struct postgres_error e;
	struct postgres_request q;
	struct postgres_text name;
	struct postgres_text value;
	int n = 0;

	while ((n = postgres_read(data, size, &m)) > 0) {
		if ((size_t)n > size || m.body < data || m.body + m.len > data + size) {
			abort();
		}
		if (postgres_read_error(&m, &e) == 0) {
			within(&m, e.message);
			within(&m, e.code);
			within(&m, e.routine);
		}
		if (postgres_read_request(&m, &q) == 0 &&
		    (q.n_data > m.len || q.methods[POSTGRES_METHODS_MAX - 1] != '\0')) {
			abort();
		}
		if (postgres_read_parameter(&m, &name, &value) == 0) {
			within(&m, name);
			within(&m, value);
		}
		data += n;
		size -= (size_t)n;
	}
	return 0;
}
