/* SPDX-License-Identifier: Apache-2.0 */
/* What the silence of all routers says to who waits for the error of one. */
#pragma once
#include "engine/probe.h"

/* Whether nobody on the way can be expected to report that the host is not there: the gateway is
 * there, and neither the host nor a router answered anything, although small TTLs were sent twice
 * (who would report on the host reports those, too). False while something is waited for, and for
 * a host on this link: there is no router then, and the kernel itself reports on the host, as it
 * does on a dead gateway. */
bool trace_nobody_speaks(const struct probe_run *r);
