/* SPDX-License-Identifier: Apache-2.0 */
/* The row "port": the connection, who refused it, and what else of that host answers. */
#include "evidence/fields.h"
#include "evidence/owner.h"
#include "evidence/predicates.h"
#include "evidence/read.h"
#include "judge/words.h"
#include "render/format.h"
#include "render/row.h"

#include <string.h>

static void put_where(const struct row_view *w, struct buf *b)
{
	if (target_is_socket(&w->e->target)) {
		buf_puts(b, w->e->target.host);
		return;
	}
	if (w->a->addr.family == ADDR_NONE && ROW_HAS(w->e, local_socket, path)) {
		buf_puts(b, w->e->local_socket->path);
		return;
	}
	format_port(b, &w->a->addr, w->e->target.port);
}

static const char *error_words(enum tcp_error error)
{
	switch (error) {
	case TCP_ECONNREFUSED:
		return " says no (RST)";
	case TCP_EHOSTUNREACH:
	case TCP_ENETUNREACH:
		return " unreachable";
	case TCP_EACCES:
	case TCP_EPERM:
		return " is not permitted";
	case TCP_ECONNRESET:
		return " resets the connection";
	case TCP_ETIMEDOUT:
		return " does not answer";
	case TCP_ENOENT:
		return " is not there";
	case TCP_EINVAL:
	case TCP_EADDRNOTAVAIL:
	case TCP_EMFILE:
	case TCP_ENFILE:
	case TCP_ENOPROTOOPT:
	case TCP_ENETDOWN:
	case TCP_EAFNOSUPPORT:
	case TCP_EPROTOTYPE:
	case TCP_EAGAIN:
	case TCP_EMSGSIZE:
	case TCP_EOTHER:
		break;
	}
	return " cannot be connected to from here";
}

void row_port_icmp(const struct row_view *w, struct row *row)
{
	const struct ev_tcp *tcp = w->a->tcp;
	struct buf *b = NULL;

	if (!ROW_HAS(w->a, tcp, icmp_from)) {
		return;
	}
	b = row_detail(row);
	if (icmp_from_self(w->a) == YES) {
		buf_puts(b, "this host itself");
	} else {
		addr_format(b, &tcp->icmp_from);
	}
	buf_puts(b, " says: ");
	buf_puts(b, format_icmp(tcp->icmp_from.family, tcp->icmp_type, tcp->icmp_code));
	buf_puts(b, " (ICMP ");
	buf_int(b, tcp->icmp_type);
	buf_putc(b, '/');
	buf_int(b, tcp->icmp_code);
	buf_putc(b, ')');
}

/* connect(2), unix(7): the file is there, and what its errors mean. */
static const char *unix_words(const struct ev_tcp *tcp)
{
	if (!tcp->has.error) {
		return " cannot be connected to";
	}
	return tcp->error == TCP_ECONNREFUSED ? " is there, but nobody listens on it"
	       : tcp->error == TCP_EAGAIN     ? " is there, but its queue is full"
	       : tcp->error == TCP_EPROTOTYPE ? " is a socket of another type"
	                                      : error_words(tcp->error);
}

void row_port_attempt(const struct row_view *w, struct buf *buf)
{
	const struct ev_tcp *tcp = w->a->tcp;

	if (tcp->end == TCP_UNANSWERED && tcp->has.syns) {
		buf_int(buf, tcp->syns);
		buf_puts(buf, " x SYN to ");
		put_where(w, buf);
		buf_puts(buf, ", 0 replies");
		return;
	}
	put_where(w, buf);
	if (target_is_socket(&w->e->target) && tcp->end != TCP_CONNECTED) {
		buf_puts(buf, unix_words(tcp));
		return;
	}
	buf_puts(buf, tcp->end == TCP_CONNECTED    ? " open"
	              : tcp->end == TCP_UNANSWERED ? " does not answer"
	              : !tcp->has.error            ? " fails"
	              : tcp->error == TCP_ECONNREFUSED && tcp->has.icmp_from
	                      ? " is refused" /* by ICMP, which is no RST */
	                      : error_words(tcp->error));
}

static void put_siblings(const struct row_view *w, struct row *row)
{
	if (!ROW_HAS(w->a, siblings, ports)) {
		return;
	}
	list_each(sibling, s, &w->a->siblings->ports) {
		struct buf *b = NULL;

		if (!s->has.end || (s->end != SIBLING_OPEN && s->end != SIBLING_REFUSED)) {
			continue;
		}
		b = row_detail(row);
		addr_format(b, &w->a->addr);
		buf_puts(b, " itself is up: ");
		if (s->what == SIBLING_ECHO) {
			buf_puts(b, "it answers ping");
		} else {
			buf_puts(b, s->what == SIBLING_UDP ? "UDP port " : "port ");
			buf_int(b, s->port);
			buf_puts(b, s->end == SIBLING_OPEN ? " opens" : " says no");
		}
		if (s->has.took) {
			buf_puts(b, " in ");
			format_took(b, s->took);
		}
		return; /* one sign of life is enough */
	}
}

/* How the other addresses of the name did, in one line. */
static void put_others(const struct row_view *w, struct row *row)
{
	struct buf *b = NULL;
	int n = 0;

	for (const struct attempt *a = w->e->first; a != NULL; a = a->next) {
		if (a == w->a || !ROW_HAS(a, tcp, end) || n == 3) {
			continue;
		}
		if (n++ == 0) {
			b = row_detail(row);
			buf_puts(b, "also: ");
		} else {
			buf_puts(b, ", ");
		}
		addr_format(b, &a->addr);
		buf_puts(b, a->tcp->end == TCP_CONNECTED    ? " open"
		            : a->tcp->end == TCP_UNANSWERED ? " does not answer"
		            : a->tcp->has.error             ? error_words(a->tcp->error)
		                                            : " fails");
	}
}

static void put_first(const struct row_view *w, struct row *row)
{
	const struct ev_stream *stream = w->a->stream;

	if (!ROW_HAS(w->a, stream, first)) {
		return;
	}
	switch (stream->first) {
	case FIRST_FIN:
		buf_puts(&row->text, w->status == STAGE_FAILED ? ", and is closed at once" : "");
		break;
	case FIRST_RST:
		buf_puts(&row->text, w->status == STAGE_FAILED ? ", and is reset at once" : "");
		break;
	case FIRST_SILENCE:
		if (w->status == STAGE_FAILED) {
			buf_puts(&row->text, ", then nothing is said");
			if (stream->has.waited) {
				buf_puts(&row->text, " for ");
				format_took(&row->text, stream->waited);
			}
		}
		break;
	case FIRST_BYTES:
		if (stream->has.bytes) {
			struct buf *b = row_detail(row);

			buf_puts(b, "it says: ");
			row_says(b, stream->bytes, 70);
		}
		break;
	}
}

static void put_proxy(const struct row_view *w, struct row *row)
{
	const struct evidence *e = w->e;
	struct buf *b = &row->text;

	buf_puts(b, "proxy");
	if (ROW_HAS(e, proxy_env, host)) {
		const bool v6 = strchr(e->proxy_env->host, ':') != NULL;

		buf_puts(b, v6 ? " [" : " ");
		buf_puts(b, e->proxy_env->host);
		buf_puts(b, v6 ? "]" : "");
	}
	if (ROW_HAS(e, proxy_env, port)) {
		buf_putc(b, ':');
		buf_int(b, e->proxy_env->port);
	}
	if (ROW_HAS(e, proxy_env, variable)) {
		buf_puts(b, " (from ");
		buf_puts(b, e->proxy_env->variable);
		buf_putc(b, ')');
	}
	if (ROW_HAS(e, proxy, status)) {
		buf_puts(b, " CONNECT -> ");
		buf_int(b, e->proxy->status);
	} else if (w->status == STAGE_OK) {
		buf_puts(b, ROW_HAS(e, proxy, end) && e->proxy->end == CONNECT_OPEN
		                    ? " lets it through"
		                    : " open");
	}
	if (ROW_HAS(e, proxy, took)) {
		row_took(row, e->proxy->took);
	}
	for (int i = 0; i < w->k->n && w->status == STAGE_FAILED && !row_said_of_kids(w); i++) {
		const struct verdict *kid = &w->k->runs[i];

		if (kid->e->parent == e->index && kid->e->role == ROLE_PROXY && kid->works == NO) {
			judge_words_summary(row_detail(row), w->k, kid);
		}
	}
}

/* Who has the port, where the target is this very host. */
static void put_owner(const struct row_view *w, struct row *row)
{
	const struct ev_listening *l = same_host(w->a) == YES ? port_owner(w->a) : NULL;
	struct buf *b = NULL;

	if (l == NULL || !(l->has.program || l->has.user)) {
		return;
	}
	b = row_detail(row);
	buf_puts(b, "the port belongs to ");
	if (l->has.program) {
		buf_puts(b, l->program);
		buf_puts(b, " (pid ");
		buf_int(b, l->pid);
		if (l->has.user) {
			buf_puts(b, ", user ");
			buf_puts(b, l->user);
		}
		buf_putc(b, ')');
	} else {
		buf_puts(b, "user ");
		buf_puts(b, l->user);
		buf_puts(b, "; which program it is only root sees");
	}
	if (l->has.started) {
		buf_puts(b, ", since ");
		format_time(b, l->started);
	}
	if (l->has.place && strcmp(l->place, "/") != 0) {
		buf_puts(b, ", in ");
		row_quote(b, l->place, 60);
	}
}

static void put_tcp(const struct row_view *w, struct row *row)
{
	const struct ev_tcp *tcp = w->a->tcp;

	if (tcp->has.took) {
		row_took(row, tcp->took);
	}
	row_port_attempt(w, &row->text);
	row_port_icmp(w, row);
	if (tcp->end == TCP_UNANSWERED) {
		put_siblings(w, row);
	}
	if (ROW_HAS(w->a, loss, sent) && w->a->loss->lost > 0) {
		struct buf *d = row_detail(row);

		buf_int(d, w->a->loss->lost);
		buf_puts(d, " of ");
		buf_int(d, w->a->loss->sent);
		buf_puts(d, " further SYNs were not answered");
		if (silent_at_times(w->a) == YES) {
			buf_puts(d, ", of ");
			buf_int(d, w->a->loss->other_sent);
			buf_puts(d, " to another port all were");
		}
	}
	put_first(w, row);
	put_owner(w, row);
	if (tcp->end != TCP_CONNECTED || w->status == STAGE_WARN) {
		put_others(w, row);
	}
}

/* The way that the user's ssh goes: through a host of its own, or a command. */
static void put_jump(const struct row_view *w, struct row *row)
{
	const struct ev_ssh_client *c = w->e->ssh_client;

	buf_puts(&row->text, c->has.jump ? "through jump host " : "through the command ");
	buf_puts(&row->text, c->has.jump ? c->jump : c->has.command ? c->command : "");
	if (c->has.way && c->way == SSH_WAY_NOT_TRIED) {
		buf_puts(row_detail(row), "naze does not run that: it cannot look further");
	}
	if (c->has.way_said) {
		row_says(&row->note, c->way_said, 90);
	}
	for (int i = 0; i < w->k->n && w->status == STAGE_FAILED && !row_said_of_kids(w); i++) {
		const struct verdict *kid = &w->k->runs[i];

		if (kid->e->parent == w->e->index && kid->e->role == ROLE_JUMP &&
		    kid->works == NO) {
			judge_words_summary(row_detail(row), w->k, kid);
		}
	}
}

/* The socket file that clients take the name for led nowhere; what TCP does helps them nothing. */
static void put_socket(const struct row_view *w, struct row *row)
{
	const struct ev_local_socket *s = w->e->local_socket;
	const struct ev_tcp tcp = { .has.error = true, .error = s->error };
	struct buf *b = NULL;

	buf_puts(&row->text, s->path);
	buf_puts(&row->text, unix_words(&tcp));
	buf_puts(row_detail(row), "clients take localhost for that file");
	if (s->has.from) {
		b = row_detail(row);
		buf_puts(b, "it is named by: ");
		buf_puts(b, s->from);
	}
	if (ROW_HAS(w->a, tcp, end)) {
		b = row_detail(row);
		buf_puts(b, "over TCP: ");
		row_port_attempt(w, b);
	}
}

void row_port(const struct row_view *w, struct row *row)
{
	bool proxied = ROW_HAS(w->e, proxy_env, used) && w->e->proxy_env->used;

	if (w->status == STAGE_SKIPPED) {
		return;
	}
	if (w->e->local_socket != NULL && w->e->local_socket->has.path &&
	    w->e->local_socket->has.error) {
		put_socket(w, row);
		return;
	}
	if (target_is_socket(&w->e->target) || ROW_HAS(w->e, local_socket, path)) {
		if (ROW_HAS(w->a, tcp, end)) {
			put_tcp(w, row);
		}
		return;
	}
	if (ssh_jumps(w->e) == YES) {
		put_jump(w, row);
		return;
	}
	if (w->e->proxy != NULL || (w->a != NULL && w->a->addr.family == ADDR_NONE) ||
	    (proxied && w->e->role == ROLE_MAIN)) {
		put_proxy(w, row);
	} else if (ROW_HAS(w->a, tcp, end)) {
		put_tcp(w, row);
	}
}
