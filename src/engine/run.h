/* SPDX-License-Identifier: Apache-2.0 */
/* Between the engine's own files. */
#pragma once
#include "engine/engine.h"

struct engine {
	const struct engine_setup *setup;
	struct loop *loop;
	struct store *store;
	const struct tls_module *tls; /* NULL: not loaded */
	struct tls_trust trust;
};

/* Asks and waits until the run is at its end; its probes have all stopped then. Why it ended. */
enum run_end run_to_the_end(struct run *run);
