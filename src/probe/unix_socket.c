/* SPDX-License-Identifier: Apache-2.0 */
/* A socket of the file system instead of an address (unix(7)): connect() answers at once, and its
 * errno says whether the file is missing, stale, forbidden or of another type. */
#include "probe/probes.h"

#include <errno.h>

static int observe(const struct probe_run *r)
{
	struct addr none = { .family = ADDR_NONE };
	struct contact *c = run_contact(r->run, &none, 0);
	struct probe_run at = { .run = r->run, .contact = c };
	usec_t began = loop_now();
	struct ev_tcp *tcp = NULL;
	int fd = -1;

	if (c == NULL) {
		return 0;
	}
	c->began = began;
	fd = sys_connect_unix(run_root(r->run), r->run->e->target.host);
	tcp = READING(&at, tcp);
	SET(tcp, took, loop_now() - began);
	SET(tcp, icmp, false);
	if (fd >= 0) {
		c->stream = stream_new(r->run->loop, fd);
		SET(tcp, end, TCP_CONNECTED);
	} else {
		SET(tcp, error, probe_errno(-fd));
		SET(tcp, end, TCP_ERROR);
	}
	return 0;
}

static bool wanted(const struct probe_run *r)
{
	return target_is_socket(&r->run->e->target);
}

const struct probe probe_unix_socket = {
	.name = "unix_socket",
	.summary = "connects to a socket of the file system",
	.scope = PROBE_PER_RUN,
	.n_gives = 0,
	.wanted = wanted,
	.observe = observe,
};
