/* SPDX-License-Identifier: Apache-2.0 */
/* Schemes by name and by port. */
#pragma once
#include "target/target.h"
#include "target/text.h"

/* The scheme of that name, in either case. N_SCHEMES when there is none. */
enum scheme scheme_by_name(struct span name);

/* The scheme that a port alone means: the first of schemes.def that has a protocol (443 is https,
 * not tls); SCHEME_TCP when none has it. */
enum scheme scheme_by_port(uint16_t port);

/* Appends the name of the scheme that was probably meant, with "://"; nothing where none is
 * near. */
void scheme_suggest(struct buf *buf, struct span name);

/* Whether the scheme is http, https, ws or wss. */
bool scheme_is_web(enum scheme scheme);

/* Whether URLs of the scheme carry passwords as a rule, and database names rather than paths. */
bool scheme_is_store(enum scheme scheme);
