/* SPDX-License-Identifier: Apache-2.0 */
/* What the name servers said, for the row "name". */
#pragma once
#include "render/row.h"

/* "DNS ADDRESS " and what that server answered, or that it did not, to buf. */
void replies_put_one(const struct ev_dns_reply *r, struct buf *b);

/* A detail a server: its first reply about the name as typed. Where the name has an address
 * (failed is false) only those that are in trouble. Before them what is wrong with resolv.conf. */
void replies_put(const struct evidence *e, bool failed, struct row *row);
