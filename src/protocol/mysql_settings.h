/* SPDX-License-Identifier: Apache-2.0 */
/* As whom and how the real client would log in to a MySQL target: the URL, then the option files
 * (those of the host, then the user's own; the last word counts), then the environment
 * (dev.mysql.com, "Using Option Files"; mariadb.com, "Configuring MariaDB with Option Files"). */
#pragma once
#include "evidence/types.h"

enum { MYSQL_USER_MAX = 128, MYSQL_SECRET_MAX = 512, MYSQL_FROM_MAX = 160, MYSQL_PATH_MAX = 128 };

struct mysql_settings {
	bool named;                       /* somebody is named to log in as; else user is "" */
	char user[MYSQL_USER_MAX];        /* */
	char secret[MYSQL_SECRET_MAX];    /* the password, "" without; never shown or stored */
	char database[MYSQL_USER_MAX];    /* "" without */
	char user_from[MYSQL_FROM_MAX];   /* "URL", or a file and its group */
	char secret_from[MYSQL_FROM_MAX]; /* likewise, "MYSQL_PWD"; "" without a password */
	enum mysql_mode mode;
	char mode_from[MYSQL_FROM_MAX];   /* likewise, "default" */
	char socket[MYSQL_PATH_MAX];      /* of this host's server */
	char socket_from[MYSQL_FROM_MAX]; /* likewise, "MYSQL_UNIX_PORT" */
	bool tcp;                         /* localhost is not taken for the socket: protocol=tcp */
};

/* Fills it, from the files below root. Whoever has it wipes it with explicit_bzero(3). */
void mysql_settings(const struct target *target, int root, struct mysql_settings *ret);
