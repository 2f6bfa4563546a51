/* SPDX-License-Identifier: Apache-2.0 */
/* What rules are made of: small questions to the evidence of a run (e) or of one address (a).
 * Each answers YES or NO only where the evidence says so. */
#pragma once
#include "evidence/types.h"

typedef enum tri (*predicate)(const struct attempt *a);

/* Over the addresses of a run: pred for some, every, no address for which who holds. */
enum tri any_of(const struct evidence *e, predicate who, predicate pred);
enum tri all_of(const struct evidence *e, predicate who, predicate pred);
enum tri none_of(const struct evidence *e, predicate who, predicate pred);

/* The name (name.c). given: a program gets that address; only_dns: only the wire does. */
enum tri by_name(const struct evidence *e);
enum tri resolved(const struct evidence *e);
enum tri name_denied(const struct evidence *e);
enum tri no_server(const struct evidence *e);
enum tri dns_skipped(const struct evidence *e);
enum tri dns_has_address(const struct evidence *e);
enum tri every_server(const struct evidence *e, enum dns_end end);
enum tri answer_is(const struct evidence *e, int64_t rcode);
enum tri earlier_server_dead(const struct evidence *e);
enum tri hosts_differ(const struct evidence *e);
enum tri dns_gets_further(const struct evidence *e);
enum tri given(const struct attempt *a);
enum tri only_dns(const struct attempt *a);
enum tri by_hosts(const struct attempt *a);
enum tri everybody(const struct attempt *a);
enum tri nobody(const struct attempt *a);
enum tri is_v4(const struct attempt *a);
enum tri is_v6(const struct attempt *a);
enum tri v6_fails_alone(const struct evidence *e);
enum tri v6_works_elsewhere(const struct evidence *e);

/* This host (local.c). left_host: a packet for that port left this host; kept_here: none did. */
enum tri same_host(const struct attempt *a);
enum tri route_is(const struct attempt *a, enum route_type type);
enum tri route_rejects(const struct attempt *a);
enum tri has_gateway(const struct attempt *a);
enum tri next_hop_dead(const struct attempt *a);
enum tri left_host(const struct attempt *a);
enum tri kept_here(const struct attempt *a);
enum tri reset_here(const struct attempt *a);
enum tri own_rule(const struct attempt *a, enum firewall_verdict verdict);
enum tri loopback_only(const struct evidence *e);
enum tri nothing_listens(const struct evidence *e);

/* The transport (tcp.c). */
enum tri via_proxy(const struct attempt *a);
enum tri connected(const struct attempt *a);
enum tri refused(const struct attempt *a);
enum tri silent(const struct attempt *a);
enum tri error_is(const struct attempt *a, enum tcp_error error);
enum tri unreachable_at_once(const struct attempt *a);
enum tri neighbour_timeout(const struct attempt *a);
enum tri answered_elsewhere(const struct attempt *a);
enum tri icmp_any(const struct attempt *a);
enum tri icmp_from_target(const struct attempt *a);
enum tri icmp_from_self(const struct attempt *a);
enum tri icmp_from_router(const struct attempt *a);
enum tri icmp_no_route(const struct attempt *a);
enum tri icmp_host_unreachable(const struct attempt *a);
enum tri icmp_port_unreachable(const struct attempt *a);
enum tri icmp_prohibited(const struct attempt *a);
enum tri icmp_ttl_exceeded(const struct attempt *a);
enum tri took_seconds(const struct attempt *a);

/* The stream, TLS and HTTP (stream.c). */
enum tri wants_tls(const struct evidence *e);
enum tri wants_http(const struct evidence *e);
enum tri server_speaks_first(const struct evidence *e);
enum tri first_is(const struct attempt *a, enum first_end end);
enum tri speaks_another(const struct attempt *a);
enum tri tls_is(const struct attempt *a, enum tls_end end);
enum tri tls_ok(const struct attempt *a);
enum tri fault(const struct attempt *a, int64_t code);
enum tri leaf_fault(const struct attempt *a, int64_t code);
enum tri tls_cut_off(const struct attempt *a);
enum tri date_fault(const struct attempt *a);
enum tri intermediate_missing(const struct attempt *a);
enum tri valid_by_their_clock(const struct attempt *a);
enum tri small_mss_helps(const struct attempt *a);
enum tri other_name_helps(const struct attempt *a);
enum tri store_empty(const struct evidence *e);
enum tri chain_fault(const struct attempt *a);
enum tri aia_completes(const struct attempt *a);
enum tri http_is(const struct attempt *a, enum http_end end);
enum tri status_is(const struct attempt *a, int64_t status);
enum tri status_within(const struct attempt *a, int64_t low, int64_t high);
enum tri tls_wanted_here(const struct attempt *a);
enum tri connect_says(const struct evidence *e, int64_t low, int64_t high);
enum tri app_ok(const struct attempt *a);

/* All of it: the target works at this address, redirects and proxies aside. */
enum tri through(const struct attempt *a);
