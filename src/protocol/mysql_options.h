/* SPDX-License-Identifier: Apache-2.0 */
/* What the option files of this host and this user tell a MySQL client. */
#pragma once
#include <stddef.h>

enum mysql_option {
	MYSQL_OPTION_USER,
	MYSQL_OPTION_PASSWORD,
	MYSQL_OPTION_DATABASE,
	MYSQL_OPTION_SOCKET,
	MYSQL_OPTION_PROTOCOL,
	MYSQL_OPTION_TLS, /* a word of ssl-mode */
	N_MYSQL_OPTIONS
};

struct mysql_found {
	char value[512];
	char from[160]; /* "/etc/mysql/my.cnf [client]"; "" where no file says it */
};

struct mysql_options {
	struct mysql_found found[N_MYSQL_OPTIONS];
};

/* Adds what the files below root say, in the order in which clients read them: the last word
 * counts. Files that are not there or may not be read are skipped, as clients do. Whoever has it
 * wipes it with explicit_bzero(3). */
void mysql_options(int root, struct mysql_options *ret);
