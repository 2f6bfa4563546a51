/* SPDX-License-Identifier: Apache-2.0 */
/* Finding schemes, and guessing the one that was meant. */
#include "target/scheme.h"
#include "base/str.h"

#include <string.h>

enum { NAME_MAX_SCHEME = 16 };

enum scheme scheme_by_name(struct span name)
{
	for (unsigned i = 0; i < N_SCHEMES; i++) {
		if (text_is(name, target_schemes[i].name)) {
			return (enum scheme)i;
		}
	}
	return N_SCHEMES;
}

enum scheme scheme_by_port(uint16_t port)
{
	for (unsigned i = 0; i < N_SCHEMES; i++) {
		if (port != 0 && target_schemes[i].port == port && target_schemes[i].app != NULL) {
			return (enum scheme)i;
		}
	}
	return SCHEME_TCP;
}

static unsigned min3(unsigned a, unsigned b, unsigned c)
{
	unsigned least = a < b ? a : b;

	return least < c ? least : c;
}

/* Damerau's distance (a swap of neighbours is one step: htpp, htts) over three rows. */
static unsigned distance(struct span x, const char *word)
{
	unsigned rows[3][NAME_MAX_SCHEME + 1];
	size_t n = strlen(word);

	for (size_t j = 0; j <= n; j++) {
		rows[0][j] = (unsigned)j;
	}
	for (size_t i = 1; i <= x.len; i++) {
		unsigned *row = rows[i % 3];
		const unsigned *above = rows[(i + 2) % 3];
		const unsigned *before = rows[(i + 1) % 3];

		row[0] = (unsigned)i;
		for (size_t j = 1; j <= n; j++) {
			bool same = str_lower(x.at[i - 1]) == word[j - 1];

			row[j] = min3(above[j] + 1, row[j - 1] + 1, above[j - 1] + !same);
			if (i > 1 && j > 1 && str_lower(x.at[i - 1]) == word[j - 2] &&
			    str_lower(x.at[i - 2]) == word[j - 1] && before[j - 2] + 1 < row[j]) {
				row[j] = before[j - 2] + 1;
			}
		}
	}
	return rows[x.len % 3][n];
}

/* Names that other programs use, and what naze calls the same. */
static const char *const aliases[][2] = {
	{ "pg", "postgres" },      { "psql", "postgres" },
	{ "postgis", "postgres" }, { "pgsql", "postgres" },
	{ "mysql2", "mysql" },     { "mysqlx", "mysql" },
	{ "mongo", "mongodb" },    { "redis-sentinel", "redis" },
	{ "valkey", "redis" },     { "valkeys", "rediss" },
	{ "rabbitmq", "amqp" },    { "ssl", "tls" },
	{ "http2", "https" },      { "h2", "https" },
	{ "h2c", "http" },         { "scp", "ssh" },
	{ "rsync", "ssh" },        { "git", "tcp" },
	{ "git+ssh", "ssh" },      { "git+https", "https" },
	{ "telnet", "tcp" },       { "ftp", "tcp" },
	{ "nats", "tcp" },         { "mssql", "tcp" },
	{ "sqlserver", "tcp" },    { "oracle", "tcp" },
	{ "tcp4", "tcp" },         { "tcp6", "tcp" },
	{ "http+unix", "unix" },   { "ssl+tcp", "tls" },
	{ "mqtt+ssl", "mqtts" },   { "ipc", "unix" },
	{ "grpc+tls", "grpcs" },   { "websocket", "ws" },
	{ "ldaps+tls", "ldaps" },  { "starttls", "smtp" },
};

void scheme_suggest(struct buf *buf, struct span name)
{
	struct span stem = text_head(name, text_find(name, "+:"));
	const char *best = NULL;
	unsigned least = name.len <= 3 ? 1 : 2; /* more steps would be another word */

	for (size_t i = 0; i < sizeof(aliases) / sizeof(aliases[0]); i++) {
		if (text_is(name, aliases[i][0])) {
			best = aliases[i][1];
		}
	}
	if (best == NULL && stem.len < name.len && scheme_by_name(stem) != N_SCHEMES) {
		best = target_schemes[scheme_by_name(stem)].name; /* mysql+pymysql */
	}
	if (best == NULL && name.len <= NAME_MAX_SCHEME) {
		static const enum scheme popular[] = { SCHEME_HTTPS, SCHEME_HTTP };

		for (size_t i = 0; i < N_SCHEMES + 2U; i++) { /* the first of equals wins */
			unsigned id = i < 2 ? popular[i] : (unsigned)i - 2;
			unsigned steps = distance(name, target_schemes[id].name);

			if (steps < least + (best == NULL)) {
				least = steps;
				best = target_schemes[id].name;
			}
		}
	}
	if (best != NULL) {
		buf_puts(buf, best);
		buf_puts(buf, "://");
	}
}

bool scheme_is_web(enum scheme scheme)
{
	return scheme == SCHEME_HTTP || scheme == SCHEME_HTTPS || scheme == SCHEME_WS ||
	       scheme == SCHEME_WSS;
}

bool scheme_is_store(enum scheme scheme)
{
	static const char *const apps[] = { "postgres", "mysql", "redis", "mongodb", "amqp", NULL };
	const char *app = scheme < N_SCHEMES ? target_schemes[scheme].app : NULL;

	return app != NULL && text_is_any((struct span){ app, strlen(app) }, apps);
}
