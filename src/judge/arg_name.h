/* SPDX-License-Identifier: Apache-2.0 */
/* What args.def asks about the name's readings. All of it points into the evidence, and is NULL (or
 * ADDR_NONE) where there is no such reading. */
#pragma once
#include "evidence/types.h"

/* The first line of the hosts file that has the name; the first address in any reply. */
const struct ev_hosts_line *arg_name_first_hosts_line(const struct evidence *e);
const struct ev_address *arg_name_first_dns_address(const struct evidence *e);

/* What the name means now, in the family of the address that a program keeps. */
const struct ev_address *arg_name_given_instead(const struct evidence *e);

/* The first reply for the name as typed, failing that the first question; the first with addresses
 * that the search list led to. */
const struct ev_dns_reply *arg_name_first_reply(const struct evidence *e);
const struct ev_dns_reply *arg_name_searched_reply(const struct evidence *e);

/* The family in which this host has no address, while it has one in the other. */
enum addr_family arg_name_lacking(const struct evidence *e, const struct attempt *a);

/* The name server with which all ended (a is NULL: the run got no address of the target), and the
 * same where this host has no address of that server's family. */
const struct ev_dns_reply *arg_name_only_asked(const struct evidence *e, const struct attempt *a);
const struct ev_dns_reply *arg_name_unfit_server(const struct evidence *e, const struct attempt *a);

/* The first server but the one that was asked first. */
struct addr arg_name_other_server(const struct evidence *e);

/* The first question without a reply; the same where the server is this very host (RFC 1122
 * 3.2.1.3 g, RFC 4291 2.5.3), is not, or did answer another question. */
const struct ev_dns_reply *arg_name_dead_server(const struct evidence *e);
const struct ev_dns_reply *arg_name_own_server(const struct evidence *e);
const struct ev_dns_reply *arg_name_far_server(const struct evidence *e);
const struct ev_dns_reply *arg_name_half_server(const struct evidence *e);

/* The reply that took longest, where that is a second or more. */
const struct ev_dns_reply *arg_name_slow_server(const struct evidence *e);
