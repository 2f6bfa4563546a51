/* SPDX-License-Identifier: Apache-2.0 */
/* libpq's settings for a target. */
#include "protocol/pg_settings.h"
#include "base/buf.h"
#include "base/cleanup.h"
#include "sys/files.h"
#include "sys/host.h"
#include "target/pgurl.h"
#include "wire/pgconf.h"

#include <string.h>

enum { FILE_MAX = 65536, OTHERS = 077 };

const char *const pg_settings_modes[N_PG_SSLMODES] = {
	"disable", "allow", "prefer", "require", "verify-ca", "verify-full",
};

/* Where the settings come from. */
struct places {
	const struct target *target;
	int root;                  /* below which the files are */
	char service[PG_NAME_MAX]; /* "": none is wanted */
	char *file;                /* the service file, "" */
	size_t n_file;
};

static void put_env(struct buf *buf, const char *name)
{
	const char *value = sys_env(name);

	if (value != NULL) {
		buf_puts(buf, value);
	}
}

/* path below the home directory, which libpq takes from HOME. */
static void put_home(struct buf *buf, const char *path)
{
	const char *home = sys_env("HOME");

	if (home != NULL && home[0] == '/') {
		buf_puts(buf, home);
		buf_puts(buf, path);
	}
}

/* The value of a setting into text, and where it came from. Empty ones count as not set. */
static const char *find(const struct places *p, const char *name, const char *variable, char *text,
                        size_t size)
{
	struct buf buf;

	buf_init(&buf, text, size);
	if (pgurl_value(p->target, name, &buf)) {
		return "URL";
	}
	if (p->n_file > 0 && pgconf_service(p->file, p->n_file, p->service, name, &buf) &&
	    buf.len > 0) {
		return "service";
	}
	put_env(&buf, variable);
	return buf.len > 0 ? variable : NULL;
}

/* The first service file that has the section: PGSERVICEFILE or the user's own, then the host's. */
static void open_service(struct places *p)
{
	char path[2][PG_PATH_MAX];
	struct buf buf;

	if (find(p, "service", "PGSERVICE", p->service, sizeof(p->service)) == NULL) {
		return;
	}
	buf_init(&buf, path[0], PG_PATH_MAX);
	put_env(&buf, "PGSERVICEFILE");
	if (buf.len == 0) {
		put_home(&buf, "/.pg_service.conf");
	}
	buf_init(&buf, path[1], PG_PATH_MAX);
	put_env(&buf, "PGSYSCONFDIR");
	if (buf.len == 0) {
		buf_puts(&buf, "/etc/postgresql-common"); /* Debian's; others have no fixed place */
	}
	buf_puts(&buf, "/pg_service.conf");
	for (int i = 0; i < 2; i++) {
		int n = path[i][0] != '\0' ? sys_read(p->root, path[i], p->file, FILE_MAX, NULL)
		                           : 0;

		if (n > 0 && pgconf_has_service(p->file, (size_t)n, p->service)) {
			p->n_file = (size_t)n;
			return;
		}
	}
}

static void copy(char *to, size_t size, const char *from)
{
	struct buf buf;

	buf_init(&buf, to, size);
	buf_puts(&buf, from);
}

static void find_names(const struct places *p, struct pg_settings *ret)
{
	const struct target *t = p->target;
	struct buf buf;

	buf_init(&buf, ret->user, sizeof(ret->user));
	if (!pgurl_value(t, "user", &buf)) {
		buf_puts(&buf, t->user);
	}
	if (buf.len == 0 && find(p, "user", "PGUSER", ret->user, sizeof(ret->user)) == NULL) {
		struct sys_host host = { .uid = 0 };

		sys_host(&host);
		copy(ret->user, sizeof(ret->user), host.user);
	}
	buf_init(&buf, ret->database, sizeof(ret->database));
	if (!pgurl_value(t, "dbname", &buf)) {
		pgurl_database(t, &buf);
	}
	if (buf.len == 0 &&
	    find(p, "dbname", "PGDATABASE", ret->database, sizeof(ret->database)) == NULL) {
		copy(ret->database, sizeof(ret->database), ret->user);
	}
}

static void find_mode(const struct places *p, struct pg_settings *ret)
{
	char text[64];
	const char *from = find(p, "sslmode", "PGSSLMODE", text, sizeof(text));
	struct buf buf;

	ret->mode = ret->root_system ? PG_SSL_VERIFY_FULL : PG_SSL_PREFER;
	if (from == NULL) { /* JDBC's ssl=true, which libpq takes as well */
		buf_init(&buf, text, sizeof(text));
		if (pgurl_value(p->target, "ssl", &buf) && strcmp(text, "true") == 0) {
			ret->mode = PG_SSL_REQUIRE;
			from = "URL";
		}
		copy(ret->mode_from, sizeof(ret->mode_from), from != NULL ? from : "default");
		return;
	}
	copy(ret->mode_from, sizeof(ret->mode_from), from);
	for (int i = 0; i < N_PG_SSLMODES; i++) {
		if (strcmp(text, pg_settings_modes[i]) == 0) {
			ret->mode = (enum pg_sslmode)i;
			return;
		}
	}
	copy(ret->mode_unknown, sizeof(ret->mode_unknown), text);
}

static void find_certificates(const struct places *p, struct pg_settings *ret)
{
	char cert[PG_PATH_MAX];
	char binding[16];
	struct buf buf;

	if (find(p, "sslrootcert", "PGSSLROOTCERT", ret->root, sizeof(ret->root)) == NULL) {
		buf_init(&buf, ret->root, sizeof(ret->root));
		put_home(&buf, "/.postgresql/root.crt");
	}
	ret->root_system = strcmp(ret->root, "system") == 0;
	ret->root_there =
		!ret->root_system && ret->root[0] == '/' && sys_exists(p->root, ret->root) == 1;
	if (find(p, "sslcert", "PGSSLCERT", cert, sizeof(cert)) == NULL) {
		buf_init(&buf, cert, sizeof(cert));
		put_home(&buf, "/.postgresql/postgresql.crt");
	}
	ret->cert_there = cert[0] == '/' && sys_exists(p->root, cert) == 1;
	ret->binding = PG_BINDING_PREFER;
	if (find(p, "channel_binding", "PGCHANNELBINDING", binding, sizeof(binding)) != NULL) {
		ret->binding = strcmp(binding, "require") == 0   ? PG_BINDING_REQUIRE
		               : strcmp(binding, "disable") == 0 ? PG_BINDING_DISABLE
		                                                 : PG_BINDING_PREFER;
	}
}

/* ~/.pgpass or the file that is named instead; libpq reads none that others may read. */
static void read_passfile(const struct places *p, char *file, struct pg_settings *ret)
{
	const struct target *t = p->target;
	char host[TARGET_HOST_MAX];
	char path[PG_PATH_MAX];
	char port[8];
	uint32_t mode = 0;
	struct pgconf_key key = {
		.host = host, .port = port, .database = ret->database, .user = ret->user
	};
	struct buf buf;
	int n = 0;

	if (find(p, "passfile", "PGPASSFILE", path, sizeof(path)) == NULL) {
		buf_init(&buf, path, sizeof(path));
		put_home(&buf, "/.pgpass");
	}
	if (path[0] != '/' || sys_mode(p->root, path, &mode) < 0) {
		return;
	}
	if ((mode & OTHERS) != 0) {
		copy(ret->pass_refused, sizeof(ret->pass_refused), path);
		return;
	}
	buf_init(&buf, host,
	         sizeof(host)); /* of a socket its directory, the default one "localhost" */
	buf_put(&buf, t->host,
	        t->host[0] == '/' ? strlen(t->host) - strlen(strrchr(t->host, '/'))
	                          : strlen(t->host));
	if (strcmp(host, "/var/run/postgresql") == 0) {
		copy(host, sizeof(host), "localhost");
	}
	buf_init(&buf, port, sizeof(port));
	buf_int(&buf, t->port);
	n = sys_read(p->root, path, file, FILE_MAX, NULL);
	buf_init(&buf, ret->secret, sizeof(ret->secret));
	n = n > 0 ? pgconf_password(file, (size_t)n, &key, &buf) : 0;
	if (n > 0) {
		buf_init(&buf, ret->secret_from, sizeof(ret->secret_from));
		buf_puts(&buf, path);
		buf_puts(&buf, " line ");
		buf_int(&buf, n);
	}
	explicit_bzero(file, FILE_MAX);
}

static void find_secret(const struct places *p, char *file, struct pg_settings *ret)
{
	const struct target *t = p->target;
	const char *from = NULL;
	struct buf buf;

	buf_init(&buf, ret->secret, sizeof(ret->secret));
	if (pgurl_value(t, "password", &buf)) {
		from = "URL";
	} else if (t->secret[0] != '\0') {
		buf_puts(&buf, t->secret);
		from = "URL";
	} else {
		from = find(p, "password", "PGPASSWORD", ret->secret, sizeof(ret->secret));
	}
	if (from != NULL) {
		copy(ret->secret_from, sizeof(ret->secret_from), from);
	} else {
		read_passfile(p, file, ret);
	}
}

void pg_settings(const struct target *target, int root, struct pg_settings *ret)
{
	auto_free char *file = calloc(1, FILE_MAX);
	auto_free char *other = calloc(1, FILE_MAX);
	struct places p = { .target = target, .root = root, .file = file };

	memset(ret, 0, sizeof(*ret));
	if (file == NULL || other == NULL) {
		return;
	}
	open_service(&p);
	find_names(&p, ret);
	find_certificates(&p, ret);
	find_mode(&p, ret);
	find_secret(&p, other, ret);
	explicit_bzero(file, FILE_MAX);
}

/* Puts another host and port into the target; false, with nothing changed, when that is none. */
static bool move(struct target *target, const char *host, uint16_t port)
{
	auto_free struct target *other = calloc(1, sizeof(*other));
	char path[TARGET_HOST_MAX];
	struct buf buf;

	buf_init(&buf, path, sizeof(path));
	buf_puts(&buf, host);
	if (host[0] == '/') {
		buf_puts(&buf, "/.s.PGSQL.");
		buf_int(&buf, port);
	}
	if (other == NULL || buf.cut ||
	    target_make(host[0] == '/' ? SCHEME_UNIX : target->scheme, path, port, NULL, other) <
	            0 ||
	    other->flaw != FLAW_NONE) {
		return false;
	}
	memcpy(target->host, other->host, sizeof(target->host));
	target->literal = other->literal;
	target->addr = other->addr;
	target->port = port;
	return true;
}

void pg_settings_complete(struct target *target, int root)
{
	auto_free char *file = calloc(1, FILE_MAX);
	struct places p = { .target = target, .root = root, .file = file };
	char host[TARGET_HOST_MAX];
	char port[16];
	int64_t number = target->port;
	bool default_host = strncmp(target->host, "/var/run/postgresql/", 20) == 0 &&
	                    strstr(target->input, "%2") == NULL;

	if (file == NULL || target->flawed_is_fatal || !target->scheme_given) {
		return;
	}
	open_service(&p);
	if (!target->port_given && find(&p, "port", "PGPORT", port, sizeof(port)) != NULL &&
	    (str_to_int(port, strlen(port), &number) < 0 || number < 1 || number > UINT16_MAX)) {
		number = target->port;
	}
	if (default_host && find(&p, "host", "PGHOST", host, sizeof(host)) != NULL) {
		(void)move(target, host, (uint16_t)number);
	} else if (number != target->port) {
		char *slash = strrchr(target->host, '/');

		if (slash != NULL && target->host[0] == '/') {
			*slash = '\0';
		}
		memcpy(host, target->host, sizeof(host));
		(void)move(target, host, (uint16_t)number);
	}
	explicit_bzero(file, FILE_MAX);
}
