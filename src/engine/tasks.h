/* SPDX-License-Identifier: Apache-2.0 */
/* The probes of a run at work: which starts when, and when none is worth waiting for. */
#pragma once
#include "engine/engine.h"

/* Asks and waits until the run is at its end; its probes have all stopped then. Why it ended. */
enum run_end tasks_to_the_end(struct run *run);
