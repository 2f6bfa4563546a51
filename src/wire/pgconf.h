/* SPDX-License-Identifier: Apache-2.0 */
/* libpq's own files: ~/.pgpass (PostgreSQL manual 34.16) and pg_service.conf (34.17). */
#pragma once
#include "base/buf.h"

/* What a line of ~/.pgpass is looked for with: the texts as libpq has them, host "localhost" for
 * the default socket. */
struct pgconf_key {
	const char *host;
	const char *port;
	const char *database;
	const char *user;
};

/* Appends the password of the first line of the len bytes that fits. Its line number from 1, or 0
 * when none does. */
int pgconf_password(const char *text, size_t len, const struct pgconf_key *key, struct buf *ret);

/* Whether the service file has that section. */
bool pgconf_has_service(const char *text, size_t len, const char *service);

/* Appends the value of name in that section of the service file; false when it is not there. */
bool pgconf_service(const char *text, size_t len, const char *service, const char *name,
                    struct buf *ret);
