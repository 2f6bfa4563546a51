/* SPDX-License-Identifier: Apache-2.0 */
/* Commands that people copy into a shell. Nothing that a stranger wrote gets into one: numbers,
 * addresses that were parsed, and what the user typed, quoted. */
#pragma once
#include "base/buf.h"
#include "judge/judge.h"

#include <stdbool.h>

/* Appends text as one word of a POSIX shell (sh(1), single quotes). false, with nothing appended,
 * where no quoting helps: an empty text, one that begins with "-" and so would be an option, or
 * one with control characters. */
bool command_quote(struct buf *buf, const char *text);

/* Appends the template of a command, with {name} replaced as in judge_words_expand() and besides
 * {authority}, host:port with brackets where they are needed; {url}; {again}, the URL with its
 * user; {user}; {sni}, the host unless it is an address; {url_host}, the host with brackets where
 * they are needed; {at}, address:port of the address that is spoken about; {starttls}, what openssl
 * s_client(1) calls a protocol that changes over to TLS; {my}, the server's own client program,
 * mysql or mariadb. A part in [ ] in which something was not measured is left out: nothing may be
 * left. false, with nothing appended, where something was not measured, does not fit, or must not
 * be in a command: a text that neither the user nor a table wrote, one inside of quotes that needs
 * quotes itself, and any part of a target whose text may hold a piece of a password. */
bool command_expand(struct buf *buf, const char *template, const struct judgement *k,
                    const struct verdict *v, const struct attempt *a);

/* Whether it is a step for that verdict, and all that it speaks of was measured, its command
 * included: one that was not is no step. */
bool command_step(const struct next_step *step, const struct judgement *k, const struct verdict *v);
