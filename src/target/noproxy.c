/* SPDX-License-Identifier: Apache-2.0 */
/* Matching the no_proxy list. Each client reads it in a way of its own; curl's is the ordinary
 * one. */
#include "target/noproxy.h"
#include "base/str.h"
#include "target/host.h"

#include <string.h>

static struct span host_of(const struct target *target)
{
	struct span host = { target->host, strlen(target->host) };

	if (!target->literal && host.len > 0 && host.at[host.len - 1] == '.') {
		host.len--;
	}
	return host;
}

static bool same(struct span x, struct span y)
{
	for (size_t i = 0; i < x.len && i < y.len; i++) {
		if (str_lower(x.at[i]) != str_lower(y.at[i])) {
			return false;
		}
	}
	return x.len == y.len;
}

static bool name_matches(struct span entry, struct span host)
{
	if (entry.len > 0 && entry.at[entry.len - 1] == '.') {
		entry.len--;
	}
	if (entry.len > 0 && entry.at[0] == '.') {
		entry = text_from(entry, 1);
	}
	if (entry.len >= host.len) {
		return same(entry, host);
	}
	return host.at[host.len - entry.len - 1] == '.' &&
	       same(entry, text_from(host, host.len - entry.len));
}

static bool same_bits(const uint8_t *x, const uint8_t *y, unsigned bits)
{
	unsigned rest = bits % 8;

	return memcmp(x, y, bits / 8) == 0 &&
	       (rest == 0 || (uint8_t)((x[bits / 8] ^ y[bits / 8]) >> (8 - rest)) == 0);
}

/* As atoi() reads it: "8x" is 8, no digits are 0. */
static unsigned read_bits(struct span text)
{
	unsigned value = 0;

	for (size_t i = 0; i < text.len && text_is_digit(text.at[i]) && value < 1000; i++) {
		value = value * 10 + (unsigned)(text.at[i] - '0');
	}
	return value;
}

/* inet_pton() takes no leading zeros; addr_parse() does. */
static bool has_leading_zero(struct span text)
{
	for (size_t i = 0; i + 1 < text.len; i++) {
		if (text.at[i] == '0' && text_is_digit(text.at[i + 1]) &&
		    (i == 0 || text.at[i - 1] == '.')) {
			return true;
		}
	}
	return false;
}

/* A network of 0 bits is to curl the address alone. */
static bool network_matches(struct span entry, const struct addr *addr)
{
	struct span base = text_head(entry, text_find(entry, "/"));
	struct span bits_text = text_from(entry, base.len + 1);
	unsigned all = addr->family == ADDR_V4 ? 32 : 128;
	unsigned bits = read_bits(bits_text);
	struct addr net;

	if (bits > all || has_leading_zero(base) || addr_parse(base.at, base.len, &net) < 0 ||
	    net.family != addr->family || (bits_text.len > 0 && bits_text.at[0] == '-')) {
		return false;
	}
	return same_bits(net.bytes, addr->bytes, bits == 0 ? all : bits);
}

static bool entry_matches(struct span entry, const struct target *target)
{
	if (target->literal && target->addr.family == ADDR_V4) {
		return network_matches(entry, &target->addr);
	}
	return name_matches(entry, host_of(target));
}

/* The next entry of *list, cut at one of separators. false at the end. */
static bool next(struct span *list, const char *separators, struct span *ret)
{
	while (list->len > 0) {
		*ret = text_head(*list, text_find(*list, separators));
		*list = text_from(*list, ret->len + 1);
		if (ret->len > 0) {
			return true;
		}
	}
	return false;
}

bool noproxy_matches(struct span list, const struct target *target, struct span *ret_entry)
{
	struct span entry;

	if (target->host[0] == '\0') {
		return false;
	}
	if (text_is(list, "*")) {
		*ret_entry = list;
		return true;
	}
	while (next(&list, ", \t", &entry)) {
		if (entry_matches(entry, target)) {
			*ret_entry = entry;
			return true;
		}
	}
	return false;
}

/* Takes off what other programs allow around a host: quotes, scheme, path, port, brackets, "*". */
static struct span bare_entry(struct span entry)
{
	size_t scheme = text_find_word(entry, "://");
	size_t colon = 0;

	while (entry.len > 0 && strchr("\"'", entry.at[0]) != NULL) {
		entry = text_from(entry, 1);
	}
	while (entry.len > 0 && strchr("\"'", entry.at[entry.len - 1]) != NULL) {
		entry.len--;
	}
	if (scheme < entry.len) {
		entry = text_from(entry, text_find_word(entry, "://") + 3);
		entry = text_head(entry, text_find(entry, "/"));
	}
	if (text_starts(entry, "[")) {
		entry = text_from(entry, 1);
		return text_head(entry, text_find(entry, "]"));
	}
	colon = text_find_last(entry, ":");
	if (colon == text_find(entry, ":") && text_is_number(text_from(entry, colon + 1))) {
		entry = text_head(entry, colon);
	}
	while (text_starts(entry, "*") && entry.len > 1) {
		entry = text_from(entry, 1);
	}
	return entry;
}

/* 10.0. and 10.0.* and 10.0.x: the beginning of an address. */
static bool prefix_means(struct span entry, struct span host)
{
	size_t dot = text_find_last(entry, ".");
	struct span rest = text_from(entry, dot + 1);

	return dot < entry.len && dot > 0 && dot + 1 < host.len &&
	       (rest.len == 0 || text_is(rest, "*") || text_is(rest, "x") || text_is(rest, "0")) &&
	       same(text_head(entry, dot + 1), text_head(host, dot + 1));
}

static bool address_means(struct span entry, const struct target *target)
{
	struct addr addr;
	struct span zone;

	if (network_matches(entry, &target->addr)) {
		return true;
	}
	if (target->addr.family == ADDR_V4) {
		return prefix_means(entry, host_of(target));
	}
	return host_is_v6(entry, &addr, &zone) && addr_equal(&addr, &target->addr);
}

static bool bare_means(struct span bare, const struct target *target)
{
	if (text_is(bare, "*")) {
		return true;
	}
	return target->literal ? address_means(bare, target) : name_matches(bare, host_of(target));
}

bool noproxy_means(struct span list, const struct target *target, struct span *ret_entry)
{
	struct span entry;

	while (next(&list, ", \t;|\r\n", &entry)) {
		struct span bare = bare_entry(entry);

		if (bare.len > 0 && bare_means(bare, target)) {
			*ret_entry = entry;
			return true;
		}
	}
	return false;
}
