/* SPDX-License-Identifier: Apache-2.0 */
/* The main run, in a loop of its own. */
#include "engine/engine.h"
#include "engine/run.h"

#include <errno.h>
#include <stdlib.h>

struct start {
	struct engine engine;
	const struct target *target;
	int result;
};

static int main_run(void *arg)
{
	struct start *start = arg;
	struct run *run = calloc(1, sizeof(*run));
	struct evidence *e =
		run == NULL ? NULL : store_run(start->engine.store, ROLE_MAIN, -1, start->target);

	if (e == NULL) {
		free(run);
		return -ENOMEM;
	}
	*run = (struct run){ .engine = &start->engine,
		             .loop = start->engine.loop,
		             .store = start->engine.store,
		             .e = e,
		             .options = start->engine.setup->options,
		             .deadline = loop_now() + start->engine.setup->options->timeout };
	run_go(run);
	free(run);
	return 0;
}

int engine_run(const struct engine_setup *setup, const struct target *target, struct store *store,
               int *ret_tls)
{
	struct start start = { .engine = { .setup = setup, .store = store }, .target = target };
	int r = loop_new(&start.engine.loop);

	if (r == 0) {
		r = loop_run(start.engine.loop, main_run, &start);
		loop_free(start.engine.loop);
		*ret_tls = start.engine.tls_error;
		if (start.engine.tls != NULL) {
			tls_trust_done(start.engine.tls, &start.engine.trust);
		}
	}
	return r;
}
