/* SPDX-License-Identifier: Apache-2.0 */
/* What a summary may quote: one function for each row of args.def. */
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

static const struct ev_dns_reply *dead_server(const struct evidence *e)
{
	const struct ev_dns_reply *r = HAS(e, dns, replies) ? e->dns->replies.first : NULL;

	while (r != NULL && (!r->has.end || r->end == DNS_REPLY)) {
		r = r->head.next;
	}
	return r;
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

static const char *spoken_word(enum spoken spoken)
{
	switch (spoken) {
	case SPOKEN_HTTP:
		return "HTTP";
	case SPOKEN_TLS:
		return "TLS";
	case SPOKEN_SSH:
		return "SSH";
	case SPOKEN_SMTP:
		return "SMTP";
	case SPOKEN_MYSQL:
		return "MySQL";
	case SPOKEN_UNKNOWN:
		break;
	}
	return "something unknown";
}

#define V_TEXT .text
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

int judge_arg(const struct judgement *k, const struct verdict *v, const struct attempt *a,
              const char *name, size_t len, struct arg *ret)
{
	for (size_t i = 0; i < sizeof(arg_rows) / sizeof(arg_rows[0]); i++) {
		if (str_is(name, len, arg_rows[i].name)) {
			return arg_rows[i].get(v->e, a, k, ret) ? 0 : -1;
		}
	}
	return -1;
}
