/* SPDX-License-Identifier: Apache-2.0 */
/* Reading /etc/nsswitch.conf in the way of glibc, mistakes included: a broken line of any database
 * that it knows makes it throw the whole file away (and then it asks no service at all). */
#include "wire/nsswitch.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

/* The rest of a line. */
struct reader {
	const char *at, *end;
};

static bool blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* A character of a name as it may be shown. */
static char shown(char c)
{
	if (c > 0x20 && c < 0x7f) {
		return c;
	}
	return '?';
}

static void skip_blanks(struct reader *r)
{
	while (r->at < r->end && blank(*r->at)) {
		r->at++;
	}
}

/* Takes what stands before a blank or one of stop. */
static size_t take_word(struct reader *r, const char *stop, const char **ret)
{
	*ret = r->at;
	while (r->at < r->end && !blank(*r->at) && strchr(stop, *r->at) == NULL) {
		r->at++;
	}
	return (size_t)(r->at - *ret);
}

static int find_word(const char *const *words, int n, const char *text, size_t len)
{
	for (int i = 0; i < n; i++) {
		if (strlen(words[i]) == len && strncasecmp(words[i], text, len) == 0) {
			return i;
		}
	}
	return -1;
}

/* "[!UNAVAIL=return SUCCESS=merge]", after its "[". -EINVAL for a word that glibc does not know. */
static int read_actions(struct reader *r, struct nsswitch_service *s)
{
	static const char *const statuses[] = { "SUCCESS", "NOTFOUND", "UNAVAIL", "TRYAGAIN" };
	static const char *const actions[] = { "CONTINUE", "RETURN", "MERGE" };
	const char *word = NULL;

	skip_blanks(r);
	do {
		bool not = r->at < r->end && *r->at == '!';
		int status = 0;
		int action = 0;
		size_t n = 0;

		r->at += not ;
		n = take_word(r, "=]", &word);
		status = find_word(statuses, N_NSSWITCH_STATUSES, word, n);
		skip_blanks(r);
		if (status < 0 || r->at == r->end || *r->at != '=') {
			return -EINVAL;
		}
		r->at++;
		skip_blanks(r);
		n = take_word(r, "=]", &word);
		action = find_word(actions, N_NSSWITCH_ACTIONS, word, n);
		if (action < 0) {
			return -EINVAL;
		}
		for (int i = 0; i < N_NSSWITCH_STATUSES; i++) {
			if ((i == status) != not ) {
				s->on[i] = (enum nsswitch_action)action;
			}
		}
		skip_blanks(r);
	} while (r->at < r->end && *r->at != ']');
	if (r->at == r->end) {
		return -EINVAL;
	}
	r->at++;
	return 0;
}

/* Reads the services of a line into ret, which may be NULL. */
static int read_services(struct reader *r, struct nsswitch *ret)
{
	if (ret != NULL) {
		ret->n_services = 0;
		ret->truncated = false;
	}
	for (;;) {
		struct nsswitch_service s = { .on = { [NSSWITCH_SUCCESS] = NSSWITCH_RETURN } };
		const char *word = NULL;
		size_t n = 0;

		skip_blanks(r);
		n = take_word(r, "[", &word);
		if (n == 0) {
			return 0; /* the end, or a "[" without a service, where glibc stops too */
		}
		skip_blanks(r);
		if (r->at < r->end && *r->at == '[') {
			r->at++;
			if (read_actions(r, &s) < 0) {
				return -EINVAL;
			}
		}
		if (ret == NULL) {
			continue;
		}
		if (ret->n_services == NSSWITCH_SERVICES_MAX || n >= sizeof(s.name)) {
			ret->truncated = true;
			continue;
		}
		for (size_t i = 0; i < n; i++) {
			s.name[i] = shown(word[i]);
		}
		ret->services[ret->n_services++] = s;
	}
}

/* Takes the name of a database that glibc knows. */
static bool known_database(struct reader *r, bool *ret_is_hosts)
{
	static const char *const databases[] = {
		"aliases",    "ethers",   "group",    "group_compat", "gshadow",       "hosts",
		"initgroups", "netgroup", "networks", "passwd",       "passwd_compat", "protocols",
		"publickey",  "rpc",      "services", "shadow",       "shadow_compat",
	};
	const char *word = NULL;
	size_t n = 0;

	skip_blanks(r);
	n = take_word(r, ":", &word);
	if (n == 0 || r->at == r->end) {
		return false;
	}
	while (r->at < r->end && (blank(*r->at) || *r->at == ':')) {
		r->at++;
	}
	for (size_t i = 0; i < sizeof(databases) / sizeof(databases[0]); i++) {
		if (strlen(databases[i]) == n && memcmp(databases[i], word, n) == 0) {
			*ret_is_hosts = strcmp(databases[i], "hosts") == 0;
			return true;
		}
	}
	return false;
}

static void read_line(struct reader r, bool old, uint16_t line, struct nsswitch *ret)
{
	bool hosts = false;

	if (!known_database(&r, &hosts) || ret->malformed_line != 0) {
		return;
	}
	if (hosts && old && ret->line != 0) {
		return; /* the first counted */
	}
	if (read_services(&r, hosts ? ret : NULL) < 0) {
		ret->malformed_line = old ? ret->malformed_line : line;
	}
	ret->line = hosts ? line : ret->line;
}

/* Whether the search goes on from all services before place i when they say "not found", or when
 * only those that are named "files" count. */
static bool reached(const struct nsswitch *conf, int i, bool only_files)
{
	for (int k = 0; k < i; k++) {
		const struct nsswitch_service *s = &conf->services[k];

		if (s->on[NSSWITCH_NOTFOUND] == NSSWITCH_RETURN &&
		    (!only_files || strcmp(s->name, "files") == 0)) {
			return false;
		}
	}
	return true;
}

static void derive(struct nsswitch *ret)
{
	int dns = nsswitch_find(ret, "dns");
	int resolve = nsswitch_find(ret, "resolve");

	ret->files = nsswitch_find(ret, "files") >= 0;
	ret->dns = dns >= 0;
	ret->resolve = resolve >= 0;
	ret->myhostname = nsswitch_find(ret, "myhostname") >= 0;
	for (uint8_t i = 0; i < ret->n_services; i++) {
		/* mdns, mdns4, mdns6, and each with _minimal */
		ret->mdns = ret->mdns || strncmp(ret->services[i].name, "mdns", 4) == 0;
	}
	ret->dns_after_files = (dns >= 0 && reached(ret, dns, true)) ||
	                       (resolve >= 0 && reached(ret, resolve, true));
	ret->dns_reachable = (dns >= 0 && reached(ret, dns, false)) ||
	                     (resolve >= 0 && reached(ret, resolve, false));
}

static void take_default(struct nsswitch *ret, unsigned glibc_minor)
{
	static const char before[] = "dns [!UNAVAIL=return] files";
	static const char now[] = "files dns";
	bool old = glibc_minor > 0 && glibc_minor < 35;
	struct reader r = { .at = old ? before : now };

	r.end = r.at + strlen(r.at);
	ret->is_default = true;
	(void)read_services(&r, ret);
}

void nsswitch_parse(const char *text, size_t len, unsigned glibc_minor, struct nsswitch *ret)
{
	const char *end = text + len;
	bool old = glibc_minor > 0 && glibc_minor < 33;
	uint16_t line = 0;

	memset(ret, 0, sizeof(*ret));
	while (text < end) {
		const char *eol = memchr(text, '\n', (size_t)(end - text));
		struct reader r = { .at = text, .end = eol != NULL ? eol : end };
		bool hosts = false;

		line = line < UINT16_MAX ? (uint16_t)(line + 1) : line;
		text = eol != NULL ? eol + 1 : end;
		if (old) { /* those cut comments first */
			const char *comment = memchr(r.at, '#', (size_t)(r.end - r.at));

			r.end = comment != NULL ? comment : r.end;
		}
		if (eol == NULL && !old) {
			ret->unterminated = known_database(&r, &hosts) && hosts;
			continue;
		}
		read_line(r, old, line, ret);
	}
	if (ret->malformed_line != 0) {
		ret->n_services = 0;
	} else if (ret->line == 0) {
		take_default(ret, glibc_minor);
	}
	derive(ret);
}

int nsswitch_find(const struct nsswitch *conf, const char *name)
{
	for (int i = 0; i < conf->n_services; i++) {
		if (strcmp(conf->services[i].name, name) == 0) {
			return i;
		}
	}
	return -1;
}
