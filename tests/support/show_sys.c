/* SPDX-License-Identifier: Apache-2.0 */
/* Prints what the functions of src/sys return, to be held against ip, ss and getent by hand or by a
 * script. Not a test and not installed.
 * usage: show_sys route ADDRESS [SOURCE] | why ADDRESS [PORT] | table ADDRESS TABLE | rules |
 *        neighbour IFINDEX ADDRESS | links | addresses | default | listeners [PORT] |
 *        count ADDRESS PORT | read ROOT PATH | hashed DIR | nss NAME [4|6] | run PROGRAM [ARGS] |
 *        host | idn NAME | counters | nft | --helper nss NAME FAMILY */
#include "base/addr.h"
#include "base/buf.h"
#include "base/cleanup.h"
#include "base/time.h"
#include "sys/counters.h"
#include "sys/files.h"
#include "sys/host.h"
#include "sys/idn.h"
#include "sys/netlink.h"
#include "sys/nss_helper.h"
#include "sys/priv_nft.h"
#include "sys/spawn.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static const char *const types[N_SYS_ROUTE_TYPES] = {
	"none",        "unicast",  "local", "broadcast",  "multicast", "blackhole",
	"unreachable", "prohibit", "throw", "bad_source", "other",
};
static const char *const states[N_SYS_NEIGHBOUR_STATES] = {
	"none",  "incomplete", "reachable", "stale",     "delay",
	"probe", "failed",     "noarp",     "permanent",
};

static usec_t now(void)
{
	struct timespec ts;

	(void)clock_gettime(CLOCK_MONOTONIC, &ts);
	return (usec_t)ts.tv_sec * USEC_SEC + ts.tv_nsec / 1000;
}

static struct addr address(const char *text)
{
	struct addr a = { .family = ADDR_NONE };

	if (addr_parse(text, strlen(text), &a) < 0) {
		(void)fprintf(stderr, "not an address: %s\n", text);
		exit(2);
	}
	return a;
}

static int64_t number(const char *text)
{
	int64_t n = 0;

	(void)str_to_int(text, strlen(text), &n);
	return n;
}

static void print_addr(const char *name, const struct addr *a)
{
	char text[64];
	struct buf b;

	buf_init(&b, text, sizeof(text));
	addr_format(&b, a);
	(void)printf(" %s=%s", name, text);
}

static void print_route(const struct sys_route *r)
{
	(void)printf("%s errno=%d dev=%s(%u)", types[r->type], r->error, r->dev, r->ifindex);
	print_addr("src", &r->src);
	print_addr("gateway", &r->gateway);
	print_addr("prefix", &r->prefix);
	(void)printf("/%u known=%d table=%u metric=%u proto=%u mtu=%u%s%s%s%s\n", r->prefix_len,
	             r->has_prefix, r->table, r->priority, r->protocol, r->mtu,
	             r->mtu_learned ? " learned" : "", r->on_link ? " on-link" : "",
	             r->linkdown ? " linkdown" : "", r->multipath ? " multipath" : "");
}

static void print_rule(const struct sys_rule *r)
{
	(void)printf("%u:%s", r->priority, r->inverted ? " not" : "");
	print_addr("from", &r->src);
	(void)printf("/%u", r->src_len);
	print_addr("to", &r->dst);
	(void)printf("/%u mark=%x/%x iif=%s oif=%s uids=%d:%u-%u dport=%u-%u sport=%d proto=%u "
	             "l3mdev=%d suppress=%d action=%d table=%u goto=%u\n",
	             r->dst_len, r->fwmark, r->fwmask, r->iif, r->oif, r->has_uids, r->uid_from,
	             r->uid_to, r->dport_from, r->dport_to, r->has_sport, r->ip_proto, r->l3mdev,
	             r->suppress_len, (int)r->action, r->table, r->target);
}

static int show_route(int argc, char **argv)
{
	const struct addr dst = address(argv[0]);
	struct sys_route_query q;
	struct sys_route route;
	int r;

	sys_route_query_init(&q, &dst);
	if (argc > 1) {
		q.src = address(argv[1]);
	}
	r = sys_route_get(&q, &route);
	if (r == 0) {
		print_route(&route);
	}
	return r;
}

static int show_why(int argc, char **argv)
{
	const struct addr dst = address(argv[0]);
	struct sys_route_query q;
	struct sys_route_why why;
	struct sys_route route;
	int r;

	sys_route_query_init(&q, &dst);
	q.port = argc > 1 ? (uint16_t)number(argv[1]) : 0;
	if (sys_route_get(&q, &route) == 0) {
		q.src = route.src;
	}
	r = sys_route_why(&q, &why);
	if (r == 0) {
		(void)printf("found=%d unsure=%d stock=%d other_rules_hit=%d rule ", why.found,
		             why.unsure, why.stock, why.other_rules_hit);
		print_rule(&why.rule);
		print_route(&why.route);
	}
	return r;
}

static int show_table(char **argv)
{
	const struct addr dst = address(argv[0]);
	struct sys_route_query q;
	struct sys_route route;
	int r;

	sys_route_query_init(&q, &dst);
	r = sys_route_in_table(&q, (uint32_t)number(argv[1]), &route);
	if (r == 0) {
		print_route(&route);
	}
	return r;
}

static int show_rules(void)
{
	struct sys_rule rules[SYS_RULES_MAX];

	for (int f = ADDR_V4; f < N_ADDR_FAMILIES; f++) {
		const int n = sys_rules((enum addr_family)f, rules, SYS_RULES_MAX);

		(void)printf("family %d: %d\n", f, n);
		for (int i = 0; i < n; i++) {
			print_rule(&rules[i]);
		}
	}
	return 0;
}

static int show_neighbour(char **argv)
{
	const struct addr a = address(argv[1]);
	struct sys_neighbour n;
	const int r = sys_neighbour((uint32_t)number(argv[0]), &a, &n);

	if (r == 0) {
		(void)printf("%s lladdr=%d %02x:..:%02x\n", states[n.state], n.has_lladdr,
		             n.lladdr[0], n.lladdr[5]);
	}
	return r;
}

static int show_links(void)
{
	static struct sys_link links[SYS_LINKS_MAX];
	const int n = sys_links(links, SYS_LINKS_MAX);

	for (int i = 0; i < n; i++) {
		const struct sys_link *l = &links[i];

		(void)printf("%u %s kind=%s up=%d carrier=%d state=%d lo=%d mtu=%u master=%u "
		             "ports=%u/%u\n",
		             l->ifindex, l->name, l->kind, l->up, l->carrier, (int)l->state,
		             l->loopback, l->mtu, l->master, l->n_ports_up, l->n_ports);
	}
	return n;
}

static int show_addresses(void)
{
	static struct sys_address all[SYS_ADDRESSES_MAX];
	const int n = sys_addresses(all, SYS_ADDRESSES_MAX);

	for (int i = 0; i < n; i++) {
		const struct sys_address *a = &all[i];

		(void)printf("%u", a->ifindex);
		print_addr("addr", &a->addr);
		(void)printf("/%u scope=%d preferred=%d deprecated=%d tentative=%d dadfailed=%d "
		             "temporary=%d permanent=%d\n",
		             a->prefix_len, (int)a->scope, a->preferred, a->deprecated,
		             a->tentative, a->dad_failed, a->temporary, a->permanent);
	}
	return n;
}

static int show_listeners(uint16_t port)
{
	struct sys_listener all[SYS_LISTENERS_MAX];
	const int n = sys_listeners(port, all, SYS_LISTENERS_MAX);

	for (int i = 0; i < n && i < SYS_LISTENERS_MAX; i++) {
		const struct sys_listener *l = &all[i];
		struct sys_program p = { .pid = 0 };
		const int r = sys_program_of(l->inode, &p);

		print_addr("addr", &l->addr);
		(void)printf(" port=%u any=%d loopback=%d v6only=%d uid=%u queue=%u/%u "
		             "program=%d:%s(%d)\n",
		             l->port, l->any, l->loopback, l->v6_only, l->uid, l->queued,
		             l->backlog, r, p.name, p.pid);
	}
	return n;
}

static int show_count(char **argv)
{
	const struct addr a = address(argv[0]);
	struct sys_tcp_counts c;
	const int r = sys_tcp_count(&a, (uint16_t)number(argv[1]), &c);

	if (r == 0) {
		(void)printf(
			"total=%u syn=%u est=%u close_wait=%u time_wait=%u closing=%u cut=%d\n",
			c.total, c.syn_sent, c.established, c.close_wait, c.time_wait, c.closing,
			c.cut);
	}
	return r;
}

static int show_read(char **argv)
{
	auto_close int root = strcmp(argv[0], "/") == 0 ? SYS_ROOT_HOST : sys_root_open(argv[0]);
	char text[256];
	bool cut = false;
	int r;

	if (root < 0 && root != SYS_ROOT_HOST) {
		return root;
	}
	r = sys_read(root, argv[1], text, sizeof(text), &cut);
	(void)printf("exists=%d read=%d cut=%d [%.*s]\n", sys_exists(root, argv[1]), r, cut,
	             r > 0 ? r : 0, text);
	return r;
}

/* Everything a child writes, for at most 5 s. */
static size_t drain(const struct sys_child *c, char *text, size_t size)
{
	size_t n = 0;

	while (n < size) {
		struct pollfd p = { .fd = c->out, .events = POLLIN };
		const ssize_t r = poll(&p, 1, 5000) == 1 ? read(c->out, text + n, size - n) : 0;

		if (r <= 0) {
			break;
		}
		n += (size_t)r;
	}
	return n;
}

static int finish(struct sys_child *c, usec_t start)
{
	const usec_t started = now() - start;
	static char text[65536];
	const size_t n = drain(c, text, sizeof(text));
	struct pollfd p = { .fd = c->pidfd, .events = POLLIN };
	int status = -2;

	(void)poll(&p, 1, 1000);
	(void)sys_child_reap(c, &status);
	(void)printf("started_us=%lld status=%d bytes=%zu\n%.*s\n", (long long)started, status, n,
	             n < 2000 ? (int)n : 2000, text);
	return (int)n;
}

static int show_run(char **argv)
{
	auto_child struct sys_child c = SYS_CHILD_NONE;
	const usec_t start = now();
	const int r = sys_spawn((const char *const *)argv, NULL, SYS_SPAWN_ERRORS, &c);

	return r < 0 ? r : finish(&c, start);
}

static int show_nss(int argc, char **argv)
{
	const char *const args[] = { argv[0], argc > 1 ? argv[1] : "0", NULL };
	auto_child struct sys_child c = SYS_CHILD_NONE;
	char text[SYS_NSS_TEXT_MAX];
	struct sys_nss nss;
	const usec_t start = now();
	int r = sys_spawn_self("nss", args, SYS_SPAWN_PLAIN, &c);

	if (r < 0) {
		return r;
	}
	r = sys_nss_parse(text, drain(&c, text, sizeof(text)), &nss);
	(void)printf("parse=%d end=%s errno=%d took=%lld all=%lld cut=%d\n", r,
	             sys_nss_word(nss.end), nss.error, (long long)nss.took,
	             (long long)(now() - start), nss.cut);
	for (size_t i = 0; i < nss.n; i++) {
		print_addr("addr", &nss.addrs[i].addr);
		(void)printf("%%%u\n", nss.addrs[i].scope);
	}
	return r;
}

static int show_host(void)
{
	struct sys_host h;

	sys_host(&h);
	(void)printf("%s %s %s user=%s uid=%u euid=%u net_admin=%d net_raw=%d utc=%d sync=%d "
	             "fds=%lld/%llu ports=%u-%u\n",
	             h.name, h.kernel, h.machine, h.user, h.uid, h.euid, (int)h.net_admin,
	             (int)h.net_raw, h.utc_offset, (int)h.clock_synchronised, (long long)h.fd_open,
	             (unsigned long long)h.fd_limit, h.port_first, h.port_last);
	return 0;
}

static int show_idn(const char *name)
{
	char text[256];
	const int r = sys_idn_to_ascii(name, text, sizeof(text));

	(void)printf("%s\n", r == 0 ? text : "-");
	return r;
}

static int show_counters(void)
{
	static char text[SYS_COUNTERS_MAX];
	int r = sys_counters_snmp(text, sizeof(text));

	(void)printf("snmp %d", r);
	r = sys_counters_netstat(text, sizeof(text));
	(void)printf(" netstat %d", r);
	r = sys_counters_snmp6(text, sizeof(text));
	(void)printf(" snmp6 %d", r);
	r = sys_counters_conntrack(text, sizeof(text));
	(void)printf(" conntrack %d\n", r);
	return r;
}

static int show_nft(void)
{
	auto_child struct sys_child c = SYS_CHILD_NONE;
	const usec_t start = now();
	const int r = sys_nft_start(&c);

	return r < 0 ? r : finish(&c, start);
}

static int show_default(void)
{
	const int v4 = sys_has_default_route(ADDR_V4);
	const int v6 = sys_has_default_route(ADDR_V6);

	(void)printf("v4=%d v6=%d\n", v4, v6);
	return 0;
}

static int show_network(const char *what, int argc, char **argv)
{
	if (strcmp(what, "route") == 0 && argc) {
		return show_route(argc, argv);
	}
	if (strcmp(what, "why") == 0 && argc) {
		return show_why(argc, argv);
	}
	if (strcmp(what, "table") == 0 && argc > 1) {
		return show_table(argv);
	}
	if (strcmp(what, "rules") == 0) {
		return show_rules();
	}
	if (strcmp(what, "neighbour") == 0 && argc > 1) {
		return show_neighbour(argv);
	}
	if (strcmp(what, "links") == 0) {
		return show_links();
	}
	if (strcmp(what, "addresses") == 0) {
		return show_addresses();
	}
	if (strcmp(what, "default") == 0) {
		return show_default();
	}
	if (strcmp(what, "listeners") == 0) {
		return show_listeners(argc ? (uint16_t)number(argv[0]) : 0);
	}
	if (strcmp(what, "count") == 0 && argc > 1) {
		return show_count(argv);
	}
	return -ENOTSUP;
}

static int show_host_side(const char *what, int argc, char **argv)
{
	if (strcmp(what, "read") == 0 && argc > 1) {
		return show_read(argv);
	}
	if (strcmp(what, "hashed") == 0 && argc) {
		return sys_hashed_dir(SYS_ROOT_HOST, argv[0]);
	}
	if (strcmp(what, "nss") == 0 && argc) {
		return show_nss(argc, argv);
	}
	if (strcmp(what, "run") == 0 && argc) {
		return show_run(argv);
	}
	if (strcmp(what, "host") == 0) {
		return show_host();
	}
	if (strcmp(what, "idn") == 0 && argc) {
		return show_idn(argv[0]);
	}
	if (strcmp(what, "counters") == 0) {
		return show_counters();
	}
	if (strcmp(what, "nft") == 0) {
		return show_nft();
	}
	return -ENOTSUP;
}

int main(int argc, char **argv)
{
	usec_t start;
	int r;

	if (argc > 3 && strcmp(argv[1], "--helper") == 0 && strcmp(argv[2], "nss") == 0) {
		return sys_nss_helper(argc - 3, argv + 3);
	}
	if (argc < 2) {
		return 2;
	}
	start = now();
	r = show_network(argv[1], argc - 2, argv + 2);
	if (r == -ENOTSUP) {
		r = show_host_side(argv[1], argc - 2, argv + 2);
	}
	(void)printf("-> %d, %lld us\n", r, (long long)(now() - start));
	return r < 0;
}
