/* SPDX-License-Identifier: Apache-2.0 */
/* The text of /etc/hosts as glibc reads it (hosts(5), glibc nss/nss_files/files-hosts.c): which
 * lines hold a name. A line whose first word is no address is skipped, as glibc does. */
#pragma once
#include "base/addr.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { HOSTS_HITS_MAX = 16 };

struct hosts_hit {
	struct addr addr;
	uint32_t line;  /* from 1 */
	bool canonical; /* the name is the first on its line, not an alias */
};

struct hosts_hits {
	uint32_t n_found; /* lines that hold the name, the kept and the others */
	uint8_t n_hits;
	struct hosts_hit hits[HOSTS_HITS_MAX]; /* in the order of the file */
	uint32_t n_malformed;                  /* lines with words but without a readable address */
	uint32_t malformed_line;               /* the first of them that holds the name; 0 */
};

/* Finds the lines that hold name (no regard to case; a final dot of name is ignored). */
void hosts_find(const char *text, size_t len, const char *name, struct hosts_hits *ret);
