/* SPDX-License-Identifier: Apache-2.0 */
/* All probes of this room, for who puts a run together. */
#pragma once
#include "engine/probe.h"

#define PROBE(name) extern const struct probe probe_##name;
#include "probe/probes.def"
