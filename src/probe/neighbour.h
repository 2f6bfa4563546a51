/* SPDX-License-Identifier: Apache-2.0 */
/* What the kernel knows of the next hop, for who waits for an answer through it. */
#pragma once
#include "engine/probe.h"

/* Whether the next hop to that contact is not known to be missing: its neighbour entry is neither
 * being asked for, nor asked again, nor given up (RFC 4861 7.3.2). A device without neighbours (a
 * tunnel) has no entry, which is fine. False, too, when the route cannot be read. */
bool neighbour_may_be_there(const struct run *run, const struct contact *c);
