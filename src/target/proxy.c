/* SPDX-License-Identifier: Apache-2.0 */
/* Which proxy curl 7.88 would use (lib/url.c: detect_proxy, parse_proxy,
 * create_conn_helper_init_proxy). An empty variable is as good as none. */
#include "target/proxy.h"
#include "base/clean.h"
#include "target/noproxy.h"
#include "target/scheme.h"
#include "target/text.h"

#include <string.h>

typedef const char *(*env_fn)(const char *name);

static struct span span_of(const char *text)
{
	return (struct span){ text, strlen(text) };
}

static void keep(char *ret, size_t size, struct span text)
{
	struct buf buf;

	buf_init(&buf, ret, size);
	clean_put(&buf, text.at, text.len, text.len);
	text_trim(&buf);
}

static const char *set(env_fn env, const char *name)
{
	const char *value = env(name);

	return value != NULL && value[0] != '\0' ? value : NULL;
}

/* http_proxy or HTTP_PROXY, for the scheme. */
static void variable_name(enum scheme scheme, bool capitals, char *ret, size_t size)
{
	struct buf buf;

	buf_init(&buf, ret, size);
	buf_puts(&buf, target_schemes[scheme].name);
	buf_puts(&buf, "_proxy");
	for (size_t i = 0; capitals && i < buf.len; i++) {
		if (text_is_letter(ret[i])) {
			ret[i] = (char)(ret[i] & ~0x20);
		}
	}
}

/* The value of the variable that decides, whose name goes to ret->variable. HTTP_PROXY in capitals
 * is not read: a CGI program would take it from a request's Proxy header. */
static const char *from_environment(enum scheme scheme, env_fn env, struct proxy_choice *ret)
{
	char names[4][24] = { "", "", "all_proxy", "ALL_PROXY" };

	variable_name(scheme, false, names[0], sizeof(names[0]));
	variable_name(scheme, true, names[1], sizeof(names[1]));
	for (size_t i = 0; i < 4; i++) {
		const char *value = i == 1 && scheme == SCHEME_HTTP ? NULL : set(env, names[i]);

		if (value != NULL) {
			memcpy(ret->variable, names[i], sizeof(ret->variable));
			return value;
		}
	}
	return NULL;
}

/* A variable that somebody set for this target's sake and that is not read for it. */
static void find_unused(enum scheme scheme, env_fn env, struct proxy_choice *ret)
{
	bool tls = target_schemes[scheme].tls;
	bool websocket = scheme == SCHEME_WS || scheme == SCHEME_WSS;
	const char *const web[] = { tls ? "https_proxy" : "http_proxy",
		                    tls ? "HTTPS_PROXY" : "HTTP_PROXY",
		                    tls ? "http_proxy" : "https_proxy",
		                    tls ? "HTTP_PROXY" : "HTTPS_PROXY" };

	for (size_t i = 0; i < 4; i++) {
		bool read = !websocket && (tls ? i < 2 : i == 0);

		if (!read && set(env, web[i]) != NULL) {
			keep(ret->unused_variable, sizeof(ret->unused_variable), span_of(web[i]));
			return;
		}
	}
}

static bool kind_of(struct span scheme, enum proxy_kind *ret)
{
	static const struct {
		const char *name;
		enum proxy_kind kind;
	} kinds[] = {
		{ "http", PROXY_HTTP },       { "https", PROXY_HTTPS },
		{ "socks", PROXY_SOCKS4 },    { "socks4", PROXY_SOCKS4 },
		{ "socks4a", PROXY_SOCKS4A }, { "socks5", PROXY_SOCKS5 },
		{ "socks5h", PROXY_SOCKS5H },
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (text_is(scheme, kinds[i].name)) {
			*ret = kinds[i].kind;
			return true;
		}
	}
	return false;
}

/* Without "://" curl guesses a scheme from the host's first label; only http is one of a proxy. */
static bool guessed_wrong(struct span host)
{
	static const char *const labels[] = { "ftp.",  "dict.", "ldap.", "imap.",
		                              "smtp.", "pop3.", NULL };

	for (size_t i = 0; labels[i] != NULL; i++) {
		if (text_starts(host, labels[i])) {
			return true;
		}
	}
	return false;
}

static void break_scheme(struct proxy_choice *ret, struct span scheme)
{
	ret->broken = true;
	memset(&ret->proxy, 0, sizeof(ret->proxy));
	ret->proxy.flaw = FLAW_CHARACTER;
	ret->proxy.flawed_is_fatal = true;
	keep(ret->proxy.flaw_text, sizeof(ret->proxy.flaw_text), text_head(scheme, 40));
}

/* RFC 1929: a byte holds the length of each. */
static bool fits_socks(const struct target *proxy)
{
	return strlen(proxy->user) <= 255 && strlen(proxy->secret) <= 255;
}

/* Reads the proxy's text through target_parse(), as tcp:// or tls:// with the port that curl would
 * take: nothing else differs. */
static void parse_proxy(const char *value, struct proxy_choice *ret)
{
	struct span text = span_of(value);
	size_t scheme = text_find_word(text, "://");
	struct span name = text_head(text, scheme);
	struct target_error error;

	ret->kind = PROXY_HTTP;
	if (text_find(name, "/?#@ ") < name.len) {
		scheme = text.len; /* a :// further on */
	}
	if (scheme < text.len) {
		if (!kind_of(name, &ret->kind)) {
			break_scheme(ret, name);
			return;
		}
		text = text_from(text, scheme + 3);
	} else if (guessed_wrong(text)) {
		break_scheme(ret, text_head(text, text_find(text, ".")));
		return;
	}
	if (target_parse_rest(ret->kind == PROXY_HTTPS ? SCHEME_TLS : SCHEME_TCP,
	                      ret->kind == PROXY_HTTPS ? 443 : 1080, text.at, text.len, &ret->proxy,
	                      &error) < 0) {
		break_scheme(ret, text_head(text, 0));
		return;
	}
	ret->proxy.path[0] = '\0';
	ret->broken = ret->proxy.flawed_is_fatal;
	if (ret->kind != PROXY_HTTP && ret->kind != PROXY_HTTPS && !fits_socks(&ret->proxy)) {
		break_scheme(ret, text_head(text, 0));
	}
}

/* Whether the lists exclude the target; a list in lower case hides the one in capitals. */
static void check_lists(const struct target *target, env_fn env, struct proxy_choice *ret)
{
	const char *lower = set(env, "no_proxy");
	const char *upper = set(env, "NO_PROXY");
	const char *list = lower != NULL ? lower : upper;
	struct span entry = { "", 0 };

	if (list == NULL) {
		return;
	}
	keep(ret->no_proxy_variable, sizeof(ret->no_proxy_variable),
	     span_of(lower != NULL ? "no_proxy" : "NO_PROXY"));
	ret->no_proxy_has_blank_or_semicolon = text_find(span_of(list), ";|\r\n") < strlen(list);
	ret->bypassed = noproxy_matches(span_of(list), target, &entry);
	if (!ret->bypassed) {
		ret->no_proxy_meant = noproxy_means(span_of(list), target, &entry);
		if (!ret->no_proxy_meant && lower != NULL && upper != NULL &&
		    noproxy_matches(span_of(upper), target, &entry)) {
			ret->no_proxy_meant = true;
			keep(ret->unused_variable, sizeof(ret->unused_variable),
			     span_of("NO_PROXY"));
		}
	}
	keep(ret->no_proxy_entry, sizeof(ret->no_proxy_entry), entry);
}

void proxy_choose(const struct target *target, const char *(*env)(const char *name),
                  const char *override, struct proxy_choice *ret)
{
	const char *value = NULL;

	memset(ret, 0, sizeof(*ret));
	if (target_is_socket(target)) {
		return;
	}
	if (override != NULL) {
		if (override[0] != '\0' && !text_is(span_of(override), "none")) {
			keep(ret->variable, sizeof(ret->variable), span_of("--proxy"));
			value = override;
		}
	} else if (scheme_is_web(target->scheme)) {
		value = from_environment(target->scheme, env, ret);
		find_unused(target->scheme, env, ret);
	}
	if (value == NULL) {
		return;
	}
	check_lists(target, env, ret);
	ret->used = !ret->bypassed;
	parse_proxy(value, ret);
}
