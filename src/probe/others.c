/* SPDX-License-Identifier: Apache-2.0 */
/* Addresses that a program does not get but a name server gives: tried only when none of the
 * program's own works, because then they tell whether the hosts file, the search list or one
 * server's answer is the fault. */
#include "probe/probes.h"

static bool failed(const struct contact *c)
{
	const struct ev_tcp *tcp = c->a->tcp;
	bool no_connection = tcp != NULL && tcp->has.end && tcp->end != TCP_CONNECTED;

	return no_connection || c->overdue || through(c->a) == NO ||
	       (c->talked && through(c->a) != YES);
}

static void add_all(const struct probe_run *r)
{
	int before = r->run->n_contacts;

	list_each(dns_reply, row, &r->run->e->dns->replies) {
		if (!row->has.addrs) {
			continue;
		}
		list_each(address, x, &row->addrs) {
			(void)run_contact(r->run, &x->addr, 0);
		}
	}
	if (r->run->n_contacts != before) {
		run_changed(r->run);
	}
}

/* Goes on as long as the run: answers may still come in. */
static int observe(const struct probe_run *r)
{
	unsigned seen = r->run->changed.count;
	int result = 0;

	while (result == 0) {
		add_all(r);
		result = loop_wait_event(r->run->loop, &r->run->changed, &seen, 0);
	}
	return result;
}

static bool wanted(const struct probe_run *r)
{
	const struct evidence *e = r->run->e;
	bool one = false;

	/* while NSS has not spoken only the hosts file can say that DNS is not what counts */
	bool known = e->nss != NULL || (e->hosts != NULL && e->hosts->lines.first != NULL);

	if (e->dns == NULL || e->dns->replies.first == NULL || r->run->options->no_extra ||
	    !known) {
		return false;
	}
	for (int i = 0; i < r->run->n_contacts; i++) {
		if (given(r->run->contacts[i].a) == NO) {
			continue;
		}
		one = true;
		if (!failed(&r->run->contacts[i])) {
			return false;
		}
	}
	return one;
}

const struct probe probe_others = {
	.name = "others",
	.summary = "tries the addresses that only a name server gives, when the program's fail",
	.scope = PROBE_PER_RUN,
	.n_gives = 0,
	.wanted = wanted,
	.observe = observe,
};
