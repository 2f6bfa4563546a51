/* SPDX-License-Identifier: Apache-2.0 */
/* What a summary may quote: one function for each row of args.def. */
#include "evidence/fields.h"
#include "evidence/predicates.h"
#include "evidence/read.h"
#include "judge/arg_name.h"
#include "judge/arg_talk.h"
#include "judge/tables.h"

#include <string.h>

#define HAS(s, kind, field) ((s) != NULL && (s)->kind != NULL && (s)->kind->has.field)

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

#define V_TEXT .text
#define V_LIST .text
#define V_INT  .number
#define V_USEC .number
#define V_AGE  .number
#define V_WHEN .number
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
