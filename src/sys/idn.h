/* SPDX-License-Identifier: Apache-2.0 */
/* A host name in its own script, as DNS wants it (IDNA 2008, RFC 5891): libidn2 by dlopen, only
 * when such a name comes up. */
#pragma once
#include <stddef.h>

/* Writes the A-label form ("xn--...") of the NUL-terminated UTF-8 name to ret, size bytes, with a
 * NUL: UTS 46 non-transitional as browsers and curl do, transitional where that refuses it. 0;
 * -ENOSYS when libidn2 is not installed; -EINVAL when it is no host name; -ENOSPC too long. */
int sys_idn_to_ascii(const char *name, char *ret, size_t size);
