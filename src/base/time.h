/* SPDX-License-Identifier: Apache-2.0 */
/* Time as naze counts it: microseconds, signed. */
#pragma once
#include <stdint.h>

typedef int64_t usec_t;

#define USEC_MS  ((usec_t)1000)
#define USEC_SEC ((usec_t)1000000)
#define DAY_S    ((int64_t)86400)
