/* SPDX-License-Identifier: Apache-2.0 */
/* Placeholders: template syntax that nobody filled in, and what programs print for "no value". */
#pragma once
#include "target/text.h"

/* The length of the template expression that begins with the first byte of text: ${X} $(x) $X
 * {{ x }} {x} {% x %} #{x} <x> <%= x %> %(x)s %X% %s. 0 when there is none, or its end is
 * missing. */
size_t template_len(struct span text);

/* Whether text, a host or a port, is or holds a placeholder; where it is goes to *ret. A word
 * (undefined, null, None, nil, NaN, ...) counts only when it is the whole text, so that
 * undefined.example.com stays a name. */
bool template_find(struct span text, struct span *ret);
