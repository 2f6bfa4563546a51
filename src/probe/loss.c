/* SPDX-License-Identifier: Apache-2.0 */
/* A sample of ten SYNs to the open port, taken only when one of the run's own had to be repeated
 * (product.md 6): how much is lost. What opens is closed at once. */
#include "probe/probes.h"

#include <errno.h>

enum { SAMPLE = 10, GAP_US = 15000, WAIT_US = 700000 };

static int observe(const struct probe_run *r)
{
	struct loop_fd fds[SAMPLE];
	struct ev_loss *ev = NULL;
	usec_t until = 0;
	int sent = 0;
	int answered = 0;
	int result = 0;

	for (int i = 0; i < SAMPLE; i++) {
		struct sys_socket_options options;
		int fd = -1;

		fds[i] = (struct loop_fd){ .fd = -1, .events = LOOP_OUT };
		run_socket_options(r->run, &r->contact->a->addr, &options);
		fd = result == 0 ? sys_socket(&options) : -1;
		if (fd < 0) {
			continue;
		}
		if (sys_connect(fd, &r->contact->a->addr, r->run->e->target.port,
		                r->contact->scope) == -EINPROGRESS) {
			fds[i].fd = fd;
			sent++;
			result = loop_sleep(r->run->loop, loop_now() + GAP_US);
		} else {
			sys_close_reset(fd);
		}
	}
	until = loop_now() + WAIT_US;
	while (result == 0 && answered < sent) {
		int n = loop_wait_any(r->run->loop, fds, SAMPLE, until);

		if (n == -ETIMEDOUT) {
			break;
		}
		result = n < 0 ? n : 0;
		for (int i = 0; i < SAMPLE && n > 0; i++) {
			if (fds[i].ret != 0 && fds[i].fd >= 0) {
				sys_close_reset(fds[i].fd);
				fds[i].fd = -1;
				answered++;
			}
		}
	}
	for (int i = 0; i < SAMPLE; i++) {
		sys_close_reset(fds[i].fd);
	}
	if (result == 0) {
		ev = READING(r, loss);
		SET(ev, sent, sent);
		SET(ev, lost, sent - answered);
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
