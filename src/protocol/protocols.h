/* SPDX-License-Identifier: Apache-2.0 */
/* All protocols and probes of this room, for who puts a run together. */
#pragma once
#include "engine/probe.h"

#define PROTOCOL(app)      extern const struct protocol protocol_##app;
#define STREAM_PROBE(name) extern const struct probe probe_##name;
#include "protocol/protocols.def"
