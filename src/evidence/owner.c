/* SPDX-License-Identifier: Apache-2.0 */
/* Predicates of who owns the port, for a target on this host: which listening socket takes the
 * connection, and whether its program can be the one that was wanted. */
#include "evidence/owner.h"
#include "evidence/predicates.h"
#include "evidence/read.h"

#include <string.h>

enum { FIT_ADDRESS = 3, FIT_FAMILY = 2, FIT_BOTH = 1 };

static bool is_any(const struct addr *addr)
{
	static const uint8_t zero[sizeof(addr->bytes)];

	return memcmp(addr->bytes, zero, sizeof(zero)) == 0;
}

/* How well that socket fits the address: the kernel hands a connection to the one that is bound to
 * it, then to all of its family, then to both (ipv6(7), IPV6_V6ONLY). 0: not at all. */
static int fit(const struct ev_listening *l, const struct addr *addr)
{
	if (addr_equal(&l->addr, addr)) {
		return FIT_ADDRESS;
	}
	if (!is_any(&l->addr)) {
		return 0;
	}
	if (l->addr.family == addr->family) {
		return FIT_FAMILY;
	}
	return addr->family == ADDR_V4 && !l->v6_only ? FIT_BOTH : 0;
}

const struct ev_listening *port_owner(const struct attempt *a)
{
	const struct ev_listening *best = NULL;
	int most = 0;

	if (a == NULL || a->e->listener == NULL || !a->e->listener->has.sockets ||
	    a->e->listener->sockets.cut) {
		return NULL;
	}
	list_each(listening, l, &a->e->listener->sockets) {
		if (!l->has.addr || !l->has.v6_only) {
			return NULL; /* it may fit better */
		}
		if (fit(l, &a->addr) > most) {
			most = fit(l, &a->addr);
			best = l;
		}
	}
	return best;
}

/* Asks cond of the socket that takes the connection; UNKNOWN where that is not known. */
#define OWNER(a, l, cond)                                                                  \
	({                                                                                 \
		const struct ev_listening *l =                                             \
			KNOWN((a)->e, listener, sockets) ? port_owner(a) : NULL;           \
		ev_noted((a)->e->reads, F_listener_sockets, l != NULL ? (cond) : UNKNOWN); \
	})

/* Servers that speak one protocol and no other, by the name of their process (TASK_COMM_LEN: 15
 * letters). What serves anything, as nginx, python3 or java, is not here. */
static const struct {
	const char *program;
	const char *app;
} single[] = {
	{ "sshd", "ssh" },
	{ "sshd-session", "ssh" },
	{ "dropbear", "ssh" },
	{ "postgres", "postgres" },
	{ "mysqld", "mysql" },
	{ "mariadbd", "mysql" },
	{ "redis-server", "redis" },
	{ "valkey-server", "redis" },
	{ "mongod", "mongodb" },
	{ "mongos", "mongodb" },
	{ "slapd", "ldap" },
	{ "exim4", "smtp" },
	{ "memcached", "memcached" },
	{ "vsftpd", "ftp" },
};

static enum tri speaks_other(const struct ev_listening *l, const char *app)
{
	if (!l->has.program) {
		return UNKNOWN;
	}
	for (size_t i = 0; i < sizeof(single) / sizeof(single[0]); i++) {
		if (strcmp(single[i].program, l->program) == 0) {
			return tri_of(strcmp(single[i].app, app) != 0);
		}
	}
	return NO;
}

enum tri owner_speaks_other(const struct attempt *a)
{
	const char *app = target_schemes[a->e->target.scheme].app;

	if (app == NULL || a->e->role == ROLE_PROXY) {
		return NO;
	}
	return THEN(same_host(a), OWNER(a, l, speaks_other(l, app)));
}

enum tri owner_is_old(const struct attempt *a)
{
	return THEN(same_host(a),
	            OWNER(a, l, either(ITEM_IS(l, file_gone, true), ITEM_IS(l, place_gone, true))));
}

static enum tri same_text(bool known, const char *x, const char *y)
{
	return known ? tri_of(strcmp(x, y) == 0) : UNKNOWN;
}

/* Whoever may look into a process sees all of its sockets: then one that was found in it and one
 * that was found nowhere have two owners. */
static enum tri same_process(const struct ev_listening *l, const struct ev_listening *m)
{
	if (l->has.pid && m->has.pid) {
		return tri_of(l->pid == m->pid);
	}
	return l->has.pid || m->has.pid ? NO : UNKNOWN;
}

/* Not one program with several sockets or processes: another user's, or one of another name or in
 * another directory. */
static enum tri another_program(const struct ev_listening *l, const struct ev_listening *m)
{
	enum tri uid = l->has.uid && m->has.uid ? tri_of(l->uid == m->uid) : UNKNOWN;
	enum tri name = same_text(l->has.program && m->has.program, l->program, m->program);
	enum tri place = same_text(l->has.place && m->has.place, l->place, m->place);

	return both(not(same_process(l, m)), any3(not(uid), not(name), not(place)));
}

/* A client may meet either: one of them takes what the other does not, by chance or by family. */
static bool overlap(const struct addr *x, const struct addr *y)
{
	bool loopbacks = x->family != y->family && (x->bytes[0] == 127 || y->bytes[0] == 127);

	return is_any(x) || is_any(y) || loopbacks;
}

const struct ev_listening *other_owner(const struct attempt *a)
{
	const struct ev_listening *own = port_owner(a);

	if (own == NULL) {
		return NULL;
	}
	list_each(listening, l, &a->e->listener->sockets) {
		if (l != own && l->has.addr && overlap(&l->addr, &own->addr) &&
		    another_program(l, own) == YES) {
			return l;
		}
	}
	return NULL;
}

enum tri owned_twice(const struct attempt *a)
{
	return THEN(same_host(a), OWNER(a, own,
	                                other_owner(a) != NULL         ? YES
	                                : own->has.pid && own->has.uid ? NO
	                                                               : UNKNOWN));
}

/* What calls itself so is a service of its own and never somebody's web application. */
enum tri other_product(const struct attempt *a)
{
	return both(status_within(a, 400, 999), tri_of(a->http != NULL && a->http->has.server &&
	                                               text_has(a->http->server, "AirTunes")));
}
