/* SPDX-License-Identifier: Apache-2.0 */
/* This host's own firewall, read as text by who may read it (CAP_NET_ADMIN) and worked out for the
 * packets of this connection: the SYN on its way out, the answer on its way in. Nothing is sent.
 * Where nothing denies them for certain and nothing may, the verdict is "accept". */
#include "engine/child.h"
#include "probe/firewall_rules.h"
#include "probe/probes.h"
#include "sys/host.h"
#include "sys/priv_nft.h"

#include <errno.h>
#include <string.h>

enum { TEXT_MAX = 4 << 20, READ_US = 1500000, SOON_US = 2000000 };

static void free_json(json_t **json)
{
	json_decref(*json);
}

static bool broken_off(int r)
{
	return r == -ECANCELED || r == -ETIME;
}

/* nft's rules as an array, the caller's. 0; -ENOENT without nft, -EPERM when it printed none. */
static int read_nft(const struct probe_run *r, json_t **ret)
{
	auto_child struct sys_child child = SYS_CHILD_NONE;
	auto_with(free_json) json_t *root = NULL;
	struct child_text text = { .bytes = NULL };
	int got = sys_nft_start(&child);

	got = got == 0 ? child_read(r->run->loop, &child, TEXT_MAX, loop_now() + READ_US, &text)
	               : got;
	if (got == 0 && text.status == 0) {
		root = json_loadb(text.bytes, text.len, 0, NULL);
	}
	free(text.bytes);
	*ret = json_incref(json_object_get(root, "nftables"));
	return got < 0 ? got : json_is_array(*ret) ? 0 : -EPERM;
}

/* Adds the rules of the older iptables, where this host uses them. */
static int read_xt(const struct probe_run *r, json_t *rules)
{
	bool v6 = r->contact->a->addr.family == ADDR_V6;
	auto_child struct sys_child child = SYS_CHILD_NONE;
	struct child_text text = { .bytes = NULL };
	int got = sys_iptables_start(v6, &child);

	if (got < 0) {
		return got == -ENOENT ? 0 : got;
	}
	got = child_read(r->run->loop, &child, TEXT_MAX, loop_now() + READ_US, &text);
	if (got == 0) {
		got = text.status == 0 ? firewall_xt(rules, text.bytes, text.len, v6) : -EPERM;
	}
	free(text.bytes);
	return got;
}

/* The packet passes these hooks one after the other. Whether something was said for certain. */
static bool passes(const json_t *rules, const char *const *hooks, struct firewall_packet *p,
                   struct firewall_answer *a)
{
	bool certain = true;

	for (; *hooks != NULL; hooks++) {
		firewall_ask(rules, *hooks, p, a);
		if (a->said == FIREWALL_SAID_DENIED) {
			return true;
		}
		certain = certain && a->said == FIREWALL_SAID_ACCEPT;
	}
	a->said = certain ? FIREWALL_SAID_ACCEPT : FIREWALL_SAID_NOTHING;
	return certain;
}

static void turn_round(struct firewall_packet *p)
{
	*p = (struct firewall_packet){ .src = p->dst,
		                       .dst = p->src,
		                       .sport = p->dport,
		                       .uid = -1,
		                       .answer = true,
		                       .local = true };
}

static const char *const way_out[] = { "output", "postrouting", NULL };
static const char *const way_in[] = { "prerouting", "input", NULL };

/* Goes with the SYN and its answer. *ret_in: what was denied is so on the way in. */
static void follow(const struct probe_run *r, const json_t *rules, struct firewall_answer *ret,
                   bool *ret_in)
{
	const struct ev_route *route = r->contact->a->route;
	const char *dev = route->has.dev ? route->dev : NULL;
	bool local = route->has.type && route->type == ROUTE_LOCAL;
	struct sys_host host;
	struct firewall_packet p = { .dst = r->contact->a->addr,
		                     .dport = r->run->e->target.port,
		                     .iif = "",
		                     .oif = local ? "lo" : dev,
		                     .local = local };
	bool certain = true;

	sys_host(&host);
	p.uid = host.euid;
	if (route->has.src) {
		p.src = route->src;
	}
	*ret_in = false;
	certain = passes(rules, way_out, &p, ret);
	if (ret->said != FIREWALL_SAID_DENIED && local) {
		p.iif = "lo";
		p.oif = "";
		p.uid = -1;
		*ret_in = true;
		certain = passes(rules, way_in, &p, ret) && certain;
	}
	if (ret->said != FIREWALL_SAID_DENIED) {
		turn_round(&p);
		p.iif = local ? "lo" : dev;
		p.oif = "";
		*ret_in = true;
		certain = passes(rules, way_in, &p, ret) && certain;
	}
	if (ret->said != FIREWALL_SAID_DENIED && !certain) {
		ret->said = FIREWALL_SAID_NOTHING;
	}
}

static void record(const struct probe_run *r, const struct firewall_answer *a, bool in)
{
	struct ev_firewall *ev = READING(r, firewall);

	if (a->said == FIREWALL_SAID_DENIED) {
		SET(ev, incoming, in);
		SET_TEXT(r, ev, rule, a->rule, strlen(a->rule));
		SET_TEXT(r, ev, command, a->command, strlen(a->command));
		SET(ev, verdict, a->reject ? FIREWALL_REJECT : FIREWALL_DROP);
	} else if (a->said == FIREWALL_SAID_ACCEPT) {
		SET(ev, verdict, FIREWALL_ACCEPT);
	}
	run_changed(r->run);
}

static int observe(const struct probe_run *r)
{
	auto_with(free_json) json_t *rules = NULL;
	struct firewall_answer answer = { .said = FIREWALL_SAID_NOTHING };
	struct sys_host host;
	bool in = false;
	bool complete = true;
	int got = 0;

	sys_host(&host);
	if (host.net_admin != YES) {
		probe_skip(r, KIND_firewall, SKIP_NOT_PERMITTED);
		return 0;
	}
	got = read_nft(r, &rules);
	if (got == -ENOENT) { /* rules made without nft could be there all the same */
		complete = false;
		rules = json_array();
		got = rules != NULL ? 0 : -ENOMEM;
	}
	got = got == 0 ? read_xt(r, rules) : got;
	if (got < 0) {
		probe_skip_errno(r, KIND_firewall, got);
		return broken_off(got) ? got : 0;
	}
	follow(r, rules, &answer, &in);
	if (!complete && answer.said != FIREWALL_SAID_DENIED) {
		probe_skip(r, KIND_firewall, SKIP_UNSUPPORTED);
		return 0;
	}
	record(r, &answer, in);
	return 0;
}

static bool wanted(const struct probe_run *r)
{
	const struct attempt *a = r->contact->a;
	const struct ev_tcp *tcp = a->tcp;

	if (a->route == NULL) {
		return false;
	}
	return r->contact->overdue ||
	       (tcp != NULL && tcp->has.end && tcp->end != TCP_CONNECTED &&
	        (tcp->end == TCP_UNANSWERED || !tcp->has.took || tcp->took < SOON_US));
}

const struct probe probe_firewall = {
	.name = "firewall",
	.summary = "reads this host's own firewall rules, with root, for that packet",
	.scope = PROBE_PER_ADDRESS,
	.n_gives = 1,
	.gives = { KIND_firewall },
	.wanted = wanted,
	.observe = observe,
};
