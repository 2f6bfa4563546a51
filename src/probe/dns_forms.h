/* SPDX-License-Identifier: Apache-2.0 */
/* The names under which the C library asks for a name (resolv.conf(5): ndots, search). */
#pragma once
#include "evidence/types.h"
#include "wire/dns.h"

enum { DNS_FORMS_MAX = 4 };

struct dns_form {
	char name[DNS_NAME_MAX];
	int search; /* place of the search domain, from 1; 0: as typed */
};

struct dns_forms {
	int n;
	struct dns_form form[DNS_FORMS_MAX];
};

/* The forms of name in the order in which they are tried. resolv may be NULL, or lack fields: then
 * there is no search list and ndots is 1. The name as typed is always among them. */
void dns_forms_make(const char *name, const struct ev_resolv *resolv, struct dns_forms *ret);
