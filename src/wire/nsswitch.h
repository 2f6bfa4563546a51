/* SPDX-License-Identifier: Apache-2.0 */
/* The hosts line of /etc/nsswitch.conf (nsswitch.conf(5), glibc nss/nss_action_parse.c): which
 * services are asked for a host name, in which order, and where the search ends. */
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
	uint16_t line;   /* of the last hosts line, which counts; 0: there is none */
	bool is_default; /* no usable hosts line: the services are glibc's own default */
	bool malformed;  /* the hosts line is broken; glibc then takes its default */
	bool truncated;  /* more services than fit */
	uint8_t n_services;
	struct nsswitch_service services[NSSWITCH_SERVICES_MAX];
	/* which services the line names */
	bool files, dns, resolve, myhostname, mdns;
	bool dns_after_files; /* dns (or resolve) is reached when files does not know the name */
	bool dns_reachable;   /* the same when all services before dns say "not found" */
};

/* Reads the text; glibc_minor (36 for 2.36, 0 if not known) chooses the default for a text without
 * a usable hosts line. */
void nsswitch_parse(const char *text, size_t len, unsigned glibc_minor, struct nsswitch *ret);

/* The place of the service of that name, -1 when it is not asked. */
int nsswitch_find(const struct nsswitch *conf, const char *name);
