/* SPDX-License-Identifier: Apache-2.0 */
/* Asking a proxy for the way to the run's target, for those who vary how it is asked. */
#pragma once
#include "engine/probe.h"

/* The address of the proxy that its own run got a connection to; NULL without one. */
const struct addr *proxy_address(const struct run *run);

/* Opens the way over a stream that is connected to the proxy, as choice says (SOCKS with a name
 * that the client looks up goes to local). What the proxy said is in *ret; until then, 0: as long
 * as the run lasts. 0, or -ECANCELED and the like. */
int proxy_ask(const struct probe_run *r, const struct proxy_choice *choice, struct stream *stream,
              const struct addr *local, usec_t until, struct ev_proxy *ret);
