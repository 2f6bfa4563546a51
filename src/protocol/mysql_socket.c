/* SPDX-License-Identifier: Apache-2.0 */
/* MySQL's clients take the name localhost for a socket file (the manual of mysql, --protocol), and
 * a URL that no port stands in means the same to them. The socket is an attempt of its own, without
 * an address, where it can be connected to; otherwise only the reading says that it could not. */
#include "protocol/mysql_settings.h"
#include "protocol/protocols.h"

#include <string.h>

static void connect_to(const struct probe_run *r, struct ev_local_socket *ev,
                       const struct mysql_settings *s)
{
	struct addr none = { .family = ADDR_NONE };
	usec_t began = loop_now();
	int fd = sys_connect_unix(run_root(r->run), s->socket);
	struct contact *c = fd >= 0 ? run_contact(r->run, &none, 0) : NULL;
	struct probe_run at = { .run = r->run, .contact = c };
	struct ev_tcp *tcp = NULL;

	SET(ev, connected, fd >= 0);
	if (fd < 0) {
		SET(ev, error, probe_errno(-fd));
		return;
	}
	if (c == NULL) {
		(void)close(fd);
		return;
	}
	c->began = began;
	c->stream = stream_new(r->run->loop, fd);
	tcp = READING(&at, tcp);
	SET(tcp, took, loop_now() - began);
	SET(tcp, icmp, false);
	SET(tcp, end, TCP_CONNECTED);
}

/* What says that TCP is meant. */
static bool tcp_is_meant(const struct run *run, const struct mysql_settings *s)
{
	const struct run_options *o = run->options;

	return s->tcp || run_proxied(run) || o->only_v4 || o->only_v6 || o->source_dev != NULL ||
	       o->source.family != ADDR_NONE || o->n_resolve > 0;
}

static int observe(const struct probe_run *r)
{
	struct ev_local_socket *ev = READING(r, local_socket);
	struct mysql_settings s;

	mysql_settings(&r->run->e->target, run_root(r->run), &s);
	if (tcp_is_meant(r->run, &s)) {
		SET(ev, used, false);
	} else {
		SET(ev, used, true);
		SET_TEXT(r, ev, path, s.socket, strlen(s.socket));
		SET_TEXT(r, ev, from, s.socket_from, strlen(s.socket_from));
		connect_to(r, ev, &s);
	}
	explicit_bzero(&s, sizeof(s));
	return 0;
}

static bool wanted(const struct probe_run *r)
{
	const struct target *t = &r->run->e->target;
	const char *app = target_schemes[t->scheme].app;

	return app != NULL && strcmp(app, "mysql") == 0 && !t->port_given &&
	       strcmp(t->host, "localhost") == 0 && r->run->e->role != ROLE_PROXY;
}

const struct probe probe_mysql_socket = {
	.name = "mysql_socket",
	.summary = "connects to the socket file that MySQL's clients take localhost for",
	.scope = PROBE_PER_RUN,
	.n_gives = 1,
	.gives = { KIND_local_socket },
	.wanted = wanted,
	.observe = observe,
};
