/* SPDX-License-Identifier: Apache-2.0 */
/* A sample of ten SYNs to the open port, taken only when one of the run's own had to be repeated
 * (product.md 6): how much is lost. Beside each one to another port of the host, one that hardly
 * anybody serves: what only the one port loses is not lost on the way. What opens is closed at
 * once. */
#include "probe/probes.h"

#include <errno.h>

enum { SAMPLE = 10, GAP_US = 15000, WAIT_US = 700000, CONTROL_PORT = 47831 };

struct sample {
	struct loop_fd fds[2 * SAMPLE]; /* to the port, and to the other one */
	int sent[2];
	int answered[2];
};

static void send_syn(const struct probe_run *r, struct sample *s, int i)
{
	const struct addr *addr = &r->contact->a->addr;
	uint16_t port = r->run->e->target.port;
	struct sys_socket_options options;
	int fd = -1;

	if (i >= SAMPLE) {
		port = port == CONTROL_PORT ? CONTROL_PORT + 1 : CONTROL_PORT;
	}
	run_socket_options(r->run, addr, &options);
	fd = sys_socket(&options);
	if (fd >= 0 && sys_connect(fd, addr, port, r->contact->scope) == -EINPROGRESS) {
		s->fds[i].fd = fd;
		s->sent[i / SAMPLE]++;
	} else {
		sys_close_reset(fd);
	}
}

/* Until all SYNs to the port are answered, or the time is over. 0; negative: cancelled. */
static int collect(const struct probe_run *r, struct sample *s)
{
	usec_t until = loop_now() + WAIT_US;

	while (s->answered[0] < s->sent[0]) {
		int n = loop_wait_any(r->run->loop, s->fds, 2 * SAMPLE, until);

		if (n < 0) {
			return n == -ETIMEDOUT ? 0 : n;
		}
		for (int i = 0; i < 2 * SAMPLE; i++) {
			if (s->fds[i].ret != 0 && s->fds[i].fd >= 0) {
				sys_close_reset(s->fds[i].fd);
				s->fds[i].fd = -1;
				s->answered[i / SAMPLE]++;
			}
		}
	}
	return 0;
}

static int observe(const struct probe_run *r)
{
	struct sample s = { .sent = { 0 } };
	struct ev_loss *ev = NULL;
	int result = 0;

	for (int i = 0; i < 2 * SAMPLE; i++) {
		s.fds[i] = (struct loop_fd){ .fd = -1, .events = LOOP_OUT };
	}
	for (int i = 0; i < SAMPLE && result == 0; i++) {
		send_syn(r, &s, i);
		send_syn(r, &s, SAMPLE + i);
		result = loop_sleep(r->run->loop, loop_now() + GAP_US);
	}
	result = result == 0 ? collect(r, &s) : result;
	for (int i = 0; i < 2 * SAMPLE; i++) {
		sys_close_reset(s.fds[i].fd);
	}
	if (result == 0) {
		ev = READING(r, loss);
		SET(ev, sent, s.sent[0]);
		SET(ev, lost, s.sent[0] - s.answered[0]);
		SET(ev, other_sent, s.sent[1]);
		SET(ev, other_lost, s.sent[1] - s.answered[1]);
	}
	return result;
}

static bool wanted(const struct probe_run *r)
{
	const struct ev_tcp *tcp = r->contact->a->tcp;

	return !r->run->options->no_extra && tcp != NULL && tcp->has.repeats && tcp->repeats > 0 &&
	       r->run->hand_over == NULL;
}

const struct probe probe_loss = {
	.name = "loss",
	.summary = "samples how many packets are lost, when one was",
	.scope = PROBE_PER_ADDRESS,
	.n_gives = 1,
	.gives = { KIND_loss },
	.wanted = wanted,
	.observe = observe,
};
