/* SPDX-License-Identifier: Apache-2.0 */
/* Writing a target: as a URL, and as what stands in the request. Never with user info. */
#include "target/pgurl.h"
#include "target/secret.h"
#include "target/target.h"

#include <string.h>

static void put_host(struct buf *buf, const struct target *target)
{
	bool v6 = target->literal && target->addr.family == ADDR_V6;

	buf_puts(buf, v6 ? "[" : "");
	buf_puts(buf, target->host);
	if (v6 && target->zone[0] != '\0') {
		buf_putc(buf, '%');
		buf_puts(buf, target->zone);
	}
	buf_puts(buf, v6 ? "]" : "");
}

void target_format_authority(struct buf *buf, const struct target *target)
{
	put_host(buf, target);
	if (!target_is_socket(target)) {
		buf_putc(buf, ':');
		buf_int(buf, target->port);
	}
}

void target_format(struct buf *buf, const struct target *target)
{
	buf_puts(buf, target_schemes[target->scheme].name);
	if (target->scheme == SCHEME_UNIX) {
		buf_putc(buf, ':');
		buf_puts(buf, target->host);
		return;
	}
	if (target_is_socket(target)) {
		pgurl_put_socket(buf, target);
		return;
	}
	buf_puts(buf, "://");
	put_host(buf, target);
	if (target->port != target_schemes[target->scheme].port) {
		buf_putc(buf, ':');
		buf_int(buf, target->port);
	}
	target_format_path(buf, target);
}

void target_format_path(struct buf *buf, const struct target *target)
{
	secret_put_path(buf, (struct span){ target->path, strlen(target->path) });
}
