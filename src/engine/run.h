/* SPDX-License-Identifier: Apache-2.0 */
/* Between the engine's own files. */
#pragma once
#include "engine/engine.h"

struct engine {
	const struct engine_setup *setup;
	struct loop *loop;
	struct store *store;
	const struct tls_module *tls; /* NULL: not loaded */
	int tls_error;                /* of loading it, 0 none */
	struct tls_trust trust;
};

/* Runs it from its beginning to its end; run is filled but for what the run itself finds out. */
void run_go(struct run *run);
