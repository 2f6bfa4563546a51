/* SPDX-License-Identifier: Apache-2.0 */
/* One run: a round of questions to every probe at each change, until none is left to ask. */
#include "engine/tasks.h"
#include "engine/engine.h"
#include "engine/run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* A probe's time ends a little before the run's: what it waited for in vain is evidence, which it
 * still has to write down. */
enum { ASK_AGAIN_US = 5000, LAST_WORDS_US = 20000, LINGER_US = 100000, MAX_TASKS = 256 };

/* A probe that was started. */
struct task {
	const struct probe *probe;
	struct probe_run r;
	struct fiber *fiber;
	bool begun; /* its fiber has run */
};

struct tasks {
	int n;
	struct task task[MAX_TASKS];
};

static int observe(void *arg)
{
	struct task *t = arg;
	int r = 0;

	t->begun = true;
	r = t->probe->observe(&t->r);

	run_changed(t->r.run);
	return r;
}

static struct task *find_task(struct tasks *ts, const struct probe *probe,
                              const struct contact *contact)
{
	for (int i = 0; i < ts->n; i++) {
		if (ts->task[i].probe == probe && ts->task[i].r.contact == contact) {
			return &ts->task[i];
		}
	}
	return NULL;
}

static uint64_t gives(const struct probe *probe)
{
	uint64_t bits = 0;

	for (int i = 0; i < probe->n_gives; i++) {
		bits |= ev_kind_bit(probe->gives[i]);
	}
	return bits;
}

/* Starts the probe for that contact when it wants to and has not been started. */
static void ask(struct run *run, struct tasks *ts, const struct probe *probe,
                struct contact *contact, const struct engine_view *view)
{
	struct probe_run r = { .run = run, .contact = contact };
	struct task *t = NULL;

	if (find_task(ts, probe, contact) != NULL || ts->n == MAX_TASKS ||
	    (probe->explains && (run->options->no_extra || (gives(probe) & view->wants) == 0)) ||
	    (probe->wanted != NULL && !probe->wanted(&r))) {
		return;
	}
	t = &ts->task[ts->n++];
	*t = (struct task){ .probe = probe, .r = r };
	if (loop_spawn(run->loop, observe, t, run->deadline - LAST_WORDS_US, &t->fiber) < 0) {
		for (int i = 0; i < probe->n_gives; i++) {
			probe_skip(&r, probe->gives[i], SKIP_UNSUPPORTED);
		}
	}
}

static void ask_all(struct run *run, struct tasks *ts, const struct engine_view *view)
{
	for (const struct probe *const *p = run->engine->setup->probes; *p != NULL; p++) {
		if ((*p)->scope == PROBE_PER_RUN) {
			ask(run, ts, *p, NULL, view);
			continue;
		}
		for (int i = 0; i < run->n_contacts; i++) {
			ask(run, ts, *p, &run->contacts[i], view);
		}
	}
}

/* Whether the protocol is or was spoken on the stream of c; of any with NULL. */
static bool spoken_to(const struct tasks *ts, const struct contact *c)
{
	for (int i = 0; i < ts->n; i++) {
		if ((c == NULL || ts->task[i].r.contact == c) &&
		    (gives(ts->task[i].probe) & ev_kind_bit(KIND_stream)) != 0) {
			return true;
		}
	}
	return false;
}

/* Once one address is spoken to, an ordinary client keeps no connection to the others: it would
 * hold a place at the server for nothing, and one that serves a single client at a time would
 * wait. */
static void close_losers(struct run *run, const struct tasks *ts)
{
	/* before the name service has said which address comes first, one may be wanted yet */
	bool chosen = (run->e->nss != NULL || run->e->target.literal) && spoken_to(ts, NULL);

	for (int i = 0; i < run->n_contacts && chosen; i++) {
		struct contact *c = &run->contacts[i];

		if (c->stream != NULL && !spoken_to(ts, c) && given(c->a) == YES) {
			stream_free(take_ptr(c->stream));
		}
	}
}

/* Whether something is under way that the verdict may still depend on. */
static bool worth_waiting(const struct run *run, const struct tasks *ts,
                          const struct engine_view *view)
{
	if (run->child != NULL && run->child->explaining) {
		return true;
	}
	for (int i = 0; i < ts->n; i++) {
		const struct task *t = &ts->task[i];

		if (t->fiber != NULL && !loop_done(t->fiber) &&
		    (!t->begun || t->probe->asked_for || (gives(t->probe) & view->wants) != 0 ||
		     ((!view->decided || run->carries) && !t->probe->explains))) {
			return true;
		}
	}
	return false;
}

/* Whether a probe at work may still add a remark that is worth a short wait; since is when the
 * verdict first stood, 0: it has not yet. */
static bool lingers(const struct tasks *ts, usec_t *since)
{
	*since = *since == 0 ? loop_now() : *since;
	for (int i = 0; i < ts->n; i++) {
		const struct task *t = &ts->task[i];

		if (t->fiber != NULL && !loop_done(t->fiber) && t->probe->lingers != NULL &&
		    t->probe->lingers(&t->r)) {
			return loop_now() < *since + LINGER_US;
		}
	}
	return false;
}

static bool at_work(const struct task *t)
{
	return t->fiber != NULL && t->begun && !loop_done(t->fiber);
}

/* While a probe that needs quiet is at work, what explains and is not wanted now is let go. Without
 * one it goes on: the next piece of evidence may ask for it, and a probe does not begin twice. */
static void make_quiet(struct run *run, struct tasks *ts, const struct engine_view *view)
{
	bool needed = false;

	for (int i = 0; i < ts->n; i++) {
		needed = needed || (ts->task[i].probe->needs_quiet && at_work(&ts->task[i]));
	}
	for (int i = 0; i < ts->n && needed && view->decided; i++) {
		struct task *t = &ts->task[i];

		if (t->fiber != NULL && t->probe->explains &&
		    (gives(t->probe) & view->wants) == 0) {
			loop_cancel(run->loop, t->fiber);
		}
	}
}

static enum run_end ask_until_done(struct run *run, struct tasks *ts)
{
	const struct engine_setup *setup = run->engine->setup;
	unsigned seen = 0;
	unsigned settled = 0; /* the count of changes that everybody has had a chance to act on */
	usec_t since = 0;

	for (;;) {
		struct engine_view view = { .wants = 0 };
		int before = ts->n;
		bool worth = false;
		int r = 0;

		if (setup->interrupted != NULL && *setup->interrupted != 0) {
			return RUN_INTERRUPTED;
		}
		if (setup->tick != NULL && run->parent == NULL) {
			setup->tick(setup->tick_data, run->store, loop_now() - run->began);
		}
		setup->view(run->store, run->e->index, &view);
		ask_all(run, ts, &view);
		worth = worth_waiting(run, ts, &view);
		run->explaining = view.failed && worth;
		if (ts->n == before && !worth && !lingers(ts, &since)) {
			if (settled == run->changed.count) {
				return RUN_DONE;
			}
			settled = run->changed.count;
			if (loop_yield(run->loop) < 0) {
				return RUN_DEADLINE;
			}
			continue;
		}
		make_quiet(run, ts, &view);
		close_losers(run, ts);
		if (loop_now() >= run->deadline) {
			return RUN_DEADLINE;
		}
		r = loop_wait_event(run->loop, &run->changed, &seen, loop_now() + ASK_AGAIN_US);
		if (r == -ECANCELED || r == -ETIME) {
			return RUN_DEADLINE;
		}
	}
}

/* A probe that was wanted and did not get to the end says so, where nothing else was said. */
static void note_unfinished(struct task *t)
{
	for (int i = 0; i < t->probe->n_gives; i++) {
		enum kind kind = t->probe->gives[i];
		bool each = ev_kinds[kind].scope == SCOPE_PER_ADDRESS;
		void *scope = each ? (void *)t->r.contact->a : (void *)t->r.run->e;
		void *reading = NULL;

		memcpy(&reading, (char *)scope + ev_kinds[kind].slot, sizeof(reading));
		if (reading == NULL) {
			probe_skip(&t->r, kind, SKIP_DEADLINE);
		}
	}
}

static void stop_all(struct run *run, struct tasks *ts)
{
	for (int i = 0; i < ts->n; i++) {
		if (ts->task[i].fiber != NULL && !loop_done(ts->task[i].fiber)) {
			loop_cancel(run->loop, ts->task[i].fiber);
		}
	}
	for (int i = 0; i < ts->n; i++) {
		bool unfinished = ts->task[i].fiber == NULL || !loop_done(ts->task[i].fiber);

		(void)loop_join(run->loop, &ts->task[i].fiber);
		if (unfinished) {
			note_unfinished(&ts->task[i]);
		}
	}
	for (int i = 0; i < run->n_contacts; i++) {
		if (run->hand_over != NULL && *run->hand_over == NULL) {
			*run->hand_over = take_ptr(run->contacts[i].stream);
		}
		stream_free(take_ptr(run->contacts[i].stream));
		free(take_ptr(run->contacts[i].page));
	}
}

static void note_flaw(struct run *run)
{
	struct probe_run r = { .run = run };
	struct ev_input *input = NULL;
	const struct target *target = &run->e->target;

	if (target->flaw == FLAW_NONE) {
		return;
	}
	input = READING(&r, input);
	SET(input, flaw, (enum input_flaw)(target->flaw - 1));
	if (target->flaw_text[0] != '\0') {
		SET_TEXT(&r, input, part, target->flaw_text, strlen(target->flaw_text));
	}
}

enum run_end tasks_to_the_end(struct run *run)
{
	struct tasks *ts = calloc(1, sizeof(*ts));
	enum run_end end = RUN_DONE;

	if (ts == NULL) {
		return RUN_DEADLINE;
	}
	note_flaw(run);
	if (!run->e->target.flawed_is_fatal) {
		end = ask_until_done(run, ts);
		run->over = true;
	}
	stop_all(run, ts);
	free(ts);
	return end;
}
