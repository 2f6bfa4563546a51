/* SPDX-License-Identifier: Apache-2.0 */
/* For a target on this very host: who listens on the port, on which address, and from where that
 * program was started. */
#include "probe/probes.h"
#include "sys/host.h"
#include "sys/netlink.h"

#include <string.h>

static void fill_program(const struct probe_run *r, struct ev_listening *row, uint32_t inode)
{
	struct sys_program p;

	if (sys_program_of(inode, &p) != 0 || p.pid <= 0) {
		return;
	}
	SET(row, pid, p.pid);
	SET_TEXT(r, row, program, p.name, strnlen(p.name, sizeof(p.name)));
	if (p.started > 0) {
		SET(row, started, p.started);
	}
	if (p.file[0] != '\0') {
		SET_TEXT(r, row, file, p.file, strlen(p.file));
		SET(row, file_gone, p.file_gone);
	}
	if (p.place[0] != '\0') {
		SET_TEXT(r, row, place, p.place, strlen(p.place));
		SET(row, place_gone, p.place_gone);
	}
}

static void fill(const struct probe_run *r, const struct sys_listener *l)
{
	struct ev_listener *listener = READING(r, listener);
	struct ev_listening *row = ITEM(r, listener, sockets, listening);
	char user[33];

	SET(row, addr, l->addr);
	SET(row, v6_only, l->v6_only);
	SET(row, uid, l->uid);
	SET(row, queued, l->queued);
	SET(row, backlog, l->backlog);
	if (sys_user_name(l->uid, user, sizeof(user))) {
		SET_TEXT(r, row, user, user, strlen(user));
	}
	fill_program(r, row, l->inode);
}

static int observe(const struct probe_run *r)
{
	struct ev_listener *listener = READING(r, listener);
	struct ev_setting *setting = READING(r, setting);
	struct sys_listener all[SYS_LISTENERS_MAX];
	int n = sys_listeners(r->run->e->target.port, all, SYS_LISTENERS_MAX);

	SET(setting, same_host, true);
	if (n < 0) {
		probe_skip_errno(r, KIND_listener, n);
		return 0;
	}
	SET_LIST(listener, sockets);
	for (int i = 0; i < n && i < SYS_LISTENERS_MAX; i++) {
		fill(r, &all[i]);
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
