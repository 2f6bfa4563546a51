/* SPDX-License-Identifier: Apache-2.0 */
/* The strict quoting of commands. */
#include "judge/command.h"

#include "base/civil.h"
#include "evidence/predicates.h"
#include "judge/words.h"

#include <string.h>

enum { WORD_MAX = 600 };

/* Characters that no shell gives a meaning to, wherever in a word they stand. */
static bool plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (c != '\0' && strchr("_@%+:,./-", c) != NULL);
}

static bool all_plain(const char *text)
{
	while (plain(*text)) {
		text++;
	}
	return *text == '\0';
}

static bool quotable(const char *text)
{
	for (const char *p = text; *p != '\0'; p++) {
		if ((unsigned char)*p < 0x20 || *p == 0x7f) {
			return false;
		}
	}
	return text[0] != '\0' && text[0] != '-';
}

bool command_quote(struct buf *buf, const char *text)
{
	if (!quotable(text)) {
		return false;
	}
	if (all_plain(text)) {
		buf_puts(buf, text);
		return true;
	}
	buf_putc(buf, '\'');
	for (; *text != '\0'; text++) {
		if (*text == '\'') {
			buf_puts(buf, "'\\''");
		} else {
			buf_putc(buf, *text);
		}
	}
	buf_putc(buf, '\'');
	return true;
}

/* The texts that a command may hold: what the user typed, files of the own settings, and names
 * that the kernel or the table of variables gave. What a peer says of itself is not among them. */
static bool may_quote(const char *name, size_t len)
{
	static const char *const names[] = { "host",        "variable",     "proxy_host",
		                             "store_path",  "dev",          "down_dev",
		                             "route_type",  "other_scheme", "app_user",
		                             "known_file",  "open_key",     "database",
		                             "postgres_log" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (str_is(name, len, names[i])) {
			return true;
		}
	}
	return false;
}

/* host:port of the address itself, as a URL and openssl(1) want it. */
static void put_at(struct buf *ret, const struct attempt *a, int port)
{
	bool v6 = a->addr.family == ADDR_V6;

	buf_puts(ret, v6 ? "[" : "");
	addr_format(ret, &a->addr);
	buf_puts(ret, v6 ? "]:" : ":");
	buf_int(ret, port);
}

/* The target's URL with its user, where that needs no encoding; never with a password. */
static void put_again(struct buf *ret, const struct target *t)
{
	const char *rest = NULL;
	char memory[WORD_MAX];
	struct buf url;

	buf_init(&url, memory, sizeof(memory));
	target_format(&url, t);
	rest = strstr(url.text, "://");
	if (rest == NULL || t->user[0] == '\0' || !all_plain(t->user) ||
	    t->user[strcspn(t->user, "@%:,/+")] != '\0') {
		target_format(ret, t);
		return;
	}
	buf_put(ret, url.text, (size_t)(rest + 3 - url.text));
	buf_puts(ret, t->user);
	buf_putc(ret, '@');
	buf_puts(ret, rest + 3);
	ret->cut |= url.cut;
}

/* The client of MySQL, which MariaDB's servers need not have. */
static const char *my_client(const struct attempt *a)
{
	return a != NULL && a->mysql != NULL && a->mysql->has.mariadb && !a->mysql->mariadb
	               ? "mysql"
	               : "mariadb";
}

static bool text_of(const struct judgement *k, const struct verdict *v, const char *name,
                    size_t len, struct buf *ret)
{
	const struct target *t = &v->e->target;
	const struct target *peer = &judge_whose(k, v)->e->target;

	if (str_is(name, len, "authority")) {
		target_format_authority(ret, peer);
	} else if (str_is(name, len, "url") ||
	           (str_is(name, len, "web_url") && wants_http(v->e) == YES)) {
		target_format(ret, t);
	} else if (str_is(name, len, "again")) {
		put_again(ret, t);
	} else if (str_is(name, len, "sni") && !peer->literal) { /* RFC 6066 3: no literals */
		buf_puts(ret, peer->host);
	} else if (str_is(name, len, "user")) {
		buf_puts(ret, t->user);
	} else if (str_is(name, len, "url_host")) {
		bool v6 = strchr(t->host, ':') != NULL;

		buf_puts(ret, v6 ? "[" : "");
		buf_puts(ret, t->host);
		buf_puts(ret, v6 ? "]" : "");
	} else if (str_is(name, len, "at") && v->a != NULL && v->a->addr.family != ADDR_NONE) {
		put_at(ret, v->a, t->port);
	} else if (str_is(name, len, "starttls") && wants_postgres(v->e) == YES) {
		buf_puts(ret, "postgres");
	} else if (str_is(name, len, "starttls") && wants_mysql(v->e) == YES) {
		buf_puts(ret, "mysql");
	} else if (str_is(name, len, "my")) {
		buf_puts(ret, my_client(v->a));
	}
	return ret->len > 0;
}

/* What the arguments are read from. */
struct source {
	const struct judgement *k;
	const struct verdict *v;
	const struct attempt *a;
};

static bool put_arg(struct buf *buf, const struct source *s, const char *name, size_t len,
                    bool in_quotes)
{
	char memory[WORD_MAX];
	struct buf word;
	struct arg arg = { .type = ARG_TEXT };

	buf_init(&word, memory, sizeof(memory));
	if (str_is(name, len, "port") && target_is_socket(&s->v->e->target)) {
		return false; /* a socket file has none */
	}
	if (!text_of(s->k, s->v, name, len, &word)) {
		if (judge_arg(s->k, s->v, s->a, name, len, &arg) < 0) {
			return false;
		}
		if (arg.type == ARG_INT) {
			buf_int(buf, arg.number);
			return true;
		}
		if (arg.type == ARG_WHEN &&
		    in_quotes) { /* to the minute, as systemd.time(7) reads it */
			struct civil date = civil_from(arg.number);

			civil_put(buf, &date, ' ', false);
			buf_puts(buf, " UTC");
			return true;
		}
		if (arg.type == ARG_ADDR) {
			addr_format(buf, &arg.addr);
			return true;
		}
		if (arg.type != ARG_TEXT || !may_quote(name, len)) {
			return false;
		}
		buf_puts(&word, arg.text);
	}
	if (word.cut || (s->v->e->role != ROLE_MAIN && !all_plain(word.text)) ||
	    (in_quotes && !all_plain(word.text)) || s->v->e->target.flaw == FLAW_CREDENTIALS) {
		return false;
	}
	return command_quote(buf, word.text);
}

static void back_to(struct buf *buf, size_t len)
{
	buf->len = len;
	buf->text[len] = '\0';
}

bool command_expand(struct buf *buf, const char *template, const struct judgement *k,
                    const struct verdict *v, const struct attempt *a)
{
	const struct source s = { .k = k, .v = v, .a = a };
	size_t start = buf->len;
	size_t optional = 0;
	bool in_optional = false;
	bool in_quotes = false;
	bool missing = false;

	for (const char *p = template; *p != '\0'; p++) {
		const char *end = *p == '{' ? strchr(p, '}') : NULL;

		if (end != NULL) {
			bool there = put_arg(buf, &s, p + 1, (size_t)(end - p - 1), in_quotes);

			if (!there && !in_optional) {
				back_to(buf, start);
				return false;
			}
			missing |= !there;
			p = end;
		} else if (*p == '[') {
			optional = buf->len;
			in_optional = true;
			missing = false;
		} else if (*p == ']') {
			in_optional = false;
			if (missing) {
				back_to(buf, optional);
			}
		} else {
			in_quotes ^= *p == '\'';
			buf_putc(buf, *p);
		}
	}
	if (buf->cut) {
		back_to(buf, start);
		return false;
	}
	return true;
}

bool command_step(const struct next_step *step, const struct judgement *k, const struct verdict *v)
{
	char memory[2 * WORD_MAX];
	struct buf b;

	buf_init(&b, memory, sizeof(memory));
	return step->cause == v->cause &&
	       (v->cause != CAUSE_NONE || v->status == STATUS_UNDETERMINED) &&
	       judge_words_complete(step->text, k, v, v->a) &&
	       (step->command == NULL || command_expand(&b, step->command, k, v, v->a));
}
