/* SPDX-License-Identifier: Apache-2.0 */
/* The time of day. */
#pragma once
#include "base/time.h"

/* CLOCK_REALTIME: microseconds since 1970. */
usec_t sys_wall_clock(void);
