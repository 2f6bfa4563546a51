/* SPDX-License-Identifier: Apache-2.0 */
/* What a summary may quote: one function for each row of args.def. */
#include "evidence/fields.h"
#include "evidence/predicates.h"
#include "evidence/read.h"
#include "judge/tables.h"

#include <string.h>

#define HAS(s, kind, field) ((s) != NULL && (s)->kind != NULL && (s)->kind->has.field)

static const struct ev_hosts_line *first_hosts_line(const struct evidence *e)
{
	return HAS(e, hosts, lines) ? e->hosts->lines.first : NULL;
}

static const struct ev_address *first_dns_address(const struct evidence *e)
{
	const struct ev_dns_reply *r = HAS(e, dns, replies) ? e->dns->replies.first : NULL;

	while (r != NULL && (!r->has.addrs || r->addrs.first == NULL)) {
		r = r->head.next;
	}
	return r != NULL ? r->addrs.first : NULL;
}

/* What the name means now, in the family of the address that a program keeps. */
static const struct ev_address *given_instead(const struct evidence *e)
{
	const struct ev_address *first = HAS(e, nss, addrs) ? e->nss->addrs.first : NULL;

	for (const struct ev_address *x = first; x != NULL; x = x->head.next) {
		if (HAS(e, peers, asked) && x->has.addr &&
		    x->addr.family == e->peers->asked.family) {
			return x;
		}
	}
	return first;
}

/* The first reply for the name as typed; failing that the first question. */
static const struct ev_dns_reply *first_reply(const struct evidence *e)
{
	const struct ev_dns_reply *first = HAS(e, dns, replies) ? e->dns->replies.first : NULL;

	for (const struct ev_dns_reply *r = first; r != NULL; r = r->head.next) {
		if (r->has.end && r->end == DNS_REPLY && !(r->has.search && r->search > 0)) {
			return r;
		}
	}
	return first;
}

/* Whether some interface has an address of that family. */
static bool has_family(const struct evidence *e, enum addr_family family)
{
	const struct ev_link *l = HAS(e, links, list) ? e->links->list.first : NULL;

	while (l != NULL && !(family == ADDR_V6 ? l->has.v6 : l->has.v4)) {
		l = l->head.next;
	}
	return l != NULL;
}

/* The family in which this host has no address, while it has one in the other; ADDR_NONE: none. */
static enum addr_family lacking(const struct evidence *e, const struct attempt *a)
{
	bool v4 = has_family(e, ADDR_V4);
	bool v6 = has_family(e, ADDR_V6);

	if (v4 == v6 || (a != NULL && a->addr.family != (v4 ? ADDR_V6 : ADDR_V4))) {
		return ADDR_NONE;
	}
	return v4 ? ADDR_V6 : ADDR_V4;
}

/* Without an address of the target: the name server that cannot be asked for it. */
static const struct ev_dns_reply *unfit_server(const struct evidence *e, const struct attempt *a)
{
	const struct ev_dns_reply *r = a == NULL ? first_reply(e) : NULL;

	return r != NULL && r->has.server && r->server.family == lacking(e, a) ? r : NULL;
}

/* It all ended with the question to a name server: which. */
static const struct ev_dns_reply *only_asked(const struct evidence *e, const struct attempt *a)
{
	const struct ev_dns_reply *r = a == NULL ? first_reply(e) : NULL;

	return r != NULL && r->has.server ? r : NULL;
}

/* The first server but the one that was asked first; ADDR_NONE where there is no other. */
static struct addr other_server(const struct evidence *e)
{
	const struct ev_dns_reply *first = first_reply(e);

	for (const struct ev_dns_reply *r = first; r != NULL; r = r->head.next) {
		if (r->has.server && !addr_equal(&r->server, &first->server)) {
			return r->server;
		}
	}
	return (struct addr){ .family = ADDR_NONE };
}

static const struct ev_dns_reply *searched_reply(const struct evidence *e)
{
	const struct ev_dns_reply *r = HAS(e, dns, replies) ? e->dns->replies.first : NULL;

	while (r != NULL &&
	       !(r->has.search && r->search > 0 && r->has.addrs && r->addrs.first != NULL)) {
		r = r->head.next;
	}
	return r;
}

static const struct ev_dns_reply *dead_server(const struct evidence *e)
{
	const struct ev_dns_reply *r = HAS(e, dns, replies) ? e->dns->replies.first : NULL;

	while (r != NULL && (!r->has.end || r->end == DNS_REPLY)) {
		r = r->head.next;
	}
	return r;
}

/* A question that a server left unanswered which did answer another; NULL without one. */
static const struct ev_dns_reply *half_server(const struct evidence *e)
{
	const struct ev_dns_reply *x = dead_server(e);
	const struct ev_dns_reply *y = HAS(e, dns, replies) ? e->dns->replies.first : NULL;

	while (x != NULL && y != NULL &&
	       !(y->has.end && y->end == DNS_REPLY && y->has.server && x->has.server &&
	         addr_equal(&x->server, &y->server))) {
		y = y->head.next;
	}
	return y != NULL ? x : NULL;
}

/* The answer that took longest, where that is a second or more. */
static const struct ev_dns_reply *slow_server(const struct evidence *e)
{
	const struct ev_dns_reply *r = HAS(e, dns, replies) ? e->dns->replies.first : NULL;
	const struct ev_dns_reply *slow = NULL;

	for (; r != NULL; r = r->head.next) {
		if (r->has.end && r->end == DNS_REPLY && r->has.server && r->has.took &&
		    r->took >= USEC_SEC && (slow == NULL || r->took > slow->took)) {
			slow = r;
		}
	}
	return slow;
}

/* The dead server, where it is this very host (RFC 1122 3.2.1.3 g, RFC 4291 2.5.3). */
static const struct ev_dns_reply *own_server(const struct evidence *e)
{
	static const uint8_t v6[16] = { [15] = 1 };
	const struct ev_dns_reply *r = dead_server(e);

	if (r == NULL || !r->has.server) {
		return NULL;
	}
	return (r->server.family == ADDR_V4 && r->server.bytes[0] == 127) ||
	                       (r->server.family == ADDR_V6 &&
	                        memcmp(r->server.bytes, v6, sizeof(v6)) == 0)
	               ? r
	               : NULL;
}

static const struct ev_dns_reply *far_server(const struct evidence *e)
{
	const struct ev_dns_reply *r = dead_server(e);

	return r != NULL && r->has.server && own_server(e) == NULL ? r : NULL;
}

/* What is wrong with a socket file (unix(7)). */
static const char *socket_words(enum tcp_error error)
{
	return error == TCP_ENOENT         ? "is not there"
	       : error == TCP_ECONNREFUSED ? "is there, but nobody listens on it"
	       : error == TCP_EACCES       ? "may not be used by this user"
	       : error == TCP_EPROTOTYPE   ? "is a socket of another type"
	       : error == TCP_EAGAIN       ? "is there, but its queue is full"
	                                   : "cannot be used";
}

static bool revoked(const struct attempt *a)
{
	return HAS(a, ssh, host_key) && a->ssh->host_key == SSH_HOST_REVOKED;
}

/* The own firewall lets the packets out, and drops what comes back. */
static bool drops_answers(const struct attempt *a)
{
	if (HAS(a, firewall, verdict)) {
		return HAS(a, firewall, incoming) && a->firewall->incoming;
	}
	return a != NULL && left_host(a) != NO && dropped_inside(a) == YES;
}

static const struct attempt *refusing(const struct evidence *e)
{
	const struct attempt *a = e->first;

	while (a != NULL && !(HAS(a, tcp, error) && a->tcp->error == TCP_ECONNREFUSED)) {
		a = a->next;
	}
	return a;
}

static const struct ev_link *down_link(const struct evidence *e)
{
	const struct ev_link *l = HAS(e, links, list) ? e->links->list.first : NULL;

	while (l != NULL && (!l->has.up || (l->up && !(l->has.carrier && !l->carrier)))) {
		l = l->head.next;
	}
	return l;
}

static const struct ev_listening *first_listener(const struct evidence *e)
{
	return HAS(e, listener, sockets) ? e->listener->sockets.first : NULL;
}

static const struct ev_hop *last_hop(const struct attempt *a)
{
	const struct ev_hop *last = NULL;

	for (const struct ev_hop *h = HAS(a, trace, hops) ? a->trace->hops.first : NULL; h != NULL;
	     h = h->head.next) {
		last = h->has.from ? h : last;
	}
	return last;
}

static const struct ev_certificate *leaf(const struct attempt *a)
{
	return HAS(a, tls, chain) ? a->tls->chain.first : NULL;
}

/* The names of the certificate, where that is not just the very host; with no_san it is one. */
static const char *tls_names(const struct evidence *e, const struct attempt *a)
{
	return HAS(a, tls, names) && strcmp(a->tls->names, e->target.host) != 0 ? a->tls->names
	                                                                        : NULL;
}

static usec_t waited(const struct attempt *a)
{
	if (HAS(a, http, waited)) {
		return a->http->waited;
	}
	if (HAS(a, app, waited)) {
		return a->app->waited;
	}
	return HAS(a, stream, waited) ? a->stream->waited : 0;
}

/* The main run's clock; 0 where it was not read. */
static int64_t now(const struct evidence *e, const struct judgement *k)
{
	const struct evidence *main_run = k->n > 0 ? k->runs[0].e : e;

	return HAS(main_run, setting, at) ? main_run->setting->at : 0;
}

static const char *flaw_text(const struct evidence *e)
{
	if (HAS(e, input, part)) {
		return e->input->part;
	}
	return e->target.flaw_text[0] != '\0' ? e->target.flaw_text : NULL;
}

static const char *spoken_word(const struct attempt *a)
{
	enum spoken spoken = SPOKEN_UNKNOWN;

	if (HAS(a, tls, spoken)) {
		spoken = a->tls->spoken;
	} else if (HAS(a, http, spoken)) {
		spoken = a->http->spoken;
	} else if (HAS(a, app, spoken)) {
		spoken = a->app->spoken;
	} else if (HAS(a, app_retry, speaks)) {
		spoken = a->app_retry->speaks;
	} else if (HAS(a, stream, spoken)) {
		spoken = a->stream->spoken;
	}
	return spoken != SPOKEN_UNKNOWN ? ev_fields[F_stream_spoken].words[spoken] : NULL;
}

static const char *first_offer(const struct attempt *a)
{
	const struct ev_ssh_name *n = HAS(a, ssh, theirs) ? a->ssh->theirs.first : NULL;

	return n != NULL && n->has.name ? n->name : NULL;
}

static const char *lacks_words(enum ssh_lacks lacks)
{
	switch (lacks) {
	case SSH_LACKS_VERSION:
		return "protocol version";
	case SSH_LACKS_KEX:
		return "key exchange method";
	case SSH_LACKS_HOST_KEY:
		return "host key type";
	case SSH_LACKS_CIPHER:
		return "cipher";
	case SSH_LACKS_MAC:
		break;
	}
	return "MAC";
}

static int64_t count_keys(const struct attempt *a, enum ssh_key_end end)
{
	int64_t n = 0;

	list_each(ssh_identity, key, &a->ssh->keys) {
		n += key->has.end && key->end == end;
	}
	return n;
}

/* The words why a key cannot be used; NULL where it can. */
static const char *idle_words(enum ssh_key_end end)
{
	switch (end) {
	case SSH_KEY_MISSING:
		return "is not there";
	case SSH_KEY_UNREADABLE:
		return "may not be read";
	case SSH_KEY_TOO_OPEN:
		return "may be read by others, so ssh ignores it";
	case SSH_KEY_BROKEN:
		return "holds no private key that can be read";
	case SSH_KEY_PASSPHRASE:
		return "is locked with a passphrase";
	case SSH_KEY_UNSIGNED:
		return "did not sign";
	case SSH_KEY_NOT_ALLOWED:
		return "is of a type that is not allowed any more";
	case SSH_KEY_ACCEPTED:
	case SSH_KEY_REFUSED:
	case SSH_KEY_UNTRIED:
		break;
	}
	return NULL;
}

/* The first key that cannot be used, one that the server wants before others. */
static const struct ev_ssh_identity *idle_key(const struct attempt *a)
{
	const struct ev_ssh_identity *first = NULL;

	if (!HAS(a, ssh, keys)) {
		return NULL;
	}
	list_each(ssh_identity, key, &a->ssh->keys) {
		if (!key->has.end || idle_words(key->end) == NULL) {
			continue;
		}
		if (key->has.wanted && key->wanted) {
			return key;
		}
		first = first == NULL ? key : first;
	}
	return first;
}

/* The file of a key that others may read; NULL where there is none. */
static const char *open_key(const struct attempt *a)
{
	const struct ev_ssh_identity *key = idle_key(a);

	return key != NULL && key->has.file && key->has.mode && key->end == SSH_KEY_TOO_OPEN
	               ? key->file
	               : NULL;
}

static const char *ssh_jump(const struct evidence *e)
{
	if (HAS(e, ssh_client, jump)) {
		return e->ssh_client->jump;
	}
	return HAS(e, ssh_client, command) ? e->ssh_client->command : NULL;
}

/* The server's longest pause, the one that has not ended before all. */
static usec_t ssh_pause(const struct attempt *a)
{
	if (HAS(a, app, waited)) {
		return a->app->waited;
	}
	return HAS(a, ssh, pause) ? a->ssh->pause : 0;
}

static const char *ssh_pause_at(const struct attempt *a)
{
	bool banner = HAS(a, ssh, pause_at) && a->ssh->pause_at == SSH_PAUSE_BANNER;

	return banner && !HAS(a, app, waited) ? "before its banner" : "at the login";
}

#define V_TEXT .text
#define V_LIST .text
#define V_INT  .number
#define V_USEC .number
#define V_AGE  .number
#define V_KID  .number
#define V_ADDR .addr
#define ARG(name, type_, known, value)                                            \
	static bool arg_##name(const struct evidence *e, const struct attempt *a, \
	                       const struct judgement *k, struct arg *ret)        \
	{                                                                         \
		(void)e;                                                          \
		(void)a;                                                          \
		(void)k;                                                          \
		if (!(known)) {                                                   \
			return false;                                             \
		}                                                                 \
		*ret = (struct arg){ .type = ARG_##type_, V_##type_ = (value) };  \
		return true;                                                      \
	}
#include "judge/args.def"

static const struct arg_row {
	const char *name;
	bool (*get)(const struct evidence *e, const struct attempt *a, const struct judgement *k,
	            struct arg *ret);
} arg_rows[] = {
#define ARG(name_, type_, known, value) { .name = #name_, .get = arg_##name_ },
#include "judge/args.def"
};

const struct verdict *judge_whose(const struct judgement *k, const struct verdict *v)
{
	int i = v->cause != CAUSE_NONE && stages_layer(v->cause) == STAGE_TLS &&
	                        v->stage == STAGE_PORT
	                ? kids_failed(v->e, k)
	                : -1;

	return i >= 0 && k->runs[i].cause == v->cause ? &k->runs[i] : v;
}

int judge_arg(const struct judgement *k, const struct verdict *v, const struct attempt *a,
              const char *name, size_t len, struct arg *ret)
{
	const struct verdict *of = judge_whose(k, v);

	a = of != v ? of->a : a;
	v = of;
	for (size_t i = 0; i < sizeof(arg_rows) / sizeof(arg_rows[0]); i++) {
		if (str_is(name, len, arg_rows[i].name)) {
			return arg_rows[i].get(v->e, a, k, ret) ? 0 : -1;
		}
	}
	return -1;
}
