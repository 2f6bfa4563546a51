/* SPDX-License-Identifier: Apache-2.0 */
/* Whom to log in as. */
#include "protocol/mysql_settings.h"
#include "protocol/mysql_options.h"
#include "sys/files.h"
#include "sys/host.h"
#include "target/query.h"

#include <string.h>

static void copy(char *to, size_t size, const char *from)
{
	struct buf buf;

	buf_init(&buf, to, size);
	buf_puts(&buf, from);
}

/* The words that clients and drivers have for it (ssl-mode, sslMode, tls, ssl, useSSL). */
static bool mode_of(const char *word, enum mysql_mode *ret)
{
	static const struct {
		const char *word;
		enum mysql_mode mode;
	} words[] = {
		{ "disabled", MYSQL_TLS_DISABLED },
		{ "disable", MYSQL_TLS_DISABLED },
		{ "false", MYSQL_TLS_DISABLED },
		{ "0", MYSQL_TLS_DISABLED },
		{ "off", MYSQL_TLS_DISABLED },
		{ "none", MYSQL_TLS_DISABLED },
		{ "preferred", MYSQL_TLS_PREFERRED },
		{ "prefer", MYSQL_TLS_PREFERRED },
		{ "required", MYSQL_TLS_REQUIRED },
		{ "require", MYSQL_TLS_REQUIRED },
		{ "true", MYSQL_TLS_REQUIRED },
		{ "1", MYSQL_TLS_REQUIRED },
		{ "on", MYSQL_TLS_REQUIRED },
		{ "trust", MYSQL_TLS_REQUIRED },
		{ "skip-verify", MYSQL_TLS_REQUIRED },
		{ "verify_ca", MYSQL_TLS_VERIFY_CA },
		{ "verify-ca", MYSQL_TLS_VERIFY_CA },
		{ "verify_identity", MYSQL_TLS_VERIFY_IDENTITY },
		{ "verify-identity", MYSQL_TLS_VERIFY_IDENTITY },
		{ "verify-full", MYSQL_TLS_VERIFY_IDENTITY },
	};
	struct span span = { word, strlen(word) };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (text_is(span, words[i].word)) {
			*ret = words[i].mode;
			return true;
		}
	}
	return false;
}

static void from_url(const struct target *target, struct mysql_settings *ret)
{
	static const char *const names[] = { "ssl-mode", "ssl_mode", "sslmode",
		                             "tls",      "ssl",      "usessl" };
	char database[MYSQL_USER_MAX];
	struct buf buf;

	if (target->user[0] != '\0') {
		copy(ret->user, sizeof(ret->user), target->user);
		copy(ret->user_from, sizeof(ret->user_from), "URL");
		ret->named = true;
	}
	if (target->secret[0] != '\0') {
		copy(ret->secret, sizeof(ret->secret), target->secret);
		copy(ret->secret_from, sizeof(ret->secret_from), "URL");
	}
	buf_init(&buf, database, sizeof(database));
	query_database(target, &buf);
	if (buf.len > 0) {
		copy(ret->database, sizeof(ret->database), database);
	}
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		char word[32];

		buf_init(&buf, word, sizeof(word));
		if (query_value(target, names[i], &buf) && mode_of(word, &ret->mode)) {
			copy(ret->mode_from, sizeof(ret->mode_from), "URL");
			return;
		}
	}
}

/* The user's own words in the URL count more than a file's. */
static void from_files(int root, struct mysql_settings *ret)
{
	struct mysql_options o;

	memset(&o, 0, sizeof(o));
	mysql_options(root, &o);
	for (int i = 0; i < N_MYSQL_OPTIONS; i++) {
		const char *value = o.found[i].value;
		const char *from = o.found[i].from;

		if (from[0] == '\0') {
			continue;
		}
		switch ((enum mysql_option)i) {
		case MYSQL_OPTION_USER:
			copy(ret->user, sizeof(ret->user), value);
			copy(ret->user_from, sizeof(ret->user_from), from);
			ret->named = value[0] != '\0';
			break;
		case MYSQL_OPTION_PASSWORD:
			copy(ret->secret, sizeof(ret->secret), value);
			copy(ret->secret_from, sizeof(ret->secret_from), from);
			break;
		case MYSQL_OPTION_DATABASE:
			copy(ret->database, sizeof(ret->database), value);
			break;
		case MYSQL_OPTION_SOCKET:
			copy(ret->socket, sizeof(ret->socket), value);
			copy(ret->socket_from, sizeof(ret->socket_from), from);
			break;
		case MYSQL_OPTION_PROTOCOL:
			ret->tcp = text_is((struct span){ value, strlen(value) }, "tcp");
			break;
		case MYSQL_OPTION_TLS:
			if (mode_of(value, &ret->mode)) {
				copy(ret->mode_from, sizeof(ret->mode_from), from);
			}
			break;
		case N_MYSQL_OPTIONS:
			break;
		}
	}
	explicit_bzero(&o, sizeof(o));
}

/* Where the libraries of Debian, of others and of MySQL's own packages look: the first that is
 * there, or Debian's. */
static void find_socket(int root, struct mysql_settings *ret)
{
	static const char *const paths[] = { "/run/mysqld/mysqld.sock", "/var/lib/mysql/mysql.sock",
		                             "/tmp/mysql.sock" };
	const char *path = paths[0];

	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		if (sys_exists(root, paths[i]) == 1) {
			path = paths[i];
			break;
		}
	}
	copy(ret->socket, sizeof(ret->socket), path);
}

void mysql_settings(const struct target *target, int root, struct mysql_settings *ret)
{
	const char *secret = sys_env("MYSQL_PWD");
	const char *socket = sys_env("MYSQL_UNIX_PORT");

	memset(ret, 0, sizeof(*ret));
	ret->mode = MYSQL_TLS_PREFERRED;
	copy(ret->mode_from, sizeof(ret->mode_from), "default");
	find_socket(root, ret);
	copy(ret->socket_from, sizeof(ret->socket_from), "default");
	if (socket != NULL && socket[0] != '\0') {
		copy(ret->socket, sizeof(ret->socket), socket);
		copy(ret->socket_from, sizeof(ret->socket_from), "MYSQL_UNIX_PORT");
	}
	from_files(root, ret);
	from_url(target, ret);
	if (ret->secret_from[0] == '\0' && secret != NULL) {
		copy(ret->secret, sizeof(ret->secret), secret);
		copy(ret->secret_from, sizeof(ret->secret_from), "MYSQL_PWD");
	}
}
