/* SPDX-License-Identifier: Apache-2.0 */
/* The client's settings as `ssh -G` prints them, a line each: a key in lower case, a blank, the
 * value. Where there is no ssh program, the same lines are made of its files as far as they are
 * understood here (ssh_config(5)). */
#pragma once
#include "base/buf.h"
#include "wire/ssh.h"

/* The value of the first line with that key; false when there is none. */
bool ssh_settings_get(struct ssh_span text, const char *key, struct ssh_span *ret);

/* The next line with that key from *at on, an offset that starts at 0. */
bool ssh_settings_next(struct ssh_span text, size_t *at, const char *key, struct ssh_span *ret);

/* Whether the value of the key is that word. */
bool ssh_settings_is(struct ssh_span text, const char *key, const char *word);

/* Takes the next word of a value, quotes around it taken away; false at its end. */
bool ssh_settings_word(struct ssh_span *value, struct ssh_span *ret);

/* Appends the lines of a configuration file that hold for host (blocks of Host). Match and Include
 * are not understood: false when the file has one, so that it can be said. */
bool ssh_settings_file(struct ssh_span text, const char *host, struct buf *ret);

/* What OpenSSH 9.2 does when nothing is configured, in the same form. */
extern const char ssh_settings_default[];
