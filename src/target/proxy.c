/* SPDX-License-Identifier: Apache-2.0 */
/* The proxy that curl 7.88 would use: which variable is read (curl(1) ENVIRONMENT, lib/url.c
 * detect_proxy), what no_proxy excludes (lib/noproxy.c), how the URL is taken apart
 * (parse_proxy). */
#include "target/proxy.h"
#include "target/scheme.h"
#include "target/text.h"

#include <string.h>

static struct span span_of(const char *text)
{
	return (struct span){ text, strlen(text) };
}

static void put_text(char *ret, size_t size, struct span text)
{
	struct buf buf;

	buf_init(&buf, ret, size);
	buf_put(&buf, text.at, text.len);
	text_trim(&buf);
}

static const char *get(const char *(*env)(const char *), const char *name)
{
	const char *value = env(name);

	return value != NULL && value[0] != '\0' ? value : NULL;
}

/* <scheme>_proxy, then in capitals, which curl does not read for http: a CGI program gets its
 * HTTP_PROXY from a request header. */
static const char *find_variable(enum scheme scheme, const char *(*env)(const char *),
                                 struct proxy_choice *ret)
{
	bool tls = scheme == SCHEME_HTTPS || scheme == SCHEME_WSS;
	const char *const names[] = { tls ? "https_proxy" : "http_proxy",
		                      tls ? "HTTPS_PROXY" : NULL, "all_proxy", "ALL_PROXY" };
	static const char *const unused[][2] = { { "HTTP_PROXY", "https_proxy" },
		                                 { "http_proxy", "HTTP_PROXY" } };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = names[i] != NULL ? get(env, names[i]) : NULL;

		if (value != NULL) {
			put_text(ret->variable, sizeof(ret->variable), span_of(names[i]));
			return value;
		}
	}
	for (size_t i = 0; i < 2; i++) {
		if (get(env, unused[tls][i]) != NULL) {
			put_text(ret->unused_variable, sizeof(ret->unused_variable),
			         span_of(unused[tls][i]));
			break;
		}
	}
	return NULL;
}

static bool bits_equal(const struct addr *x, const struct addr *y, unsigned bits)
{
	for (unsigned i = 0; i < bits; i++) {
		if (((x->bytes[i / 8] ^ y->bytes[i / 8]) >> (7 - i % 8) & 1) != 0) {
			return false;
		}
	}
	return true;
}

/* An entry with an address, perhaps a prefix (curl 7.86 and later). */
static bool matches_address(struct span entry, const struct target *target)
{
	size_t slash = text_find(entry, "/");
	struct span host = text_head(entry, slash);
	struct addr addr;
	int64_t bits = 0;

	if (host.len > 2 && host.at[0] == '[' && host.at[host.len - 1] == ']') {
		host = text_head(text_from(host, 1), host.len - 2);
	}
	if (!target->literal || addr_parse(host.at, host.len, &addr) < 0 ||
	    addr.family != target->addr.family) {
		return false;
	}
	bits = addr.family == ADDR_V4 ? 32 : 128;
	if (slash < entry.len) {
		struct span number = text_from(entry, slash + 1);
		int64_t given = 0;

		if (str_to_int(number.at, number.len, &given) < 0 || given < 0 || given > bits) {
			return false;
		}
		bits = given;
	}
	return bits_equal(&addr, &target->addr, (unsigned)bits);
}

/* Whether the end of host, at a dot, is suffix; dots at suffix's ends do not count. */
static bool matches_name(struct span suffix, struct span host)
{
	struct span tail;

	while (suffix.len > 0 && suffix.at[0] == '.') {
		suffix = text_from(suffix, 1);
	}
	if (suffix.len > 0 && suffix.at[suffix.len - 1] == '.') {
		suffix.len--;
	}
	if (host.len > 0 && host.at[host.len - 1] == '.') {
		host.len--;
	}
	if (suffix.len == 0 || suffix.len > host.len) {
		return false;
	}
	tail = text_from(host, host.len - suffix.len);
	for (size_t i = 0; i < suffix.len; i++) {
		if (text_lower(tail.at[i]) != text_lower(suffix.at[i])) {
			return false;
		}
	}
	return suffix.len == host.len || host.at[host.len - suffix.len - 1] == '.';
}

/* Whether the entry was meant for the target although curl does not take its form: *.suffix, a port,
 * a URL, or several entries between semicolons. */
static bool was_meant(struct span entry, const struct target *target)
{
	size_t scheme = text_find_word(entry, "://");
	struct span host = span_of(target->host);

	if (scheme < entry.len) {
		entry = text_from(entry, scheme + 3);
	}
	while (entry.len > 0) {
		size_t end = text_find(entry, ";");
		struct span one = text_head(entry, end);
		size_t port = text_find(one, ":/");

		if (text_starts(one, "*")) {
			one = text_from(one, 1);
			port = text_find(one, ":/");
		}
		if (matches_name(text_head(one, port), host) || matches_address(one, target)) {
			return true;
		}
		entry = text_from(entry, end + 1);
	}
	return false;
}

static void apply_no_proxy(const struct target *target, const char *(*env)(const char *),
                           struct proxy_choice *ret)
{
	const char *name = get(env, "no_proxy") != NULL ? "no_proxy" : "NO_PROXY";
	const char *value = get(env, name);
	struct span list = span_of(value != NULL ? value : "");

	if (value == NULL) {
		return;
	}
	put_text(ret->no_proxy_variable, sizeof(ret->no_proxy_variable), span_of(name));
	ret->no_proxy_has_blank_or_semicolon = strchr(value, ';') != NULL;
	if (strcmp(value, "*") == 0) {
		ret->bypassed = true;
		put_text(ret->no_proxy_entry, sizeof(ret->no_proxy_entry), list);
		return;
	}
	while (list.len > 0 && !ret->bypassed) {
		size_t end = text_find(list, ", \t");
		struct span entry = text_head(list, end);
		bool hit = target->literal ? matches_address(entry, target)
		                           : matches_name(entry, span_of(target->host));

		if (hit || (!ret->no_proxy_meant && was_meant(entry, target))) {
			put_text(ret->no_proxy_entry, sizeof(ret->no_proxy_entry), entry);
			ret->no_proxy_meant = !hit;
			ret->bypassed = hit;
		}
		list = text_from(list, end + 1);
	}
	if (!ret->bypassed && !ret->no_proxy_meant) {
		ret->no_proxy_entry[0] = '\0';
	}
}

static enum proxy_kind kind_of(struct span scheme)
{
	static const struct {
		const char *name;
		enum proxy_kind kind;
	} kinds[] = { { "http", PROXY_HTTP },     { "https", PROXY_HTTPS },
		      { "socks", PROXY_SOCKS4 },  { "socks4", PROXY_SOCKS4 },
		      { "socks4a", PROXY_SOCKS4A }, { "socks5", PROXY_SOCKS5 },
		      { "socks5h", PROXY_SOCKS5H } };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (text_is(scheme, kinds[i].name)) {
			return kinds[i].kind;
		}
	}
	return N_PROXY_KINDS;
}

static void parse_url(const char *value, struct proxy_choice *ret)
{
	struct span text = span_of(value);
	size_t at = text_find_word(text, "://");
	struct target_error error;
	char url[TARGET_TEXT_MAX];
	struct buf buf;

	ret->kind = at < text.len ? kind_of(text_head(text, at)) : PROXY_HTTP;
	if (ret->kind == N_PROXY_KINDS) {
		ret->kind = PROXY_HTTP;
		ret->broken = true;
		return;
	}
	/* the target parser knows how user info, brackets and ports go; http stands for all of them */
	buf_init(&buf, url, sizeof(url));
	buf_puts(&buf, "http://");
	text = at < text.len ? text_from(text, at + 3) : text;
	buf_put(&buf, text.at, text.len);
	if (buf.cut || target_parse(buf.text, buf.len, &ret->proxy, &error) < 0 ||
	    ret->proxy.flawed_is_fatal) {
		ret->broken = true;
		return;
	}
	if (!ret->proxy.port_given) {
		ret->proxy.port = ret->kind == PROXY_HTTPS ? 443 : 1080;
	}
	ret->proxy.scheme = ret->kind == PROXY_HTTPS ? SCHEME_TLS : SCHEME_TCP;
	ret->proxy.path[0] = '\0';
}

void proxy_choose(const struct target *target, const char *(*env)(const char *name),
                  const char *override, struct proxy_choice *ret)
{
	const char *value = override;

	*ret = (struct proxy_choice){ .used = false };
	if (override != NULL && (strcmp(override, "none") == 0 || override[0] == '\0')) {
		return;
	}
	if (override != NULL) {
		put_text(ret->variable, sizeof(ret->variable), span_of("--proxy"));
	} else if (scheme_is_web(target->scheme)) {
		value = find_variable(target->scheme, env, ret);
	}
	if (value == NULL) {
		return;
	}
	parse_url(value, ret);
	apply_no_proxy(target, env, ret);
	ret->used = !ret->bypassed;
}
