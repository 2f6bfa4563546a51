/* SPDX-License-Identifier: Apache-2.0 */
/* Modules: parts of naze with heavy libraries, in files of their own that are loaded when they are
 * wanted, so that nobody waits for what is not used. */
#pragma once

/* The symbol of the module in that file, which is looked for beside the program, then where an
 * install puts it, seen from the program, then in the prefix. 0; -ENOENT where it is not there,
 * -ELIBACC where it is but does not load. It lives as long as the program. */
int module_symbol(const char *file, const char *symbol, const void **ret);
