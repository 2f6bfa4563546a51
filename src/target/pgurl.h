/* SPDX-License-Identifier: Apache-2.0 */
/* Where libpq finds a server whose URL has no host in the usual place (PostgreSQL manual
 * 34.1.1.2). */
#pragma once
#include "target/split.h"
#include "target/target.h"

/* Takes host= and port= of a postgres URL's query into host and port of split, whose text stays
 * encoded. They count more than those in the usual place: libpq takes the last of several. */
void pgurl_from_query(struct split *split);

/* Whether libpq would use a Unix socket: the host is a directory (%2Fvar%2Frun, or host=/tmp), or
 * the URL has neither host nor user nor port (postgres:///db: Debian's /var/run/postgresql).
 * Appends the socket's path. */
bool pgurl_is_socket(struct buf *path, const struct split *split);

/* Appends such a target as a URL: the directory of the socket as host= of its query. */
void pgurl_put_socket(struct buf *buf, const struct target *target);

/* Appends the decoded value of a parameter of the target's query (sslmode, user, ...), of several
 * the last; false when it has none or an empty one. */
bool pgurl_value(const struct target *target, const char *name, struct buf *ret);

/* Appends the decoded name of the database in the target's path; nothing when there is none. */
void pgurl_database(const struct target *target, struct buf *ret);
