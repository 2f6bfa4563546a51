/* SPDX-License-Identifier: Apache-2.0 */
/* The text of /etc/resolv.conf as glibc reads it (resolv.conf(5), glibc resolv/res_init.c): a
 * keyword counts at the very beginning of a line only, the last of domain and search wins, three
 * servers are used. LOCALDOMAIN and RES_OPTIONS are the caller's: resolvconf_options() reads the
 * latter. */
#pragma once
#include "base/addr.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	RESOLVCONF_USED = 3,        /* MAXNS: servers that glibc asks */
	RESOLVCONF_SERVERS_MAX = 8, /* servers that are kept here */
	RESOLVCONF_SEARCH_MAX = 32,
	RESOLVCONF_TEXT_MAX = 2048,
};

struct resolvconf_server {
	struct addr addr;
	char scope[17]; /* of "fe80::1%eth0"; "" for none */
	uint16_t line;  /* from 1 */
};

struct resolvconf {
	uint16_t n_listed; /* valid nameserver lines in the file; the first RESOLVCONF_USED count */
	uint8_t n_servers; /* kept in servers, at most RESOLVCONF_SERVERS_MAX */
	struct resolvconf_server servers[RESOLVCONF_SERVERS_MAX];
	uint8_t n_used;        /* of them asked: at most RESOLVCONF_USED; 0: glibc asks 127.0.0.1 */
	uint16_t n_invalid;    /* nameserver lines without a readable address */
	uint16_t invalid_line; /* the first of them; 0 */

	uint8_t n_search;
	bool search_is_domain; /* the list comes from "domain" */
	uint16_t search_line;  /* 0: neither line; the list is then the host name's domain */
	const char *search[RESOLVCONF_SEARCH_MAX]; /* in text: do not copy the struct */

	uint8_t ndots, timeout,
		attempts; /* with glibc's defaults 1, 5 s, 2 and its limits 15, 30, 5 */
	bool rotate, use_vc, edns0, trust_ad, inet6, single_request, single_request_reopen;
	bool no_tld_query, no_reload;
	uint16_t options_line; /* the last options line; 0 */
	uint16_t n_unknown;    /* lines that glibc does not understand, indented ones too */
	bool crlf; /* lines end with "\r\n": glibc (measured, 2.36) then takes no server line */
	bool truncated; /* something did not fit here */
	uint16_t text_len;
	char text[RESOLVCONF_TEXT_MAX];
};

/* Reads the text. An empty text (no file) gives the defaults. */
void resolvconf_parse(const char *text, size_t len, struct resolvconf *ret);

/* Applies options as on an options line, for instance RES_OPTIONS. */
void resolvconf_options(const char *text, size_t len, struct resolvconf *conf);
