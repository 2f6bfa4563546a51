/* SPDX-License-Identifier: Apache-2.0 */
/* Where libpq finds a server whose URL has no host in the usual place (PostgreSQL manual
 * 34.1.1.2). */
#pragma once
#include "target/split.h"

/* For a postgres URL without host: takes host= and port= of its query into host and port of split,
 * whose text stays encoded. A host that is given already stays. */
void pgurl_from_query(struct split *split);

/* Whether libpq would use a Unix socket: the host is a directory (%2Fvar%2Frun, or host=/tmp), or
 * the URL has neither host nor user nor port (postgres:///db: Debian's /var/run/postgresql).
 * Appends the socket's path. */
bool pgurl_is_socket(struct buf *path, const struct split *split);
