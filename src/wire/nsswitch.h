/* SPDX-License-Identifier: Apache-2.0 */
/* The hosts line of /etc/nsswitch.conf (nsswitch.conf(5), glibc nss/nss_database.c and
 * nss_action_parse.c): which services are asked for a host name, in which order, and where the
 * search ends. glibc 2.33 and later (measured with 2.36): the last hosts line wins; "#" after
 * services is no comment but one more service; a last line without its newline is not read; one
 * broken line, of whatever database, and no service is asked at all. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	NSSWITCH_SERVICES_MAX = 16,
	NSSWITCH_NAME_MAX = 32,
};

/* What a service may answer, and what then happens. */
enum nsswitch_status {
	NSSWITCH_SUCCESS,
	NSSWITCH_NOTFOUND,
	NSSWITCH_UNAVAIL,
	NSSWITCH_TRYAGAIN,
	N_NSSWITCH_STATUSES
};
enum nsswitch_action { NSSWITCH_CONTINUE, NSSWITCH_RETURN, NSSWITCH_MERGE, N_NSSWITCH_ACTIONS };

struct nsswitch_service {
	char name[NSSWITCH_NAME_MAX];
	enum nsswitch_action on[N_NSSWITCH_STATUSES];
};

struct nsswitch {
	uint16_t line;           /* of the hosts line that counts; 0: there is none */
	bool is_default;         /* there is none: the services are glibc's own default */
	uint16_t malformed_line; /* a line that glibc cannot read: n_services is 0; else 0 */
	bool unterminated;       /* a hosts line at the end that has no newline, so is not read */
	bool truncated;          /* more services than fit */
	uint8_t n_services;
	struct nsswitch_service services[NSSWITCH_SERVICES_MAX];
	/* which services the line names */
	bool files, dns, resolve, myhostname, mdns;
	bool dns_after_files; /* dns (or resolve) is reached when files does not know the name */
	bool dns_reachable;   /* the same when all services before dns say "not found" */
};

/* Reads the text as glibc 2.glibc_minor does (36 for 2.36; 0 if not known: as a new one). Without a
 * hosts line "files dns" is asked since 2.35 (bug 28700), "dns [!UNAVAIL=return] files" before. */
void nsswitch_parse(const char *text, size_t len, unsigned glibc_minor, struct nsswitch *ret);

/* The place of the service of that name, -1 when it is not asked. */
int nsswitch_find(const struct nsswitch *conf, const char *name);
