/* SPDX-License-Identifier: Apache-2.0 */
/* A target's text cut at its separators (RFC 3986 3), before anything is judged. */
#pragma once
#include "target/text.h"

struct split {
	struct span before;    /* what stands before the scheme and does not belong there */
	struct span scheme;    /* without "://" */
	bool has_scheme;       /* there is a "://", be it after nothing */
	struct span authority; /* template expressions in it may hold / ? # @ : */
	size_t ats;            /* how many @ the authority has */
	bool has_user;
	struct span user;
	bool has_password;
	struct span password;
	struct span host; /* without brackets */
	bool bracketed;
	bool closed; /* the bracket is */
	bool has_port;
	struct span port;
	struct span tail; /* everything after the authority */
	struct span rest; /* of it, without the fragment; from "/" or "?" on, or empty */
};

/* Cuts text; every span lies in it. */
void split_text(struct span text, struct split *ret);

/* Cuts what follows a "://" that is not in text; has_scheme becomes true. */
void split_rest(struct span text, struct split *ret);
