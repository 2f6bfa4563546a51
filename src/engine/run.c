/* SPDX-License-Identifier: Apache-2.0 */
/* One run: its contacts, its TLS, its child runs. */
#include "engine/run.h"
#include "engine/tasks.h"
#include "sys/files.h"
#include "sys/host.h"
#include "sys/idn.h"
#include "sys/link.h"
#include "sys/wall.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_DEPTH = 4, CHILD_MARGIN_US = 40000 }; /* a child ends before its parent's probes */

void run_changed(struct run *run)
{
	for (; run != NULL; run = run->parent) {
		loop_signal(&run->changed);
	}
}

/* A socket file is tried before all addresses. */
static void to_front(struct evidence *e, struct attempt *a)
{
	for (struct attempt **at = &e->first; *at != NULL; at = &(*at)->next) {
		if (*at == a) {
			*at = a->next;
			a->next = e->first;
			e->first = a;
			return;
		}
	}
}

struct contact *run_contact(struct run *run, const struct addr *addr, uint32_t scope)
{
	struct contact *c = NULL;

	for (int i = 0; i < run->n_contacts; i++) {
		if (addr_equal(&run->contacts[i].a->addr, addr)) {
			return &run->contacts[i];
		}
	}
	if (run->n_contacts < STORE_MAX_ADDRESSES && !run->over) {
		struct attempt *a = store_attempt(run->store, run->e, addr);

		if (a != NULL && addr->family == ADDR_NONE) {
			to_front(run->e, a);
		}
		if (a != NULL) {
			c = &run->contacts[run->n_contacts++];
			*c = (struct contact){ .a = a, .scope = scope };
		}
	}
	return c;
}

void run_order(struct run *run, const struct ev_list *addresses)
{
	struct attempt *rest = run->e->first;
	struct attempt **end = &run->e->first;

	run->e->first = NULL;
	if (rest != NULL && rest->addr.family == ADDR_NONE) { /* see to_front() */
		run->e->first = rest;
		end = &rest->next;
		rest = rest->next;
	}
	list_each(address, x, addresses) {
		for (struct attempt **at = &rest; *at != NULL; at = &(*at)->next) {
			if (addr_equal(&(*at)->addr, &x->addr)) {
				struct attempt *found = *at;

				*at = found->next;
				found->next = NULL;
				*end = found;
				end = &found->next;
				break;
			}
		}
	}
	*end = rest;
}

void run_socket_options(const struct run *run, const struct addr *addr,
                        struct sys_socket_options *ret)
{
	*ret = (struct sys_socket_options){ .family = addr->family,
		                            .source = run->options->source,
		                            .source_dev = run->options->source_dev };
}

struct sys_route_query run_route_query(const struct run *run, const struct addr *addr,
                                       uint32_t scope)
{
	const char *dev = run->options->source_dev;
	struct sys_route_query query;

	sys_route_query_init(&query, addr);
	query.src = run->options->source;
	query.ifindex = scope == 0 && dev != NULL ? sys_link_index(dev) : scope;
	return query;
}

int run_root(const struct run *run)
{
	return run->options->place.files ? run->options->place.root : SYS_ROOT_HOST;
}

int run_tls(struct run *run, const struct tls_module **ret_module,
            const struct tls_trust **ret_trust)
{
	struct engine *engine = run->engine;

	if (engine->tls == NULL) {
		int r = engine->tls_error != 0 ? engine->tls_error : tls_load(&engine->tls);

		if (r < 0) {
			engine->tls_error = r;
			return r;
		}
		(void)tls_trust(engine->tls, run->options->cacert, run_root(run), &engine->trust);
	}
	*ret_module = engine->tls;
	*ret_trust = &engine->trust;
	return 0;
}

/* The files that docker and podman leave in each of their containers, and the variable by which
 * systemd-nspawn, podman and LXC say what they are (systemd.io/CONTAINER_INTERFACE). */
static bool in_container(const struct run *run)
{
	int root = run_root(run);

	return sys_exists(root, "/.dockerenv") == 1 ||
	       sys_exists(root, "/run/.containerenv") == 1 ||
	       (!run->options->place.files && sys_env("container") != NULL);
}

/* Where it is made, when that is not where naze was started. */
static void describe_place(const struct probe_run *r, struct ev_from *from,
                           const struct run_place *place)
{
	SET(from, container, in_container(r->run));
	if (place->netns != NULL) {
		SET_TEXT(r, from, netns, place->netns, strlen(place->netns));
	}
	if (place->container != NULL) {
		SET_TEXT(r, from, container_name, place->container, strlen(place->container));
	}
	if (place->pid > 0) {
		SET(from, pid, place->pid);
	}
	if (place->program != NULL && place->program[0] != '\0') {
		SET_TEXT(r, from, program, place->program, strlen(place->program));
	}
	if (place->musl) {
		SET_TEXT(r, from, libc, "musl", 4);
	}
}

static void describe_setting(struct run *run)
{
	struct probe_run r = { .run = run };
	struct ev_setting *setting = READING(&r, setting);
	struct ev_from *from = READING(&r, from);
	struct sys_host host = { .uid = 0 };
	usec_t at = sys_wall_clock();

	SET(setting, at, at / USEC_SEC);
	SET(setting, at_us, at % USEC_SEC);
	SET(setting, timeout, run->deadline - run->began);
	SET(setting, no_extra, run->options->no_extra);
	if (run->options->only_v4 || run->options->only_v6) {
		SET(setting, only, run->options->only_v4 ? FAMILY_V4 : FAMILY_V6);
	}
	if (run->parent != NULL) {
		return;
	}
	describe_place(&r, from, &run->options->place);
	sys_host(&host);
	SET_TEXT(&r, from, host, host.name, strlen(host.name));
	SET_TEXT(&r, from, user, host.user, strlen(host.user));
	SET(from, uid, host.euid);
	SET(from, utc_offset, host.utc_offset);
	if (host.net_admin != UNKNOWN) {
		SET(from, net_admin, host.net_admin == YES);
	}
	if (host.clock_synchronised != UNKNOWN) {
		SET(from, clock_synced, host.clock_synchronised == YES);
	}
}

/* A name in its own script becomes what DNS, SNI, Host and CONNECT carry (RFC 5891), as curl makes
 * it; where it cannot be made it stays as it is, and the name service says the rest. */
static void to_ascii(struct target *target)
{
	char label[TARGET_HOST_MAX];
	bool ascii = true;

	for (const char *p = target->host; *p != '\0'; p++) {
		ascii = ascii && (unsigned char)*p < 0x80;
	}
	if (!ascii && !target_is_socket(target) && !target->flawed_is_fatal &&
	    sys_idn_to_ascii(target->host, label, sizeof(label)) == 0) {
		memcpy(target->host, label, strlen(label) + 1);
	}
}

/* The client's own settings come before all else: they may lead to another host. */
static void prepare(const struct probe_run *r)
{
	const char *app = target_schemes[r->run->e->target.scheme].app;

	for (const struct protocol *const *p = r->run->protocols; app != NULL && *p != NULL; p++) {
		if (strcmp((*p)->app, app) == 0 && (*p)->prepare != NULL &&
		    !r->run->e->target.flawed_is_fatal && r->run->e->role != ROLE_PROXY) {
			(void)(*p)->prepare(r);
		}
	}
}

void run_go(struct run *run)
{
	struct probe_run r = { .run = run };
	struct ev_setting *setting = NULL;
	enum run_end end = RUN_DONE;

	run->began = loop_now();
	run->protocols = run->engine->setup->protocols;
	describe_setting(run);
	to_ascii(&run->e->target);
	prepare(&r);
	if (run->e->role != ROLE_PROXY) {
		proxy_choose(&run->e->target, sys_env, run->options->proxy, &run->proxy);
		to_ascii(&run->proxy.proxy);
	}
	end = tasks_to_the_end(run);
	setting = READING(&r, setting);
	SET(setting, ended, end);
	SET(setting, took, loop_now() - run->began);
	free(take_ptr(run->own));
}

/* What a first server said of the time holds for what it redirects to. */
static void tell_time(const struct evidence *from, struct run *to)
{
	struct probe_run r = { .run = to };
	struct ev_clock *clock = from->clock != NULL ? READING(&r, clock) : NULL;

	if (clock != NULL) {
		clock->offset = from->clock->offset;
		clock->source = from->clock->source;
		clock->has = from->clock->has;
	}
}

struct evidence *run_child(const struct probe_run *r, enum role role, const struct target *target,
                           struct stream **ret_stream)
{
	struct run *parent = r->run;
	struct evidence *e = NULL;
	struct run *run = NULL;
	int depth = 0;

	assert(parent != NULL);
	for (const struct run *up = parent; up != NULL; up = up->parent) {
		depth++;
	}
	run = depth < MAX_DEPTH * 3 ? calloc(1, sizeof(*run)) : NULL;
	e = run != NULL ? store_run(parent->store, role, parent->e->index, target) : NULL;
	if (e != NULL) {
		*run = (struct run){ .engine = parent->engine,
			             .loop = parent->loop,
			             .store = parent->store,
			             .e = e,
			             .options = parent->options,
			             .parent = parent,
			             .redirects = parent->redirects + (role == ROLE_REDIRECT),
			             .hand_over = ret_stream,
			             .deadline = parent->deadline - CHILD_MARGIN_US };
		tell_time(parent->e, run);
		parent->child = run;
		run_go(run);
		parent->child = NULL;
		run_changed(parent);
	}
	free(run);
	return e;
}
