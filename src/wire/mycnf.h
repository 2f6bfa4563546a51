/* SPDX-License-Identifier: Apache-2.0 */
/* The option files of MySQL and MariaDB (dev.mysql.com, "Using Option Files"), line by line. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

enum { MYCNF_NAME_MAX = 64, MYCNF_VALUE_MAX = 512 };

enum mycnf_kind {
	MYCNF_GROUP,       /* name is the group's */
	MYCNF_OPTION,      /* name with "-" for "_", value */
	MYCNF_INCLUDE,     /* value is a file */
	MYCNF_INCLUDE_DIR, /* value is a directory, of which the *.cnf count */
};

struct mycnf_line {
	enum mycnf_kind kind;
	bool has_value; /* there was a "=" */
	bool cut;       /* name or value did not fit */
	char name[MYCNF_NAME_MAX];
	char value[MYCNF_VALUE_MAX]; /* without quotes, escapes resolved */
};

/* Takes the next line that says something off the *len bytes at *text. false at their end. Whoever
 * reads a password with it wipes ret with explicit_bzero(3). */
bool mycnf_next(const char **text, size_t *len, struct mycnf_line *ret);
