/* SPDX-License-Identifier: Apache-2.0 */
/* Who owns the port of a target on this host. As predicates.h, over one address; the texts that a
 * verdict quotes come from the two sockets. */
#pragma once
#include "evidence/types.h"

/* port_owner: the socket that takes the
 * connection; other_owner: one of another program that takes it at another address; NULL: not
 * known, or none. owner_speaks_other: its program speaks one protocol, and not the wanted one;
 * owner_is_old: its file or directory has been deleted since it started. */
const struct ev_listening *port_owner(const struct attempt *a);
const struct ev_listening *other_owner(const struct attempt *a);
enum tri owner_speaks_other(const struct attempt *a);
enum tri owner_is_old(const struct attempt *a);
enum tri owned_twice(const struct attempt *a);
enum tri other_product(const struct attempt *a);
