/* SPDX-License-Identifier: Apache-2.0 */
/* The time of day. */
#include "sys/wall.h"

#include <time.h>

usec_t sys_wall_clock(void)
{
	struct timespec t = { 0 };

	(void)clock_gettime(CLOCK_REALTIME, &t);
	return (usec_t)t.tv_sec * USEC_SEC + t.tv_nsec / 1000;
}
