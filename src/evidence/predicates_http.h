/* SPDX-License-Identifier: Apache-2.0 */
/* Questions to what an HTTP server answered: see predicates.h, which brings this along. */
#pragma once
#include "evidence/types.h"

/* HTTP (http.c). text_has: word stands in text, whatever its case; neither may be NULL. */
bool text_has(const char *text, const char *word);
enum tri http_is(const struct attempt *a, enum http_end end);
enum tri http_cut_off(const struct attempt *a);
enum tri status_is(const struct attempt *a, int64_t status);
enum tri status_within(const struct attempt *a, int64_t low, int64_t high);
enum tri tls_wanted_here(const struct attempt *a);
enum tri client_cert_wanted(const struct attempt *a);
enum tri speaks_known(const struct attempt *a);
enum tri http_small_mss_helps(const struct attempt *a);
enum tri http_whole_run(const struct attempt *a);
enum tri captive(const struct attempt *a);
enum tri leads_to_block(const struct attempt *a); /* a redirect to what looks like a block page */
/* Names. last_answer: the address that answered at the end of redirects (a itself without any).
 * name_matters: another Host gets another answer there. wrong_host: the default site answers, as it
 * does any name; knows_another: another name has the page; default_site: what answers well is a
 * fresh installation's page; says_unclaimed: the front says in its own words that it has no such
 * site. a may be NULL, but not of default_site. */
const struct attempt *last_answer(const struct attempt *a);
enum tri name_matters(const struct attempt *a);
enum tri wrong_host(const struct attempt *a);
enum tri knows_another(const struct attempt *a);
enum tri default_site(const struct attempt *a);
bool says_unclaimed(const struct attempt *a);
enum tri host_not_allowed(const struct attempt *a);
enum tri front_speaks(const struct attempt *a);
enum tri proxy_speaks(const struct attempt *a);
