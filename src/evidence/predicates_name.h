/* SPDX-License-Identifier: Apache-2.0 */
/* The small questions about the name: who resolves it here, and what the name servers said. What
 * predicates.h says of its own holds for these too. */
#pragma once
#include "evidence/types.h"

/* The name (name.c). The reply that counts is the first server's that says yes or no. */
enum tri by_name(const struct evidence *e);
enum tri resolved(const struct evidence *e);
enum tri name_denied(const struct evidence *e);
enum tri no_server(const struct evidence *e);
enum tri dns_skipped(const struct evidence *e);
enum tri mdns_missing(const struct evidence *e);
enum tri hosts_differ(const struct evidence *e);
enum tri hosts_has(const struct evidence *e, const struct addr *addr);
enum tri hosts_any(const struct evidence *e);

/* The program of --pid is connected to an address that the name does not have, and to none that it
 * has; and to all appearance that address was the name's. */
enum tri peers_strange(const struct evidence *e);
enum tri peers_stale(const struct evidence *e);

/* What the name servers said (dns.c). */
enum tri dns_has(const struct evidence *e, const struct addr *addr);
enum tri dns_has_address(const struct evidence *e);
enum tri believed_has(const struct evidence *e, const struct addr *addr);
enum tri searched_has(const struct evidence *e, const struct addr *addr);
enum tri dns_spoke(const struct evidence *e);
enum tri dns_untried(const struct evidence *e);
/* UNKNOWN while a server owes an answer and nobody has said what a program gets; else NO. */
enum tri more_to_come(const struct evidence *e);
enum tri every_server(const struct evidence *e, enum dns_end end);
enum tri no_server_answers(const struct evidence *e);
enum tri ports_closed(const struct evidence *e);
enum tri answer_is(const struct evidence *e, int64_t rcode);
enum tri answer_empty(const struct evidence *e);
enum tri reply_unusable(const struct evidence *e);
enum tri dnssec_fails(const struct evidence *e);
enum tri blocked_by_server(const struct evidence *e);
enum tri block_page(const struct evidence *e);
enum tri aliased(const struct evidence *e);
enum tri alias_loops(const struct evidence *e);
enum tri tcp53_fails(const struct evidence *e);
enum tri servers_differ(const struct evidence *e);
enum tri search_spoils(const struct evidence *e);
enum tri earlier_server_dead(const struct evidence *e);
enum tri server_half_silent(const struct evidence *e);
enum tri server_slow(const struct evidence *e);
