/* SPDX-License-Identifier: Apache-2.0 */
/* Which characters a host name has, in ASCII and outside of it. */
#pragma once
#include "target/target.h"
#include "target/text.h"

/* Whether c is one of the ASCII characters of names and addresses: a-z, 0-9, "-", "_" and "." */
bool letters_is_name(char c);

/* FLAW_BLANK or FLAW_CHARACTER for the first character of text that no host has, which is appended
 * to what (for a blank of ASCII the text is, in which it stands); else FLAW_NONE. */
enum flaw letters_check(struct span text, struct buf *what);

/* Appends text; where it is one character, and not a plain visible one, with its number: U+200B. */
void letters_put(struct buf *buf, struct span text);
