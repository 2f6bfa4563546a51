/* SPDX-License-Identifier: Apache-2.0 */
/* What rules are made of: small questions to the evidence of a run (e) or of one address (a).
 * Each answers YES or NO only where the evidence says so. */
#pragma once
#include "evidence/predicates_http.h"
#include "evidence/predicates_name.h"
#include "evidence/types.h"

typedef enum tri (*predicate)(const struct attempt *a);

/* Over the addresses of a run (addresses.c): pred for some, for no address for which who holds. */
enum tri any_of(const struct evidence *e, predicate who, predicate pred);
enum tri none_of(const struct evidence *e, predicate who, predicate pred);

/* Which addresses: given: a program gets that address; only_dns: only the wire does. */
enum tri everybody(const struct attempt *a);
enum tri nobody(const struct attempt *a);
enum tri is_v4(const struct attempt *a);
enum tri is_v6(const struct attempt *a);
enum tri given(const struct attempt *a);
enum tri only_dns(const struct attempt *a);
enum tri by_hosts(const struct attempt *a);
enum tri by_dns(const struct attempt *a);
enum tri by_search(const struct attempt *a);
enum tri null_address(const struct attempt *a);
enum tri dns_gets_further(const struct evidence *e);
enum tri v6_fails_alone(const struct evidence *e);
enum tri v4_fails_alone(const struct evidence *e);
enum tri v6_leads_on(const struct evidence *e);
enum tri v4_leads_on(const struct evidence *e);
enum tri v6_answers_alone(const struct evidence *e);
enum tri one_loopback_refuses(const struct evidence *e);

/* Addresses that are not the service's (sinkhole.c). made_up: the name server gives that one for
 * names that do not exist as well; all_made_up: and so it does with all that the client gets.
 * stranger: nobody is there, or what speaks shows no sign that it knows the name. */
enum tri answers_are_null(const struct evidence *e);
enum tri made_up(const struct attempt *a);
enum tri all_made_up(const struct attempt *a);
enum tri stranger(const struct attempt *a);
enum tri sinkhole(const struct attempt *a); /* a stranger at such an address */
/* A page came, with a status from low to high; a may be NULL. */
enum tri page_shows(const struct attempt *a, int64_t low, int64_t high);

/* The target's text (input.c). flaw_is: what cannot work in it; flawed: so that nothing is sent. */
enum tri flaw_is(const struct evidence *e, enum flaw flaw);
enum tri flawed(const struct evidence *e);
enum tri bad_text(const struct evidence *e);
enum tri is_localhost(const struct evidence *e);
enum tri is_unix(const struct evidence *e);
enum tri local_suffix(const struct evidence *e);
enum tri default_of_programs(const struct evidence *e);

/* This host as a whole (host.c). dns_*: on the way to the first name server. */
enum tri no_descriptors(const struct evidence *e);
enum tri no_link_up(const struct evidence *e);
enum tri used_link_down(const struct evidence *e);
enum tri no_address_at_all(const struct evidence *e);
enum tri no_address_like(const struct attempt *a);
enum tri dns_no_route(const struct evidence *e);
enum tri no_address_for_dns(const struct evidence *e);
enum tri dns_route_rejects(const struct evidence *e);
enum tri dns_gateway_dead(const struct evidence *e);
enum tri dns_rejected_here(const struct evidence *e);
enum tri dns_dropped_here(const struct evidence *e);
enum tri dns_forbidden_here(const struct evidence *e);
enum tri loopback_only(const struct attempt *a);
enum tri other_family_only(const struct attempt *a);

/* This host towards one address (local.c). left_host: a packet for that port left this host;
 * kept_here: none did; dropped_inside: the answers came and were thrown away here. */
enum tri same_host(const struct attempt *a);
enum tri route_is(const struct attempt *a, enum route_type type);
enum tri route_rejects(const struct attempt *a);
enum tri rule_decides(const struct attempt *a);
enum tri main_lets_through(const struct attempt *a);
enum tri has_gateway(const struct attempt *a);
enum tri next_hop_dead(const struct attempt *a);
enum tri on_bridge(const struct attempt *a);
enum tri leads_elsewhere(const struct attempt *a);
enum tri prefix_too_wide(const struct attempt *a);
enum tri overlap_shown(const struct attempt *a);
enum tri link_dead(const struct attempt *a);
enum tri foreign_source(const struct attempt *a);
enum tri left_host(const struct attempt *a);
enum tri kept_here(const struct attempt *a);
enum tri reset_here(const struct attempt *a);
enum tri answers_itself(const struct attempt *a);
enum tri rejected_here(const struct attempt *a);
enum tri lost_inside(const struct attempt *a);
enum tri dropped_inside(const struct attempt *a);
enum tri reverse_path(const struct attempt *a);
enum tri tracking_full(const struct attempt *a);
enum tri own_rule(const struct attempt *a, enum firewall_verdict verdict);
enum tri ports_used_up(const struct attempt *a);
enum tri first_hop_loses(const struct attempt *a);
enum tri mtu_too_large(const struct attempt *a);

/* The transport (tcp.c). */
enum tri via_proxy(const struct attempt *a);
enum tri connected(const struct attempt *a);
enum tri refused(const struct attempt *a);
enum tri silent(const struct attempt *a);
enum tri error_is(const struct attempt *a, enum tcp_error error);
enum tri call_is(const struct attempt *a, const char *call);
enum tri failed_here(const struct attempt *a);
enum tri unreachable_at_once(const struct attempt *a);
enum tri neighbour_timeout(const struct attempt *a);
enum tri answered_elsewhere(const struct attempt *a);
enum tri host_answers(const struct attempt *a);
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
enum tri waited_for_host(const struct attempt *a);
enum tri beyond_gateway(const struct attempt *a);
enum tri passed_a_router(const struct attempt *a);
enum tri refused_on_the_way(const struct attempt *a);
enum tri cut_on_the_way(const struct attempt *a); /* reset once open; cut_here: by this host */
enum tri cut_here(const struct attempt *a);
enum tri egress_blocked(const struct attempt *a);
enum tri opens_later(const struct attempt *a);
enum tri opens_at_times(const struct attempt *a);
enum tri refuses_at_times(const struct attempt *a);
enum tri silent_at_times(const struct attempt *a);
enum tri loses_packets(const struct attempt *a);
enum tri two_machines(const struct attempt *a); /* on this host's own link; two_answers: or one */
enum tri two_answers(const struct attempt *a);
enum tri other_scheme_open(const struct attempt *a);
enum tri right_scheme_elsewhere(const struct attempt *a);

/* The client's own public address (hairpin.c). gateway_is_target: a private client's gateway has
 * the target's public address; not_led_back: packets for it are not led to the server inside;
 * own_public_fails: the same where --public says whose address it is. */
enum tri gateway_is_target(const struct attempt *a);
enum tri own_public_fails(const struct attempt *a);
enum tri not_led_back(const struct attempt *a);

/* The stream and its protocol (stream.c). waited_out: that long a wait (negative: not measured)
 * was most of the run, or the half of it at which its time was up. */
enum tri waited_out(const struct evidence *e, usec_t waited);
enum tri wants_tls(const struct evidence *e);
enum tri wants_http(const struct evidence *e);
enum tri server_speaks_first(const struct evidence *e);
enum tri first_is(const struct attempt *a, enum first_end end);
enum tri silent_whole_run(const struct attempt *a);
enum tri speaks_another(const struct attempt *a);
enum tri app_ok(const struct attempt *a);
enum tri through(const struct attempt *a);

/* Protocols other than HTTP (app.c). app_spoken: naze speaks the target's protocol, which has a
 * kind of evidence of its own stage. app_code_is: the code of the refusal; app_says: the word
 * stands in its words, whatever its case. */
enum tri app_spoken(const struct evidence *e);
enum tri app_end_is(const struct attempt *a, enum app_end end);
enum tri app_step_is(const struct attempt *a, enum app_step step);
enum tri app_code_is(const struct attempt *a, const char *code);
enum tri app_says(const struct attempt *a, const char *word);
enum tri app_silent_whole_run(const struct attempt *a);
enum tri app_another_speaks(const struct attempt *a);
enum tri app_small_mss_helps(const struct attempt *a);
enum tri app_began_tls(const struct attempt *a);
enum tri certificate_counts(const struct attempt *a);

/* MySQL and MariaDB (mysql.c). */
enum tri wants_mysql(const struct evidence *e);
enum tri by_socket(const struct attempt *a);
enum tri socket_instead(const struct attempt *a);
enum tri socket_fails(const struct evidence *e);
enum tri mysql_greets(const struct attempt *a);
enum tri mysql_turned_away(const struct attempt *a);
enum tri mysql_lets_in(const struct attempt *a);
enum tri mysql_says(const struct attempt *a, const char *code);
enum tri mysql_over_tls(const struct attempt *a);
enum tri mysql_lacks_tls(const struct attempt *a);
enum tri mysql_no_plugin(const struct attempt *a);
enum tri mysql_denies(const struct attempt *a);
enum tri mysql_full(const struct attempt *a);
enum tri mysql_greets_late(const struct attempt *a);

/* What PostgreSQL answers (postgres.c). pg_method_is: the number of the authentication request. */
enum tri wants_postgres(const struct evidence *e);
enum tri pg_lacks_tls(const struct attempt *a);
enum tri pg_by_rules(const struct attempt *a);
enum tri pg_wants_tls(const struct attempt *a);
enum tri pg_wants_certificate(const struct attempt *a);
enum tri pg_full(const struct attempt *a);
enum tri pg_not_ready(const struct attempt *a);
enum tri pg_lacks_database(const struct attempt *a);
enum tri pg_lacks_role(const struct attempt *a);
enum tri pg_login_failed(const struct attempt *a);
enum tri pg_method_lacks(const struct attempt *a);
enum tri pg_wants_kerberos(const struct attempt *a);
enum tri pg_method_is(const struct attempt *a, int64_t number);

/* SSH (ssh.c). ssh_host_key_overridden: the key differs, and the settings let it pass;
 * ssh_key_in_vain: a password would do, but the keys of this side cannot be used;
 * ssh_jumps: the client goes through a jump host or a command of its own;
 * ssh_login_pending: the login was under way when the time was up. */
enum tri is_ssh(const struct evidence *e);
enum tri ssh_jumps(const struct evidence *e);
enum tri ssh_way_is(const struct evidence *e, enum ssh_way way);
enum tri ssh_way_fails(const struct evidence *e);
enum tri ssh_works(const struct attempt *a);
enum tri ssh_not_ssh(const struct attempt *a);
enum tri ssh_closed_early(const struct attempt *a);
enum tri ssh_nothing_common(const struct attempt *a);
enum tri ssh_host_key_bad(const struct attempt *a);
enum tri ssh_host_key_overridden(const struct attempt *a);
enum tri ssh_host_key_new(const struct attempt *a);
enum tri ssh_too_many_keys(const struct attempt *a);
enum tri ssh_no_usable_key(const struct attempt *a);
enum tri ssh_key_in_vain(const struct attempt *a);
enum tri ssh_refused(const struct attempt *a);
enum tri ssh_asks(const struct attempt *a);
enum tri ssh_login_pending(const struct attempt *a);
enum tri ssh_slow(const struct attempt *a);

/* TLS (tls.c). */
enum tri tls_is(const struct attempt *a, enum tls_end end);
enum tri tls_whole_run(const struct attempt *a); /* silent, and waited out */
enum tri tls_ok(const struct attempt *a);
enum tri tls_not_wanted(const struct attempt *a);
enum tri tls_passed(const struct attempt *a);
enum tri tls_plain_text(const struct attempt *a);
enum tri tls_cut_off(const struct attempt *a);
enum tri cut_off_unanswered(const struct attempt *a);
enum tri alert_is(const struct attempt *a, int64_t alert);
enum tri asks_client_cert(const struct attempt *a);
enum tri alert_for_client_cert(const struct attempt *a);
enum tri name_changes_it(const struct attempt *a);
enum tri fails_again(const struct attempt *a);
enum tri old_version_only(const struct attempt *a);
enum tri wide_hello_answered(const struct attempt *a);
enum tri nothing_in_common(const struct attempt *a);
enum tri low_security_helps(const struct attempt *a);
enum tri lacks_renegotiation(const struct attempt *a);
enum tri small_mss_helps(const struct attempt *a);
enum tri fault(const struct attempt *a, int64_t code);
enum tri leaf_fault(const struct attempt *a, int64_t code);
enum tri date_fault(const struct attempt *a);
enum tri expires_soon(const struct attempt *a);
/* The sent certificate that signed the leaf, NULL where it is not one; it ends before the leaf
 * does, within a month. */
const struct ev_certificate *leafs_issuer(const struct attempt *a);
enum tri issuer_ends_first(const struct attempt *a);
enum tri name_fault(const struct attempt *a);
enum tri weak_fault(const struct attempt *a);
enum tri issuer_fault(const struct attempt *a);
enum tri intermediate_missing(const struct attempt *a);
enum tri chain_complete(const struct attempt *a);
enum tri issuer_re_signs(const struct attempt *a);
enum tri signs_for_others(const struct attempt *a);
enum tri others_signed_well(const struct evidence *e);
enum tri valid_by_their_clock(const struct attempt *a);
enum tri anchor_expired(const struct attempt *a);
enum tri aia_completes(const struct attempt *a);
enum tri stapled_revoked(const struct attempt *a);
enum tri only_common_name(const struct attempt *a);
enum tri store_empty(const struct evidence *e);

/* The proxy (proxy.c). */
enum tri proxied(const struct evidence *e);
enum tri proxy_text_flawed(const struct evidence *e);
enum tri proxy_flaw_is(const struct evidence *e, enum input_flaw flaw);
enum tri connect_is(const struct evidence *e, enum connect_end end);
enum tri connect_says(const struct evidence *e, int64_t low, int64_t high);
enum tri connect_denied(const struct evidence *e);
enum tri connect_no_proxy(const struct evidence *e);
enum tri socks_says(const struct evidence *e, int64_t low, int64_t high);
enum tri proxy_opens(const struct evidence *e);
enum tri proxy_kind_wrong(const struct evidence *e);
enum tri proxy_looks_up(const struct evidence *e);
enum tri looked_up_here(const struct evidence *e);
enum tri proxy_cannot_reach(const struct attempt *a);
enum tri proxy_says_no(const struct attempt *a);
enum tri proxy_foreign(const struct evidence *e);
enum tri direct_works(const struct evidence *e);
enum tri no_proxy_missed(const struct evidence *e);
enum tri unused_proxy_works(const struct evidence *e);
