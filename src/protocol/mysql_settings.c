/* SPDX-License-Identifier: Apache-2.0 */
/* Whom to log in as. */
#include "protocol/mysql_settings.h"
#include "base/buf.h"
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
	buf_init(&buf, ret->database, sizeof(ret->database));
	query_database(target, &buf);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		char word[32];

		buf_init(&buf, word, sizeof(word));
		if (query_value(target, names[i], &buf) && mode_of(word, &ret->mode)) {
			copy(ret->mode_from, sizeof(ret->mode_from), "URL");
			return;
		}
	}
}

void mysql_settings(const struct target *target, struct mysql_settings *ret)
{
	const char *secret = sys_env("MYSQL_PWD");

	memset(ret, 0, sizeof(*ret));
	ret->mode = MYSQL_TLS_PREFERRED;
	copy(ret->mode_from, sizeof(ret->mode_from), "default");
	from_url(target, ret);
	if (ret->secret[0] == '\0' && secret != NULL) {
		copy(ret->secret, sizeof(ret->secret), secret);
		copy(ret->secret_from, sizeof(ret->secret_from), "MYSQL_PWD");
	}
}
