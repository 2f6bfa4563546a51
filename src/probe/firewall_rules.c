/* SPDX-License-Identifier: Apache-2.0 */
/* Chains, jumps and verdicts (nft(8), "VERDICT STATEMENTS"). All base chains of a hook see the
 * packet, in the order of their priorities: "accept" ends only its own base chain, "drop" and
 * "reject" end everything.
 *
 * A rule that may or may not fit is walked on as if it did not, and what it would do is kept in
 * mind: it may accept (then what denies later in that base chain is not certain) or may deny (then
 * nothing later accepts for certain). So an answer is only given where every reading agrees. */
#include "probe/firewall_rules.h"

#include <string.h>

enum { MAX_DEPTH = 16, MAX_STEPS = 400000, MAX_BASES = 64 };

enum flow { FLOW_ON, FLOW_ACCEPT, FLOW_DENY };

struct walk {
	struct firewall_place at;
	struct firewall_packet *packet;
	struct firewall_answer *answer;
	bool may_accept; /* in this base chain */
	bool may_drop;
	bool may_reject;
	int steps;
};

static const char *text(const json_t *x, const char *key)
{
	const char *s = json_string_value(json_object_get(x, key));

	return s != NULL ? s : "";
}

static bool is(const json_t *x, const char *key, const char *word)
{
	return strcmp(text(x, key), word) == 0;
}

/* "inet guard o handle 4: " and the command that shows the chain. */
static void name_chain(const struct walk *w, const char *chain, struct buf *rule)
{
	struct firewall_answer *a = w->answer;
	struct buf command;
	bool legacy = strncmp(w->at.family, "xt", 2) == 0;
	bool v6 = legacy && w->at.family[2] == '6';

	buf_init(&command, a->command, sizeof(a->command));
	if (legacy) {
		buf_puts(rule, v6 ? "ip6tables " : "iptables ");
		buf_puts(&command, v6 ? "sudo ip6tables-legacy -t " : "sudo iptables-legacy -t ");
		buf_puts(&command, w->at.table);
		buf_puts(&command, " -S ");
	} else {
		buf_puts(rule, w->at.family);
		buf_putc(rule, ' ');
		buf_puts(&command, "sudo nft -a list chain ");
		buf_puts(&command, w->at.family);
		buf_putc(&command, ' ');
		buf_puts(&command, w->at.table);
		buf_putc(&command, ' ');
	}
	buf_puts(&command, chain);
	buf_puts(rule, w->at.table);
	buf_putc(rule, ' ');
	buf_puts(rule, chain);
}

static void name_rule(const struct walk *w, const json_t *rule)
{
	const json_t *handle = json_object_get(rule, "handle");
	const char *own = text(rule, "text");
	struct buf buf;

	buf_init(&buf, w->answer->rule, sizeof(w->answer->rule));
	name_chain(w, text(rule, "chain"), &buf);
	if (json_is_integer(handle)) {
		buf_puts(&buf, " handle ");
		buf_int(&buf, json_integer_value(handle));
	}
	buf_puts(&buf, ": ");
	if (own[0] != '\0') {
		buf_puts(&buf, own);
	} else {
		firewall_text(&buf, json_object_get(rule, "expr"));
	}
}

/* Denied for certain: unless something before it may have said otherwise. */
static void deny(struct walk *w, bool reject)
{
	w->answer->reject = reject;
	w->answer->said = w->may_accept || (reject ? w->may_drop : w->may_reject)
	                          ? FIREWALL_SAID_NOTHING
	                          : FIREWALL_SAID_DENIED;
}

static enum flow walk_chain(struct walk *w, const char *chain, bool doubt, int depth);

/* What a statement does when it is reached. */
enum effect {
	DOES_NOTHING,
	DOES_ACCEPT,
	DOES_DROP,
	DOES_REJECT,
	DOES_RETURN,
	DOES_JUMP,
	DOES_GOTO,
	DOES_DOUBT, /* whether the rule goes on is not known */
	DOES_ANYTHING
};

static enum effect of_xt(struct walk *w, const json_t *xt)
{
	static const char *const harmless[] = { "LOG",      "NFLOG", "MARK",   "CONNMARK",
		                                "TCPMSS",   "AUDIT", "TRACE",  "CLASSIFY",
		                                "CHECKSUM", "DSCP",  "SECMARK" };
	static const char *const nat[] = { "DNAT", "REDIRECT", "SNAT", "MASQUERADE", "NETMAP" };
	const char *name = text(xt, "name");

	if (is(xt, "type", "match")) {
		return strcmp(name, "comment") == 0 ? DOES_NOTHING : DOES_DOUBT;
	}
	if (strcmp(name, "REJECT") == 0) {
		return DOES_REJECT;
	}
	for (size_t i = 0; i < sizeof(harmless) / sizeof(harmless[0]); i++) {
		if (strcmp(name, harmless[i]) == 0) {
			return DOES_NOTHING;
		}
	}
	for (size_t i = 0; i < sizeof(nat) / sizeof(nat[0]); i++) {
		if (strcmp(name, nat[i]) == 0) {
			w->packet->rewritten = w->packet->rewritten || (i < 2 || i == 4);
			return DOES_ACCEPT;
		}
	}
	return DOES_ANYTHING;
}

static enum effect effect_of(struct walk *w, const char *name, const json_t *arg)
{
	static const struct {
		const char *name;
		enum effect effect;
	} known[] = { { "accept", DOES_ACCEPT },    { "drop", DOES_DROP },
		      { "reject", DOES_REJECT },    { "return", DOES_RETURN },
		      { "jump", DOES_JUMP },        { "goto", DOES_GOTO },
		      { "counter", DOES_NOTHING },  { "log", DOES_NOTHING },
		      { "continue", DOES_NOTHING }, { "notrack", DOES_NOTHING },
		      { "comment", DOES_NOTHING },  { "set", DOES_NOTHING },
		      { "snat", DOES_ACCEPT },      { "masquerade", DOES_ACCEPT },
		      { "dnat", DOES_ACCEPT },      { "redirect", DOES_ACCEPT },
		      { "limit", DOES_DOUBT },      { "quota", DOES_DOUBT },
		      { "ct count", DOES_DOUBT },   { "dup", DOES_NOTHING } };

	if (strcmp(name, "xt") == 0) {
		return of_xt(w, arg);
	}
	if (strcmp(name, "notrack") == 0) {
		w->packet->untracked = true;
	}
	if (strcmp(name, "set") == 0 && json_object_get(arg, "stmt") != NULL) {
		return DOES_DOUBT; /* with a limit of its own */
	}
	if (strcmp(name, "dnat") == 0 || strcmp(name, "redirect") == 0) {
		w->packet->rewritten = true;
	}
	if (strcmp(name, "mangle") == 0) { /* of a mark, mostly; an address would be news */
		w->packet->rewritten =
			w->packet->rewritten ||
			json_object_get(json_object_get(arg, "key"), "payload") != NULL;
		return DOES_NOTHING;
	}
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (strcmp(name, known[i].name) == 0) {
			return known[i].effect;
		}
	}
	return DOES_ANYTHING;
}

/* Where a walk stands in one chain. */
struct spot {
	const json_t *rule;
	enum tri fits; /* whether the rule does, as far as it was read */
	bool doubt;    /* whether this place is reached at all is not certain */
	bool over;     /* the chain ends here */
	int depth;
};

/* Does what a statement says. */
static enum flow obey(struct walk *w, struct spot *at, enum effect effect, const json_t *arg)
{
	bool certain = at->fits == YES && !at->doubt;
	enum flow flow = FLOW_ON;

	at->over = at->fits == YES && effect != DOES_NOTHING && effect != DOES_JUMP;
	switch (effect) {
	case DOES_ACCEPT:
		w->may_accept = w->may_accept || !certain;
		return certain ? FLOW_ACCEPT : FLOW_ON;
	case DOES_DROP:
	case DOES_REJECT:
		if (certain) {
			deny(w, effect == DOES_REJECT);
			name_rule(w, at->rule);
			return FLOW_DENY;
		}
		w->may_drop = w->may_drop || effect == DOES_DROP;
		w->may_reject = w->may_reject || effect == DOES_REJECT;
		return FLOW_ON;
	case DOES_RETURN:
		at->doubt = at->doubt || at->fits != YES;
		return FLOW_ON;
	case DOES_JUMP:
	case DOES_GOTO:
		flow = walk_chain(w, text(arg, "target"), !certain, at->depth + 1);
		at->doubt = at->doubt || (effect == DOES_GOTO && at->fits != YES);
		return flow;
	case DOES_ANYTHING:
		w->may_accept = w->may_drop = w->may_reject = true;
		at->over = false;
		return FLOW_ON;
	case DOES_NOTHING:
	case DOES_DOUBT:
		break;
	}
	return FLOW_ON;
}

/* A verdict map: its pairs are tried one after the other. */
static enum flow walk_vmap(struct walk *w, struct spot *at, const json_t *vmap)
{
	const json_t *key = json_object_get(vmap, "key");
	const json_t *pairs = json_object_get(json_object_get(vmap, "data"), "set");
	enum tri fits = at->fits;
	size_t i = 0;
	json_t *pair = NULL;

	if (!json_is_array(pairs)) { /* a named map: nothing is known of it */
		return obey(w, at, DOES_ANYTHING, NULL);
	}
	json_array_foreach(pairs, i, pair)
	{
		void *verdict = json_object_iter(json_array_get(pair, 1));
		enum flow flow = FLOW_ON;

		at->fits =
			both(fits, firewall_holds(&w->at, w->packet, key, json_array_get(pair, 0)));
		if (at->fits == NO || verdict == NULL) {
			continue;
		}
		flow = obey(w, at, effect_of(w, json_object_iter_key(verdict), NULL),
		            json_object_iter_value(verdict));
		if (flow != FLOW_ON || at->fits == YES) {
			return flow;
		}
	}
	at->fits = fits;
	return FLOW_ON;
}

static enum flow walk_rule(struct walk *w, struct spot *at)
{
	size_t i = 0;
	json_t *statement = NULL;

	at->fits = YES;
	at->over = false;
	json_array_foreach(json_object_get(at->rule, "expr"), i, statement)
	{
		void *it = json_object_iter(statement);
		const char *name = it != NULL ? json_object_iter_key(it) : "";
		const json_t *arg = it != NULL ? json_object_iter_value(it) : NULL;
		enum flow flow = FLOW_ON;

		if (strcmp(name, "match") == 0) {
			at->fits = both(at->fits, firewall_match(&w->at, w->packet, arg));
			if (at->fits == NO) {
				return FLOW_ON;
			}
		} else if (strcmp(name, "vmap") == 0) {
			flow = walk_vmap(w, at, arg);
		} else {
			enum effect effect = effect_of(w, name, arg);

			at->fits = effect == DOES_DOUBT ? both(at->fits, UNKNOWN) : at->fits;
			flow = obey(w, at, effect, arg);
		}
		if (flow != FLOW_ON || at->over) {
			return flow;
		}
	}
	return FLOW_ON;
}

static enum flow walk_chain(struct walk *w, const char *chain, bool doubt, int depth)
{
	struct spot at = { .doubt = doubt, .depth = depth };
	size_t i = 0;
	const json_t *x = NULL;

	json_array_foreach(w->at.rules, i, x)
	{
		enum flow flow = FLOW_ON;

		if (depth > MAX_DEPTH || ++w->steps > MAX_STEPS) {
			w->may_accept = w->may_drop = w->may_reject = true;
			return FLOW_ON;
		}
		at.rule = json_object_get(x, "rule");
		if (at.rule == NULL || !is(at.rule, "chain", chain) ||
		    !is(at.rule, "table", w->at.table) || !is(at.rule, "family", w->at.family)) {
			continue;
		}
		flow = walk_rule(w, &at);
		if (flow != FLOW_ON || at.over) {
			return flow;
		}
	}
	return FLOW_ON;
}

static bool is_base(const json_t *chain, const char *hook, const struct firewall_packet *p)
{
	bool v6 = p->dst.family == ADDR_V6;

	return is(chain, "hook", hook) &&
	       (is(chain, "family", "inet") || is(chain, "family", v6 ? "ip6" : "ip") ||
	        is(chain, "family", v6 ? "xt6" : "xt")) &&
	       !(p->answer && is(chain, "type", "nat")); /* only a first packet comes there */
}

/* Puts the base chains of the hook into ret, in order. How many. */
static int find_bases(const json_t *rules, const char *hook, const struct firewall_packet *p,
                      const json_t **ret)
{
	size_t i = 0;
	const json_t *x = NULL;
	int n = 0;

	json_array_foreach(rules, i, x)
	{
		const json_t *chain = json_object_get(x, "chain");
		int at = n;

		if (chain == NULL || n == MAX_BASES || !is_base(chain, hook, p)) {
			continue;
		}
		while (at > 0 && json_integer_value(json_object_get(ret[at - 1], "prio")) >
		                         json_integer_value(json_object_get(chain, "prio"))) {
			ret[at] = ret[at - 1];
			at--;
		}
		ret[at] = chain;
		n++;
	}
	return n;
}

static void apply_policy(struct walk *w, const json_t *chain)
{
	struct buf buf;

	deny(w, false);
	buf_init(&buf, w->answer->rule, sizeof(w->answer->rule));
	name_chain(w, text(chain, "name"), &buf);
	buf_puts(&buf, ": policy drop");
}

void firewall_ask(const json_t *rules, const char *hook, struct firewall_packet *packet,
                  struct firewall_answer *ret)
{
	const json_t *base[MAX_BASES];
	int n = find_bases(rules, hook, packet, base);
	struct walk w = { .packet = packet, .answer = ret };

	memset(ret, 0, sizeof(*ret));
	for (int i = 0; i < n; i++) {
		enum flow flow = FLOW_ON;

		w.at = (struct firewall_place){ .rules = rules,
			                        .family = text(base[i], "family"),
			                        .table = text(base[i], "table") };
		w.may_accept = false;
		flow = walk_chain(&w, text(base[i], "name"), false, 0);
		if (flow == FLOW_DENY) {
			return;
		}
		if (flow == FLOW_ON && is(base[i], "policy", "drop")) {
			apply_policy(&w, base[i]);
			return;
		}
	}
	ret->said = w.may_drop || w.may_reject || n == MAX_BASES ? FIREWALL_SAID_NOTHING
	                                                         : FIREWALL_SAID_ACCEPT;
}
