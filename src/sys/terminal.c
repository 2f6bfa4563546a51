/* SPDX-License-Identifier: Apache-2.0 */
/* Asks the terminal's driver. */
#include "sys/terminal.h"

#include <sys/ioctl.h>

int sys_terminal_columns(int fd)
{
	struct winsize size = { 0 };

	return ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}
