/* SPDX-License-Identifier: Apache-2.0 */
/* For a target on this very host: who listens on the port, and on which address. */
#include "probe/probes.h"
#include "sys/netlink.h"

#include <string.h>

static int observe(const struct probe_run *r)
{
	struct ev_listener *listener = READING(r, listener);
	struct ev_setting *setting = READING(r, setting);
	struct sys_listener all[SYS_LISTENERS_MAX];
	int n = sys_listeners(r->run->e->target.port, all, SYS_LISTENERS_MAX);

	SET(setting, same_host, true);
	if (n < 0) {
		probe_skip(r, KIND_listener, SKIP_UNSUPPORTED);
		return 0;
	}
	SET_LIST(listener, sockets);
	for (int i = 0; i < n && i < SYS_LISTENERS_MAX; i++) {
		struct ev_listening *row = ITEM(r, listener, sockets, listening);
		struct sys_program program;

		SET(row, addr, all[i].addr);
		SET(row, v6_only, all[i].v6_only);
		SET(row, uid, all[i].uid);
		SET(row, queued, all[i].queued);
		SET(row, backlog, all[i].backlog);
		if (sys_program_of(all[i].inode, &program) == 0 && program.pid > 0) {
			SET(row, pid, program.pid);
			SET_TEXT(r, row, program, program.name,
			         strnlen(program.name, sizeof(program.name)));
		}
	}
	SET(listener, any, n > 0);
	return 0;
}

static bool wanted(const struct probe_run *r)
{
	for (int i = 0; i < r->run->n_contacts; i++) {
		if (same_host(r->run->contacts[i].a) == YES) {
			return true;
		}
	}
	return false;
}

const struct probe probe_listener = {
	.name = "listener",
	.summary = "reads who listens on the port, for a target on this host",
	.scope = PROBE_PER_RUN,
	.n_gives = 1,
	.gives = { KIND_listener },
	.wanted = wanted,
	.observe = observe,
};
