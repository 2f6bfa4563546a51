/* SPDX-License-Identifier: Apache-2.0 */
/* What may have been meant. */
#pragma once

/* The option ("--json") that a mistyped one ("--jsno", "--tiemout=3") is nearest to, as long as it
 * is near at all; "" otherwise. The text is constant. */
const char *suggest_option(const char *text);

/* The nearest of the words (NULL at the end) to text, or "". */
const char *suggest_word(const char *text, const char *const *words);
