/* SPDX-License-Identifier: Apache-2.0 */
/* The text of iptables-save in the form of nft -j, so that one walk reads both. A line that holds
 * anything which is not understood becomes a rule that may or may not fit. */
#include "probe/firewall_rules.h"

#include "base/cursor.h"
#include "base/str.h"

#include <errno.h>
#include <string.h>

enum { MAX_WORDS = 64, TEXT_MAX = 1024, WORD_MAX = 128 };

struct line {
	char text[TEXT_MAX];
	const char *word[MAX_WORDS]; /* in words */
	int n;
	char words[TEXT_MAX + MAX_WORDS];
	bool cut; /* there was more of it */
};

struct reader {
	json_t *rules;
	const char *family;
	const char *ip; /* as nft calls the protocol */
	char table[32];
	bool failed;
};

/* Cuts at blanks, minding double quotes and what a backslash protects in them. */
static void cut(struct line *l)
{
	char *out = l->words;
	const char *s = l->text;

	l->n = 0;
	while (*s != '\0' && l->n < MAX_WORDS) {
		bool quoted = false;

		while (*s == ' ') {
			s++;
		}
		if (*s == '\0') {
			return;
		}
		l->word[l->n++] = out;
		for (; *s != '\0' && (quoted || *s != ' '); s++) {
			if (*s == '"') {
				quoted = !quoted;
				continue;
			}
			s += *s == '\\' && s[1] != '\0';
			*out++ = *s;
		}
		*out++ = '\0';
	}
}

static void add(struct reader *r, json_t *list, json_t *item)
{
	if (item == NULL || json_array_append_new(list, item) < 0) {
		r->failed = true;
	}
}

static json_t *number_or_text(const char *s, size_t len)
{
	int64_t n = 0;

	return str_to_int(s, len, &n) == 0 ? json_integer(n) : json_stringn(s, len);
}

/* "a:b" (of ports) or "a-b" (of addresses and users), a network, or one value. */
static json_t *one_value(const char *s, size_t len, char range)
{
	const char *mid = memchr(s, range, len);
	const char *slash = memchr(s, '/', len);
	size_t first = 0;

	if (mid != NULL && range != '\0') {
		first = (size_t)(mid - s);
		return json_pack("{s:[o,o]}", "range", number_or_text(s, first),
		                 number_or_text(mid + 1, len - first - 1));
	}
	if (slash != NULL) {
		first = (size_t)(slash - s);
		return json_pack("{s:{s:o,s:o}}", "prefix", "addr", json_stringn(s, first), "len",
		                 number_or_text(slash + 1, len - first - 1));
	}
	return number_or_text(s, len);
}

/* A comma-separated list. */
static json_t *values(const char *s, char range)
{
	json_t *list = json_array();

	while (list != NULL && *s != '\0') {
		size_t len = strcspn(s, ",");

		if (json_array_append_new(list, one_value(s, len, range)) < 0) {
			json_decref(list);
			return NULL;
		}
		s += len + (s[len] == ',');
	}
	return list;
}

static json_t *match(json_t *left, bool negated, json_t *right)
{
	return json_pack("{s:{s:s,s:o,s:o}}", "match", "op", negated ? "!=" : "==", "left", left,
	                 "right", right);
}

static json_t *payload(const char *protocol, const char *field)
{
	return json_pack("{s:{s:s,s:s}}", "payload", "protocol", protocol, "field", field);
}

static json_t *keyed(const char *what, const char *key)
{
	return json_pack("{s:{s:s}}", what, "key", key);
}

static json_t *unknown(void)
{
	return json_pack("{s:{s:s,s:s}}", "xt", "type", "match", "name", "?");
}

static json_t *interface(const char *key, bool negated, const char *name)
{
	char text[32];
	struct buf buf;
	size_t len = strlen(name);

	buf_init(&buf, text, sizeof(text));
	buf_put(&buf, name, len > 0 && name[len - 1] == '+' ? len - 1 : len);
	if (len > 0 && name[len - 1] == '+') {
		buf_putc(&buf, '*');
	}
	return match(keyed("meta", key), negated, json_string(text));
}

static json_t *states(bool negated, const char *list)
{
	char text[64];
	size_t n = 0;

	for (; list[n] != '\0' && n + 1 < sizeof(text); n++) {
		text[n] = str_lower(list[n]);
	}
	text[n] = '\0';
	return match(keyed("ct", "state"), negated, values(text, '\0'));
}

/* The option and its value as a match; NULL when it is none that is understood. */
static json_t *option(const struct reader *r, const char *name, bool negated, const char *value)
{
	static const struct {
		const char *name, *field;
		bool address;
	} table[] = { { "-s", "saddr", true },          { "-d", "daddr", true },
		      { "--src-range", "saddr", true }, { "--dst-range", "daddr", true },
		      { "--dport", "dport", false },    { "--dports", "dport", false },
		      { "--sport", "sport", false },    { "--sports", "sport", false } };

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		if (strcmp(name, table[i].name) == 0) {
			return match(payload(table[i].address ? r->ip : "th", table[i].field),
			             negated, values(value, table[i].address ? '-' : ':'));
		}
	}
	if (strcmp(name, "-o") == 0 || strcmp(name, "-i") == 0) {
		return interface(name[1] == 'o' ? "oifname" : "iifname", negated, value);
	}
	if (strcmp(name, "-p") == 0) {
		return match(keyed("meta", "l4proto"), negated,
		             number_or_text(value, strlen(value)));
	}
	if (strcmp(name, "--uid-owner") == 0) {
		return match(keyed("meta", "skuid"), negated, values(value, '-'));
	}
	if (strcmp(name, "--ctstate") == 0 || strcmp(name, "--state") == 0) {
		return states(negated, value);
	}
	return NULL;
}

static bool is_chain(const struct reader *r, const char *name)
{
	size_t i = 0;
	const json_t *x = NULL;

	json_array_foreach(r->rules, i, x)
	{
		const json_t *chain = json_object_get(x, "chain");
		const char *own = json_string_value(json_object_get(chain, "name"));
		const char *table = json_string_value(json_object_get(chain, "table"));
		const char *family = json_string_value(json_object_get(chain, "family"));

		if (own != NULL && table != NULL && family != NULL && strcmp(own, name) == 0 &&
		    strcmp(table, r->table) == 0 && strcmp(family, r->family) == 0) {
			return true;
		}
	}
	return false;
}

static json_t *extension(const char *name)
{
	return json_pack("{s:{s:s,s:s}}", "xt", "type", "target", "name", name);
}

/* -j or -g: a verdict, a chain of the table, or an extension. */
static json_t *target(const struct reader *r, const char *word, const char *name)
{
	static const char *const verdicts[] = { "ACCEPT", "accept", "DROP",
		                                "drop",   "RETURN", "return" };

	for (size_t i = 0; i + 1 < sizeof(verdicts) / sizeof(verdicts[0]); i += 2) {
		if (strcmp(name, verdicts[i]) == 0) {
			return json_pack("{s:n}", verdicts[i + 1]);
		}
	}
	if (!is_chain(r, name)) {
		return extension(name);
	}
	return json_pack("{s:{s:s}}", strcmp(word, "-g") == 0 ? "goto" : "jump", "target", name);
}

static bool known_module(const char *name)
{
	static const char *const known[] = { "tcp",   "multiport", "comment", "owner",
		                             "state", "conntrack", "iprange" };

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (strcmp(name, known[i]) == 0) {
			return true;
		}
	}
	return strcmp(name, "udp") == 0 || strcmp(name, "icmp") == 0;
}

/* One option that is no target, at place i of the line; how many words its value takes. */
static int read_option(struct reader *r, const struct line *l, int i, bool negated, json_t *expr)
{
	const char *word = l->word[i];
	const char *value = i + 1 < l->n ? l->word[i + 1] : NULL;
	json_t *m = NULL;

	if (value != NULL && strcmp(word, "-m") == 0) {
		if (!known_module(value)) {
			add(r, expr, unknown());
		}
		return 1;
	}
	if (value != NULL && strcmp(word, "--comment") == 0) {
		return 1;
	}
	m = value != NULL ? option(r, word, negated, value) : NULL;
	add(r, expr, m != NULL ? m : unknown());
	return m != NULL ? 1 : 0;
}

static void read_rule(struct reader *r, const struct line *l)
{
	json_t *expr = json_array();
	json_t *verdict = NULL;
	bool negated = false;

	if (l->cut || l->n == MAX_WORDS) {
		verdict = extension("?");
	}
	for (int i = 2; i < l->n && verdict == NULL; i++) {
		const char *word = l->word[i];

		if (strcmp(word, "!") == 0) {
			negated = true;
			continue;
		}
		if (i + 1 < l->n && (strcmp(word, "-j") == 0 || strcmp(word, "-g") == 0)) {
			verdict = target(r, word, l->word[i + 1]); /* its own options follow */
			break;
		}
		i += read_option(r, l, i, negated, expr);
		negated = false;
	}
	if (verdict != NULL) {
		add(r, expr, verdict);
	}
	add(r, r->rules,
	    json_pack("{s:{s:s,s:s,s:s,s:s,s:o}}", "rule", "family", r->family, "table", r->table,
	              "chain", l->word[1], "text", l->text, "expr", expr));
}

/* ":OUTPUT ACCEPT [0:0]": a chain of the kernel's own has a policy. */
static void read_chain(struct reader *r, const struct line *l)
{
	static const struct {
		const char *table;
		int prio;
	} prios[] = { { "raw", -300 }, { "mangle", -150 }, { "nat", -100 }, { "filter", 0 } };
	static const char *const hooks[] = { "OUTPUT",      "output",      "INPUT",
		                             "input",       "FORWARD",     "forward",
		                             "POSTROUTING", "postrouting", "PREROUTING",
		                             "prerouting" };
	const char *name = l->word[0] + 1;
	const char *hook = NULL;
	int prio = 50; /* security */

	for (size_t i = 0; i < sizeof(prios) / sizeof(prios[0]); i++) {
		prio = strcmp(r->table, prios[i].table) == 0 ? prios[i].prio : prio;
	}
	for (size_t i = 0; i + 1 < sizeof(hooks) / sizeof(hooks[0]); i += 2) {
		hook = strcmp(name, hooks[i]) == 0 ? hooks[i + 1] : hook;
	}
	add(r, r->rules,
	    hook == NULL ? json_pack("{s:{s:s,s:s,s:s}}", "chain", "family", r->family, "table",
	                             r->table, "name", name)
	                 : json_pack("{s:{s:s,s:s,s:s,s:s,s:s,s:i,s:s}}", "chain", "family",
	                             r->family, "table", r->table, "name", name, "type",
	                             strcmp(r->table, "nat") == 0 ? "nat" : "filter", "hook", hook,
	                             "prio", prio, "policy",
	                             strcmp(l->word[1], "DROP") == 0 ? "drop" : "accept"));
}

int firewall_xt(json_t *rules, const char *text, size_t len, bool v6)
{
	struct reader r = { .rules = rules, .family = v6 ? "xt6" : "xt", .ip = v6 ? "ip6" : "ip" };
	struct cursor c;
	const char *at = NULL;
	size_t n = 0;

	cursor_init(&c, text, len);
	while (!r.failed && cursor_line(&c, &at, &n)) {
		struct line l;
		struct buf buf;

		buf_init(&buf, l.text, sizeof(l.text));
		buf_put(&buf, at, n);
		l.cut = buf.cut;
		cut(&l);
		if (l.n >= 1 && l.word[0][0] == '*') {
			buf_init(&buf, r.table, sizeof(r.table));
			buf_puts(&buf, l.word[0] + 1);
		} else if (l.n >= 2 && l.word[0][0] == ':') {
			read_chain(&r, &l);
		} else if (l.n >= 2 && strcmp(l.word[0], "-A") == 0) {
			read_rule(&r, &l);
		}
	}
	return r.failed ? -ENOMEM : 0;
}
