/* SPDX-License-Identifier: Apache-2.0 */
/* From the pieces of a text to the fields of a target, each with its flaw. The first fatal flaw
 * stays: the earliest explains the later ones. */
#pragma once
#include "target/split.h"
#include "target/target.h"

/* A port as it was typed; where flaw is set, shown is the part that shows it. */
struct take_port {
	bool given;
	uint16_t port;
	enum flaw flaw;
	struct span shown;
};

/* Sets the flaw, unless it is FLAW_NONE or a fatal one is set; a single blank or odd character in
 * shown is told by its number. */
void take_flaw(struct target *t, enum flaw flaw, struct span shown);

/* Text before the scheme: a quote or a blank that was copied too, URL= of a settings file. */
void take_before(struct target *t, const struct split *s);

/* https://http://host/ and https://https//host: two schemes. */
void take_second_scheme(struct target *t, const struct split *s);

/* Host, address and zone. An IPv6 literal without brackets is taken only as a whole target. */
void take_host(struct target *t, const struct split *s);

/* The port of s; t is not changed. */
struct take_port take_port(const struct split *s);

/* Path and query, for the scheme that t has. 0, or -EINVAL when they do not fit. */
int take_path(struct target *t, struct span rest);

/* User and password, decoded. 0, or -EINVAL when one does not fit. */
int take_user(struct target *t, const struct split *s);

/* A Unix socket's path; the whole target is its host. */
void take_unix(struct target *t, struct span path);
