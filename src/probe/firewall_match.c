/* SPDX-License-Identifier: Apache-2.0 */
/* One comparison of a rule with a packet. The left side gives a value of the packet, or says that
 * the packet has none (then a rule does not apply), or that nobody knows. */
#include "probe/firewall_rules.h"

#include <string.h>
#include <strings.h>

enum { FIN = 1, SYN = 2, RST = 4, PSH = 8, ACK = 16, URG = 32, ECE = 64, CWR = 128 };
enum { TCP = 6 };

enum value_kind { VALUE_UNKNOWN, VALUE_ABSENT, VALUE_ADDR, VALUE_NUMBER, VALUE_WORD };

struct value {
	enum value_kind kind;
	struct addr addr;
	int64_t number; /* of a word, too, where it has one; else -1 */
	const char *word;
};

static bool is(const json_t *text, const char *word)
{
	return json_is_string(text) && strcmp(json_string_value(text), word) == 0;
}

static struct value number(int64_t n)
{
	return (struct value){ .kind = VALUE_NUMBER, .number = n };
}

static struct value word(const char *text, int64_t n)
{
	return (struct value){ .kind = VALUE_WORD, .word = text, .number = n };
}

/* A field of the packet's own IP header. */
static struct value of_ip(const struct firewall_packet *p, const json_t *field)
{
	struct value ret = { .kind = VALUE_UNKNOWN };

	if (is(field, "saddr") || is(field, "daddr")) {
		ret.kind = VALUE_ADDR;
		ret.addr = is(field, "saddr") ? p->src : p->dst;
		if (ret.addr.family == ADDR_NONE || (is(field, "daddr") && p->rewritten)) {
			ret.kind = VALUE_UNKNOWN;
		}
	} else if (is(field, "protocol") || is(field, "nexthdr")) {
		ret = word("tcp", TCP);
	} else if (is(field, "version")) {
		ret = number(p->dst.family == ADDR_V6 ? 6 : 4);
	}
	return ret;
}

static struct value of_payload(const struct firewall_packet *p, const json_t *payload)
{
	const char *protocol = json_string_value(json_object_get(payload, "protocol"));
	const json_t *field = json_object_get(payload, "field");
	const char *own = p->dst.family == ADDR_V6 ? "ip6" : "ip";
	struct value ret = { .kind = VALUE_UNKNOWN };

	if (protocol == NULL) {
		return ret; /* raw bytes at an offset */
	}
	if (strcmp(protocol, "tcp") == 0 || strcmp(protocol, "th") == 0) {
		if (is(field, "dport") && p->dport != 0 && !p->rewritten) {
			return number(p->dport);
		}
		return is(field, "sport") && p->sport != 0 ? number(p->sport) : ret;
	}
	if (strcmp(protocol, own) == 0) {
		return of_ip(p, field);
	}
	if (strcmp(protocol, "ether") == 0 || strcmp(protocol, "vlan") == 0) {
		return ret;
	}
	ret.kind = VALUE_ABSENT; /* udp, icmp, the other family, ... */
	return ret;
}

static struct value of_meta(const struct firewall_packet *p, const json_t *key)
{
	bool v6 = p->dst.family == ADDR_V6;
	struct value ret = { .kind = VALUE_UNKNOWN };

	if (is(key, "l4proto")) {
		return word("tcp", TCP);
	}
	if (is(key, "nfproto")) {
		return word(v6 ? "ipv6" : "ipv4", v6 ? 10 : 2);
	}
	if (is(key, "protocol")) {
		return word(v6 ? "ip6" : "ip", -1);
	}
	if (is(key, "oifname") || is(key, "oif")) {
		return p->oif != NULL ? word(p->oif, -1) : ret;
	}
	if (is(key, "iifname") || is(key, "iif")) {
		return p->iif != NULL ? word(p->iif, -1) : ret;
	}
	return is(key, "skuid") && p->uid >= 0 ? number(p->uid) : ret;
}

static struct value of_left(const struct firewall_packet *p, const json_t *left)
{
	const json_t *x = NULL;
	struct value ret = { .kind = VALUE_UNKNOWN };

	if ((x = json_object_get(left, "payload")) != NULL) {
		return of_payload(p, x);
	}
	if ((x = json_object_get(left, "meta")) != NULL) {
		return of_meta(p, json_object_get(x, "key"));
	}
	if ((x = json_object_get(left, "ct")) != NULL) {
		x = json_object_get(x, "key");
		if (is(x, "state") && !p->untracked) {
			return word(p->answer ? "established" : "new", -1);
		}
		if (is(x, "direction") && !p->untracked) {
			return word(p->answer ? "reply" : "original", -1);
		}
		return ret;
	}
	if ((x = json_object_get(left, "fib")) != NULL &&
	    is(json_object_get(x, "result"), "type") &&
	    json_array_size(json_object_get(x, "flags")) == 1 &&
	    is(json_array_get(json_object_get(x, "flags"), 0), "daddr") && !p->rewritten) {
		return word(p->local ? "local" : "unicast", -1);
	}
	return ret;
}

static int compare_bytes(const struct addr *x, const struct addr *y)
{
	return memcmp(x->bytes, y->bytes, x->family == ADDR_V4 ? 4 : 16);
}

static bool parse(const json_t *text, struct addr *ret)
{
	const char *s = json_string_value(text);

	return s != NULL && addr_parse(s, strlen(s), ret) == 0;
}

static enum tri in_prefix(const struct value *v, const json_t *prefix)
{
	struct addr net;
	json_int_t bits = json_integer_value(json_object_get(prefix, "len"));

	if (v->kind != VALUE_ADDR || !parse(json_object_get(prefix, "addr"), &net) || bits < 0 ||
	    bits > (net.family == ADDR_V4 ? 32 : 128)) {
		return UNKNOWN;
	}
	if (net.family != v->addr.family) {
		return NO;
	}
	for (unsigned i = 0; i < (unsigned)bits; i++) {
		if (((net.bytes[i / 8] ^ v->addr.bytes[i / 8]) >> (7 - i % 8) & 1) != 0) {
			return NO;
		}
	}
	return YES;
}

static enum tri in_range(const struct value *v, const json_t *range)
{
	const json_t *low = json_array_get(range, 0);
	const json_t *high = json_array_get(range, 1);
	struct addr x;
	struct addr y;

	if (v->kind == VALUE_NUMBER && json_is_integer(low) && json_is_integer(high)) {
		return tri_of(v->number >= json_integer_value(low) &&
		              v->number <= json_integer_value(high));
	}
	if (v->kind == VALUE_ADDR && parse(low, &x) && parse(high, &y)) {
		return tri_of(x.family == v->addr.family && y.family == v->addr.family &&
		              compare_bytes(&x, &v->addr) <= 0 && compare_bytes(&v->addr, &y) <= 0);
	}
	return UNKNOWN;
}

/* Interface names may end with a star; other words have none. */
static bool same_word(const char *pattern, const char *text)
{
	size_t n = strlen(pattern);

	return n > 0 && pattern[n - 1] == '*' ? strncmp(pattern, text, n - 1) == 0
	                                      : strcmp(pattern, text) == 0;
}

static enum tri is_value(const struct value *v, const json_t *right)
{
	struct addr x;

	switch (v->kind) {
	case VALUE_ADDR:
		return parse(right, &x) ? tri_of(addr_equal(&x, &v->addr)) : UNKNOWN;
	case VALUE_NUMBER:
		return json_is_integer(right) ? tri_of(json_integer_value(right) == v->number)
		                              : UNKNOWN;
	case VALUE_WORD:
		if (json_is_string(right)) {
			return tri_of(same_word(json_string_value(right), v->word));
		}
		return json_is_integer(right) && v->number >= 0
		               ? tri_of(json_integer_value(right) == v->number)
		               : UNKNOWN;
	case VALUE_ABSENT:
		return NO;
	case VALUE_UNKNOWN:
		break;
	}
	return UNKNOWN;
}

static const json_t *find_set(const struct firewall_place *at, const char *name)
{
	size_t i = 0;
	const json_t *x = NULL;

	json_array_foreach(at->rules, i, x)
	{
		const json_t *set = json_object_get(x, "set");

		set = set != NULL ? set : json_object_get(x, "map");
		if (set != NULL && is(json_object_get(set, "name"), name) &&
		    is(json_object_get(set, "table"), at->table) &&
		    is(json_object_get(set, "family"), at->family)) {
			return set;
		}
	}
	return NULL;
}

static enum tri all_parts(const struct firewall_place *at, const struct firewall_packet *packet,
                          const json_t *left, const json_t *right)
{
	enum tri all = YES;
	size_t n = json_array_size(right);

	if (n == 0 || json_array_size(left) != n) {
		return UNKNOWN;
	}
	for (size_t i = 0; i < n; i++) {
		all = both(all, firewall_holds(at, packet, json_array_get(left, i),
		                               json_array_get(right, i)));
	}
	return all;
}

static enum tri any_of(const struct firewall_place *at, const struct firewall_packet *packet,
                       const json_t *left, const json_t *list)
{
	enum tri any = NO;
	size_t i = 0;
	const json_t *x = NULL;

	json_array_foreach(list, i, x)
	{
		any = either(any, firewall_holds(at, packet, left, x));
		if (any == YES) {
			break;
		}
	}
	return any;
}

enum tri firewall_holds(const struct firewall_place *at, const struct firewall_packet *packet,
                        const json_t *left, const json_t *right)
{
	const json_t *x = NULL;
	struct value v;

	if (json_is_array(right)) {
		return any_of(at, packet, left, right);
	}
	if (json_is_string(right) && json_string_value(right)[0] == '@') {
		x = find_set(at, json_string_value(right) + 1);
		return x != NULL ? any_of(at, packet, left, json_object_get(x, "elem")) : UNKNOWN;
	}
	if ((x = json_object_get(right, "set")) != NULL) {
		return firewall_holds(at, packet, left, x);
	}
	if ((x = json_object_get(right, "elem")) != NULL) {
		return firewall_holds(at, packet, left, json_object_get(x, "val"));
	}
	if ((x = json_object_get(right, "concat")) != NULL) {
		return all_parts(at, packet, json_object_get(left, "concat"), x);
	}
	v = of_left(packet, left);
	if (v.kind == VALUE_ABSENT) {
		return NO;
	}
	if ((x = json_object_get(right, "prefix")) != NULL) {
		return in_prefix(&v, x);
	}
	if ((x = json_object_get(right, "range")) != NULL) {
		return in_range(&v, x);
	}
	return right != NULL ? is_value(&v, right) : UNKNOWN;
}

/* One flag or a list of them as bits; negative for what is none. */
static int flags_of(const json_t *x)
{
	static const struct {
		const char *name;
		int bit;
	} names[] = { { "fin", FIN }, { "syn", SYN }, { "rst", RST }, { "psh", PSH },
		      { "ack", ACK }, { "urg", URG }, { "ecn", ECE }, { "cwr", CWR } };
	const json_t *list = json_is_object(x) ? json_object_get(x, "|") : x;
	const json_t *item = NULL;
	size_t i = 0;
	int bits = 0;

	if (json_is_array(list)) {
		json_array_foreach(list, i, item)
		{
			int one = json_is_array(item) ? -1 : flags_of(item);

			bits = one < 0 || bits < 0 ? -1 : bits | one;
		}
		return bits;
	}
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (is(x, names[i].name)) {
			return names[i].bit;
		}
	}
	return json_is_integer(x) ? (int)(json_integer_value(x) & 255) : -1;
}

static bool is_flags(const json_t *left)
{
	const json_t *payload = json_object_get(left, "payload");

	return is(json_object_get(payload, "protocol"), "tcp") &&
	       is(json_object_get(payload, "field"), "flags");
}

/* tcp flags syn / syn,ack: left is the field, or the field and a mask. */
static enum tri match_flags(const struct firewall_packet *p, const json_t *left, const json_t *op,
                            const json_t *right)
{
	const json_t *masked = json_object_get(left, "&");
	int mask = masked != NULL ? flags_of(json_array_get(masked, 1)) : 255;
	int value = flags_of(right);
	int have = p->answer ? SYN | ACK : SYN;

	if (mask < 0 || value < 0) {
		return UNKNOWN;
	}
	if (is(op, "==")) {
		return tri_of((have & mask) == value);
	}
	if (is(op, "!=")) {
		return tri_of((have & mask) != value);
	}
	return is(op, "in") ? tri_of((have & value) != 0) : UNKNOWN;
}

static enum tri ordered(const struct firewall_packet *p, const json_t *left, const char *op,
                        const json_t *right)
{
	struct value v = of_left(p, left);
	json_int_t n = json_integer_value(right);

	if (v.kind == VALUE_ABSENT) {
		return NO;
	}
	if (v.kind != VALUE_NUMBER || !json_is_integer(right) || (op[0] != '<' && op[0] != '>')) {
		return UNKNOWN;
	}
	return tri_of((op[1] == '=' && v.number == n) ||
	              (op[0] == '<' ? v.number < n : v.number > n));
}

enum tri firewall_match(const struct firewall_place *at, const struct firewall_packet *packet,
                        const json_t *match)
{
	const json_t *left = json_object_get(match, "left");
	const json_t *right = json_object_get(match, "right");
	const json_t *op = json_object_get(match, "op");

	if (is_flags(left) || is_flags(json_array_get(json_object_get(left, "&"), 0))) {
		return match_flags(packet, left, op, right);
	}
	if (is(op, "==") || is(op, "in")) {
		return firewall_holds(at, packet, left, right);
	}
	if (is(op, "!=")) { /* what the packet does not have differs from nothing */
		return of_left(packet, left).kind == VALUE_ABSENT
		               ? NO
		               : not(firewall_holds(at, packet, left, right));
	}
	return json_is_string(op) ? ordered(packet, left, json_string_value(op), right) : UNKNOWN;
}
