/* SPDX-License-Identifier: Apache-2.0 */
/* What a run may and must do, as the command line said. cli fills it, everybody reads it. */
#pragma once
#include "base/addr.h"
#include "base/time.h"

#include <stdbool.h>

enum { OPTIONS_MAX_RESOLVE = 8 };

struct resolve_override {
	const char *name;
	struct addr addr;
};

/* Where the run is made, when that is not where naze was started. Texts belong to others. */
struct run_place {
	bool files;            /* its files are not this process's: they stand below root */
	int root;              /* descriptor of that directory; only with files */
	int pid;               /* of the process whose place it is, 0 none */
	const char *mount;     /* number of its mount namespace; only with files */
	const char *program;   /* that process's name, raw, NULL */
	const char *netns;     /* --netns, NULL without */
	const char *container; /* --container, NULL without */
	bool musl;             /* programs there have another C library than this one's */
};

struct run_options {
	usec_t timeout; /* of the whole run; default 5 s, ssh 6 s */
	bool only_v4;   /* -4 */
	bool only_v6;   /* -6 */
	bool no_extra;  /* send nothing but what an ordinary client would */
	bool no_login;
	bool verbose;
	const char *proxy;        /* --proxy: a URL, "none", or NULL for the environment's */
	struct addr source;       /* --source ADDRESS; ADDR_NONE without */
	const char *source_dev;   /* --source INTERFACE; NULL without */
	const char *cacert;       /* --cacert FILE; NULL without */
	const char *compare_host; /* NULL without */
	bool public_address;      /* --public */
	const char *public_stun;  /* HOST[:PORT] that is asked then; "none" nobody */
	const char
		*public_page; /* http://HOST[:PORT]/PATH that is asked where that gives nothing */
	struct run_place place;
	int n_resolve;
	struct resolve_override resolve[OPTIONS_MAX_RESOLVE];
};
