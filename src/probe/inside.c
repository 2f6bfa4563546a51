/* SPDX-License-Identifier: Apache-2.0 */
/* Whether the answers come and die in this host: a rule on the way in leaves no other trace for an
 * ordinary user than packets that IP receives and delivers to nobody. Others' packets do that as
 * well (multicast that nobody here wants), so SYNs are sent in bursts, with quiet times of the same
 * length between them: what is thrown away has to keep time with the bursts. */
#include "probe/counted.h"
#include "probe/probes.h"

#include <errno.h>

enum { ROUNDS = 3, BURST = 4, WAIT_US = 100000 };

static void send_burst(const struct probe_run *r, int *fds)
{
	const struct addr *addr = &r->contact->a->addr;

	for (int i = 0; i < BURST; i++) {
		struct sys_socket_options options;

		run_socket_options(r->run, addr, &options);
		fds[i] = sys_socket(&options);
		if (fds[i] >= 0) {
			(void)sys_connect(fds[i], addr, r->run->e->target.port, r->contact->scope);
		}
	}
}

/* How many packets were thrown away here until the wait was over; or -ECANCELED and the like. */
static int64_t wait_and_count(const struct probe_run *r, const struct counted *before)
{
	usec_t wait = 2 * r->contact->rtt > WAIT_US ? 2 * r->contact->rtt : WAIT_US;
	struct counted after;
	int got = loop_sleep(r->run->loop, loop_now() + wait);

	counted_read(r->contact->a->addr.family, &after);
	return got < 0 ? got : counted_inside(before, &after);
}

static int observe(const struct probe_run *r)
{
	struct ev_inside *ev = NULL;
	int64_t lost = 0;
	int64_t quiet = 0;
	int64_t got = 0;
	int sent = 0;

	for (int i = 0; i < ROUNDS && got >= 0; i++) {
		int fds[BURST] = { -1, -1, -1, -1 };
		struct counted before;

		counted_read(r->contact->a->addr.family, &before);
		send_burst(r, fds);
		got = wait_and_count(r, &before);
		for (int j = 0; j < BURST; j++) {
			sys_close_reset(fds[j]);
		}
		sent += BURST;
		lost += got;
		if (got < BURST / 2) {
			break; /* that is the end of it, either way */
		}
		counted_read(r->contact->a->addr.family, &before);
		got = wait_and_count(r, &before);
		quiet += got;
	}
	if (got < 0) {
		return (int)got;
	}
	ev = READING(r, inside);
	SET(ev, sent, sent);
	SET(ev, lost, lost);
	SET(ev, quiet, quiet);
	return 0;
}

static bool wanted(const struct probe_run *r)
{
	const struct ev_tcp *tcp = r->contact->a->tcp;

	return tcp != NULL && tcp->has.end && tcp->end == TCP_UNANSWERED &&
	       lost_inside(r->contact->a) == YES;
}

const struct probe probe_inside = {
	.name = "inside",
	.summary = "looks whether the answers come and are thrown away in this host",
	.scope = PROBE_PER_ADDRESS,
	.explains = true,
	.needs_quiet = true,
	.n_gives = 1,
	.gives = { KIND_inside },
	.wanted = wanted,
	.observe = observe,
};
