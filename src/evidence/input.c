/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of the target's text. */
#include "evidence/predicates.h"
#include "evidence/read.h"

#include <string.h>

enum tri flaw_is(const struct evidence *e, enum flaw flaw)
{
	if (e->target.flaw != FLAW_NONE || e->input == NULL) {
		return tri_of(e->target.flaw == flaw);
	}
	/* saved evidence of a text that was not saved; enum input_flaw has no NONE */
	return KNOWN(e, input, flaw) ? tri_of((int)e->input->flaw + 1 == (int)flaw) : UNKNOWN;
}

enum tri flawed(const struct evidence *e)
{
	return both(not(flaw_is(e, FLAW_NONE)), not(flaw_is(e, FLAW_UNSPECIFIED)));
}

enum tri bad_text(const struct evidence *e)
{
	return all3(flawed(e), not(flaw_is(e, FLAW_PLACEHOLDER)),
	            all3(not(flaw_is(e, FLAW_CREDENTIALS)), not(flaw_is(e, FLAW_NO_HOST)),
	                 not(flaw_is(e, FLAW_UNIX_PATH))));
}

static bool ends_with(const char *host, const char *end)
{
	size_t n = strlen(host);
	size_t len = strlen(end);

	n -= n > 0 && host[n - 1] == '.';
	return n >= len && memcmp(host + n - len, end, len) == 0;
}

enum tri is_localhost(const struct evidence *e)
{
	const char *host = e->target.host;

	return tri_of(!e->target.literal &&
	              (str_is(host, strlen(host), "localhost") || ends_with(host, ".localhost")));
}

enum tri is_unix(const struct evidence *e)
{
	return tri_of(target_is_socket(&e->target));
}

enum tri local_suffix(const struct evidence *e)
{
	return tri_of(!e->target.literal && ends_with(e->target.host, ".local"));
}

/* What programs fall back to when their setting was not read: localhost on 80 or 8080. */
enum tri default_of_programs(const struct evidence *e)
{
	bool here = is_localhost(e) == YES ||
	            (e->target.addr.family == ADDR_V4 && e->target.addr.bytes[0] == 127);

	return tri_of(here && (e->target.port == 80 || e->target.port == 8080));
}
