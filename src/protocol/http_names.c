/* SPDX-License-Identifier: Apache-2.0 */
/* A default site answers every name alike. That alone does not show that a name is unknown to the
 * server: its only site does so, too. Another name that gets the wanted page at the same address
 * does. */
#include "protocol/http_names.h"
#include "protocol/http_ask.h"
#include "protocol/tls.h"
#include "wire/http_page.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

enum { CONNECTIONS = 2, NAMES_MAX = 6, SANS_MAX = 2, NAME_SIZE = 256 };

static const char nonsense[] = "nonsense.invalid"; /* RFC 6761 6.4 */
static const char nowhere[] = "/nonsense.invalid";

/* A name that the server may know. */
struct name {
	char text[NAME_SIZE];
	bool twin; /* the target's own name in another form */
};

struct names {
	const struct probe_run *r;
	struct ev_http_retry *ev;
	struct http_asker asker;
	struct name list[NAMES_MAX];
	int n;
};

static const struct ev_http *answer(const struct probe_run *r)
{
	return r->contact->a->http;
}

static bool has_name(const struct run *run)
{
	const struct target *t = &run->e->target;

	return !t->literal && is_localhost(run->e) != YES;
}

bool http_names_matter(const struct probe_run *r)
{
	const struct ev_http *http = answer(r);

	if (http == NULL || !http->has.end || run_proxied(r->run)) {
		return false;
	}
	if (http->end == HTTP_FIN) {
		return !http->has.took && has_name(r->run);
	}
	if (http->end != HTTP_HEAD || !http->has.status) {
		return false;
	}
	return (http->status == 400 && !http->stock_page) || http->status == 403 ||
	       http->status == 404 || http->status == 410 || http->status == 503 ||
	       http->has.unclaimed || (http->has.default_page && has_name(r->run));
}

static void add(struct names *x, const char *text, size_t len, bool twin)
{
	const char *host = x->r->run->e->target.host;
	struct name *name = &x->list[x->n];

	len -= len > 0 && text[len - 1] == '.';
	if (len == 0 || len >= NAME_SIZE || x->n == NAMES_MAX) {
		return;
	}
	memcpy(name->text, text, len);
	name->text[len] = '\0';
	name->twin = twin;
	if (strpbrk(name->text, "*\\/@: ") != NULL || strstr(name->text, "..") != NULL) {
		return; /* a wildcard, or a text that was cleaned or cut */
	}
	for (int i = 0; i < x->n; i++) {
		if (strcasecmp(x->list[i].text, name->text) == 0) {
			return;
		}
	}
	x->n += strcasecmp(name->text, host) != 0;
}

static void add_www(struct names *x, const char *host, bool twin)
{
	char text[NAME_SIZE];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	buf_puts(&buf, "www.");
	buf_puts(&buf, host);
	if (!buf.cut) {
		add(x, text, buf.len, twin);
	}
}

/* The names of the certificate, which stand in it with a blank between. */
static void add_certified(struct names *x)
{
	const struct ev_tls *tls = x->r->contact->a->tls;
	const char *at = tls != NULL && tls->has.names ? tls->names : "";
	int before = x->n;

	while (*at != '\0' && x->n < before + SANS_MAX) {
		size_t n = strcspn(at, " ");
		struct addr addr;

		if (n < NAME_SIZE && addr_parse(at, n, &addr) < 0) {
			add(x, at, n, false);
		}
		at += n + strspn(at + n, " ");
	}
}

/* What the name stands for: with a search domain behind it, or as the alias of another. */
static void add_meant(struct names *x)
{
	const struct ev_dns *dns = x->r->run->e->dns;

	if (dns == NULL || !dns->has.replies) {
		return;
	}
	list_each(dns_reply, reply, &dns->replies) {
		bool has = reply->has.addrs && reply->addrs.first != NULL;

		if (has && reply->has.search && reply->search > 0 && reply->has.name) {
			add(x, reply->name, strlen(reply->name), true);
		}
		if (has && reply->has.alias) {
			add(x, reply->alias, strlen(reply->alias), true);
		}
	}
}

static void collect(struct names *x)
{
	const char *host = x->r->run->e->target.host;
	const char *parent = strchr(host, '.');

	if (has_name(x->r->run) && parent != NULL) {
		if (strncasecmp(host, "www.", 4) == 0 && strchr(host + 4, '.') != NULL) {
			add(x, host + 4, strlen(host + 4), true);
		} else {
			add_www(x, host, true);
		}
	}
	if (has_name(x->r->run)) {
		add_meant(x);
	}
	add_certified(x);
	if (has_name(x->r->run) && parent != NULL && strchr(parent + 1, '.') != NULL) {
		add(x, parent + 1, strlen(parent + 1), false);
		add_www(x, parent + 1, false);
	}
}

/* Sets what the nonsense name got against what the target got. */
static int ask_nonsense(struct names *x)
{
	const struct ev_http *http = answer(x->r);
	const struct http_head *head = &x->asker.head;
	bool page = http->has.default_page;
	enum http_alike alike = HTTP_DIFFERENT;
	int result = http_ask_name(&x->asker, nonsense, NULL);

	if (result < 0) {
		return result;
	}
	if (http->end == HTTP_FIN) {
		if (result == 1 || x->asker.closed) {
			SET(x->ev, other_same, result == 0);
		}
		return 0;
	}
	if (result == 0) {
		if (x->asker.closed || page) {
			SET(x->ev, other_same, false);
		}
		return 0;
	}
	SET(x->ev, other_host, head->status);
	if (head->status == 421) { /* a connection made for one name need not serve another */
		if (page) {
			SET(x->ev, other_same, false);
		}
		return 0;
	}
	if (head->status == http->status) {
		alike = http_page_compare(x->r->contact->page != NULL ? x->r->contact->page : "",
		                          x->r->run->e->target.host, x->asker.body.text, nonsense);
	}
	if (alike != HTTP_SIMILAR || page) {
		SET(x->ev, other_same, alike == HTTP_ALIKE);
	}
	return 0;
}

/* The host that an answer sends clients to is the target's own. */
static bool leads_back(const struct names *x)
{
	const char *host = x->r->run->e->target.host;
	const char *at = strstr(x->asker.head.location, "://");
	size_t n = at != NULL ? strcspn(at + 3, ":/?#") : 0;

	return n > 0 && n == strlen(host) && strncasecmp(at + 3, host, n) == 0;
}

/* Whether the last answer is one that somebody has made for that name. */
static bool answered_well(const struct names *x)
{
	const struct http_head *head = &x->asker.head;

	if (head->status >= 300 && head->status < 400) {
		return !leads_back(x);
	}
	return head->status >= 200 && head->status < 300 &&
	       http_page_default(x->asker.body.text) == NULL;
}

/* 1 when that name is answered well, 0, or negative. */
static int try_name(struct names *x, const char *name)
{
	int result = http_ask_name(&x->asker, name, NULL);

	if (result == 1 && x->asker.head.status == 421 && x->asker.left > 0) {
		http_ask_close(&x->asker);
		x->asker.sni = name;
		result = http_ask_name(&x->asker, name, NULL);
		http_ask_close(&x->asker);
		x->asker.sni = NULL;
	}
	return result == 1 ? answered_well(x) : result;
}

static bool at_root(const struct names *x)
{
	const char *path = x->r->run->e->target.path;

	return path[0] == '\0' || strcmp(path, "/") == 0;
}

/* Whether that name has the very page: one that answers well whatever it is asked for shows
 * nothing. Every site has a first page; that one counts only under the target's own name in another
 * form. 1, 0, or negative. */
static int has_page(struct names *x, const struct name *name)
{
	int result = 0;

	if (at_root(x)) {
		return name->twin;
	}
	result = http_ask_name(&x->asker, name->text, nowhere);
	return result == 1 ? x->asker.head.status >= 400 : result;
}

static int ask_names(struct names *x)
{
	int asked = 0;

	collect(x);
	for (int i = 0; i < x->n; i++) {
		const struct name *name = &x->list[i];
		int result = try_name(x, name->text);
		int status = x->asker.head.status;

		asked++;
		if (result == 1) {
			result = has_page(x, name);
		}
		if (result < 0) {
			return result;
		}
		if (result == 1) {
			SET_TEXT(x->r, x->ev, named, name->text, strlen(name->text));
			SET(x->ev, named_status, status);
			SET(x->ev, named_twin, name->twin);
			SET(x->ev, named_page, !at_root(x));
			break;
		}
	}
	SET(x->ev, names_asked, asked);
	return 0;
}

/* A server that wants its own names gets them: an application lets localhost or its address through
 * where it refuses a name that it was not told. */
static int ask_own(struct names *x)
{
	char address[64];
	const char *const hosts[] = { "localhost", address };
	struct buf buf;

	buf_init(&buf, address, sizeof(address));
	addr_format(&buf, &x->r->contact->a->addr);
	for (size_t i = 0; i < sizeof(hosts) / sizeof(hosts[0]); i++) {
		int result = http_ask_name(&x->asker, hosts[i], NULL);

		if (result < 0) {
			return result;
		}
		if (result == 1 && answered_well(x)) {
			SET_TEXT(x->r, x->ev, allowed, hosts[i], strlen(hosts[i]));
			return 0;
		}
	}
	return 0;
}

static int ask_all(struct names *x)
{
	const struct ev_http *http = answer(x->r);
	bool refused = http->has.status && (http->status == 400 || http->status == 403);
	int result = ask_nonsense(x);

	if (result < 0 || x->ev == NULL || !x->ev->has.other_same || !x->ev->other_same) {
		return result;
	}
	if (refused && !http->stock_page && !http->says_bad_host) {
		result = ask_own(x);
	}
	if (result == 0 && !http->has.default_page && !http->has.unclaimed &&
	    (!http->has.status || (http->status != 400 && http->status != 503))) {
		result = ask_names(x);
	}
	return result;
}

int http_names_ask(const struct probe_run *r, struct ev_http_retry *ev)
{
	auto_free struct names *x = calloc(1, sizeof(*x));
	int result = 0;

	if (x == NULL) {
		return -ENOMEM;
	}
	*x = (struct names){ .r = r, .ev = ev };
	x->asker.r = r;
	x->asker.left = CONNECTIONS;
	x->asker.until = tls_retry_until(r->contact) + NAMES_MAX * r->contact->rtt;
	result = ask_all(x);
	http_ask_close(&x->asker);
	return result;
}
