/* SPDX-License-Identifier: Apache-2.0 */
/* How full this host's connection-tracking table is, read when an attempt gets no answer: a full
 * table drops new connections before they leave, as a firewall would. */
#include "probe/probes.h"
#include "sys/files.h"

static int observe(const struct probe_run *r)
{
	struct ev_tracking *ev = READING(r, tracking);
	static const char count[] = "/proc/sys/net/netfilter/nf_conntrack_count";
	static const char limit[] = "/proc/sys/net/netfilter/nf_conntrack_max";
	int64_t entries = 0;
	int64_t most = 0;

	if (sys_read_number(SYS_ROOT_HOST, count, &entries) < 0 ||
	    sys_read_number(SYS_ROOT_HOST, limit, &most) < 0 || most <= 0) {
		SET(ev, entries, 0); /* nothing is tracked here */
		return 0;
	}
	SET(ev, entries, entries);
	SET(ev, most, most);
	return 0;
}

static bool wanted(const struct probe_run *r)
{
	for (int i = 0; i < r->run->n_contacts; i++) {
		if (r->run->contacts[i].overdue) {
			return true;
		}
	}
	return false;
}

const struct probe probe_tracking = {
	.name = "tracking",
	.summary = "reads how full the connection-tracking table is",
	.scope = PROBE_PER_RUN,
	.n_gives = 1,
	.gives = { KIND_tracking },
	.wanted = wanted,
	.observe = observe,
};
