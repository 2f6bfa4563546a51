/* SPDX-License-Identifier: Apache-2.0 */
/* Opening a path so that it cannot leave a root directory: for files.c only. */
#pragma once

/* As open(2) with those flags, CLOEXEC added, of path below root (SYS_ROOT_HOST: plainly). A
 * descriptor that the caller closes, or a negative errno: -ENOLINK for a link to nowhere. */
int files_open_at(int root, const char *path, int flags);
