/* SPDX-License-Identifier: Apache-2.0 */
/* The HTTP request of a run, for those that vary it. */
#pragma once
#include "engine/probe.h"

/* Appends the request that an ordinary client would send for the run's target, through its proxy
 * where there is one. 0, or negative errno: the target cannot be put into a request. */
int http_request_for(const struct run *run, struct buf *buf);
