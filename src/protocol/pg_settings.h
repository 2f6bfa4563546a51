/* SPDX-License-Identifier: Apache-2.0 */
/* How libpq would connect to a target: each setting from the first place that has it (PostgreSQL
 * manual 34.1.2, 34.15 to 34.17): the URL, the service file, the environment, the default. */
#pragma once
#include "target/target.h"

enum pg_sslmode {
	PG_SSL_DISABLE,
	PG_SSL_ALLOW,
	PG_SSL_PREFER,
	PG_SSL_REQUIRE,
	PG_SSL_VERIFY_CA,
	PG_SSL_VERIFY_FULL,
	N_PG_SSLMODES
};

enum pg_binding { PG_BINDING_DISABLE, PG_BINDING_PREFER, PG_BINDING_REQUIRE };

enum { PG_NAME_MAX = 128, PG_SECRET_MAX = TARGET_SECRET_MAX, PG_PATH_MAX = 512, PG_FROM_MAX = 96 };

struct pg_settings {
	char user[PG_NAME_MAX];
	char database[PG_NAME_MAX];     /* never empty: the user's name where none is given */
	char secret[PG_SECRET_MAX];     /* the password, "" without; never shown or stored */
	char secret_from[PG_FROM_MAX];  /* "URL", "PGPASSWORD", "/home/x/.pgpass line 3" */
	char pass_refused[PG_FROM_MAX]; /* the password file that libpq does not read because others
	                                 * can, "" */
	enum pg_sslmode mode;
	char mode_from[PG_FROM_MAX]; /* "URL", "PGSSLMODE", "service", "default" */
	char mode_unknown[32];       /* what is set and no mode that libpq knows, "" */
	char root[PG_PATH_MAX];      /* the file of CA certificates; "" where there is no home */
	bool root_there;
	bool root_system; /* sslrootcert=system: this host's own store */
	bool cert_there;  /* a client certificate, which naze does not send */
	enum pg_binding binding;
};

/* Fills it, from the files below root (sys/files.h). Whoever has it wipes it with
 * explicit_bzero(3). */
void pg_settings(const struct target *target, int root, struct pg_settings *ret);

/* Where the URL names no host or no port: takes them from the service file, PGHOST and PGPORT, as
 * libpq does. Everything else of the target stays. */
void pg_settings_complete(struct target *target, int root);

/* The words of enum pg_sslmode. */
extern const char *const pg_settings_modes[N_PG_SSLMODES];
