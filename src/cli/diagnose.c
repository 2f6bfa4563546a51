/* SPDX-License-Identifier: Apache-2.0 */
/* The default command: the engine, told by the judge what is still worth looking at. */
#include "cli/progress.h"
#include "cli/show.h"
#include "engine/engine.h"
#include "probe/probes.h"
#include "protocol/protocols.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

enum { ARENA_SIZE = 8 * 1024 * 1024 };

static const struct probe *const probes[] = {
#define PROBE(name) &probe_##name,
#include "probe/probes.def"
#define STREAM_PROBE(name) &probe_##name,
#include "protocol/protocols.def"
	NULL,
};

static const struct protocol *const protocols[] = {
#define PROTOCOL(app) &protocol_##app,
#include "protocol/protocols.def"
	NULL,
};

/* The one thing that a signal handler may touch. */
static volatile sig_atomic_t interrupted;

static void on_interrupt(int number)
{
	interrupted = number;
}

/* A status at the end of redirects is known before what explains it, which that run measures. */
static bool open_at_the_end(const struct judgement *k, int run)
{
	bool wants = false;

	for (int i = run + 1; i < k->n; i++) {
		wants = wants || (k->runs[i].e->role == ROLE_REDIRECT && k->runs[i].wants != 0);
	}
	return wants && k->runs[run].status == STATUS_FAILED &&
	       k->runs[run].certainty == CERTAINTY_POSSIBLE;
}

static void view(const struct store *store, int run, struct engine_view *ret)
{
	static struct judgement k; /* 20 KiB that no fiber's stack should carry */

	judge(store, &k);
	ret->wants = k.runs[run].wants;
	ret->decided = k.runs[run].status != STATUS_UNDETERMINED && !open_at_the_end(&k, run);
	ret->failed = k.runs[run].status == STATUS_FAILED;
}

/* TLS could not be spoken. Where a verdict was found without it, nobody needs to know; where none
 * was, it is naze that failed, and what it saw has been shown all the same. */
static int blame_module(int error, int code)
{
	if (code != CLI_EXIT_UNDETERMINED) {
		return code;
	}
	(void)fprintf(stderr, "naze: TLS could not be tested: naze-tls.so %s\n",
	              error == -EBADMSG
	                      ? "belongs to another version of naze; install both from one build"
	              : error == -ELIBACC
	                      ? "is there but cannot be loaded: is OpenSSL 3 installed, is there "
	                        "enough memory?"
	                      : "is not installed beside naze or in its library directory");
	return CLI_EXIT_BROKEN;
}

int cli_diagnose(const struct cli_args *args)
{
	/* one block a run, committed as it is used (arena.h); let go at the end of the process */
	void *block = calloc(1, ARENA_SIZE);
	struct store *store = block != NULL ? store_init(block, ARENA_SIZE) : NULL;
	struct progress progress;
	struct engine_setup setup = { .options = &args->run,
		                      .probes = probes,
		                      .protocols = protocols,
		                      .view = view,
		                      .tick = progress_tick,
		                      .tick_data = &progress,
		                      .interrupted = &interrupted };
	struct sigaction once = { .sa_handler = on_interrupt, .sa_flags = (int)SA_RESETHAND };
	struct judgement *k = malloc(sizeof(*k));
	int tls = 0;
	int r = store == NULL || k == NULL ? -ENOMEM : 0;

	progress_init(&progress, args);
	(void)sigaction(SIGINT, &once, NULL);
	if (r == 0) {
		r = engine_run(&setup, &args->target, store, &tls);
		progress_end(&progress);
	}
	if (r < 0) {
		free(k);
		free(block);
		return cli_fail(args, CLI_EXIT_BROKEN, NULL,
		                r == -ENOMEM
		                        ? "out of memory"
		                        : "this host does not let naze wait for answers (ppoll)");
	}
	judge(store, k);
	r = cli_show(args, store, k);
	if (tls < 0) {
		r = blame_module(tls, r);
	}
	free(k);
	free(block);
	return r;
}
