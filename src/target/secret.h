/* SPDX-License-Identifier: Apache-2.0 */
/* Passwords in targets: telling where they broke the text, and keeping them out of what is
 * shown. */
#pragma once
#include "target/split.h"
#include "target/target.h"

/* Whether an unescaped @ : / # ? in the user info has moved the host; the character goes to
 * *ret_character. Errs on the side of secrecy: a port that is no number together with an @ further
 * on is read as a password's rest. */
bool secret_breaks(const struct split *split, enum scheme scheme, char *ret_character);

/* Appends the whole text as typed, yet printable and with *** in place of secrets. */
void secret_hide(struct buf *buf, struct span text, const struct split *split);

/* Whether the user of a web target is a token: long, and without a password. */
bool secret_is_token(const struct target *target);

/* Appends a path and query with *** for the values of password=, token= and their like, and for
 * those that hold a URL with user info. Keys and values may be percent-encoded. */
void secret_put_path(struct buf *buf, struct span path);

/* Whether a port that is no number may be shown, and is not the beginning of a password whose host
 * is missing (redis://:secret). */
bool secret_may_show_port(struct span port);
