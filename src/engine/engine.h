/* SPDX-License-Identifier: Apache-2.0 */
/* The engine: which probe starts when, deadlines, child runs. It knows nothing of causes; what may
 * still change the verdict it is told by a function that cli hands it. */
#pragma once
#include "engine/probe.h"

/* Of one run: which kinds could still change its verdict, and whether the verdict is reached. */
struct engine_view {
	uint64_t wants; /* ev_kind_bit() of each kind */
	bool decided;   /* it works, or a cause is named */
	bool failed;    /* a cause is named */
};

struct engine_setup {
	const struct run_options *options;
	const struct probe *const *probes;       /* ends with NULL */
	const struct protocol *const *protocols; /* ends with NULL */
	/* Looks at the store; run is the index of a run in it. */
	void (*view)(const struct store *store, int run, struct engine_view *ret);
	/* Called every few milliseconds while the main run is under way, with how long that is;
	 * NULL: not. */
	void (*tick)(void *data, const struct store *store, usec_t elapsed);
	void *tick_data;
	const volatile int *interrupted; /* not 0: end, with what is known */
};

/* Diagnoses target into store (store_init()ed and empty; its first run becomes this one), until
 * nothing that is under way could change the verdict or the time is up. 0, or negative errno when
 * naze itself cannot work. *ret_tls is 0, or what tls_load() said when TLS was wanted in vain. */
int engine_run(const struct engine_setup *setup, const struct target *target, struct store *store,
               int *ret_tls);
