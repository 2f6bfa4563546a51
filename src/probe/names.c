/* SPDX-License-Identifier: Apache-2.0 */
/* Where addresses come from on this host, without asking anybody: the target itself, --resolve, the
 * hosts file; and the settings that say who is asked, resolv.conf and nsswitch.conf. */
#include "probe/probes.h"
#include "sys/files.h"
#include "sys/host.h"
#include "sys/link.h"
#include "wire/hosts.h"
#include "wire/nsswitch.h"
#include "wire/resolvconf.h"

#include <errno.h>
#include <string.h>

enum { FILE_MAX = 64 * 1024, GLIBC_MINOR = 36, MAX_LINKS = 64 };

static bool family_wanted(const struct run *run, const struct addr *addr)
{
	return !(run->options->only_v4 && addr->family != ADDR_V4) &&
	       !(run->options->only_v6 && addr->family != ADDR_V6);
}

static enum file_state state_of(int error)
{
	return error >= 0                             ? FILE_THERE
	       : error == -ENOENT                     ? FILE_MISSING
	       : error == -ENOTDIR || error == -ELOOP ? FILE_DANGLING
	                                              : FILE_UNREADABLE;
}

static void read_hosts(const struct probe_run *r, char *text)
{
	struct ev_hosts *hosts = READING(r, hosts);
	struct hosts_hits hits;
	int len = sys_read_text(run_root(r->run), "/etc/hosts", text, FILE_MAX);

	if (len < 0 && len != -ENOENT) {
		probe_skip(r, KIND_hosts, SKIP_NOT_PERMITTED);
		return;
	}
	hosts_find(text, len > 0 ? (size_t)len : 0, r->run->e->target.host, &hits);
	SET_LIST(hosts, lines);
	for (int i = 0; i < hits.n_hits; i++) {
		struct ev_hosts_line *line = ITEM(r, hosts, lines, hosts_line);
		const struct addr addr = addr_unmapped(&hits.hits[i].addr);

		SET(line, line, hits.hits[i].line);
		SET(line, addr, addr);
		if (family_wanted(r->run, &addr)) {
			(void)run_contact(r->run, &addr, 0);
		}
	}
	if (hosts != NULL && hits.n_found > hits.n_hits) {
		hosts->lines.cut = true;
	}
}

/* The index of an interface, of its name or a number; 0 where there is none such. */
static uint32_t interface_of(const char *name)
{
	auto_free struct sys_link *links = calloc(MAX_LINKS, sizeof(*links));
	int n = links != NULL ? sys_links(links, MAX_LINKS) : 0;

	for (int i = 0; i < n && i < MAX_LINKS; i++) {
		char number[16];
		struct buf buf;

		buf_init(&buf, number, sizeof(number));
		buf_int(&buf, links[i].ifindex);
		if (strcmp(links[i].name, name) == 0 || strcmp(number, name) == 0) {
			return links[i].ifindex;
		}
	}
	return 0;
}

/* A link-local address without an interface of this host is none that the C library can ask
 * (measured, glibc 2.36). */
static void take_server(const struct probe_run *r, struct ev_resolv *resolv,
                        const struct resolvconf_server *server)
{
	uint32_t scope = addr_link_local(&server->addr) ? interface_of(server->scope) : 0;
	struct ev_address *row = NULL;

	if (addr_link_local(&server->addr)) {
		if (scope == 0) {
			SET(resolv, bad_line, server->line);
			return;
		}
		SET(resolv, scope, scope);
	}
	row = ITEM(r, resolv, servers, address);
	SET(row, addr, server->addr);
}

static void read_resolv(const struct probe_run *r, char *text)
{
	struct ev_resolv *resolv = READING(r, resolv);
	struct resolvconf *conf = malloc(sizeof(*conf));
	int len = sys_read_text(run_root(r->run), "/etc/resolv.conf", text, FILE_MAX);

	SET(resolv, file, state_of(len));
	if (conf == NULL || (len < 0 && len != -ENOENT && len != -ENOTDIR && len != -ELOOP)) {
		free(conf);
		return;
	}
	resolvconf_parse(text, len > 0 ? (size_t)len : 0, conf);
	if (sys_env("RES_OPTIONS") != NULL) {
		resolvconf_options(sys_env("RES_OPTIONS"), strlen(sys_env("RES_OPTIONS")), conf);
	}
	SET_LIST(resolv, servers);
	for (int i = 0; i < conf->n_used && i < conf->n_servers; i++) {
		take_server(r, resolv, &conf->servers[i]);
	}
	if (conf->n_invalid > 0) {
		SET(resolv, bad_line, conf->invalid_line);
	}
	if (conf->crlf) {
		SET(resolv, crlf, true);
	}
	SET(resolv, n_servers, conf->n_listed);
	SET(resolv, ndots, conf->ndots);
	SET(resolv, timeout, conf->timeout * USEC_SEC);
	SET(resolv, attempts, conf->attempts);
	SET_LIST(resolv, search);
	for (int i = 0; i < conf->n_search; i++) {
		struct ev_word *word = ITEM(r, resolv, search, word);

		SET_TEXT(r, word, text, conf->search[i], strlen(conf->search[i]));
	}
	free(conf);
}

/* What stands behind "hosts:" in that line, its actions in [ ] included. */
static size_t hosts_services(const char *text, unsigned line, const char **ret)
{
	while (line-- > 1 && text != NULL) {
		text = strchr(text, '\n');
		text = text != NULL ? text + 1 : NULL;
	}
	text = text != NULL ? strchr(text, ':') : NULL;
	if (text == NULL) {
		return 0;
	}
	text += 1 + strspn(text + 1, " \t");
	*ret = text;
	return strcspn(text, "\r\n#");
}

static void read_nsswitch(const struct probe_run *r, char *text)
{
	struct ev_nsswitch *ev = READING(r, nsswitch);
	struct nsswitch conf;
	char services[256];
	struct buf buf;
	int len = sys_read_text(run_root(r->run), "/etc/nsswitch.conf", text, FILE_MAX);

	if (len < 0 && len != -ENOENT) {
		probe_skip(r, KIND_nsswitch, SKIP_NOT_PERMITTED);
		return;
	}
	nsswitch_parse(text, len > 0 ? (size_t)len : 0, GLIBC_MINOR, &conf);
	if (conf.line != 0) {
		SET(ev, line, conf.line);
	}
	buf_init(&buf, services, sizeof(services));
	for (int i = 0; i < conf.n_services; i++) {
		buf_puts(&buf, i > 0 ? " " : "");
		buf_puts(&buf, conf.services[i].name);
	}
	if (conf.line != 0 && buf.len > 0) {
		const char *words = services;
		size_t n = hosts_services(text, conf.line, &words);

		SET_TEXT(r, ev, services, words, n);
	} else {
		SET_TEXT(r, ev, services, services, buf.len);
	}
	SET(ev, asks_dns, conf.dns_after_files);
	SET(ev, asks_files, conf.files);
	SET(ev, asks_mdns, conf.mdns);
}

/* --resolve, as curl has it: that is what the program gets, whatever the name service says. */
static void take_override(const struct probe_run *r, const struct addr *addr)
{
	struct ev_nss *nss = READING(r, nss);
	struct ev_address *row = ITEM(r, nss, addrs, address);

	SET(row, addr, *addr);
	SET(nss, end, NSS_OK);
	(void)run_contact(r->run, addr, 0);
	r->run->names_done = true;
}

static int observe(const struct probe_run *r)
{
	struct run *run = r->run;
	const struct target *target = &run->e->target;
	auto_free char *text = NULL;

	if (run_proxied(run)) {
		struct addr none = { .family = ADDR_NONE };

		if (!run->proxy.broken) { /* else nothing can be asked */
			(void)run_contact(run, &none, 0);
		}
		run->names_done = true;
		return 0;
	}
	if (target->literal) {
		(void)run_contact(run, &target->addr, target->scope);
		run->names_done = true;
		return 0;
	}
	for (int i = 0; i < run->options->n_resolve; i++) {
		if (strcasecmp(run->options->resolve[i].name, target->host) == 0) {
			take_override(r, &run->options->resolve[i].addr);
		}
	}
	text = malloc(FILE_MAX);
	if (text == NULL || run->names_done) {
		return 0;
	}
	read_hosts(r, text);
	read_resolv(r, text);
	read_nsswitch(r, text);
	return 0;
}

static bool wanted(const struct probe_run *r)
{
	return !target_is_socket(&r->run->e->target);
}

const struct probe probe_names = {
	.name = "names",
	.summary = "reads the hosts file, resolv.conf and nsswitch.conf",
	.scope = PROBE_PER_RUN,
	.n_gives = 3,
	.gives = { KIND_hosts, KIND_resolv, KIND_nsswitch },
	.wanted = wanted,
	.observe = observe,
};
