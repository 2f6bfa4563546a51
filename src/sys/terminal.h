/* SPDX-License-Identifier: Apache-2.0 */
/* What a terminal is like. */
#pragma once

/* Columns of the terminal that fd is (TIOCGWINSZ, ioctl_tty(2)); 0 when it is none or does not
 * say. */
int sys_terminal_columns(int fd);
